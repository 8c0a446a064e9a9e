import { parseAddress, toAddress } from "../model/cell.ts";
import {
  attributeOf,
  childrenOf,
  type Element,
  opened,
  prefixOf,
  rootOf,
  UnusualXml,
  withAttribute,
  withoutAttribute,
} from "./xml.ts";

/** Which cells of a sheet take which fill (RRGGBB): by row, then by column, from 1. */
export type Fills = ReadonlyMap<number, ReadonlyMap<number, string>>;

/** The number of a style equal to `base` but for its fill. */
type Filled = (base: number, fill: string) => number;

interface Painter {
  readonly prefix: string;
  readonly columnStyle: (column: number) => number;
  readonly filled: Filled;
}

/**
 * Gives cells of a worksheet part a fill; all else stays as it stands, and cells that are not there yet are put in
 * their places, in the style of their row or column.
 *
 * @throws UnusualXml where rows or cells do not stand in their order
 */
export function paintCells(xml: string, fills: Fills, filled: Filled): string {
  const root = rootOf(xml, "worksheet");
  const sections = childrenOf(xml, root.innerStart, root.innerEnd);
  const data = sections.find(({ name }) => name === "sheetData");
  if (!data) throw new UnusualXml("no sheetData");
  const prefix = prefixOf(root.open);
  const painter = { prefix, columnStyle: columnStyles(xml, sections), filled };
  const rows = paintRows(xml, data, fills, painter);
  return `${xml.slice(0, data.start)}${opened(data.open)}${rows}</${prefix}sheetData>${xml.slice(data.end)}`;
}

/** Gives cells that have one of these styles another: by number, what is and what shall be. */
export function restyleCells(xml: string, styles: ReadonlyMap<number, number>): string {
  if (styles.size === 0) return xml;
  return xml.replace(/<(?:\w+:)?c(?=\s)[^<>]*>/g, (open) => {
    const style = styles.get(Number(attributeOf(open, "s") ?? 0));
    return style === undefined ? open : withAttribute(open, "s", String(style));
  });
}

function columnStyles(xml: string, sections: readonly Element[]): (column: number) => number {
  const cols = sections.find(({ name }) => name === "cols");
  const ranges = (cols ? childrenOf(xml, cols.innerStart, cols.innerEnd) : []).map(({ open }) => ({
    min: Number(attributeOf(open, "min")),
    max: Number(attributeOf(open, "max")),
    style: Number(attributeOf(open, "style") ?? 0),
  }));
  return (column) => ranges.find(({ min, max }) => min <= column && column <= max)?.style ?? 0;
}

function paintRows(xml: string, data: Element, fills: Fills, painter: Painter): string {
  const pending = [...fills.keys()].sort((a, b) => a - b);
  const pieces: string[] = [];
  let copied = data.innerStart;
  let row = 0;
  const addRowsBefore = (next: number) => {
    while (pending[0] !== undefined && pending[0] < next) pieces.push(newRow(pending.shift() ?? 0, fills, painter));
  };
  for (const element of childrenOf(xml, data.innerStart, data.innerEnd)) {
    row = inOrder(Number(attributeOf(element.open, "r") ?? row + 1), row);
    if (pending[0] === undefined || pending[0] > row) continue;
    pieces.push(xml.slice(copied, element.start));
    copied = element.start;
    addRowsBefore(row);
    if (pending[0] !== row) continue;
    pending.shift();
    pieces.push(paintRow(xml, element, row, fills.get(row) ?? new Map(), painter));
    copied = element.end;
  }
  pieces.push(xml.slice(copied, data.innerEnd));
  addRowsBefore(Number.POSITIVE_INFINITY);
  return pieces.join("");
}

function newRow(row: number, fills: Fills, painter: Painter): string {
  const cells = [...(fills.get(row) ?? [])].sort(([a], [b]) => a - b);
  const open = `<${painter.prefix}row r="${row}">`;
  const inside = cells.map(([column, fill]) => newCell(row, column, painter.columnStyle(column), fill, painter));
  return `${open}${inside.join("")}</${painter.prefix}row>`;
}

function paintRow(xml: string, element: Element, row: number, fills: ReadonlyMap<number, string>, painter: Painter) {
  const isStyled = ["1", "true"].includes(attributeOf(element.open, "customFormat") ?? "");
  const styleOf = (column: number) =>
    isStyled ? Number(attributeOf(element.open, "s") ?? 0) : painter.columnStyle(column);
  const pending = [...fills].sort(([a], [b]) => a - b);
  const pieces: string[] = [];
  let copied = element.innerStart;
  let column = 0;
  let grown = false;
  const addCellsBefore = (next: number) => {
    for (let first = pending[0]; first && first[0] < next; first = pending[0]) {
      pieces.push(newCell(row, first[0], styleOf(first[0]), first[1], painter));
      pending.shift();
      grown = true;
    }
  };
  for (const cell of childrenOf(xml, element.innerStart, element.innerEnd)) {
    if (cell.name !== "c") continue;
    column = inOrder(parseAddress(attributeOf(cell.open, "r") ?? "")?.column ?? column + 1, column);
    pieces.push(xml.slice(copied, cell.start));
    copied = cell.start;
    addCellsBefore(column);
    if (pending[0]?.[0] !== column) continue;
    const style = painter.filled(Number(attributeOf(cell.open, "s") ?? 0), pending[0][1]);
    pieces.push(withAttribute(cell.open, "s", String(style)));
    copied = cell.start + cell.open.length;
    pending.shift();
  }
  pieces.push(xml.slice(copied, element.innerEnd));
  addCellsBefore(Number.POSITIVE_INFINITY);
  // spans only says in advance where cells stand, and would now be wrong
  const open = grown ? withoutAttribute(element.open, "spans") : element.open;
  return `${opened(open)}${pieces.join("")}</${painter.prefix}row>`;
}

function newCell(row: number, column: number, base: number, fill: string, { prefix, filled }: Painter): string {
  return `<${prefix}c r="${toAddress(row, column)}" s="${filled(base, fill)}"/>`;
}

function inOrder(next: number, last: number): number {
  if (!(next > last)) throw new UnusualXml("cells out of order");
  return next;
}
