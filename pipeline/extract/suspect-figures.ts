import { strangerBesideNoLabel } from "./displaced-columns.ts";
import { findDisplacedRows } from "./displaced-rows.ts";
import type { FigureColumns } from "./figure-columns.ts";
import type { TableSetting } from "./figure-spot.ts";
import { findFractions } from "./fractions.ts";
import type { Grid } from "./grid.ts";
import { findLoneAmounts, type IndicatorOf } from "./lone-amounts.ts";
import { findOpenMarks, type OpenMark } from "./open-marks.ts";
import type { RowFacts } from "./profile.ts";
import type { LabelledRow } from "./rows.ts";
import type { Segment } from "./segments.ts";
import { isFigure, type TypedCell } from "./typed-cell.ts";

/** A fraction that may stand for a percentage a hundred times as large, or a mark that may mean either of two things. */
export type FigureDoubt = OpenMark | "fraction-for-percent";

/** What in a part of a table may not stand where it belongs, or not be what it looks like. */
export interface Suspects {
  /** The cell that shows a row's figures not to be what the header says; undefined where they are. */
  strayIn(row: LabelledRow, facts: RowFacts): TypedCell | undefined;
  readonly stranger: TypedCell | undefined; // shows that all figures stand beside their labels
  /** Why a figure may not be what it looks like; null where nothing is wrong with it. */
  doubtOf(cell: TypedCell): FigureDoubt | null;
}

interface SuspectSetting {
  readonly grid: Grid;
  readonly columns: FigureColumns;
  readonly setting: TableSetting;
  readonly indicatorOf: IndicatorOf;
}

/** Looks through a part of a table before its figures are read one by one. */
export function findSuspects(
  segment: Segment,
  rows: readonly LabelledRow[],
  { grid, columns: { live, wordy }, setting, indicatorOf }: SuspectSetting,
): Suspects {
  const { projects, kind, read, names } = setting;
  const displaced = findDisplacedRows(grid, segment, rows, { live, wordy, read, names });
  const judged = projects || kind === "periods" ? [] : segment.data.filter((column) => !wordy.has(column));
  const loneAmounts = findLoneAmounts(grid, judged, rows, indicatorOf);
  const fractions = findFractions(grid, rows, live, setting);
  const marks = findOpenMarks(grid, rows, live);
  const inPlaceOfName = ({ cell }: LabelledRow) => (projects && cell && isFigure(cell) ? cell : undefined);
  return {
    strayIn: (row, { rate }) => displaced(row) ?? inPlaceOfName(row) ?? (rate ? undefined : loneAmounts.get(row.row)),
    stranger: strangerBesideNoLabel(grid, segment, rows),
    doubtOf: (cell) => (fractions.has(cell) ? "fraction-for-percent" : (marks.get(cell) ?? null)),
  };
}
