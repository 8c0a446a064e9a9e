import { parseAddress, toAddress } from "../model/cell.ts";
import { OWN_SHEET } from "./colours.ts";
import type { Parts } from "./parts.ts";
import { listRelationships } from "./relationships.ts";
import { literalText, safeText } from "./safe-text.ts";
import type { OwnLook, Styles } from "./styles.ts";
import { SPREADSHEET, workbookPath } from "./workbook.ts";
import { childrenOf, escapeXml, rootOf } from "./xml.ts";

/** A place in the same workbook. */
export interface Place {
  readonly sheet: string;
  readonly cell: string; // A1
}

/** A cell of a sheet that this program adds: text, and where it leads. */
export interface OwnCell {
  readonly text: string;
  readonly link?: Place;
  readonly fill?: string; // RRGGBB
}

/** A sheet that this program adds to someone's workbook; all text. */
export interface OwnSheet {
  readonly name: string;
  readonly title: string;
  readonly lines: readonly string[];
  readonly widths: readonly number[]; // in characters
  readonly head: readonly string[];
  readonly rows: readonly (readonly OwnCell[])[];
}

const TITLE_HEIGHT = 27; // points
const LINE_HEIGHT = 16;
const MOST_HEIGHT = 400; // a row may be 409 points high

/** The worksheet part of an added sheet. */
export function ownSheetXml({ title, lines, widths, head, rows }: OwnSheet, styles: Styles): string {
  const links: string[] = [];
  const cell = (row: number, column: number, { text, link, fill }: OwnCell, look: OwnLook) => {
    const address = toAddress(row, column);
    if (link) links.push(`<hyperlink ref="${address}" location="${escapeXml(locationOf(link))}"/>`);
    const content = `<is><t>${escapeXml(literalText(text))}</t></is>`;
    return `<c r="${address}" s="${styles.own(look, fill)}" t="inlineStr">${content}</c>`;
  };
  const above = [title, ...lines].map((text, index) =>
    rowOf(index + 1, index === 0 ? TITLE_HEIGHT : LINE_HEIGHT, [
      cell(index + 1, 1, { text }, index === 0 ? "title" : "line"),
    ]),
  );
  const headRow = above.length + 1;
  const headCells = head.map((text, index) => cell(headRow, index + 1, { text }, "head"));
  const body = rows.map((cells, index) => {
    const row = headRow + 1 + index;
    return rowOf(
      row,
      heightOf(cells, widths),
      cells.map((each, column) => cell(row, column + 1, each, each.link ? "link" : "text")),
    );
  });
  const columns = widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${SPREADSHEET}">` +
    `<sheetPr><tabColor rgb="FF${OWN_SHEET.tab}"/><pageSetUpPr fitToPage="1"/></sheetPr>` +
    `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${headRow}" topLeftCell="A${headRow + 1}" ` +
    'activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<cols>${columns.join("")}</cols>` +
    `<sheetData>${above.join("")}${rowOf(headRow, LINE_HEIGHT, headCells)}${body.join("")}</sheetData>` +
    `${links.length > 0 ? `<hyperlinks>${links.join("")}</hyperlinks>` : ""}` +
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>' +
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>'
  );
}

/** Tells whether a worksheet part is one that was added before under this title, by us or saved again by any program. */
export function isOwnSheetXml(parts: Parts, path: string, title: string): boolean {
  const xml = parts.read(path);
  const first = /<(?:\w+:)?c\s[^<>]*r="A1"[^<>]*>(.*?)<\/(?:\w+:)?c>/s.exec(xml.slice(0, 20_000));
  if (!first) return false;
  const [cell, content = ""] = first;
  if (!/\st="s"/.test(cell.slice(0, cell.indexOf(">")))) return content.includes(`>${title}<`);
  return sharedText(parts, Number(/<(?:\w+:)?v>(\d+)</.exec(content)?.[1])).includes(`>${title}<`);
}

function sharedText(parts: Parts, number: number): string {
  const table = listRelationships(parts, workbookPath(parts)).find(({ type }) => type === "sharedStrings");
  if (!table || !parts.has(table.path)) return "";
  const xml = parts.read(table.path);
  const root = rootOf(xml, "sst");
  const item = childrenOf(xml, root.innerStart, root.innerEnd).filter(({ name }) => name === "si")[number];
  return item ? xml.slice(item.start, item.end) : "";
}

function rowOf(row: number, height: number, cells: readonly string[]): string {
  return `<row r="${row}" ht="${height}" customHeight="1">${cells.join("")}</row>`;
}

/** High enough for the longest cell; not every program finds the height of wrapped text by itself. */
function heightOf(cells: readonly OwnCell[], widths: readonly number[]): number {
  const lines = cells.map(({ text }, column) =>
    text
      .split("\n")
      .reduce((sum, line) => sum + Math.max(1, Math.ceil(halfWidths(line) / ((widths[column] ?? 10) - 1))), 0),
  );
  return Math.min(MOST_HEIGHT, LINE_HEIGHT * Math.max(...lines));
}

/** The width of a line in half-width characters; dashes, quotation marks and all beyond takes two. */
function halfWidths(line: string): number {
  return [...line].reduce((sum, character) => sum + (character >= "\u2010" ? 2 : 1), 0);
}

function locationOf({ sheet, cell }: Place): string {
  return `'${safeText(sheet).replaceAll("'", "''")}'!${parseAddress(cell) ? cell : "A1"}`;
}
