import type { RawValue } from "../model/cell.ts";
import { fromNumber } from "../model/decimal.ts";
import type { CellTag } from "./cell-tags.ts";
import { dateOfSerial } from "./date-serial.ts";
import { plainText, runsText } from "./xlsx-text.ts";

/** What decides the value of a cell besides its own words. */
export interface ValueSetting {
  readonly texts: readonly string[]; // that cells name by number
  readonly date1904: boolean;
  readonly recalculates: boolean; // the writer never computed: a 0 beside a formula is a placeholder
}

const FORMULA = /<f[\s/>]/;
const VALUE = /<v(?:\s[^<>]*)?>([^<]+)</;
const EMPTY_VALUE = /<v(?:\s[^<>]*)?(?:\/>|><\/)/;
const SHARED_TEXT = /^\s*\d+\s*$/;
const ISO_DATE = /^(\d{4}-\d\d-\d\d)(?:T|$)/;
const ERRORS = /^#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|GETTING_DATA)$/;
const UNKNOWN_ERROR = "#ERROR!";
const NOT_FINITE = "#NUM!"; // what Excel itself shows for a number beyond its range

/** A number of at most 15 digits, written as it is printed: no sign before a zero, no zeros to take off. */
const PRINTED = /^(?!-0$)-?(?:0|[1-9]\d*)(?:\.\d*[1-9])?$/;
const MOST_PRINTED = 15; // characters

/** Makes a reader of cells' values: null for a cell without one, undefined for one that names a text that is not there. */
export function makeValueReader(setting: ValueSetting): (tag: CellTag, isDate: boolean) => RawValue | null | undefined {
  const shared = setting.texts.map((text): RawValue | null => (text === "" ? null : { type: "text", text }));
  return ({ type, value, content = "" }, isDate) => {
    const written = value ?? VALUE.exec(content)?.[1];
    if (value === undefined && FORMULA.test(content) && !hasResult(type, written, content, setting))
      return { type: "uncached" };
    if (type === "inlineStr") return textValue(runsText(decodeUtf8(inPlace(content))));
    if (written === undefined || (type !== "str" && written.trim() === "")) return null;
    switch (type) {
      case "s":
        return SHARED_TEXT.test(written) ? shared[Number(written)] : undefined;
      case "str":
        return textValue(plainText(decodeUtf8(written)));
      case "b":
        return { type: "boolean", value: written.trim() === "1" || written.trim() === "true" };
      case "e":
        return { type: "error", text: ERRORS.test(written) ? written : UNKNOWN_ERROR };
      case "d":
        return isoDate(written);
      default:
        return numberValue(written, isDate, setting.date1904);
    }
  };
}

/** What stands in <is>; "" where there is none. */
function inPlace(content: string): string {
  const start = content.search(/<is[\s>]/);
  const end = content.lastIndexOf("</is>");
  return start < 0 || end < start ? "" : content.slice(content.indexOf(">", start) + 1, end);
}

function textValue(text: string): RawValue | null {
  return text === "" ? null : { type: "text", text };
}

/** Parts are decoded byte by byte; what is not ASCII becomes itself only here. */
function decodeUtf8(bytes: string): string {
  return /[\u0080-\u00ff]/.test(bytes) ? Buffer.from(bytes, "latin1").toString("utf8") : bytes;
}

function hasResult(
  type: string,
  written: string | undefined,
  content: string,
  { recalculates }: ValueSetting,
): boolean {
  if (written === undefined) return type === "str" && EMPTY_VALUE.test(content); // a formula may well say ""
  return !(recalculates && Number(written) === 0);
}

function numberValue(written: string, isDate: boolean, date1904: boolean): RawValue {
  if (!isDate && written.length <= MOST_PRINTED && PRINTED.test(written)) return { type: "number", value: written };
  const number = /^\s*[-+\d.][-+\d.eE]*\s*$/.test(written) ? Number(written) : Number.NaN;
  if (!Number.isFinite(number)) return { type: "error", text: NOT_FINITE };
  const date = isDate ? dateOfSerial(number, date1904) : null;
  return date === null ? { type: "number", value: fromNumber(number) } : { type: "date", date };
}

function isoDate(written: string): RawValue {
  const date = ISO_DATE.exec(written.trim())?.[1];
  return date === undefined ? { type: "error", text: UNKNOWN_ERROR } : { type: "date", date };
}
