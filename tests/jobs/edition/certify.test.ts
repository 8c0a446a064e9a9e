import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { PipelineError } from "../../../pipeline/errors.ts";
import { certify } from "../../../pipeline/jobs/edition/certify.ts";
import type { Block, Edition } from "../../../pipeline/model/edition.ts";
import { renderBriefing } from "../../../pipeline/report/briefing/write.ts";
import { renderCsv } from "../../../pipeline/report/data-csv.ts";
import { describeEdition } from "../../../pipeline/report/edition/describe.ts";
import { ledger } from "../../../pipeline/report/edition/ledger.ts";
import { renderWorkbook } from "../../../pipeline/report/workbook/write.ts";
import { juneInput } from "../../support/edition-month-fixture.ts";
import { shippedLetterhead, shippedTheme } from "../../support/shipped-templates.ts";

const june = describeEdition(juneInput());
const theme = shippedTheme();
const workbook = await renderWorkbook(june, theme);
const data = june.sheets.find(({ plain }) => plain);
const sentence = (text: string): Block => ({ kind: "paragraph", style: "body", runs: [text] });

async function filesOf(edition: Edition) {
  return new Map<string, Uint8Array>([
    ["briefing.docx", await renderBriefing(edition, theme, shippedLetterhead())],
    ["workbook.xlsx", workbook],
    ["data.csv", data ? renderCsv(data) : new Uint8Array()],
    ["edition.json", new TextEncoder().encode(JSON.stringify(ledger(edition)))],
  ]);
}

/** What the error says is wrong, a line each. */
async function refusalOf(files: ReadonlyMap<string, Uint8Array>): Promise<readonly string[]> {
  try {
    await certify(files);
  } catch (error) {
    if (error instanceof PipelineError && error.code === "PROOF_FAILED") return error.message.split("\n").slice(1);
    throw error;
  }
  throw new Error("not refused");
}

describe("certify(files)", () => {
  it("tells what was proved of each paper, and the hash of each file", async () => {
    const files = await filesOf(june);
    const certificate = await certify(files);
    expect(Object.keys(certificate.papers)).toEqual(["briefing.docx", "workbook.xlsx"]);
    for (const { figures, matched } of Object.values(certificate.papers))
      expect([figures > 20, matched]).toEqual([true, figures]);
    for (const [name, bytes] of files) {
      expect(certificate.files[name]).toBe(createHash("sha256").update(bytes).digest("hex"));
    }
    expect(await certify(files)).toEqual(certificate);
  });

  it("refuses numbers that nothing explains, all at once", async () => {
    const blocks = [...june.blocks, sentence("另有7项。"), sentence("增长百分之五，力争2023年完成。")];
    const refusal = await refusalOf(await filesOf({ ...june, blocks }));
    expect(refusal).toHaveLength(2);
    expect(refusal[0]).toContain("另有7项");
    expect(refusal[1]).toContain("百分之五");
  });

  it("refuses a figure that is not printed as its value is", async () => {
    const blocks = june.blocks.map((block): Block => {
      if (block.kind !== "paragraph") return block;
      return {
        ...block,
        runs: block.runs.map((run) => (typeof run === "string" ? run : { ...run, text: `${run.text}1` })),
      };
    });
    expect((await refusalOf(await filesOf({ ...june, blocks }))).length).toBeGreaterThan(5);
  });

  it("refuses a workbook that edition.json does not know", async () => {
    const other = { ...june, sheets: june.sheets.filter(({ name }) => name !== "指标对照") };
    const refusal = await refusalOf(await filesOf(other));
    expect(refusal.every((line) => line.includes("workbook.xlsx 指标对照"))).toBe(true);
  });
});
