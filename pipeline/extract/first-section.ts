import { type BookSetting, captionOf } from "./book-setting.ts";
import type { Grid } from "./grid.ts";
import { isLine } from "./header-rows.ts";
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
  return captions.filter((cell) => cell.row === row && !isLine(cell)).length === 1;
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

/**
 * The line right above the head, below the table's titles, that may be a title of all or the first of sections that bear
 * no ordinals: 规模以上工业 above the head, 全社会 among the rows. Null where there is none, or where it limits nothing.
 */
export function openSection(grid: Grid, { captions, header, body }: Table, book: BookSetting): TypedCell | null {
  const line = captions.at(-1);
  if (!line || captions[0] === line || line.row !== (header.rows[0] ?? 0) - 1) return null;
  const alike = body.some(({ row, figures }) => {
    const [only, second] = figures ? [] : grid.inRow(row);
    return only && !second && only.column === line.column && only.content.kind === "text" && !ordinalOf(only.squashed);
  });
  const { kind, regions, units } = captionOf(line, book);
  const limits = book.residue(line.squashed).scopes.length + units.length + regions.length > 0;
  return alike && kind === "title" && limits ? line : null;
}
