import type { RawValue } from "../model/cell.ts";
import { fromNumber } from "../model/decimal.ts";
import { xmlAttribute } from "./xml-tokens.ts";

const ERROR_SHOWN = /^(?:#(?:DIV\/0!|N\/A|NAME\?|NULL!|NUM!|REF!|VALUE!)|Err:\d{3})$/;
const HALF_SECOND_MS = 500;

/**
 * What a cell of an .ods holds.
 *
 * @param attributes of its tag
 * @param shown the text that stands in it
 * @returns null for a blank cell; undefined where value and type do not fit together
 */
export function odsValue(attributes: string, shown: string): RawValue | null | undefined {
  const value = (name: string) => xmlAttribute(attributes, `office:${name}`);
  const type = value("value-type");
  const isFormula = xmlAttribute(attributes, "table:formula") !== undefined;
  if (xmlAttribute(attributes, "calcext:value-type") === "error" || (isFormula && ERROR_SHOWN.test(shown))) {
    return { type: "error", text: shown === "" ? "#ERROR!" : shown };
  }
  switch (type) {
    case undefined:
      if (isFormula) return { type: "uncached" };
      return shown === "" ? null : { type: "text", text: shown };
    case "string":
      return textValue(value("string-value") ?? shown);
    case "float":
    case "percentage":
    case "currency":
      return numberValue(value("value"));
    case "boolean":
      return { type: "boolean", value: value("boolean-value") === "true" };
    case "date":
      return dateValue(value("date-value"));
    case "time":
      return numberValue(daysOf(value("time-value")));
    default:
      return undefined;
  }
}

function textValue(text: string): RawValue | null {
  return text === "" ? null : { type: "text", text };
}

function numberValue(text: string | undefined): RawValue | undefined {
  if (text === undefined || !/^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d{1,4})?$/i.test(text.trim())) return undefined;
  const number = Number(text);
  return Number.isFinite(number) ? { type: "number", value: fromNumber(number) } : { type: "error", text: "#NUM!" };
}

/** A time of day is dropped, rounded to the second first, as with the serial numbers of other formats. */
function dateValue(text: string | undefined): RawValue | undefined {
  const [, date, time] = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d:\d\d(?:\.\d+)?))?$/.exec(text ?? "") ?? [];
  const moment = Date.parse(`${date}T${time?.slice(0, 12) ?? "00:00:00"}Z`);
  if (date === undefined || Number.isNaN(moment)) return undefined;
  if (!new Date(Date.parse(`${date}T00:00:00Z`)).toISOString().startsWith(date)) return undefined; // 31 June
  return { type: "date", date: new Date(moment + HALF_SECOND_MS).toISOString().slice(0, 10) };
}

function daysOf(duration: string | undefined): string | undefined {
  const match = /^(-?)PT(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9}(?:[.,]\d+)?)S)?$/.exec(duration ?? "");
  if (!match) return undefined;
  const [, sign, hours = "0", minutes = "0", seconds = "0"] = match;
  const days = (Number(hours) + (Number(minutes) + Number(seconds.replace(",", ".")) / 60) / 60) / 24;
  return `${sign}${days.toPrecision(15)}`;
}
