import { describe, expect, it } from "vitest";
import { SHEETS as ARRANGEMENTS } from "./arrangements.ts";
import { SHEETS as BUREAU_TABLES } from "./bureau-tables.ts";
import { SHEETS as WORDS } from "./cell-and-period-words.ts";
import { expectedLines, readClerk, readLines } from "./clerk-sheet.ts";
import { SHEETS as LEFTOVERS } from "./leftover-heads.ts";
import { SHEETS as MOVED } from "./moved-figures.ts";
import { SHEETS as HABITS } from "./office-habits.ts";
import { SHEETS as MARKS } from "./open-marks.ts";
import { SHEETS as QUESTIONS } from "./plain-questions.ts";
import { SHEETS as EXPORTS } from "./published-exports.ts";
import { SHEETS as REMARKS } from "./remarks.ts";
import { SHEETS as SECTIONS } from "./sections-and-units.ts";
import { SHEETS as PERIODS } from "./stated-periods.ts";
import { SHEETS as TRAPS } from "./traps.ts";

const ALL = [
  ...BUREAU_TABLES,
  ...WORDS,
  ...ARRANGEMENTS,
  ...EXPORTS,
  ...HABITS,
  ...MOVED,
  ...PERIODS,
  ...LEFTOVERS,
  ...MARKS,
  ...QUESTIONS,
  ...REMARKS,
  ...SECTIONS,
  ...TRAPS,
].map((sheet) => [sheet.name, sheet] as const);

describe("extractBook(book) with the seeds' names, as a clerk would read", () => {
  it.each(ALL)("reads every figure: %s", (_, sheet) => {
    expect(readLines(readClerk(sheet))).toEqual(expectedLines(sheet));
  });

  it.each(ALL)("asks what a clerk would ask: %s", (_, sheet) => {
    expect(readClerk(sheet).issues.map(({ cell, code }) => [cell, code])).toEqual(sheet.questions ?? []);
  });
});
