import { builtinFormat, GENERAL } from "./builtin-formats.ts";
import { chineseFormat } from "./chinese-formats.ts";
import { isDateFormat } from "./number-format.ts";
import { ATTRIBUTE_PART, withoutPrefix } from "./xlsx-text.ts";
import { decodeXml } from "./xml-tokens.ts";

/** What matters here of how a cell looks. */
export interface CellLook {
  readonly numberFormat: string; // "General" where none is set
  readonly isDate: boolean; // the format shows a calendar date
  readonly indent: number; // alignment indent, in steps
}

/** How a cell looks whose style is in no list. */
export const PLAIN_LOOK: CellLook = { numberFormat: GENERAL, isDate: false, indent: 0 };

const FORMAT = new RegExp(`<numFmt\\s${ATTRIBUTE_PART}*>`, "g");
const STYLE = new RegExp(`<(/?)(cellXfs|xf|alignment)\\b${ATTRIBUTE_PART}*>`, "g");

/**
 * The looks that cells name by number, from 0.
 *
 * Numbers below 164 that the file does not spell out mean what Chinese Excel and WPS take them for, else what the
 * standard says.
 *
 * @param part the styles part; "" where the file has none
 */
export function readStyles(part: string): readonly CellLook[] {
  const xml = withoutPrefix(part);
  const formats = new Map((xml.match(FORMAT) ?? []).map((tag) => [numberOf(tag, "numFmtId"), formatCode(tag)]));
  const spelledOut = new Set(formats.keys());
  const looks = new Map<number, CellLook>(); // by number of the format; few, and shared by the cells
  return stylesOf(xml).map(({ format, indent }) => {
    const numberFormat = formats.get(format) ?? chineseFormat(format, spelledOut) ?? builtinFormat(format) ?? GENERAL;
    const look = looks.get(format) ?? { numberFormat, isDate: isDateFormat(numberFormat), indent: 0 };
    looks.set(format, look);
    return indent === 0 ? look : { ...look, indent };
  });
}

/** Tag by tag, so that a list that does not end costs no more than one that does. */
function stylesOf(xml: string): readonly { readonly format: number; readonly indent: number }[] {
  const styles: { format: number; indent: number }[] = [];
  let isInside = false;
  for (const [tag, slash, name] of xml.matchAll(STYLE)) {
    const last = styles.at(-1);
    if (name === "cellXfs") isInside = slash === "" && !tag.endsWith("/>");
    else if (!isInside || slash === "/") continue;
    else if (name === "xf") styles.push({ format: numberOf(tag, "numFmtId"), indent: 0 });
    else if (last) last.indent = numberOf(tag, "indent");
  }
  return styles;
}

function formatCode(tag: string): string {
  const [, double, single] = /\sformatCode\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(tag) ?? [];
  return decodeXml(double ?? single ?? "");
}

function numberOf(tag: string, name: string): number {
  return Number(new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`).exec(tag)?.[1] ?? 0);
}
