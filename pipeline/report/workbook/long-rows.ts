import type { Style } from "exceljs";
import { toAddress } from "../../model/cell.ts";
import type { SheetDescription } from "../../model/edition.ts";
import { firstBodyRow } from "../sheet-layout.ts";
import { escapedXml } from "../xml.ts";
import type { Canvas } from "./canvas.ts";
import { type DataRow, type WrittenCell, writtenCells, writtenHeightPt } from "./written-row.ts";

/** Sheets of more rows are not given to exceljs, which holds every cell several times over and takes longer. */
const LONGEST_IN_MEMORY = 250;
const ROWS_A_PIECE = 500;

type StyleIds = ReadonlyMap<Partial<Style>, string>;

/** Whether a sheet's rows are written piece by piece. */
export function isLong({ rows }: SheetDescription): boolean {
  return rows.length > LONGEST_IN_MEMORY && rows.every(({ kind }) => kind === "data");
}

/**
 * The rows of a long sheet that exceljs gets all the same: the first with each look, whose numbers its part then tells,
 * and the last, so that it knows how far the sheet goes.
 */
export function specimens(canvas: Canvas): readonly number[] {
  const seen = new Set<Partial<Style>>();
  return dataRows(canvas).flatMap((row, index, { length }) => {
    const before = seen.size;
    for (const { look } of writtenCells(canvas, row)) seen.add(look);
    return seen.size > before || index === length - 1 ? [index] : [];
  });
}

/** The part of a long sheet with all its rows, piece by piece, out of the part with its specimens. */
export function* longRows(xml: string, canvas: Canvas): Generator<string> {
  const rows = dataRows(canvas);
  const top = firstBodyRow(canvas.sheet);
  const start = xml.indexOf(`<row r="${top}"`);
  const end = xml.indexOf("</row>", xml.indexOf(`<row r="${top + rows.length - 1}"`)) + "</row>".length;
  const ids = styleIds(canvas, xml.slice(start, end));
  yield xml.slice(0, start);
  for (let from = 0; from < rows.length; from += ROWS_A_PIECE) {
    const piece = rows.slice(from, from + ROWS_A_PIECE);
    yield piece.map((row, at) => rowXml(canvas, row, top + from + at, ids)).join("");
  }
  yield xml.slice(end);
}

function dataRows({ sheet }: Canvas): readonly DataRow[] {
  return sheet.rows.filter((row) => row.kind === "data");
}

/** The number that exceljs gave to each look, read off the specimens. */
function styleIds(canvas: Canvas, xml: string): StyleIds {
  const ids = new Map<Partial<Style>, string>();
  const rows = dataRows(canvas);
  const top = firstBodyRow(canvas.sheet);
  for (const [, number, inner = ""] of xml.matchAll(/<row r="(\d+)"[^>]*>(.*?)<\/row>/gs)) {
    const row = rows[Number(number) - top];
    const styles = [...inner.matchAll(/<c r="[A-Z]+\d+" s="(\d+)"/g)];
    const cells = row ? writtenCells(canvas, row) : [];
    for (const [at, { look }] of cells.entries()) ids.set(look, styles[at]?.[1] ?? "");
  }
  return ids;
}

function rowXml(canvas: Canvas, description: DataRow, row: number, ids: StyleIds): string {
  const cells = writtenCells(canvas, description);
  const inner = cells.map((cell) => cellXml(cell, toAddress(row, cell.column), ids.get(cell.look) ?? ""));
  return `<row r="${row}" ht="${writtenHeightPt(canvas, cells)}" customHeight="1">${inner.join("")}</row>`;
}

function cellXml({ value, formula }: WrittenCell, address: string, styleId: string): string {
  const start = `<c r="${address}" s="${styleId}"`;
  if (value === null) return `${start}/>`;
  if (typeof value === "string") return `${start} t="inlineStr"><is>${textXml(value)}</is></c>`;
  return `${start}>${formula === null ? "" : `<f>${escapedXml(formula)}</f>`}<v>${value}</v></c>`;
}

/** Blanks at the ends of a text are lost unless it says that they are to be kept. */
function textXml(text: string): string {
  if (!/^\s|\s$|[\n&<>"]/.test(text)) return `<t>${text}</t>`;
  const space = /^\s|\s$/.test(text) ? ' xml:space="preserve"' : "";
  return `<t${space}>${escapedXml(text)}</t>`;
}
