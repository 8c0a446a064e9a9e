import { type Cell, type CellRange, parseAddress } from "../model/cell.ts";
import { attributeOf, type CellTag, isTrue, walkCells } from "./cell-tags.ts";
import { type CellLook, PLAIN_LOOK } from "./xlsx-styles.ts";
import { ATTRIBUTE_PART, withoutPrefix } from "./xlsx-text.ts";
import { makeValueReader, type ValueSetting } from "./xlsx-values.ts";

/** What a worksheet part does not say itself: it stands in other parts, or outside the file. */
export interface SheetSetting extends ValueSetting {
  readonly styles: readonly CellLook[]; // by the number that cells name them by
  /** Called for each cell with a value before it is kept; throws where a limit is passed. */
  readonly admit: (row: number, column: number) => void;
}

/** What stands in a worksheet part. */
export interface SheetContent {
  readonly cells: readonly Cell[]; // row by row, left to right
  readonly merges: readonly CellRange[];
}

const START = "<sheetData";
const END = /<\/worksheet>\s*$/;
const COLUMN = new RegExp(`<col\\s${ATTRIBUTE_PART}*>`, "g");
const MERGE = new RegExp(`<mergeCell\\s${ATTRIBUTE_PART}*>`, "g");
const ROW_NUMBER = /^[1-9]\d*$/;
const MOST_COLUMNS = 16_384; // that a sheet can have

/**
 * Reads the cells that carry a value from a worksheet part, with their looks, and the merged ranges.
 *
 * The dimension that the part claims is not looked at: only cells that are there count.
 *
 * @param part decoded byte by byte (latin1), so that it takes no more memory than it has bytes
 * @returns undefined if the part does not end as a worksheet, a cell in it does not end, has an address that is none
 *   (a1, $A$1, A0) or names a shared text that is not there, two cells have one address, a cell stands in another row than it says, or the part holds comments,
 *   CDATA or declarations, in which anything may pass for a cell
 */
export function readSheetXml(part: string, setting: SheetSetting): SheetContent | undefined {
  const xml = withoutPrefix(part);
  if (!END.test(xml.slice(-100)) || xml.includes("<!")) return undefined;
  const start = xml.indexOf(START);
  if (start < 0) return { cells: [], merges: [] };
  const cells = readCells(xml.slice(start), hiddenColumns(xml.slice(0, start)), setting);
  const merges = xml.slice(Math.max(start, xml.lastIndexOf("<mergeCells"))).match(MERGE) ?? [];
  return cells && { cells, merges: merges.flatMap((tag) => rangeOf(attributeOf(tag, "ref") ?? "")) };
}

function readCells(
  xml: string,
  isHiddenColumn: (column: number) => boolean,
  { styles, admit, ...values }: SheetSetting,
): readonly Cell[] | undefined {
  const readValue = makeValueReader(values);
  const numberOf = columnNumbers();
  const cells: Cell[] = [];
  let row = 0;
  let column = 0;
  let saysRow = false;
  let isHiddenRow = false;
  let isSorted = true;
  const readCell = (tag: CellTag): boolean => {
    if (tag.row !== undefined && saysRow && tag.row !== row) return false;
    row = tag.row ?? row;
    column = tag.letters === undefined ? column + 1 : numberOf(tag.letters);
    const style = styles[tag.style] ?? PLAIN_LOOK;
    const raw = readValue(tag, style.isDate);
    if (!raw) return raw === null;
    admit(row, column);
    const before = cells.at(-1);
    if (before && (row < before.row || (row === before.row && column <= before.column))) isSorted = false;
    const hidden = isHiddenRow || isHiddenColumn(column);
    cells.push({ row, column, raw, numberFormat: style.numberFormat, indent: style.indent, hidden });
    return true;
  };
  const readRow = (attributes: string): boolean => {
    const stated = attributeOf(attributes, "r");
    if (stated !== undefined && !ROW_NUMBER.test(stated)) return false;
    saysRow = stated !== undefined;
    row = Number(stated ?? row + 1);
    column = 0;
    isHiddenRow = isTrue(attributeOf(attributes, "hidden"));
    return true;
  };
  if (!walkCells(xml, { row: readRow, cell: readCell })) return undefined;
  return isSorted ? cells : inOrder(cells);
}

/** Undefined where two cells have one address. */
function inOrder(cells: readonly Cell[]): readonly Cell[] | undefined {
  const sorted = [...cells].sort((a, b) => a.row - b.row || a.column - b.column);
  const twice = sorted.some((cell, index) => {
    const before = sorted[index - 1];
    return before?.row === cell.row && before.column === cell.column;
  });
  return twice ? undefined : sorted;
}

/** Sheets have few columns and many cells. */
function columnNumbers(): (letters: string) => number {
  const known = new Map<string, number>();
  return (letters) => {
    const number = known.get(letters) ?? parseAddress(`${letters}1`)?.column ?? 0;
    known.set(letters, number);
    return number;
  };
}

/** However many spans a part lists, and however far they claim to reach. */
function hiddenColumns(xml: string): (column: number) => boolean {
  const tags = (xml.match(COLUMN) ?? []).filter((tag) => isTrue(attributeOf(tag, "hidden")));
  if (tags.length === 0) return () => false;
  const begins = new Int32Array(MOST_COLUMNS + 2);
  for (const tag of tags) {
    const first = Math.max(1, Number(attributeOf(tag, "min")));
    const last = Math.min(MOST_COLUMNS, Number(attributeOf(tag, "max")));
    if (!(first <= last)) continue;
    begins[first] = (begins[first] ?? 0) + 1;
    begins[last + 1] = (begins[last + 1] ?? 0) - 1;
  }
  let open = 0;
  const isHidden = Array.from(begins, (change) => {
    open += change;
    return open > 0;
  });
  return (column) => isHidden[column] === true;
}

function rangeOf(ref: string): readonly CellRange[] {
  const [from, to] = ref.split(":").map((corner) => parseAddress(corner.replaceAll("$", "")));
  if (!from || !to) return [];
  return [{ top: from.row, left: from.column, bottom: to.row, right: to.column }];
}
