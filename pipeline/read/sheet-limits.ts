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
  const check = (what: string, found: number, limit: number, unit: string) => {
    if (found > limit) throw tooLarge(file, what, `${found}${unit}`, `${limit}${unit}`);
  };
  check(
    "有内容的单元格数",
    marks.reduce((sum, { values }) => sum + values, 0),
    limits.cells,
    " 个",
  );
  check("行号", Math.max(0, ...marks.map(({ lastRow }) => lastRow)), limits.rows, "");
  check("列号", Math.max(0, ...marks.map(({ lastColumn }) => lastColumn)), limits.columns, "");
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
    if (cells > limits.cells) throw tooLarge(file, "有内容的单元格数", `${limits.cells} 个以上`, `${limits.cells} 个`);
    if (row > limits.rows) throw tooLarge(file, "行号", `${row}`, `${limits.rows}`);
    if (column > limits.columns) throw tooLarge(file, "列号", `${column}`, `${limits.columns}`);
  };
}
