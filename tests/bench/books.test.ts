import { describe, expect, it } from "vitest";
import { extractBook } from "../../pipeline/extract/book.ts";
import { loadReference } from "../../pipeline/jobs/reference.ts";
import { longWorkbook, monthlyWorkbook, seedSubjects } from "../../tools/bench/books.ts";
import { readBytes } from "../read/read-bytes.ts";
import { ROOT } from "../support/scratch-home.ts";

const subjects = seedSubjects(ROOT);
const { indicators, regions, sources } = loadReference(ROOT);

async function read(bytes: Uint8Array) {
  const vocabulary = { indicators, regions, sources, city: "150500" };
  const { observations, issues } = extractBook(await readBytes(bytes), vocabulary);
  return { figures: observations.filter(({ value }) => value !== null).length, issues };
}

describe("a workbook of the benchmark", () => {
  it("as one long table is read without a question, every figure of it", async () => {
    const rows = 1_000;
    const { figures, issues } = await read(longWorkbook(rows, subjects));
    expect(issues).toEqual([]);
    expect(figures).toBeGreaterThan(rows * 7.9); // last year's figures of the second year are those of the first
    expect(figures).toBeLessThanOrEqual(rows * 8);
  });

  it("of monthly sheets is read without a question, every figure of it", async () => {
    const { figures, issues } = await read(monthlyWorkbook(2, 4, subjects));
    expect(issues).toEqual([]);
    expect(figures).toBe(2 * 4 * subjects.indicators.length * 6);
  });
});
