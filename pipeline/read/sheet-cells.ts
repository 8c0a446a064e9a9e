import type { Cell, RawValue, Sheet } from "../model/cell.ts";
import { fromNumber } from "../model/decimal.ts";
import { dateOfSerial } from "./date-serial.ts";
import { isDateFormat } from "./number-format.ts";
import { unreadable } from "./refusal.ts";
import { cellKey, cellOfKey, isHiddenAt, type SheetMarks } from "./sheet-marks.ts";
import type { LoadedCell, LoadedSheet } from "./spreadsheet-library.ts";

/** Errors as cells show them, by the code that files keep. */
const ERRORS: Readonly<Record<number, string>> = {
  0: "#NULL!",
  7: "#DIV/0!",
  15: "#VALUE!",
  23: "#REF!",
  29: "#NAME?",
  36: "#NUM!",
  42: "#N/A",
  43: "#GETTING_DATA",
};
const UNKNOWN_ERROR = "#ERROR!";
const NOT_FINITE = "#NUM!"; // what Excel itself shows for a number beyond its range

/**
 * Joins what the library returned of a sheet with what the file's own marks say of it.
 *
 * @throws PipelineError FILE_UNREADABLE if the library returned more or fewer values than the file holds
 */
export function toSheet(loaded: LoadedSheet, marks: SheetMarks, date1904: boolean, file: string): Sheet {
  if (loaded.cells.length !== marks.values) {
    throw unreadable(file, `工作表里有 ${marks.values} 个值，只读出 ${loaded.cells.length} 个，读取不完整`, {
      place: { sheet: loaded.name },
    });
  }
  const isDate = rememberedDateTest();
  const cells: Cell[] = [];
  for (const cell of loaded.cells) {
    const key = cellKey(cell.row, cell.column);
    if (cell.value === "" || marks.uncached.has(key)) continue;
    const numberFormat = marks.formats.get(key) ?? cell.numberFormat;
    cells.push(placedCell({ ...cell, numberFormat }, rawValue(cell, isDate(numberFormat), date1904), marks));
  }
  if (marks.uncached.size > 0) addUncached(cells, loaded, marks);
  return { name: loaded.name, hidden: marks.isHidden, cells, merges: loaded.merges };
}

function addUncached(cells: Cell[], loaded: LoadedSheet, marks: SheetMarks): void {
  const formats = new Map(loaded.cells.map((cell) => [cellKey(cell.row, cell.column), cell.numberFormat]));
  for (const key of marks.uncached) {
    const place = { ...cellOfKey(key), numberFormat: formats.get(key) ?? "General" };
    cells.push(placedCell(place, { type: "uncached" }, marks));
  }
  cells.sort((a, b) => a.row - b.row || a.column - b.column);
}

type Placed = Pick<LoadedCell, "row" | "column" | "numberFormat">;

function placedCell({ row, column, numberFormat }: Placed, raw: RawValue, marks: SheetMarks): Cell {
  const indent = marks.indents.get(cellKey(row, column)) ?? 0;
  return { row, column, raw, numberFormat, indent, hidden: isHiddenAt(marks, row, column) };
}

function rawValue({ type, value }: LoadedCell, isDate: boolean, date1904: boolean): RawValue {
  if (type === "text") return { type, text: String(value) };
  if (type === "boolean") return { type, value: Boolean(value) };
  if (type === "error") return { type, text: ERRORS[Number(value)] ?? UNKNOWN_ERROR };
  const number = Number(value);
  if (!Number.isFinite(number)) return { type: "error", text: NOT_FINITE };
  const date = isDate ? dateOfSerial(number, date1904) : null;
  return date === null ? { type: "number", value: fromNumber(number) } : { type: "date", date };
}

/** Books have few formats and many cells. */
function rememberedDateTest(): (format: string) => boolean {
  const known = new Map<string, boolean>();
  return (format) => {
    const answer = known.get(format) ?? isDateFormat(format);
    known.set(format, answer);
    return answer;
  };
}
