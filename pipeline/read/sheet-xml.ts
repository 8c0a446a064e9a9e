import { parseAddress } from "../model/cell.ts";
import {
  type CellStyle,
  cellKey,
  emptyMarks,
  type MarksBuilder,
  markPlace,
  markStyle,
  type SheetMarks,
} from "./sheet-marks.ts";

/** What a worksheet part does not say itself: it stands in workbook.xml and styles.xml. */
export interface SheetContext {
  readonly isHidden: boolean;
  readonly recalculates: boolean; // the writer never computed: a 0 beside a formula is a placeholder
  readonly sharedTexts: number; // how many there are
  readonly styles: readonly CellStyle[]; // by the number that cells name them by
}

const ATTRIBUTES = {
  r: /\sr\s*=\s*["']([^"']*)["']/,
  s: /\ss\s*=\s*["']([^"']*)["']/,
  t: /\st\s*=\s*["']([^"']*)["']/,
  hidden: /\shidden\s*=\s*["']([^"']*)["']/,
  min: /\smin\s*=\s*["']([^"']*)["']/,
  max: /\smax\s*=\s*["']([^"']*)["']/,
};
const TAG = /<(\w+:)?(row|c)(\s[^>]*?)?(\/?)>/g;
const COLUMN = /<(?:\w+:)?col\s[^>]*>/g;
const FORMULA = /<(?:\w+:)?f[\s/>]/;
const VALUE = /<(?:\w+:)?v(?:\s[^>]*)?>([^<]+)</;
const INLINE = /<(?:\w+:)?is[\s>]/;
const EMPTY_RESULT = /<(?:\w+:)?v(?:\s[^>]*)?(?:\/>|><\/)/;
const END = /<\/(?:\w+:)?worksheet>\s*$/;
const TYPES_WITHOUT_VALUE = ["str", "inlineStr", "b", "e", "d"]; // the library returns these even where nothing is in them

/**
 * Reads from a worksheet part how it is hidden, indented and left uncomputed, and how many cells carry a value.
 *
 * The dimension that the part claims is not looked at: only cells that are there count.
 *
 * @param xml the part, decoded in any way that keeps ASCII
 * @returns undefined if the part does not end as a worksheet, a cell in it does not end or names a shared text that
 *   is not there, or it holds comments, CDATA or declarations, in which anything may pass for a cell
 */
export function scanSheetXml(xml: string, context: SheetContext): SheetMarks | undefined {
  if (!END.test(xml.slice(-100)) || xml.includes("<!")) return undefined;
  const marks = emptyMarks();
  for (const [tag] of xml.matchAll(COLUMN)) {
    if (!isTrue(attribute(tag, "hidden"))) continue;
    marks.hiddenColumns.push({ first: Number(attribute(tag, "min")), last: Number(attribute(tag, "max")) });
  }
  return scanCells(xml, context, marks) ? { isHidden: context.isHidden, ...marks } : undefined;
}

function scanCells(xml: string, context: SheetContext, marks: MarksBuilder): boolean {
  const tags = new RegExp(TAG);
  let row = 0;
  let column = 0;
  for (let tag = tags.exec(xml); tag !== null; tag = tags.exec(xml)) {
    const [, prefix = "", name, attributes = "", slash] = tag;
    if (name === "row") {
      row = Number(attribute(attributes, "r") ?? row + 1);
      column = 0;
      if (isTrue(attribute(attributes, "hidden"))) marks.hiddenRows.add(row);
      continue;
    }
    column = parseAddress(attribute(attributes, "r") ?? "")?.column ?? column + 1;
    if (slash === "/") continue;
    const end = xml.indexOf(`</${prefix}c>`, tags.lastIndex);
    if (end < 0) return false;
    markPlace(marks, row, column);
    const cell = { attributes, content: xml.slice(tags.lastIndex, end) };
    if (!markCell(marks, cellKey(row, column), cell, context)) return false;
    tags.lastIndex = end;
  }
  return true;
}

interface CellXml {
  readonly attributes: string;
  readonly content: string;
}

/** @returns false where the cell names a shared text that is not there */
function markCell(marks: MarksBuilder, key: number, { attributes, content }: CellXml, context: SheetContext): boolean {
  const type = attribute(attributes, "t") ?? "n";
  const value = VALUE.exec(content)?.[1];
  if (type === "s" && value !== undefined && !(Number(value) < context.sharedTexts)) return false;
  if (value !== undefined || INLINE.test(content) || TYPES_WITHOUT_VALUE.includes(type)) marks.values += 1;
  if (FORMULA.test(content) && !hasResult(type, value, content, context)) marks.uncached.add(key);
  markStyle(marks, key, context.styles[Number(attribute(attributes, "s") ?? 0)]);
  return true;
}

function hasResult(type: string, value: string | undefined, content: string, { recalculates }: SheetContext): boolean {
  if (value === undefined) return type === "str" && EMPTY_RESULT.test(content); // a formula may well say ""
  return !(recalculates && Number(value) === 0);
}

function attribute(tag: string, name: keyof typeof ATTRIBUTES): string | undefined {
  return ATTRIBUTES[name].exec(tag)?.[1];
}

function isTrue(value: string | undefined): boolean {
  return value === "1" || value === "true";
}
