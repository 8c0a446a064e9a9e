import { fixedAddress } from "../../model/cell.ts";
import type { SheetDescription } from "../../model/edition.ts";
import { type Parts, rewritePart } from "../package.ts";
import { escapedXml } from "../xml.ts";

const LONGEST_NAME = 255;

/** Puts the names that sheets give to ranges into the written workbook. @throws RangeError as `checkNames` does */
export function addDefinedNames(parts: Parts, sheets: readonly SheetDescription[]): void {
  const elements = sheets.flatMap(({ name: sheet, names }) =>
    Object.entries(names ?? {}).map(([name, range]) => {
      const place = `'${sheet.replaceAll("'", "''")}'!${fixed(range)}`;
      return `<definedName name="${escapedXml(name)}">${escapedXml(place)}</definedName>`;
    }),
  );
  if (elements.length === 0) return;
  rewritePart(parts, "xl/workbook.xml", (xml) =>
    xml.replace("</definedNames>", () => `${elements.join("")}</definedNames>`),
  );
}

/**
 * Checks the names of ranges and tables of a workbook: one sort of name to a spreadsheet, and its case does not count.
 *
 * @throws RangeError if one is not a name, looks like a cell, or is given twice
 */
export function checkNames(sheets: readonly SheetDescription[]): void {
  const seen = new Set<string>();
  for (const name of sheets.flatMap(({ names, table }) => [...Object.keys(names ?? {}), ...(table ? [table] : [])])) {
    const key = name.toLowerCase();
    const isName = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && name.length <= LONGEST_NAME;
    const isCell = /^[a-z]{1,3}\d+$|^(?:r\d*)?(?:c\d*)?$/.test(key);
    if (!isName || isCell || seen.has(key)) throw new RangeError(`${JSON.stringify(name)} cannot name a range`);
    seen.add(key);
  }
}

/** "B7:B119" as a range that stays where it is: "$B$7:$B$119". */
function fixed(range: string): string {
  if (!/^[A-Z]{1,3}[1-9]\d*(?::[A-Z]{1,3}[1-9]\d*)?$/.test(range)) throw new RangeError(`${range} is not a range`);
  return fixedAddress(range);
}
