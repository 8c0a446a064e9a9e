/** Cells side by side in one row or one below the other in one column, on a sheet of the same workbook. */
export interface CellSpan {
  readonly sheet: string; // name
  readonly from: string; // A1
  readonly to: string; // A1; the same where it is one cell
}

/** What a series stands for: the theme gives each its colour, line and marker, told apart in black and white too. */
export type SeriesRole = "actual" | "goal" | "last-year" | "amount" | "green" | "yellow" | "red" | "grey";

/** One line or row of columns of a chart. */
export interface ChartSeries {
  readonly name: CellSpan; // one cell
  readonly values: CellSpan; // as many cells as there are categories; blank cells are gaps
  readonly role: SeriesRole;
  readonly form: "line" | "column";
  readonly axis: "primary" | "secondary"; // secondary: on the right
}

/**
 * A chart as a plain description, for the workbook and the briefing alike: it refers to cells and holds no number itself.
 *
 * `combo` has columns and lines; `stacked-bar` lies on its side, its series end to end.
 */
export interface ChartDescription {
  readonly id: string; // "industrial-value-added"; unique in the edition, names the parts
  readonly kind: "line" | "column" | "bar" | "stacked-bar" | "combo";
  readonly title: string;
  readonly alt: string; // what is to be seen, for people who cannot see it
  readonly categories: CellSpan;
  readonly series: readonly ChartSeries[];
  readonly unit: string; // of the primary axis
  readonly secondaryUnit: string | null;
  readonly decimals: number; // digits after the point on the primary axis and its labels
}

/** A chart on a sheet. */
export interface PlacedChart {
  readonly chart: ChartDescription;
  readonly row: number; // of the top left corner, the sheet's row from 1
  readonly column: number; // from 1
  readonly rows: number; // how many it covers
  readonly columns: number;
}
