import { strToU8 } from "fflate";
import { toAddress } from "../../model/cell.ts";
import type { SheetDescription } from "../../model/edition.ts";
import { closePackage } from "../package.ts";
import { firstBodyRow } from "../sheet-layout.ts";
import { element, escapedXml, setting, XML_HEAD } from "../xml.ts";
import type { CellLookup, SourceCell } from "./source-cells.ts";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** The first number that a book may give to a format of its own. */
const FIRST_FORMAT = 164;

/** How words in a book look. */
export interface BookFont {
  readonly name: string;
  readonly sizePt: number;
}

/**
 * Writes a sheet as a workbook for a chart to be edited in: the cells as they are looked up, numbers as numbers in
 * their formats, without formulas, links and looks. The same sheet gives the same bytes.
 *
 * It is smaller than what writes the large workbook, whose library takes longer to load than all of a briefing to write.
 */
export function embeddedBook(sheet: SheetDescription, cellAt: CellLookup, font: BookFont): Uint8Array {
  const rows = rowsOf(sheet, cellAt);
  const cells = rows.flat().filter((cell) => cell !== undefined);
  const words = [...new Set(cells.flatMap(({ value }) => (typeof value === "string" ? [value] : [])))];
  const formats = [...new Set(cells.flatMap(({ numberFormat }) => numberFormat ?? []))];
  return closePackage({
    "[Content_Types].xml": part(contentTypes()),
    "_rels/.rels": part(relationships({ officeDocument: "xl/workbook.xml" })),
    "xl/workbook.xml": part(book(sheet.name)),
    "xl/_rels/workbook.xml.rels": part(
      relationships({
        worksheet: "worksheets/sheet1.xml",
        styles: "styles.xml",
        sharedStrings: "sharedStrings.xml",
      }),
    ),
    "xl/worksheets/sheet1.xml": part(worksheet(sheet, rows, { words, formats })),
    "xl/styles.xml": part(styles(formats, font)),
    "xl/sharedStrings.xml": part(element("sst", { xmlns: MAIN, uniqueCount: words.length }, ...words.map(sharedText))),
  });
}

function part(xml: string): Uint8Array {
  return strToU8(XML_HEAD + xml);
}

function rowsOf(sheet: SheetDescription, cellAt: CellLookup): readonly (readonly (SourceCell | undefined)[])[] {
  const count = firstBodyRow(sheet) - 1 + sheet.rows.length;
  return Array.from({ length: count }, (_row, row) =>
    sheet.columns.map((_column, column) => cellAt({ sheet: sheet.name, row: row + 1, column: column + 1 })),
  );
}

interface Tables {
  readonly words: readonly string[];
  readonly formats: readonly string[];
}

function worksheet(
  { columns }: SheetDescription,
  rows: readonly (readonly (SourceCell | undefined)[])[],
  tables: Tables,
): string {
  const widths = columns.map(({ widthChars }, index) =>
    element("col", { min: index + 1, max: index + 1, width: widthChars, customWidth: 1 }),
  );
  const written = rows.map((cells, row) =>
    element(
      "row",
      { r: row + 1 },
      ...cells.map((cell, column) => (cell ? cellXml(cell, toAddress(row + 1, column + 1), tables) : "")),
    ),
  );
  return element("worksheet", { xmlns: MAIN }, element("cols", {}, ...widths), element("sheetData", {}, ...written));
}

function cellXml({ value, numberFormat }: SourceCell, r: string, { words, formats }: Tables): string {
  if (value === null) return "";
  const s = numberFormat === null ? 0 : formats.indexOf(numberFormat) + 1;
  return typeof value === "string"
    ? element("c", { r, s, t: "s" }, `<v>${words.indexOf(value)}</v>`)
    : element("c", { r, s }, `<v>${value}</v>`);
}

function sharedText(text: string): string {
  const space: Readonly<Record<string, string>> = /^\s|\s$/.test(text) ? { "xml:space": "preserve" } : {};
  return element("si", {}, element("t", space, escapedXml(text)));
}

function styles(formats: readonly string[], { name, sizePt }: BookFont): string {
  const own = formats.map((formatCode, index) => element("numFmt", { numFmtId: FIRST_FORMAT + index, formatCode }));
  const look = { fontId: 0, fillId: 0, borderId: 0 };
  const looks = formats.map((_format, index) =>
    element("xf", { numFmtId: FIRST_FORMAT + index, ...look, xfId: 0, applyNumberFormat: 1 }),
  );
  const fills = ["none", "gray125"].map((patternType) => element("fill", {}, element("patternFill", { patternType })));
  const normal = element("cellStyle", { name: "Normal", xfId: 0, builtinId: 0 });
  return element(
    "styleSheet",
    { xmlns: MAIN },
    own.length === 0 ? "" : counted("numFmts", own),
    counted("fonts", [element("font", {}, setting("sz", sizePt), setting("name", name))]),
    counted("fills", fills),
    counted("borders", [element("border", {}, ...["left", "right", "top", "bottom"].map((side) => `<${side}/>`))]),
    counted("cellStyleXfs", [element("xf", { numFmtId: 0, ...look })]),
    counted("cellXfs", [element("xf", { numFmtId: 0, ...look, xfId: 0 }), ...looks]),
    counted("cellStyles", [normal]),
  );
}

function counted(name: string, elements: readonly string[]): string {
  return element(name, { count: elements.length }, ...elements);
}

function book(sheetName: string): string {
  const sheet = element("sheet", { name: sheetName, sheetId: 1, "r:id": "rId1" });
  return element("workbook", { xmlns: MAIN, "xmlns:r": OFFICE }, element("sheets", {}, sheet));
}

function relationships(targets: Readonly<Record<string, string>>): string {
  const each = Object.entries(targets).map(([type, Target], index) =>
    element("Relationship", { Id: `rId${index + 1}`, Type: `${OFFICE}/${type}`, Target }),
  );
  return element("Relationships", { xmlns: `${PACKAGE}/relationships` }, ...each);
}

function contentTypes(): string {
  const parts = { "workbook.xml": "sheet.main", "worksheets/sheet1.xml": "worksheet" };
  const overrides = Object.entries({ ...parts, "styles.xml": "styles", "sharedStrings.xml": "sharedStrings" });
  return element(
    "Types",
    { xmlns: `${PACKAGE}/content-types` },
    element("Default", {
      Extension: "rels",
      ContentType: "application/vnd.openxmlformats-package.relationships+xml",
    }),
    element("Default", { Extension: "xml", ContentType: "application/xml" }),
    ...overrides.map(([path, kind]) =>
      element("Override", { PartName: `/xl/${path}`, ContentType: `${CONTENT_TYPE}.${kind}+xml` }),
    ),
  );
}
