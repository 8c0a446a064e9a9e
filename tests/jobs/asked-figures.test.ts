import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { annotateFile } from "../../pipeline/jobs/annotate.ts";
import { ingestFiles } from "../../pipeline/jobs/ingest.ts";
import { ISSUE_KINDS, type IssueCode } from "../../pipeline/model/issue-kinds.ts";
import { DEFAULT_READ_LIMITS } from "../../pipeline/read/limits.ts";
import { elements, officeText } from "../support/office-text.ts";
import { memoryEffects, ROOT, scratchFolder } from "../support/scratch-home.ts";

const OPTIONS = { root: ROOT, hints: {}, limits: DEFAULT_READ_LIMITS };

/** A sheet on which one check asks about C3, and about nothing else. */
const ASKED: Readonly<Record<string, string>> = {
  "displaced-row": "社会消费品零售总额,亿元,-165.2,6.1",
  "unlikely-amount": "社会消费品零售总额,万元,344.4,6.1",
  "unlikely-unit": "全体居民人均可支配收入,亿元,18547,6.1",
};

function csvWith(row: string): string {
  const path = join(scratchFolder(), "消费.csv");
  writeFileSync(path, `通辽市2023年6月主要指标\n指标,单位,1-6月累计,同比增长(%)\n${row}\n`);
  return path;
}

/** The errors that the checks can give, as their code names them. */
function errorsOfChecks(): readonly string[] {
  const folder = join(ROOT, "pipeline/check");
  const sources = readdirSync(folder).map((file) => readFileSync(join(folder, file), "utf8"));
  const codes = sources.flatMap((source) =>
    [...source.matchAll(/makeIssue\("([\w-]+)"/g)].map(([, code]) => code ?? ""),
  );
  return codes.filter((code) => ISSUE_KINDS[code as IssueCode].severity === "error").sort();
}

describe("a figure that a check takes out", () => {
  it("is tried for every error that a check gives", () => {
    expect(errorsOfChecks()).toEqual(Object.keys(ASKED));
  });

  it.each(Object.entries(ASKED))("%s: is asked, not used, in the dispositions and the colours", async (code, row) => {
    const path = csvWith(row);
    const options = { ...OPTIONS, home: scratchFolder(), isDryRun: true };
    const [file] = await ingestFiles([path], options, memoryEffects());
    const errors = file?.issues.filter(({ severity }) => severity === "error");
    expect(errors?.map((issue) => [issue.code, issue.cell])).toEqual([[code, "C3"]]);
    expect(file?.observations.map(({ cell }) => cell)).toEqual(["D3"]);
    const kinds = Object.fromEntries((file?.dispositions ?? []).map(({ cell, kind }) => [cell, kind]));
    expect([kinds.C3, kinds.D3]).toEqual(["asked", "used"]);

    const out = join(scratchFolder(), "out.xlsx");
    await annotateFile([path], out, { ...OPTIONS, home: scratchFolder() });
    const legend = elements(officeText(readFileSync(out))["xl/worksheets/sheet2.xml"] ?? "", "row");
    const told = legend.map((each) => elements(each, "t").map((text) => text.replace(/<[^<>]*>|\n/g, "")));
    expect(told.filter(([name]) => name === "待核" || name === "采用").map(([name, cells]) => [name, cells])).toEqual([
      ["采用", "1"],
      ["待核", "1"],
    ]);
  });

  it("is asked at the other places of the same figure too", async () => {
    const path = join(scratchFolder(), "消费.csv");
    const table = `指标,单位,1-6月累计\n${ASKED["unlikely-amount"]?.replace(/,[^,]*$/, "")}\n`;
    writeFileSync(path, `通辽市2023年6月主要指标\n${table}\n${table}`);
    const [file] = await ingestFiles([path], { ...OPTIONS, home: scratchFolder(), isDryRun: true }, memoryEffects());
    const figures = (file?.dispositions ?? []).filter(({ cell }) => cell === "C3" || cell === "C6");
    expect(figures.map(({ cell, kind }) => [cell, kind])).toEqual([
      ["C3", "asked"],
      ["C6", "asked"],
    ]);
    expect(file?.observations).toEqual([]);
  });
});
