import { BIFF, type BiffRecord } from "./biff-records.ts";
import {
  type CellStyle,
  cellKey,
  emptyMarks,
  type MarksBuilder,
  markPlace,
  markStyle,
  type SheetMarks,
} from "./sheet-marks.ts";

/** What a sheet's own records do not say: it stands in the globals of the workbook. */
export interface BiffContext {
  readonly isHidden: boolean;
  readonly styles: readonly CellStyle[]; // by number of the XF record
  readonly isCalculated: boolean; // last saved by a program that computes formulas
}

interface Place {
  readonly row: number; // 1-based
  readonly column: number; // 1-based
}

const SINGLE_VALUES: readonly number[] = [BIFF.number, BIFF.label, BIFF.rString, BIFF.labelSst, BIFF.boolErr, BIFF.rk];
const MULRK_ITEM_BYTES = 6;
const FORMULA_BYTES = 16;
const RECALCULATE_ON_LOAD = 2;
const EMPTY_STRING_RESULT = Buffer.of(3, 0, 0, 0, 0, 0, 0xff, 0xff);
const HIDDEN_ROW = 0x20;
const HIDDEN_COLUMN = 0x01;

/** Reads from a worksheet's records how it is hidden, indented and left uncomputed, and how many cells carry a value. */
export function scanSheetRecords(records: readonly BiffRecord[], context: BiffContext): SheetMarks {
  const marks = emptyMarks();
  for (const record of records) markRecord(marks, record, context);
  return { isHidden: context.isHidden, ...marks };
}

function markRecord(marks: MarksBuilder, { type, data }: BiffRecord, context: BiffContext): void {
  if (data.length < 6) return;
  if (SINGLE_VALUES.includes(type)) markValue(marks, placeOf(data), data.readUInt16LE(4), context);
  if (type === BIFF.formula) markFormula(marks, data, context);
  if (type === BIFF.mulRk) markMultiple(marks, data, context);
  if (type === BIFF.row && isSet(data[12], HIDDEN_ROW)) marks.hiddenRows.add(data.readUInt16LE(0) + 1);
  if (type === BIFF.colInfo && isSet(data[8], HIDDEN_COLUMN)) {
    marks.hiddenColumns.push({ first: data.readUInt16LE(0) + 1, last: data.readUInt16LE(2) + 1 });
  }
}

function markValue(marks: MarksBuilder, { row, column }: Place, style: number, { styles }: BiffContext): void {
  marks.values += 1;
  markPlace(marks, row, column);
  markStyle(marks, cellKey(row, column), styles[style]);
}

function markMultiple(marks: MarksBuilder, data: Buffer, context: BiffContext): void {
  const count = Math.floor((data.length - MULRK_ITEM_BYTES) / MULRK_ITEM_BYTES);
  const { row, column } = placeOf(data);
  for (let item = 0; item < count; item += 1) {
    markValue(marks, { row, column: column + item }, data.readUInt16LE(4 + item * MULRK_ITEM_BYTES), context);
  }
}

/**
 * The format has no way to say "not computed", so writers that do not compute leave a zero and ask for
 * recalculation, or leave an empty text without saying which program last computed.
 */
function markFormula(marks: MarksBuilder, data: Buffer, context: BiffContext): void {
  markValue(marks, placeOf(data), data.readUInt16LE(4), context);
  if (data.length < FORMULA_BYTES) return;
  const { row, column } = placeOf(data);
  const result = data.subarray(6, 14);
  const isPlaceholderZero = result.every((byte) => byte === 0) && isSet(data[14], RECALCULATE_ON_LOAD);
  const isPlaceholderText = result.equals(EMPTY_STRING_RESULT) && !context.isCalculated;
  if (isPlaceholderZero || isPlaceholderText) marks.uncached.add(cellKey(row, column));
}

function placeOf(data: Buffer): Place {
  return { row: data.readUInt16LE(0) + 1, column: data.readUInt16LE(2) + 1 };
}

function isSet(byte: number | undefined, bit: number): boolean {
  return ((byte ?? 0) & bit) !== 0;
}
