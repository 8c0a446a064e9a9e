import { utils, write } from "@e965/xlsx";
import { describe, expect, it } from "vitest";
import { grid, readBytes, refusalOf } from "./read-bytes.ts";

const CSV = Buffer.from("指标,6月\n");
const MEGABYTE = 1024 * 1024;

function largeBook(): Buffer {
  const rows = Array.from({ length: 20_000 }, (_, row) => Array.from({ length: 8 }, (_, column) => row * column + 0.5));
  const book = { SheetNames: ["大表"], Sheets: { 大表: utils.aoa_to_sheet(rows) } };
  return Buffer.from(write(book, { type: "buffer", bookType: "xlsx", compression: true }));
}

const LARGE = largeBook();

async function stillReads(): Promise<void> {
  expect(grid((await readBytes(CSV, "工业.csv")).sheets[0])).toEqual({ A1: "指标", B1: "6月" });
}

describe("parseInThread(job)", () => {
  it("ends a file that takes too long, names the limit, and reads the next", async () => {
    const refusal = await refusalOf(() => readBytes(LARGE, "大表.xlsx", { timeMs: 1 }));
    expect([refusal.code, refusal.location]).toEqual(["FILE_TOO_LARGE", { file: "大表.xlsx" }]);
    expect(refusal.message).toBe("读取用时已达 0.1 秒，超过上限 0.001 秒");
    await stillReads();
  });

  it("ends a file that takes too much memory, names the limit, and reads the next", async () => {
    const refusal = await refusalOf(() => readBytes(LARGE, "大表.xlsx", { memoryBytes: 24 * MEGABYTE }));
    expect([refusal.code, refusal.location]).toEqual(["FILE_TOO_LARGE", { file: "大表.xlsx" }]);
    expect(refusal.message).toBe("读取所需内存已达 24 MB，超过上限 24 MB");
    await stillReads();
  });

  it("gives each of many files its own cells, refused ones between them", async () => {
    const answers = await Promise.all(
      Array.from({ length: 40 }, async (_, i) =>
        i % 4 === 3
          ? (await refusalOf(() => readBytes(Buffer.from("%PDF-1.7"), `${i}.pdf`))).location.file
          : grid((await readBytes(Buffer.from(`${i},x`), `${i}.csv`)).sheets[0]).A1,
      ),
    );
    expect(answers).toEqual(Array.from({ length: 40 }, (_, i) => (i % 4 === 3 ? `${i}.pdf` : String(i))));
  });

  it("keeps one thread for many files", async () => {
    await stillReads();
    const before = performance.now();
    for (let i = 0; i < 200; i += 1) await stillReads();
    expect(performance.now() - before).toBeLessThan(3_000); // a thread of its own for each would take twenty times that
  });
});
