import { BIFF, type BiffRecord, readSubstream } from "./biff-records.ts";
import { chineseFormat } from "./chinese-formats.ts";
import { scanSheetRecords } from "./sheet-biff.ts";
import type { CellStyle, SheetMarks } from "./sheet-marks.ts";

/** What the records of an .xls say that the spreadsheet library does not pass on. */
export interface BiffBook {
  readonly isUnicode: boolean; // BIFF8; before it, text is in the code page of the machine that wrote it
  readonly sheets: readonly BiffSheet[]; // in the order of the tabs
}

/** One tab of an .xls. */
export interface BiffSheet {
  readonly position: number; // of its records in the stream; the library sorts sheets by it
  readonly marks: SheetMarks | undefined; // undefined for charts, macro sheets and modules
}

const BIFF8 = 0x0600;
const BIFF5 = 0x0500;
const WORKSHEET = 0;
const FORMAT_OFFSET = 2;
const INDENT_OFFSET = 8;
const INDENT_BITS = 0x0f;

/**
 * Scans the Workbook stream of an .xls.
 *
 * @returns "encrypted" if its records are; "old" before BIFF5; undefined if any sheet does not run to its end
 */
export function scanWorkbookStream(stream: Buffer): BiffBook | "encrypted" | "old" | undefined {
  const globals = readSubstream(stream, 0);
  if (globals?.some(({ type }) => type === BIFF.filePass)) return "encrypted";
  const version = globals?.[0]?.data.readUInt16LE(0);
  if (globals === undefined || version === undefined) return undefined;
  if (version !== BIFF8 && version !== BIFF5) return "old";
  const context = {
    styles: cellStyles(globals, version === BIFF8),
    isCalculated: globals.some(({ type }) => type === BIFF.recalcId),
  };
  const sheets: BiffSheet[] = [];
  for (const { data } of globals.filter(({ type, data }) => type === BIFF.boundSheet && data.length > 6)) {
    const position = data.readUInt32LE(0);
    const records = readSubstream(stream, position);
    if (records === undefined) return undefined;
    const isHidden = ((data[4] ?? 0) & 3) !== 0;
    const isWorksheet = data[5] === WORKSHEET;
    sheets.push({ position, marks: isWorksheet ? scanSheetRecords(records, { ...context, isHidden }) : undefined });
  }
  return { isUnicode: version === BIFF8, sheets };
}

function cellStyles(globals: readonly BiffRecord[], hasIndents: boolean): readonly CellStyle[] {
  const formats = globals.filter(({ type, data }) => type === BIFF.format && data.length >= 2);
  const spelledOut = new Set(formats.map(({ data }) => data.readUInt16LE(0)));
  const xfs = globals.filter(({ type, data }) => type === BIFF.xf && data.length > INDENT_OFFSET);
  return xfs.map(({ data }) => ({
    indent: hasIndents ? (data[INDENT_OFFSET] ?? 0) & INDENT_BITS : 0,
    chineseFormat: chineseFormat(data.readUInt16LE(FORMAT_OFFSET), spelledOut),
  }));
}
