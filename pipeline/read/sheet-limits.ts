import type { ReadLimits } from "./limits.ts";
import { tooLarge } from "./refusal.ts";
import type { SheetMarks } from "./sheet-marks.ts";

/**
 * Holds the sheets of a workbook against the limits before they are parsed; what a sheet claims of itself is not asked.
 *
 * @param sheets undefined for charts and the like
 * @throws PipelineError FILE_TOO_LARGE
 */
export function checkSheetLimits(sheets: readonly (SheetMarks | undefined)[], file: string, limits: ReadLimits): void {
  const marks = sheets.filter((each) => each !== undefined);
  const found = {
    cells: marks.reduce((sum, { values }) => sum + values, 0),
    rows: Math.max(0, ...marks.map(({ lastRow }) => lastRow)),
    columns: Math.max(0, ...marks.map(({ lastColumn }) => lastColumn)),
  };
  for (const name of ["cells", "rows", "columns"] as const) {
    if (found[name] > limits[name]) throw tooLarge(file, name, { found: found[name], limit: limits[name] });
  }
}

/**
 * Makes a function that is told of each cell with a value, all sheets of a file one after the other.
 *
 * @throws PipelineError FILE_TOO_LARGE at the first cell beyond a limit
 */
export function makeAdmission(file: string, limits: ReadLimits): (row: number, column: number) => void {
  let cells = 0;
  return (row, column) => {
    cells += 1;
    if (cells > limits.cells) throw tooLarge(file, "cells", { found: cells, limit: limits.cells }, { isAtLeast: true });
    if (row > limits.rows) throw tooLarge(file, "rows", { found: row, limit: limits.rows });
    if (column > limits.columns) throw tooLarge(file, "columns", { found: column, limit: limits.columns });
  };
}
