import { blankPatterns } from "./blank-patterns.ts";
import type { Column } from "./columns.ts";
import type { Grid } from "./grid.ts";
import { isYear } from "./header-rows.ts";
import type { Names } from "./names.ts";
import type { ReadPhrase } from "./phrase.ts";
import { remembered } from "./remembered.ts";
import type { LabelledRow } from "./rows.ts";
import type { Segment } from "./segments.ts";
import { splitThousands } from "./split-thousands.ts";
import { numbersAmongWords } from "./stray-among-words.ts";
import { findStrayLastYear } from "./stray-last-year.ts";
import { findStrayRanks } from "./stray-ranks.ts";
import { isFigure, type TypedCell } from "./typed-cell.ts";
import { parseUnits } from "./unit-words.ts";

/** What decides whether the cells of a row stand where they belong. */
export interface StraySetting {
  readonly live: readonly Column[]; // columns of figures that are in use
  readonly wordy: ReadonlySet<Column>; // of these the ones that hold words
  readonly read: ReadPhrase;
  readonly names: Names;
}

/**
 * Finds the cell that shows a row to be moved aside; undefined for a row that stands where it belongs.
 *
 * It is a figure in the column of units or of periods; a unit, an indicator or a place in a column of figures; a figure
 * right behind the last column, or last year's figure, beside a blank; a number that a comma between its thousands has
 * split over two cells; a number where words belong; what is no rank in a column of ranks; or a row filled as several
 * others are, only one column aside.
 */
export function findStrayCells(
  grid: Grid,
  segment: Segment,
  rows: readonly LabelledRow[],
  setting: StraySetting,
): (row: LabelledRow) => TypedCell | undefined {
  const figures = setting.live.filter((column) => !setting.wordy.has(column));
  const nameAmong = findNames(grid, segment, setting);
  const split = splitThousands(grid, segment, rows);
  const amongWords = numbersAmongWords(grid, segment, rows);
  const strayRank = findStrayRanks(grid, figures, rows);
  const strayLastYear = findStrayLastYear(grid, figures, rows);
  const filledAside = findFilledAside(grid, figures, rows);
  return (labelled) => {
    const { row } = labelled;
    return (
      figureInFrame(grid, segment, labelled) ??
      nameAmong(row) ??
      behindLast(grid, segment, { live: setting.live, row }) ??
      split.get(row) ??
      amongWords.get(row) ??
      strayRank(row) ??
      strayLastYear(row) ??
      filledAside(row)
    );
  };
}

/** A figure in the column of periods or of units. */
function figureInFrame(grid: Grid, { periods }: Segment, { row, unitCell }: LabelledRow): TypedCell | undefined {
  const period = periods === null ? undefined : grid.at(row, periods);
  if (period && isFigure(period) && !isYear(period)) return period;
  return unitCell && isFigure(unitCell) && unitCell.row === row ? unitCell : undefined;
}

/** A unit, an indicator or a place in a column of figures. */
function findNames(grid: Grid, { data }: Segment, { read, names }: StraySetting) {
  const columns = new Set(data.map(({ column }) => column));
  const namesSomething = remembered(
    (squashed) =>
      parseUnits(squashed) !== undefined ||
      read(squashed).indicator !== null ||
      names.findRegion(squashed) !== undefined,
  );
  const isName = ({ content, squashed }: TypedCell) =>
    content.kind === "text" && squashed !== "" && namesSomething(squashed);
  return (row: number) => grid.inRow(row).find((cell) => columns.has(cell.column) && isName(cell));
}

function behindLast(
  grid: Grid,
  { data, table }: Segment,
  { live, row }: Pick<StraySetting, "live"> & { readonly row: number },
): TypedCell | undefined {
  const last = table.columns.at(-1);
  const behind = last && last === data.at(-1) ? grid.at(row, last.column + 1) : undefined;
  const blank = live.some(({ column }) => grid.over(row, column) === undefined);
  return behind && behind.content.kind !== "text" && blank ? behind : undefined;
}

/** The first figure of a row that is filled as several others are, only one column aside. */
function findFilledAside(grid: Grid, figures: readonly Column[], rows: readonly LabelledRow[]) {
  const columns = new Set(figures.map(({ column }) => column));
  const isAside = blankPatterns(
    rows.filter(({ row }) => figures.some(({ column }) => grid.at(row, column) !== undefined)).map(({ row }) => row),
    (row) => figures.map(({ column }) => grid.over(row, column) !== undefined),
  );
  return (row: number) =>
    isAside(row) ? grid.inRow(row).find((cell) => columns.has(cell.column) && isFigure(cell)) : undefined;
}
