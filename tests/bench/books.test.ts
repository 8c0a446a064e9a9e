import { describe, expect, it } from "vitest";
import { checkObservations } from "../../pipeline/check/observations.ts";
import { extractBook } from "../../pipeline/extract/book.ts";
import { loadReference } from "../../pipeline/jobs/reference.ts";
import { FIGURES_A_LINE, longWorkbook, monthlyWorkbook } from "../../tools/bench/books.ts";
import { seedSubjects } from "../../tools/bench/subjects.ts";
import { readBytes } from "../read/read-bytes.ts";
import { ROOT } from "../support/scratch-home.ts";

const subjects = seedSubjects(ROOT);
const { indicators, regions, sources } = loadReference(ROOT);

/** Figures that no check takes out, and everything that is asked. */
async function read(bytes: Uint8Array) {
  const vocabulary = { indicators, regions, sources, city: "150500" };
  const book = await readBytes(bytes);
  const { observations, issues } = extractBook(book, vocabulary);
  const checked = checkObservations(observations, { indicators, regions }, { sheets: book.sheets });
  const figures = checked.observations.filter(({ value }) => value !== null).length;
  return { figures, issues: [...issues, ...checked.issues] };
}

describe("a workbook of the benchmark", () => {
  it("as one long table is read without a question, every figure of it", async () => {
    const month = subjects.places.length * subjects.indicators.length; // rows of one
    const { figures, issues } = await read(longWorkbook(13 * month, subjects));
    expect(issues).toEqual([]);
    expect(figures).toBe(13 * month * 8 - month * 2); // last year's amounts of the 13th month are those of the first
  });

  it("of monthly sheets is read without a question, every figure of it", async () => {
    const { figures, issues } = await read(monthlyWorkbook(2, 7, subjects));
    expect(issues).toEqual([]);
    expect(figures).toBe(2 * 7 * subjects.indicators.length * FIGURES_A_LINE);
  });
});
