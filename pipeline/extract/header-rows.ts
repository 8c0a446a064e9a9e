import type { Grid } from "./grid.ts";
import { isFormLine, isNote } from "./head-words.ts";
import type { ReadPhrase } from "./phrase.ts";
import { isFigure, type TypedCell } from "./typed-cell.ts";
import { parseUnitLine, parseUnits } from "./unit-words.ts";

/** The rows of one table's header. */
export interface HeaderRows {
  readonly rows: readonly number[]; // adjacent, top to bottom
  readonly numbering: number | null; // 甲 乙 1 2 3 right below
  readonly edge: number; // last column of the labels; data may stand to the right of it
}

const DEEPEST = 5; // rows of a header; four are seen in the field

/** Tells whether a cell counts as a word: text, a date, or a year standing as a head. */
export function isWord(cell: TypedCell): boolean {
  return cell.content.kind === "text" || cell.content.kind === "date" || isYear(cell);
}

/** A number that can be the head of a year's column. */
export function isYear({ content, text }: TypedCell): boolean {
  return content.kind === "number" && content.unit === null && /^\s*(?:19|20)\d\d\s*$/.test(text);
}

/** 202305 and 202306 right of 指标, among head words only: months forwards or back. In any other row 202306 is an amount. */
function isMonthsBesideLabel(cells: readonly TypedCell[], read: ReadPhrase): boolean {
  const numbers = cells.filter((cell) => !isWord(cell));
  if (!numbers.every(({ squashed }) => YEAR_AND_MONTH.test(squashed))) return false;
  const words = cells.filter(isWord);
  const label = words.find((cell) => read(cell.squashed).role === "label");
  const counts = numbers.map(({ squashed }) => Number(squashed.slice(0, 4)) * 12 + Number(squashed.slice(4)));
  const steps = counts.slice(1).map((count, index) => Math.sign(count - (counts[index] ?? count)));
  if (label === undefined || new Set(steps).size > 1 || steps.includes(0)) return false;
  return numbers.every(({ column }) => column > label.column) && words.every((cell) => isHeadWord(cell, read));
}

const YEAR_AND_MONTH = /^(?:19|20)\d\d(?:0[1-9]|1[0-2])$/;

/** Years one by one and nothing beside them. 2013 and 1985 beside a label are figures: cows, firms, 亿元. */
function countsYears(cells: readonly TypedCell[]): boolean {
  const years = cells.map(({ text }) => Number(text));
  const step = (years[1] ?? 0) - (years[0] ?? 0);
  return (
    cells.every(isYear) && Math.abs(step) === 1 && years.every((year, index) => year === (years[0] ?? 0) + step * index)
  );
}

/** Tells whether a cell is a line of a form or a note and not part of any header. */
export function isLine({ squashed }: TypedCell): boolean {
  return parseUnitLine(squashed) !== undefined || isFormLine(squashed) || isNote(squashed);
}

/**
 * Tells whether a header begins in this row: words only, of which one heads a label column, or two say period or
 * measure, or one says so (or names an indicator or a region) right above figures.
 *
 * @param taken columns of the table above in which words are data; 地区 among units or periods heads labels all the same
 */
export function startsHeader(grid: Grid, row: number, read: ReadPhrase, taken: WordColumns): boolean {
  const cells = grid.inRow(row);
  if (cells.length < 2 || !(cells.every(isWord) || isMonthsBesideLabel(cells, read))) return false;
  if (cells.some(isLine)) return false;
  const open = cells.filter((cell) => !isData(cell, taken.get(cell.column), read));
  if (open.some((cell) => ["label", "ordinal"].includes(read(cell.squashed).role ?? ""))) return true;
  if (cells.some(isYear)) return countsYears(cells);
  const strong = open.filter((cell) => isHeadWord(cell, read));
  if (strong.length >= 2) return true;
  return open.some(
    (cell, index) => (index > 0 || strong.includes(cell)) && says(cell, read) && figureBelow(grid, cell),
  );
}

/** 亿元 in a column of units and 6月 in one of periods are data; 地区 or 用电量 there is a head of the table below. */
function isData({ squashed }: TypedCell, role: "unit" | "period" | "note" | undefined, read: ReadPhrase): boolean {
  if (role === "unit") return parseUnits(squashed) !== undefined;
  return role === "period" ? read(squashed).time !== null : role === "note";
}

/** The columns of a table whose cells are words, by what they are. */
export type WordColumns = ReadonlyMap<number, "unit" | "period" | "note">;

/** Gathers the header that begins in `row`: further rows below, and a row of groups above where `above` is free. */
export function gatherHeader(grid: Grid, row: number, read: ReadPhrase, above: readonly number[]): HeaderRows {
  const edge = labelEdge(grid, row, read);
  const rows = [row];
  while (rows.length < DEEPEST && continuesHeader(grid, row + rows.length, edge, read)) rows.push(row + rows.length);
  const upper = row - 1;
  if (above.includes(upper) && groupsHeader(grid, upper, row, edge)) rows.unshift(upper);
  const next = row + rows.filter((other) => other >= row).length;
  const numbering = [next, next + 1].find((below) => grid.inRow(below).length > 0);
  return { rows, numbering: numbering !== undefined && isNumbering(grid, numbering) ? numbering : null, edge };
}

/** Says period, measure or a column's role, and names nothing. A bare unit does not count: it may be a body cell. */
function isHeadWord(cell: TypedCell, read: ReadPhrase): boolean {
  if (cell.content.kind !== "text") return true;
  const phrase = read(cell.squashed);
  if (phrase.role) return true;
  return phrase.name === "" && (phrase.time !== null || phrase.measure !== null || cell.squashed.startsWith("("));
}

function says(cell: TypedCell, read: ReadPhrase): boolean {
  const { indicator, region, measure } = read(cell.squashed);
  return isHeadWord(cell, read) || indicator !== null || region !== null || measure !== null;
}

function figureBelow(grid: Grid, { row, column }: TypedCell): boolean {
  const merge = grid.mergeAt(row, column);
  const right = Math.min(merge?.right ?? column, column + 50);
  for (let below = row + 1; below <= row + 3; below++) {
    const cells = grid.inRow(below).filter((cell) => column <= cell.column && cell.column <= right);
    if (cells.some((cell) => isFigure(cell) || cell.content.kind === "sentinel")) return true;
  }
  return false;
}

/** Labels end where the first word of period, measure or name begins; head words of label columns go before. */
function labelEdge(grid: Grid, row: number, read: ReadPhrase): number {
  const cells = grid.inRow(row);
  const [first] = cells;
  if (first && isHeadWord(first, read) && read(first.squashed).role === null && labelsBeside(grid, first)) {
    return first.column - 1;
  }
  let edge = 0;
  for (const cell of cells) {
    const { role } = read(cell.squashed);
    if (cell.content.kind === "text" && role && role !== "note") edge = Math.max(edge, cell.column);
    else if (edge > 0 || says(cell, read)) return edge > 0 ? edge : cell === cells[0] ? cell.column : cell.column - 1;
  }
  return edge;
}

/** The header leaves the labels' column blank: words stand to the left of the figures below its first head. */
function labelsBeside(grid: Grid, { row, column }: TypedCell): boolean {
  const rows = [1, 2, 3, 4].map((step) => row + step).filter((below) => grid.at(below, column) !== undefined);
  return rows.some((below) => {
    const figure = grid.at(below, column);
    return figure && isFigure(figure) && grid.at(below, column - 1)?.content.kind === "text";
  });
}

function continuesHeader(grid: Grid, row: number, edge: number, read: ReadPhrase): boolean {
  const cells = grid.inRow(row);
  if (cells.length === 0 || !cells.every(isWord) || cells.some(isLine)) return false;
  return cells.every(
    (cell) => cell.column > edge || (cell.content.kind === "text" && read(cell.squashed).role !== null),
  );
}

/** A row of groups above: some of it spans columns, or it is at least half as full as the row that it groups. */
function groupsHeader(grid: Grid, upper: number, row: number, edge: number): boolean {
  const cells = grid.inRow(upper).filter(({ column }) => column > edge);
  const below = grid.inRow(row).filter(({ column }) => column > edge);
  if (cells.length === 0 || grid.inRow(upper).some((cell) => isLine(cell) || !isWord(cell))) return false;
  const spans = cells.some(({ column }) => {
    const merge = grid.mergeAt(upper, column);
    return merge !== undefined && merge.right > merge.left;
  });
  return spans || (cells.length >= 2 && cells.length * 2 >= below.length);
}

/** The row in which a form numbers its columns: 甲 乙 1 2 3. */
function isNumbering(grid: Grid, row: number): boolean {
  const cells = grid.inRow(row);
  const numbers = cells.filter((cell) => isFigure(cell)).map(({ text }) => Number(text));
  const words = cells.filter((cell) => !isFigure(cell));
  const counts = numbers.every((number, index) => number === (numbers[0] ?? 0) + index) && (numbers[0] ?? 9) <= 1;
  const letters = words.every(({ squashed }) => /^(?:[甲乙丙丁戊A-E]|栏次|行次)$/.test(squashed));
  return numbers.length >= 2 && counts && letters && (words.length > 0 || numbers.length >= 4);
}
