import type { TimeWords } from "./period-words.ts";

/**
 * The nearer words, with what they leave open taken from the farther ones.
 *
 * 上年同期 under 2023年 is 2022; 2022年 under 上年同期 is 2022 as well, for it has said its year itself.
 */
export function mergeTimes(near: TimeWords | null, far: TimeWords | null): TimeWords | null {
  return near && far ? merge(near, far, near.year ?? yearBefore(near, far)) : (near ?? far);
}

/** The words of a row and of a column, neither nearer than the other: 上年同期 of the one is before the other's year. */
export function crossTimes(row: TimeWords | null, column: TimeWords | null): TimeWords | null {
  if (!row || !column) return row ?? column;
  if (isBareMonth(row) && column.span === "ytd" && column.month === row.month)
    return crossTimes({ ...row, span: "ytd" }, column);
  if (row.year === null) return merge(row, column, yearBefore(row, column));
  if (column.year === null || column.year === row.year) return merge(row, column, yearBefore(column, row));
  const compared = column.lastYear && column.year === row.year - 1;
  return { ...merge(row, column, column.year), unclear: !compared || row.unclear || column.unclear };
}

/** Two times of one text that name the same time, 上年同期(2022年1—6月): a year in either is the year meant. */
export function apposeTimes(one: TimeWords | null, other: TimeWords | null): TimeWords | null {
  return one && other ? merge(one, other, one.year ?? other.year) : (one ?? other);
}

function merge(near: TimeWords, far: TimeWords, year: number | null): TimeWords {
  const clash = near.month !== null && far.month !== null && near.month !== far.month;
  return {
    year,
    month: near.month ?? far.month,
    span: joinSpans(near, far),
    lastYear: near.lastYear || far.lastYear,
    unclear: near.unclear || far.unclear || clash,
  };
}

/** 3月 of a row under 累计 of a column is 1—3月, under 期末值 the end of March: a word for the span weighs more than the bare month beside it. */
function joinSpans(near: TimeWords, far: TimeWords): TimeWords["span"] {
  if (near.span === "whole-year" && far.span !== null) return far.span;
  if (isBareMonth(near) && (far.span === "ytd" || far.span === "instant") && far.month === null) return far.span;
  return near.span ?? far.span;
}

/** 工业利润（1—5月） in a column of 1—6月 is of an earlier month than its neighbours (错月), and says so itself. */
export function lagsBehind(row: TimeWords | null, column: TimeWords | null): boolean {
  if (row?.month == null || column?.month == null || row.span === null || row.span !== column.span) return false;
  return row.span !== "instant" && !row.lastYear && row.year === null && row.month < column.month;
}

/** Tells whether a time names its month and no other span. */
export function isBareMonth({ span, month }: TimeWords): boolean {
  return span === "month" && month !== null;
}

/** The year of `given` for words that may say 上年 about it. */
function yearBefore(words: TimeWords, given: TimeWords): number | null {
  if (given.year === null) return words.year;
  return words.lastYear && words.year === null && !given.lastYear ? given.year - 1 : given.year;
}
