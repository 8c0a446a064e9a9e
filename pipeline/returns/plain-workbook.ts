import { strToU8, zipSync } from "fflate";
import { type Book, type Cell, type RawValue, type Sheet, toAddress } from "../model/cell.ts";
import { OFFICE_RELATIONSHIPS } from "./relationships.ts";
import { literalText, safeText } from "./safe-text.ts";
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

/** Puts a book's cells into a workbook, each where it stood: numbers as numbers, all else as text. */
export function plainWorkbook({ sheets }: Book): PlainWorkbook {
  const names = sheetNames(sheets);
  const numbers = sheets.map((_, index) => index + 1);
  const list = sheets.map(
    ({ name }, index) =>
      `<sheet name="${escapeXml(names.get(name) ?? name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const parts = {
    "[Content_Types].xml": contentTypes(numbers),
    "_rels/.rels": relationships([["officeDocument", "xl/workbook.xml"]]),
    "xl/workbook.xml": `<workbook xmlns="${SPREADSHEET}" xmlns:r="${OFFICE_RELATIONSHIPS}"><sheets>${list.join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relationships(
      numbers.map((number) => ["worksheet", `worksheets/sheet${number}.xml`]),
    ),
    ...Object.fromEntries(sheets.map((sheet, index) => [`xl/worksheets/sheet${index + 1}.xml`, worksheet(sheet)])),
  };
  const files = Object.entries(parts).map(([path, xml]) => [path, strToU8(HEAD + xml)]);
  return { bytes: zipSync(Object.fromEntries(files), { mtime: new Date(1980, 0, 1) }), names };
}

/** What Excel takes for a name: no brackets, slashes, colons, no more than 31 characters, none twice. */
function sheetNames(sheets: readonly Sheet[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  sheets.forEach(({ name }, index) => {
    const plain = [...safeText(name).replace(/[[\]:*?/\\\n]/g, "_")].slice(0, LONGEST_NAME - 4).join("");
    const free = plain.replace(/^'|'$/g, "_") || `表${index + 1}`;
    const isTaken = [...names.values()].some((other) => other.toLowerCase() === free.toLowerCase());
    names.set(name, isTaken ? `${free}(${index + 1})` : free);
  });
  return names;
}

function worksheet({ cells, merges }: Sheet): string {
  const rows = new Map<number, Cell[]>();
  for (const cell of cells) {
    const row = rows.get(cell.row);
    if (row) row.push(cell);
    else rows.set(cell.row, [cell]);
  }
  const body = [...rows].map(([row, inRow]) => `<row r="${row}">${inRow.map(cellXml).join("")}</row>`);
  const ranges = merges.map(
    ({ top, left, bottom, right }) => `<mergeCell ref="${toAddress(top, left)}:${toAddress(bottom, right)}"/>`,
  );
  const merged = ranges.length > 0 ? `<mergeCells>${ranges.join("")}</mergeCells>` : "";
  return `<worksheet xmlns="${SPREADSHEET}"><sheetData>${body.join("")}</sheetData>${merged}</worksheet>`;
}

function cellXml({ row, column, raw }: Cell): string {
  const address = toAddress(row, column);
  if (raw.type === "number") return `<c r="${address}"><v>${raw.value}</v></c>`;
  const text = escapeXml(literalText(safeText(textOf(raw))));
  return `<c r="${address}" t="inlineStr"><is><t>${text}</t></is></c>`;
}

function textOf(raw: Exclude<RawValue, { readonly type: "number" }>): string {
  if (raw.type === "date") return raw.date;
  if (raw.type === "boolean") return raw.value ? "TRUE" : "FALSE";
  return raw.type === "uncached" ? "（公式没有结果）" : raw.text;
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
    `${override("workbook.xml", "sheet.main")}${sheets.join("")}</Types>`
  );
}
