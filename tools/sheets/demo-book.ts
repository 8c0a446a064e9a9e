import type { CellFormat } from "../../pipeline/model/cell.ts";
import type { Period } from "../../pipeline/model/period.ts";
import type { Grid } from "./grid.ts";
import type { SeriesRow } from "./series.ts";

/** A file that a bureau sends for a month. */
export interface DemoBook {
  readonly path: string; // under seeds/sheets/demo, e.g. "财政局/财政收支2023年6月.xls"
  readonly format: CellFormat;
  readonly grids: readonly Grid[];
}

/** Lays out a bureau's files of one month; none where the series has nothing for it. */
export type BureauLayout = (series: readonly SeriesRow[], period: Period) => readonly DemoBook[];
