import type { Grid } from "./grid.ts";
import { ordinalOf } from "./normalise.ts";
import type { Table } from "./tables.ts";
import type { TypedCell } from "./typed-cell.ts";

/**
 * The table with the line above its head as the first of its sections, where its rows go on counting.
 *
 * ```
 * 一、规模以上工业           a section like 二、, and no title of what stands below 二、
 * 指标      单位  1—6月
 * 用电量    …
 * 二、全社会
 * ```
 */
export function withFirstSection(grid: Grid, table: Table): Table {
  const counted = table.body.flatMap(({ row }) => grid.inRow(row)[0] ?? []);
  const section = table.captions.findLast((cell) => isAlone(cell, table) && goesOn(cell, counted));
  if (!section) return table;
  const captions = table.captions.filter((cell) => cell !== section);
  return { ...table, captions, body: [{ row: section.row, figures: false }, ...table.body] };
}

function isAlone({ row }: TypedCell, { captions }: Table): boolean {
  return captions.filter((cell) => cell.row === row).length === 1;
}

/** Rows of the same rank in the same column count on, and none begins anew: a title numbered 一、 may stand over rows from 一、 on. */
function goesOn(cell: TypedCell, rows: readonly TypedCell[]): boolean {
  const own = ordinalOf(cell.squashed);
  if (own === null) return false;
  const alike = rows.flatMap((other) => {
    const ordinal = other.column === cell.column ? ordinalOf(other.squashed) : null;
    return ordinal?.rank === own.rank ? [ordinal.text] : [];
  });
  return alike.length > 0 && !alike.includes(own.text);
}
