import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TRADE_EXAMPLE, tradeExample } from "../../tools/sheets/trade-example.ts";
import { writeDemoSheets } from "../../tools/sheets/write-demo-sheets.ts";

const ROOT = new URL("../..", import.meta.url).pathname;
const SHIPPED = join(ROOT, "seeds/sheets/demo");

function listFiles(directory: string): readonly string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(directory.length + 1))
    .sort();
}

describe("seeds/sheets/demo", () => {
  const scratch = mkdtempSync(join(tmpdir(), "demo-sheets-"));
  let written: readonly string[] = [];
  beforeAll(async () => {
    written = await writeDemoSheets(join(ROOT, "tools/sheets/series.csv"), scratch);
  });
  afterAll(() => rmSync(scratch, { recursive: true }));

  it("holds what the series makes, and nothing else", () => {
    expect(listFiles(SHIPPED)).toEqual(written);
    expect(listFiles(scratch)).toEqual(written);
  });

  it("is made again byte for byte", () => {
    const different = written.filter(
      (path) => !readFileSync(join(SHIPPED, path)).equals(readFileSync(join(scratch, path))),
    );
    expect(different).toEqual([]);
  });

  it("stands beside the example of the walk-through, made again byte for byte too", async () => {
    const shipped = readFileSync(join(ROOT, "seeds/examples", TRADE_EXAMPLE));
    expect(shipped.equals(Buffer.from(await tradeExample()))).toBe(true);
  });

  it("comes from ten bureaus in three formats", () => {
    expect(new Set(written.map((path) => path.split("/")[0])).size).toBe(10);
    expect(new Set(written.map((path) => path.slice(path.lastIndexOf(".") + 1)))).toEqual(
      new Set(["xlsx", "xls", "csv"]),
    );
  });

  it("has no January of what is first released for 1—2月, and lacks one late bureau in May", () => {
    const monthsOf = (bureau: string) => written.filter((path) => path.startsWith(`${bureau}/`)).length;
    expect(written.filter((path) => path.startsWith("统计局/") && /2023年1月|2023-01/.test(path))).toEqual([]);
    expect(["财政局", "人社局", "科技局"].map(monthsOf)).toEqual([6, 6, 5]);
  });
});
