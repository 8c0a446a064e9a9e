import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { ingestFiles } from "../../pipeline/jobs/ingest.ts";
import { DEFAULT_READ_LIMITS } from "../../pipeline/read/limits.ts";
import { bureauWorkbook } from "../support/bureau-workbook.ts";
import { memoryEffects, ROOT, scratchFolder } from "../support/scratch-home.ts";

async function ingest(home: string, name: string, bytes: Uint8Array, isDryRun = false) {
  const file = join(scratchFolder(), name);
  writeFileSync(file, bytes);
  const [result] = await ingestFiles(
    [file],
    { root: ROOT, home, hints: {}, limits: DEFAULT_READ_LIMITS, isDryRun },
    memoryEffects(),
  );
  if (!result) throw new Error("nothing came back");
  return result;
}

describe("a return", () => {
  it("stands under the hash, never under the name, and is the same however often the file comes", async () => {
    const home = scratchFolder();
    const bytes = await bureauWorkbook({ unit: "" });
    const first = await ingest(home, "..%2f消费<1>.xlsm", bytes);
    expect(first.returned).toBe(`returns/${first.sha256?.slice(0, 12)}/核对结果.xlsm`);
    const path = join(home, first.returned ?? "");
    const written = readFileSync(path);
    expect((await ingest(home, "b.xlsx", bytes)).returned).toBe(first.returned);
    rmSync(path); // as if the process had been killed before it was written
    expect((await ingest(home, "c.xlsx", bytes)).returned).toBe(first.returned);
    expect(readFileSync(path).equals(written)).toBe(true);
    expect(readdirSync(join(home, "returns"), { recursive: true })).toHaveLength(2);
  });

  it("is not written on a dry run, nor for a file without trouble", async () => {
    const home = scratchFolder();
    expect((await ingest(home, "a.xlsm", await bureauWorkbook({ unit: "" }), true)).returned).toBeNull();
    expect((await ingest(home, "b.xlsm", await bureauWorkbook())).returned).toBeNull();
    expect(existsSync(join(home, "returns"))).toBe(false);
  });

  it("is a list for a file that cannot be opened", async () => {
    const { returned, outcome } = await ingest(scratchFolder(), "a.xlsx", Buffer.from("PK\u0003\u0004 cut short"));
    expect([outcome, returned]).toEqual(["refused", expect.stringMatching(/^returns\/[\da-f]{12}\/核对结果\.txt$/)]);
  });

  it("comes in clean once it is corrected, marks and list left in", async () => {
    const home = scratchFolder();
    const wrong = await ingest(home, "a.xlsm", await bureauWorkbook({ unit: "" }));
    expect([wrong.outcome, wrong.issues.length > 0]).toEqual(["partial", true]);
    const back = readFileSync(join(home, wrong.returned ?? ""));
    const corrected = await ingest(scratchFolder(), "a.xlsm", withUnits(back));
    const clean = await ingest(scratchFolder(), "a.xlsm", await bureauWorkbook());
    expect([corrected.outcome, corrected.issues, corrected.returned]).toEqual(["accepted", [], null]);
    const facts = (file: typeof clean) =>
      file.observations.map((o) => [o.cell, o.indicator, o.value, o.unit, o.quantity]);
    expect(facts(corrected)).toEqual(facts(clean));
  });
});

/** The units written into the headers, as a clerk would; all else as it came back. */
function withUnits(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  const texts = strFromU8(parts["xl/sharedStrings.xml"] as Uint8Array);
  const corrected = texts.replace(">6月<", ">6月（亿元）<").replace(">1-6月累计<", ">1-6月累计（亿元）<");
  return zipSync({ ...parts, "xl/sharedStrings.xml": strToU8(corrected) });
}
