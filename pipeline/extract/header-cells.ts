import type { Grid } from "./grid.ts";
import type { HeaderRows } from "./header-rows.ts";
import type { ReadPhrase } from "./phrase.ts";
import type { TypedCell } from "./typed-cell.ts";

/** The header cells over a column, top to bottom; a merged cell once. */
export interface Head {
  readonly cells: readonly TypedCell[];
  readonly banners: readonly TypedCell[]; // cells that run over labels and figures alike: titles, no heads
}

/** Makes a function that finds the header cells over a column. */
export function headCells(grid: Grid, header: HeaderRows, read: ReadPhrase): (column: number) => Head {
  const labels = new Set(header.rows.flatMap((row) => grid.inRow(row)).filter((cell) => isLabelHead(cell, read)));
  const holdsLabel = (row: number, column: number) => {
    const cell = grid.at(row, column);
    return cell !== undefined && labels.has(cell);
  };
  const isLabel: IsLabel = (row, column) => header.rows.some((lower) => lower > row && holdsLabel(lower, column));
  return (column) => {
    const over = cellsOver(grid, header, { column, isLabel });
    const banners = over.filter((cell) => isBanner(grid, cell, { column, isLabel }));
    return { cells: over.filter((cell) => !banners.includes(cell)), banners };
  };
}

/** Tells whether a head word of labels or ordinals stands in a column below a row of the header. */
type IsLabel = (row: number, column: number) => boolean;

interface Place {
  readonly column: number; // whose head is looked for
  readonly isLabel: IsLabel;
}

function isLabelHead({ content, squashed }: TypedCell, read: ReadPhrase): boolean {
  const { role } = content.kind === "text" ? read(squashed) : { role: null };
  return role === "label" || role === "ordinal";
}

/** A group without a merge reaches to the right over heads that stand below it. */
function cellsOver(grid: Grid, header: HeaderRows, place: Place): readonly TypedCell[] {
  const cells = header.rows.flatMap(
    (row) => grid.over(row, place.column) ?? groupFromLeft(grid, header, row, place) ?? [],
  );
  return [...new Set(cells)];
}

function groupFromLeft(grid: Grid, { rows, edge }: HeaderRows, row: number, { column, isLabel }: Place) {
  const lower = rows.slice(rows.indexOf(row) + 1);
  const merged = grid.merged.some(({ top, bottom, left, right }) => top <= row && row <= bottom && right > left);
  const hasHeadBelow = (at: number) => lower.some((other) => grid.at(other, at) !== undefined);
  if (merged || column <= edge || !hasHeadBelow(column)) return undefined;
  for (let left = column - 1; left > edge; left--) {
    const cell = grid.at(row, left);
    if (isLabel(row, left)) return undefined;
    if (cell) return hasHeadBelow(left) ? cell : undefined;
  }
  return undefined;
}

/** 财政（万元） merged over 指标 and 1—6月 alike is the title of a table that stands beside another. */
function isBanner(grid: Grid, { row, column }: TypedCell, { column: own, isLabel }: Place): boolean {
  const { left, right } = grid.mergeAt(row, column) ?? { left: column, right: column };
  const reach = Array.from({ length: right - left + 1 }, (_, step) => left + step);
  return (
    reach.some((at) => isLabel(row, at)) && (right > left || own !== column) && !reach.every((at) => isLabel(row, at))
  );
}
