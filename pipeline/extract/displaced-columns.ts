import type { Grid } from "./grid.ts";
import { isLine } from "./header-rows.ts";
import { PART_MARK } from "./normalise.ts";
import type { LabelledRow } from "./rows.ts";
import type { Segment } from "./segments.ts";
import { isFigure, type TypedCell } from "./typed-cell.ts";

const PROSE = 40; // characters from which a text names no row

/**
 * Finds the figure that shows a table's figures to stand one row beside their labels: it has no label, while a row with
 * a label is blank in its column; or the word that should head the labels stands beside figures. Undefined where they stand where they belong.
 *
 * ```
 * 固定资产投资
 * 一般公共预算收入   90
 *                   63.6   nobody can say which of the two rows is meant by either figure
 * ```
 */
export function strangerBesideNoLabel(
  grid: Grid,
  { data, labels, table }: Segment,
  rows: readonly LabelledRow[],
): TypedCell | undefined {
  const headed = table.columns.some(({ column, role }) => role === "label" && labels.includes(column));
  const slipped = rows.find(({ figures, phrase }) => figures && !headed && phrase?.role === "label");
  if (slipped?.cell) return slipped.cell;
  const below = (table.body.at(-1)?.row ?? 0) + 1;
  const nameless = [...rows.filter((row) => !hasName(row)).map(({ row }) => row), below];
  const named = rows.filter(hasName);
  const isBlank = (row: number, column: number) => {
    const cell = grid.over(row, column);
    return cell === undefined || (cell.column !== column && !isFigure(cell));
  };
  return data
    .filter(({ column }) => named.some(({ row }) => isBlank(row, column)))
    .flatMap(({ column }) => nameless.flatMap((row) => grid.at(row, column) ?? []))
    .find((cell) => isFigure(cell) || cell.content.kind === "sentinel");
}

/** A label that may name a row: no note, no prose, no bare 其中 and no head word that has slipped down. */
function hasName({ cell, phrase }: LabelledRow): boolean {
  if (cell === null || isLine(cell) || PART_MARK.test(cell.squashed)) return false;
  return cell.squashed.length <= PROSE && phrase?.role !== "label";
}
