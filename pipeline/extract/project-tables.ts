import type { Grid } from "./grid.ts";
import { columnRole, isFormLine, isNote } from "./head-words.ts";
import { isProjectHead, type ProjectColumn, readProjectColumn } from "./project-heads.ts";
import type { TypedCell } from "./typed-cell.ts";

/** A row of a list of projects; the name and whatever stands beside it. */
export interface ProjectRow {
  readonly row: number;
  readonly name: TypedCell;
  readonly isTorn: boolean; // the name runs over rows below that say something as well
}

/** A list of projects or tasks on a sheet, by its header words. */
export interface ProjectTable {
  readonly captions: readonly TypedCell[]; // above the header, top to bottom
  readonly header: readonly number[];
  readonly columns: readonly ProjectColumn[];
  readonly nameColumn: number;
  readonly rows: readonly ProjectRow[];
  readonly sections: readonly number[]; // rows of words between projects
  readonly sums: readonly number[];
  readonly torn: readonly number[]; // rows that belong to a name above
  readonly strays: readonly number[]; // rows without a name
}

const MOST_CAPTIONS = 12; // rows
const LONG = 40; // characters from which a lone text is prose
const SUM = /^(?:合计|总计|小计|共计|.{0,12}(?:合计|小计|总计))(?:\(?\d+[个项]\)?)?$/;
const DATED: ReadonlySet<string> = new Set([
  "state",
  "planned-start",
  "start",
  "some-start",
  "planned-finish",
  "finish",
]);
const STATISTICS = /同比|增长|增速|增幅|计量单位|^单位$|本期|去年|上年同期/;

/** Finds the lists of projects of a sheet, top to bottom. A table of indicators is none, whatever its first head. */
export function findProjectTables(grid: Grid): readonly ProjectTable[] {
  const tables: ProjectTable[] = [];
  let free = 0;
  for (const row of grid.rows) {
    if (row <= free) continue;
    const name = grid.inRow(row).find(isProjectHead);
    if (!name) continue;
    const header = headerRows(grid, name);
    const columns = projectColumns(grid, header);
    if (!columns || !isProjectList(columns)) continue;
    const body = readBody(grid, header, name.column);
    tables.push({ captions: captionsOver(grid, row, free), header, columns, nameColumn: name.column, ...body });
    free = body.last;
  }
  return tables;
}

function isProjectList(columns: readonly ProjectColumn[]): boolean {
  const heads = columns.flatMap(({ cells }) => cells.map(({ squashed }) => squashed));
  return columns.some(({ role }) => DATED.has(role)) && !heads.some((head) => STATISTICS.test(head));
}

/** The head's own row, and those below it that its merged cell covers or that leave its column blank. */
function headerRows(grid: Grid, { row, column }: TypedCell): readonly number[] {
  const bottom = grid.mergeAt(row, column)?.bottom ?? row;
  const rows = Array.from({ length: Math.min(bottom - row, 3) + 1 }, (_, step) => row + step);
  const next = grid.inRow((rows.at(-1) ?? row) + 1);
  const isSecond =
    rows.length === 1 &&
    next.length >= 2 &&
    !next.some((cell) => cell.column <= column) &&
    next.every(({ content }) => content.kind === "text");
  return isSecond ? [...rows, row + 1] : rows;
}

function projectColumns(grid: Grid, header: readonly number[]): readonly ProjectColumn[] | null {
  const cells = header.flatMap((row) => grid.inRow(row));
  if (cells.length < 3 || cells.some(({ content }) => content.kind !== "text" && content.kind !== "number"))
    return null;
  const last = Math.max(...cells.map(({ row, column }) => grid.mergeAt(row, column)?.right ?? column));
  return Array.from({ length: Math.min(last, 200) }, (_, index) => index + 1).flatMap((column) => {
    const over = header.flatMap((row) => headAt(grid, row, column, header) ?? []);
    const heads = over.filter((cell, index) => over.indexOf(cell) === index);
    return heads.length === 0 ? [] : [readProjectColumn(column, heads)];
  });
}

/** What stands over a column in a row of the header; without merged cells, a group reaches over blanks to its right. */
function headAt(grid: Grid, row: number, column: number, header: readonly number[]): TypedCell | undefined {
  const own = grid.over(row, column);
  const lower = header.find((other) => other > row);
  if (own || lower === undefined || !grid.at(lower, column)) return own;
  const left = grid.inRow(row).findLast((cell) => cell.column < column);
  return left && grid.at(lower, left.column) && !grid.mergeAt(row, left.column) ? left : undefined;
}

function readBody(grid: Grid, header: readonly number[], nameColumn: number) {
  const rows: ProjectRow[] = [];
  const [sections, sums, torn, strays]: [number[], number[], number[], number[]] = [[], [], [], []];
  let pending: number[] = [];
  let last = header.at(-1) ?? 0;
  for (const row of grid.rows.filter((one) => one > last)) {
    const cells = grid.inRow(row);
    if (endsList(cells)) break;
    const kind = rowKind(grid, row, nameColumn, cells);
    if (kind === "words") {
      pending.push(row);
      continue;
    }
    sections.push(...pending);
    pending = [];
    last = row;
    const name = grid.at(row, nameColumn);
    if (kind === "project" && name) rows.push({ row, name, isTorn: isTorn(grid, name) });
    else if (kind === "numbering") sections.push(row);
    else if (kind === "sum") sums.push(row);
    else if (kind === "torn") torn.push(row);
    else strays.push(row);
  }
  return { rows, sections, sums, torn, strays, last };
}

/** A note, a signature, prose, or the header of another table. */
function endsList(cells: readonly TypedCell[]): boolean {
  const [first] = cells;
  if (!first) return true;
  if (first.content.kind === "text" && (isNote(first.squashed) || isFormLine(first.squashed))) return true;
  if (cells.length === 1 && first.squashed.length > LONG) return true;
  const isHeader = cells.length >= 2 && cells.every(({ content }) => content.kind === "text");
  return isHeader && cells.some((cell) => isProjectHead(cell) || columnRole(cell.squashed) === "label");
}

function rowKind(grid: Grid, row: number, nameColumn: number, cells: readonly TypedCell[]) {
  const name = grid.at(row, nameColumn);
  const over = grid.over(row, nameColumn);
  const sum = cells.find(({ column, content }) => column <= nameColumn && content.kind === "text");
  if (sum && SUM.test(sum.squashed)) return "sum";
  if (!name && over && over.row < row) return "torn";
  const others = cells.filter(({ column }) => column > nameColumn);
  if (cells.every(({ squashed }) => /^(?:[甲乙丙丁戊]|\d{1,2}|栏次)$/.test(squashed)) && cells.length > 2)
    return "numbering";
  if (others.length === 0) return "words";
  return name?.content.kind === "text" ? "project" : cells.length === 1 ? "words" : "stray";
}

function isTorn(grid: Grid, { row, column }: TypedCell): boolean {
  const bottom = grid.mergeAt(row, column)?.bottom ?? row;
  for (let below = row + 1; below <= bottom; below++) if (grid.inRow(below).length > 0) return true;
  return false;
}

/** Words right above the header: titles and unit lines, up to a row of a table. */
function captionsOver(grid: Grid, header: number, free: number): readonly TypedCell[] {
  const above = grid.rows.filter((row) => free < row && row < header).slice(-MOST_CAPTIONS);
  const last = above.findLastIndex((row) => grid.inRow(row).some(({ content }) => content.kind === "number"));
  return above.slice(last + 1).flatMap((row) => grid.inRow(row));
}
