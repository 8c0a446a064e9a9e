import { ATTRIBUTE_PART } from "./xlsx-text.ts";

/** A cell that does not end at once, as a worksheet part writes it. */
export interface CellTag {
  readonly letters: string | undefined; // of its column; undefined where it does not say, and follows the cell before
  readonly row: number | undefined;
  readonly style: number;
  readonly type: string; // "n" where none is stated
  readonly value: string | undefined; // between <v> and </v>, where there is nothing else
  readonly content: string | undefined; // everything in the cell; undefined where `value` says it
}

/** Who is told of rows and cells, in the order of the part. */
export interface CellVisitor {
  /** @returns false where the row says no number that a row can have; the walk ends there */
  row(attributes: string): boolean;
  /** @returns false where the cell cannot be read; the walk ends there */
  cell(tag: CellTag): boolean;
}

/** A cell as nearly every program writes it, with a value and nothing else. */
const PLAIN_CELL = /<c r="([A-Z]{1,3})([1-9]\d{0,6})"(?: s="(\d{1,6})")?(?: t="(\w{1,9})")?><v>([^<]+)<\/v><\/c>/y;
const OPENING = new RegExp(`<(row|c)((?:\\s${ATTRIBUTE_PART}*?)?)(/?)>`, "g");
const ADDRESS = /^([A-Z]{1,3})([1-9]\d{0,11})$/;
const ROW_OR_CELL = /<\/?(?:row|c)[\s/>]/;
const CELL_END = "</c>";

const ATTRIBUTES = {
  r: /\sr\s*=\s*["']([^"']*)["']/,
  s: /\ss\s*=\s*["']([^"']*)["']/,
  t: /\st\s*=\s*["']([^"']*)["']/,
  ref: /\sref\s*=\s*["']([^"']*)["']/,
  hidden: /\shidden\s*=\s*["']([^"']*)["']/,
  min: /\smin\s*=\s*["']([^"']*)["']/,
  max: /\smax\s*=\s*["']([^"']*)["']/,
};

/**
 * Walks over the rows and cells of a worksheet part; empty cells are passed over.
 *
 * @param xml names of elements without prefix
 * @returns false where a cell does not end before the next, or says an address that is none, or the visitor ended the walk
 */
export function walkCells(xml: string, visitor: CellVisitor): boolean {
  const plain = new RegExp(PLAIN_CELL);
  const opening = new RegExp(OPENING);
  for (let at = 0; ; ) {
    plain.lastIndex = at;
    const hit = plain.exec(xml);
    if (hit) {
      const [, letters, row, style, type = "n", value] = hit;
      const tag = { letters, row: Number(row), style: Number(style ?? 0), type, value, content: undefined };
      if (!visitor.cell(tag)) return false;
      at = plain.lastIndex;
      continue;
    }
    opening.lastIndex = at;
    const found = opening.exec(xml);
    if (found === null) return true;
    const [, name, attributes = "", slash] = found;
    at = opening.lastIndex;
    if (name === "row" && !visitor.row(attributes)) return false;
    if (slash === "/" || name === "row") continue;
    const end = xml.indexOf(CELL_END, at);
    const tag = end < 0 ? undefined : cellTag(attributes, xml.slice(at, end));
    if (!tag || !visitor.cell(tag)) return false;
    at = end + CELL_END.length;
  }
}

function cellTag(attributes: string, content: string): CellTag | undefined {
  const address = attributeOf(attributes, "r");
  const [whole, letters, row] = ADDRESS.exec(address ?? "") ?? [];
  if ((address !== undefined && whole === undefined) || ROW_OR_CELL.test(content)) return undefined;
  return {
    letters,
    row: row === undefined ? undefined : Number(row),
    style: Number(attributeOf(attributes, "s") ?? 0),
    type: attributeOf(attributes, "t") ?? "n",
    value: undefined,
    content,
  };
}

/** An attribute of a tag; undefined where it is not there. */
export function attributeOf(tag: string, name: keyof typeof ATTRIBUTES): string | undefined {
  return ATTRIBUTES[name].exec(tag)?.[1];
}

/** Tells whether an attribute says yes. */
export function isTrue(value: string | undefined): boolean {
  return value === "1" || value === "true";
}
