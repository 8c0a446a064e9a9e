import ExcelJS from "exceljs";
import type { Edition } from "../../model/edition.ts";
import type { Theme } from "../../model/theme.ts";
import { closePackage, normaliseParts, openPackage, type Parts, rewritePart } from "../package.ts";
import { cellLooks } from "./cell-looks.ts";
import { cellValues } from "./cell-value.ts";
import { chartNumbers, sheetCharts } from "./charts.ts";
import { columnChars } from "./column-chars.ts";
import { sheetComments } from "./comments.ts";
import { addDefinedNames, checkNames } from "./defined-names.ts";
import { describedCells } from "./described-cells.ts";
import { sheetLinks } from "./links.ts";
import { isLong, longRows } from "./long-rows.ts";
import { sheetMarks } from "./marks.ts";
import { breakPages } from "./page-breaks.ts";
import { setUpPage } from "./page-setup.ts";
import { setProperties } from "./properties.ts";
import { fillSheet } from "./sheet.ts";
import { addToSheet } from "./sheet-parts.ts";
import { sheetSparklines } from "./sparklines.ts";
import { hasTable, sheetTable } from "./tables.ts";

const TEXT_FORMAT_ID = 49; // "@"

/**
 * Writes an edition's sheets as an .xlsx file, in their order.
 *
 * Printed figures are real numbers that show the printed text. The same edition gives the same bytes: the file's
 * dates are the edition's data vintage.
 *
 * @param issuer 编发机关
 */
export async function renderWorkbook(
  edition: Edition,
  theme: Theme,
  issuer: string | null = null,
): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  setProperties(workbook, edition, issuer);
  workbook.views = [{ x: 0, y: 0, width: 24_000, height: 14_000, firstSheet: 0, activeTab: 0, visibility: "visible" }];
  const { sheets } = edition;
  checkNames(sheets);
  const looks = cellLooks(theme);
  const values = cellValues(theme);
  const canvases = sheets.map((sheet) => {
    const worksheet = workbook.addWorksheet(sheet.name);
    const canvas = { worksheet, sheet, theme, looks, values, columnChars: columnChars(sheet) };
    setUpPage(canvas, edition);
    fillSheet(canvas);
    breakPages(canvas);
    return canvas;
  });
  const parts = openPackage(new Uint8Array(await workbook.xlsx.writeBuffer({ zip: { compression: "STORE" } })));
  const sources = { cellAt: describedCells(sheets, theme), theme };
  const numbers = chartNumbers(sheets);
  const tables = sheets.filter(hasTable);
  for (const [index, { sheet, worksheet }] of canvases.entries()) {
    const number = index + 1;
    addToSheet(parts, number, [
      ...sheetMarks(sheet, number, theme),
      ...sheetLinks(sheet),
      ...sheetComments(sheet, number, worksheet, theme),
      ...(hasTable(sheet) ? [sheetTable(sheet, tables.indexOf(sheet) + 1)] : []),
      ...sheetCharts(sheet, number, { ...sources, numbers }),
      ...sheetSparklines(sheet, sources),
    ]);
  }
  addDefinedNames(parts, sheets);
  restyle(parts, theme);
  unmarkSpace(parts);
  normaliseParts(parts, edition.dataVintage);
  const long = canvases.flatMap((canvas, index) =>
    isLong(canvas.sheet)
      ? [[`xl/worksheets/sheet${index + 1}.xml`, (xml: string) => longRows(xml, canvas)] as const]
      : [],
  );
  return closePackage(parts, Object.fromEntries(long));
}

/**
 * Sets in xl/styles.xml what exceljs cannot: the book's own font, which column widths count in, and the mark that
 * keeps a text from ever becoming a formula.
 */
function restyle(parts: Parts, { workbook: look }: Theme): void {
  rewritePart(parts, "xl/styles.xml", (xml) =>
    xml
      .replace(/<font>.*?<\/font>/s, `<font><sz val="${look.bodyPt}"/><name val="${look.bodyFont}"/></font>`)
      .replace(/<cellXfs\b.*<\/cellXfs>/s, (formats) =>
        formats.replaceAll(`<xf numFmtId="${TEXT_FORMAT_ID}"`, `<xf numFmtId="${TEXT_FORMAT_ID}" quotePrefix="1"`),
      ),
  );
}

/** Takes the mark of outer blanks from texts that have only breaks between their lines: the schema knows none there. */
function unmarkSpace(parts: Parts): void {
  rewritePart(parts, "xl/sharedStrings.xml", (xml) =>
    xml.replace(/<t xml:space="preserve">(?=\S)([^<]*\S)<\/t>/g, (_whole, text) => `<t>${text}</t>`),
  );
}
