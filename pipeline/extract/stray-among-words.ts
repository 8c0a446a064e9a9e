import type { Grid } from "./grid.ts";
import { numbersUnder } from "./head-words.ts";
import { isYear } from "./header-rows.ts";
import type { LabelledRow } from "./rows.ts";
import type { Segment } from "./segments.ts";
import type { TypedCell } from "./typed-cell.ts";

/** By row, a number where words belong: under 责任单位, or under 形象进度 where all other rows have words. */
export function numbersAmongWords(
  grid: Grid,
  { others }: Segment,
  rows: readonly LabelledRow[],
): ReadonlyMap<number, TypedCell> {
  const found = others.flatMap(({ column, role, cells }): readonly TypedCell[] => {
    const numbers = numbersUnder(cells.at(-1)?.squashed ?? "");
    if (role !== "note" || numbers === "free") return [];
    const body = rows.flatMap(({ row }) => grid.at(row, column) ?? []);
    const strangers = body.filter((cell) => cell.content.kind === "number" && !isYear(cell));
    const words = body.filter(({ content }) => content.kind === "text");
    const odd = strangers.length === 1 && words.length > 0 && words.length === body.length - 1;
    return numbers === "never" || odd ? strangers : [];
  });
  return new Map(found.map((cell) => [cell.row, cell]));
}

/** A figure in a column of labels, alone in its row: it has slipped over the label that it belonged to. */
export function isOrphan(
  grid: Grid,
  { data }: Segment,
  { row, column: own }: Pick<TypedCell, "row" | "column">,
): boolean {
  const cell = grid.at(row, own);
  const alone = data.every(({ column }) => grid.at(row, column) === undefined);
  return cell !== undefined && cell.content.kind === "number" && !isYear(cell) && alone;
}
