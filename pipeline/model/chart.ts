/** Cells side by side in one row or one below the other in one column, on a sheet of the same workbook. */
export interface CellSpan {
  readonly sheet: string; // name
  readonly from: string; // A1
  readonly to: string; // A1; the same where it is one cell
}

/** What a series stands for: the theme gives each its colour, line and marker, told apart in black and white too. */
export type SeriesRole = (typeof SERIES_ROLES)[number];

export const SERIES_ROLES = ["actual", "goal", "last-year", "amount", "green", "yellow", "red", "grey"] as const;

/** One line or row of columns of a chart. */
export interface ChartSeries {
  readonly name: CellSpan; // one cell
  /**
   * As many cells as there are categories: numbers, at least one, and blank cells, which are gaps. No words: Excel draws
   * a cell that says "未发布" as zero.
   */
  readonly values: CellSpan;
  readonly role: SeriesRole;
  readonly form: "line" | "column";
  readonly axis: "primary" | "secondary"; // secondary: has the secondary unit
}

/**
 * A chart as a plain description, for the workbook and the briefing alike: it refers to cells and holds no number itself.
 *
 * `combo` has columns and lines; `stacked-bar` lies on its side, its series end to end. Where a combo has two units,
 * its columns have the one and its lines the other: the columns' axis stands on the left and the lines' on the right,
 * since programs draw what belongs to the right axis over what belongs to the left one.
 */
export interface ChartDescription {
  readonly id: string; // "industrial-value-added"; unique in the paper
  readonly kind: "line" | "column" | "bar" | "stacked-bar" | "combo";
  readonly title: string;
  readonly alt: string; // what is to be seen, for people who cannot see it
  readonly categories: CellSpan;
  readonly series: readonly ChartSeries[]; // later lines run over earlier ones: the actual figures last
  readonly unit: string; // of the primary axis
  readonly secondaryUnit: string | null;
  readonly decimals: number; // digits after the point of the values on the primary axis
}

/** A chart on a sheet. */
export interface PlacedChart {
  readonly chart: ChartDescription;
  readonly row: number; // of the top left corner, the sheet's row from 1
  readonly column: number; // from 1
  readonly rows: number; // how many it covers
  readonly columns: number;
}
