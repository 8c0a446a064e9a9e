import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type MeasureApart, measureApart, middle, verdict } from "./apart.ts";
import { FIGURES_A_LINE, longWorkbook, monthlyWorkbook } from "./books.ts";
import { seedSubjects } from "./subjects.ts";

const ROUNDS = 3; // of each measurement, in turn; the middle one counts
const SMALL_BOOKS = 30;
const SMALL_PLACES = 7; // which makes 2,424 cells
const LARGE_ROWS = 100_000; // of twelve columns
const LARGE_MONTHS = 347; // of all ten places: 3,459 cells each

/** What is promised of reading; each line says whether it holds on this machine, now. */
const PROMISES = { seconds: 6, megabytes: 300, timesTheLibrary: 2, growthPerCell: 1.25 } as const;

/**
 * Measures how fast workbooks become observations, and prints it.
 *
 * Thirty workbooks of 2,000 cells, from files to committed observations; workbooks of 1.2 million cells, read and
 * extracted, against the time that the spreadsheet library alone takes to parse them; and the time a cell takes in
 * workbooks of one, two and four times a size. Every measurement is a process of its own.
 *
 * @param root the project's folder, compiled
 * @returns whether every promise holds
 */
export function benchIngest(root: string, write: (line: string) => void): boolean {
  const scratch = mkdtempSync(join(tmpdir(), "jindu-bench-"));
  try {
    const measure = (name: string, argument: string) => measureApart(root, name, argument);
    const small = thirtyBooks(root, scratch, measure, write);
    const large = largeBooks(root, scratch, measure, write);
    return small && large;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function thirtyBooks(root: string, scratch: string, measure: MeasureApart, write: (line: string) => void): boolean {
  const subjects = seedSubjects(root);
  const runs = Array.from({ length: ROUNDS }, (_, round) => {
    const folder = join(scratch, `small${round}`);
    for (const name of ["first", "files"]) mkdirSync(join(folder, name), { recursive: true });
    for (let month = 0; month <= SMALL_BOOKS; month += 1) {
      const bytes = monthlyWorkbook(1, SMALL_PLACES, subjects, month);
      writeFileSync(join(folder, month === 0 ? "first" : "files", `${month}.xlsx`), bytes);
    }
    return measure("ingestion", folder);
  });
  const { ms, startMb, peakMb, figures, issues } = middle(runs);
  const made = SMALL_BOOKS * SMALL_PLACES * subjects.indicators.length * FIGURES_A_LINE;
  const isWhole = figures === made && issues === 0;
  const isQuick = ms <= PROMISES.seconds * 1000 && peakMb - startMb <= PROMISES.megabytes;
  write(`${SMALL_BOOKS} workbooks of 2,000 cells and more, from files to committed observations`);
  write(
    `  ${figures} of ${made} observations committed, ${issues} issues; promised: all, and none: ${verdict(isWhole)}`,
  );
  write(`  ${(ms / 1000).toFixed(2)} s, memory ${startMb} MB at start, ${peakMb} MB at most`);
  write(`  promised: ${PROMISES.seconds} s and ${PROMISES.megabytes} MB more than at start: ${verdict(isQuick)}`);
  return isWhole && isQuick;
}

function largeBooks(root: string, scratch: string, measure: MeasureApart, write: (line: string) => void): boolean {
  const subjects = seedSubjects(root);
  const save = (name: string, bytes: Uint8Array) => {
    writeFileSync(join(scratch, name), bytes);
    return join(scratch, name);
  };
  const tables = [4, 2, 1].map((part) => ({
    cells: (LARGE_ROWS / part) * 12,
    file: save(`long${part}.xlsx`, longWorkbook(LARGE_ROWS / part, subjects)),
  }));
  const months = save("months.xlsx", monthlyWorkbook(LARGE_MONTHS, subjects.places.length, subjects));
  const whole = tables.at(-1)?.file ?? "";
  const alike = [
    againstLibrary("one table of 100,000 rows and 12 columns", whole, measure, write),
    againstLibrary(`${LARGE_MONTHS} monthly sheets`, months, measure, write),
  ].every((held) => held);
  write("Growth: time a cell takes, read and extracted");
  const perCell = tables.map(({ cells, file }) => {
    const { ms } = middle(Array.from({ length: ROUNDS }, () => measure("extraction", file)));
    write(
      `  ${cells.toLocaleString("en")} cells: ${(ms / 1000).toFixed(2)} s, ${((ms * 1000) / cells).toFixed(2)} µs a cell`,
    );
    return ms / cells;
  });
  const growth = (perCell.at(-1) ?? 0) / (perCell[0] ?? 1);
  const linear = growth <= PROMISES.growthPerCell;
  write(
    `  a cell of the largest takes ${growth.toFixed(2)} times one of the smallest; promised: linear: ${verdict(linear)}`,
  );
  return alike && linear;
}

function againstLibrary(what: string, file: string, measure: MeasureApart, write: (line: string) => void): boolean {
  const pairs = Array.from({ length: ROUNDS }, () => [measure("library", file), measure("extraction", file)] as const);
  const library = middle(pairs.map(([first]) => first));
  const own = middle(pairs.map(([, second]) => second));
  const times = own.ms / library.ms;
  const held = times <= PROMISES.timesTheLibrary;
  write(`${what}, 1.2 million cells`);
  write(`  the library alone: ${(library.ms / 1000).toFixed(2)} s, ${library.peakMb} MB`);
  write(
    `  read and extracted: ${(own.ms / 1000).toFixed(2)} s, ${own.peakMb} MB, ${own.figures} observations, ${own.issues} issues`,
  );
  write(`  ${times.toFixed(2)} times the library; promised: at most ${PROMISES.timesTheLibrary}: ${verdict(held)}`);
  return held;
}
