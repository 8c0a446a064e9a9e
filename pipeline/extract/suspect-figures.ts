import { strangerBesideNoLabel } from "./displaced-columns.ts";
import { findDisplacedRows } from "./displaced-rows.ts";
import type { FigureColumns } from "./figure-columns.ts";
import type { TableSetting } from "./figure-spot.ts";
import { findFractions } from "./fractions.ts";
import type { Grid } from "./grid.ts";
import { findLoneAmounts, type IndicatorOf } from "./lone-amounts.ts";
import type { RowFacts } from "./profile.ts";
import type { LabelledRow } from "./rows.ts";
import type { Segment } from "./segments.ts";
import { isFigure, type TypedCell } from "./typed-cell.ts";

/** What in a part of a table may not stand where it belongs, or not be what it looks like. */
export interface Suspects {
  /** The cell that shows a row's figures not to be what the header says; undefined where they are. */
  strayIn(row: LabelledRow, facts: RowFacts): TypedCell | undefined;
  readonly stranger: TypedCell | undefined; // shows that all figures stand beside their labels
  readonly fractions: ReadonlySet<TypedCell>; // may stand for percentages a hundred times as large
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
  const inPlaceOfName = ({ cell }: LabelledRow) => (projects && cell && isFigure(cell) ? cell : undefined);
  return {
    strayIn: (row, { rate }) => displaced(row) ?? inPlaceOfName(row) ?? (rate ? undefined : loneAmounts.get(row.row)),
    stranger: strangerBesideNoLabel(grid, segment, rows),
    fractions: findFractions(grid, rows, live, setting),
  };
}
