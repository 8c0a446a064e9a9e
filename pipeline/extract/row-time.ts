import type { Grid } from "./grid.ts";
import { mergeTimes } from "./join-times.ts";
import { dateTime, type TimeWords } from "./period-words.ts";
import type { ReadPhrase } from "./phrase.ts";
import type { Segment } from "./segments.ts";
import type { TypedCell } from "./typed-cell.ts";

/** The time that a row's period column, or a date among its labels, states; null where none does. */
export function rowTime(
  grid: Grid,
  { periods, labels }: Segment,
  { row, read }: { readonly row: number; readonly read: ReadPhrase },
): TimeWords | null {
  const cell = periods === null ? undefined : grid.over(row, periods);
  const label = labels.map((column) => grid.over(row, column)).find((found) => found?.content.kind === "date");
  return mergeTimes(cell ? timeOf(cell, read) : null, label ? timeOf(label, read) : null);
}

/** The time that a cell of a period column, or a label, states: a date that shows no day counts as its month. */
export function timeOf({ content, squashed }: TypedCell, read: ReadPhrase): TimeWords | null {
  if (content.kind === "date") return dateTime(content);
  return read(/^(?:19|20)\d\d$/.test(squashed) ? `${squashed}年` : squashed).time;
}
