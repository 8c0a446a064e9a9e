import { homeOf, type Reach } from "./caption-reach.ts";
import { type Grid, layOut } from "./grid.ts";
import type { ReadPhrase } from "./phrase.ts";
import { isFigure, type TypedCell } from "./typed-cell.ts";

/**
 * Parts a sheet at blank columns on both sides of which a table with labels and figures stands, so that each is read by
 * itself: their headers may begin in different rows and be differently deep.
 *
 * Titles above all of them, and those merged over several, go with each. A sheet without such a column is its own part.
 */
export function partsOf(grid: Grid, read: ReadPhrase): readonly Grid[] {
  const runs = runsOf(grid.cells);
  if (runs.length < 2) return [grid];
  const heads = grid.cells.filter(
    (cell) => cell.content.kind === "text" && /^(?:label|period)$/.test(read(cell.squashed).role ?? ""),
  );
  const reaches = joinRuns(runs, grid.cells, heads);
  if (reaches.length < 2) return [grid];
  const top = Math.min(...heads.map(({ row }) => row));
  return reaches.map((reach) => {
    const isPart = (cell: TypedCell) => {
      if (cell.row >= top || within(cell.column, reach)) return within(cell.column, reach);
      return homeOf(grid, cell, grid.inRow(cell.row), reaches) === null;
    };
    const merges = grid.merged.filter(({ left, right }) => left <= reach.to && reach.from <= right);
    return layOut(grid.name, grid.cells.filter(isPart), merges);
  });
}

function within(column: number, { from, to }: Reach): boolean {
  return from <= column && column <= to;
}

/** Runs of neighbouring columns that hold anything, left to right; titles merged over a blank column do not fill it. */
function runsOf(cells: readonly TypedCell[]): readonly Reach[] {
  const filled: boolean[] = [];
  for (const { column } of cells) filled[column] = true;
  const runs: Reach[] = [];
  for (let column = 1; column < filled.length; column++) {
    const last = runs.at(-1);
    if (!filled[column]) continue;
    if (last?.to === column - 1) runs[runs.length - 1] = { from: last.from, to: column };
    else runs.push({ from: column, to: column });
  }
  return runs;
}

/** A run without labels or without figures belongs to the one before it. */
function joinRuns(runs: readonly Reach[], cells: readonly TypedCell[], heads: readonly TypedCell[]): readonly Reach[] {
  const joined: Reach[] = [];
  for (const run of runs) {
    const previous = joined.at(-1);
    const whole =
      heads.some(({ column }) => within(column, run)) &&
      cells.some((cell) => within(cell.column, run) && isFigure(cell));
    if (previous && !whole) joined[joined.length - 1] = { from: previous.from, to: run.to };
    else joined.push(run);
  }
  const [first, second, ...rest] = joined;
  const lacking = first && !heads.some(({ column }) => within(column, first));
  return lacking && second ? [{ from: first.from, to: second.to }, ...rest] : joined;
}
