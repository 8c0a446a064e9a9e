import { strToU8, zipSync } from "fflate";
import type { Book, Sheet } from "../model/cell.ts";
import { plainSheetXml } from "./plain-sheet.ts";
import { makePlainStyles } from "./plain-styles.ts";
import { OFFICE_RELATIONSHIPS } from "./relationships.ts";
import { safeText } from "./safe-text.ts";
import { SPREADSHEET, SPREADSHEET_TYPE } from "./workbook.ts";
import { escapeXml } from "./xml.ts";

const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const LONGEST_NAME = 31; // of a sheet, by the rules of Excel

/** A workbook that shows cells and nothing else. */
export interface PlainWorkbook {
  readonly bytes: Uint8Array;
  readonly names: ReadonlyMap<string, string>; // of its sheets, by the names in the book
}

/**
 * Puts a book's cells into a workbook, each where it stood and as what it was, with its number format, its indent and
 * its merges; hidden rows, columns and sheets stay hidden. Results stand in place of formulas.
 */
export function plainWorkbook({ sheets }: Book): PlainWorkbook {
  const styles = makePlainStyles(sheets);
  const names = sheetNames(sheets);
  const numbers = sheets.map((_, index) => index + 1);
  const list = sheets.map(
    ({ name, hidden }, index) =>
      `<sheet name="${escapeXml(names.get(name) ?? name)}" sheetId="${index + 1}"${hidden ? ' state="hidden"' : ""} r:id="rId${index + 1}"/>`,
  );
  const parts = {
    "[Content_Types].xml": contentTypes(numbers),
    "_rels/.rels": relationships([["officeDocument", "xl/workbook.xml"]]),
    "xl/workbook.xml": `<workbook xmlns="${SPREADSHEET}" xmlns:r="${OFFICE_RELATIONSHIPS}"><sheets>${list.join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relationships([
      ...numbers.map((number) => ["worksheet", `worksheets/sheet${number}.xml`] as const),
      ["styles", "styles.xml"],
    ]),
    "xl/styles.xml": styles.xml,
    ...Object.fromEntries(
      sheets.map((sheet, index) => [`xl/worksheets/sheet${index + 1}.xml`, plainSheetXml(sheet, styles.indexOf)]),
    ),
  };
  const files = Object.entries(parts).map(([path, xml]) => [path, strToU8(HEAD + xml)]);
  return { bytes: zipSync(Object.fromEntries(files), { mtime: new Date(1980, 0, 1) }), names };
}

/** What Excel takes for a name: no brackets, slashes, colons, no more than 31 characters, none twice. */
function sheetNames(sheets: readonly Sheet[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  sheets.forEach(({ name }, index) => {
    const allowed = safeText(name).replace(/[[\]:*?/\\\n]/g, "_");
    const plain = allowed.length <= LONGEST_NAME ? allowed : [...allowed].slice(0, LONGEST_NAME - 4).join("");
    const free = plain.replace(/^'|'$/g, "_") || `表${index + 1}`;
    const isTaken = [...names.values()].some((other) => other.toLowerCase() === free.toLowerCase());
    names.set(name, isTaken ? `${free.slice(0, LONGEST_NAME - 4)}(${index + 1})` : free);
  });
  return names;
}

function relationships(targets: readonly (readonly [string, string])[]): string {
  const each = targets.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${OFFICE_RELATIONSHIPS}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${each.join("")}</Relationships>`;
}

function contentTypes(numbers: readonly number[]): string {
  const override = (part: string, type: string) =>
    `<Override PartName="/xl/${part}" ContentType="${SPREADSHEET_TYPE}.${type}+xml"/>`;
  const sheets = numbers.map((number) => override(`worksheets/sheet${number}.xml`, "worksheet"));
  return (
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    `${override("workbook.xml", "sheet.main")}${override("styles.xml", "styles")}${sheets.join("")}</Types>`
  );
}
