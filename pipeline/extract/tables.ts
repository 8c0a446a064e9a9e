import { type Column, readColumns } from "./columns.ts";
import { withFirstSection } from "./first-section.ts";
import type { Grid } from "./grid.ts";
import { isFormLine, isNote, isPlaceHead } from "./head-words.ts";
import { gatherHeader, type HeaderRows, isLine, startsHeader, type WordColumns } from "./header-rows.ts";
import type { ReadPhrase } from "./phrase.ts";
import { isFigure, type TypedCell } from "./typed-cell.ts";
import { claimsFigures } from "./wordy-figures.ts";

/** A row below a header: with figures, or with words only (section, group, blank line of a form). */
export interface BodyRow {
  readonly row: number;
  readonly figures: boolean; // a text in place of a figure counts as well
}

/** A table as found on a sheet, before its words are given a meaning. */
export interface Table {
  readonly captions: readonly TypedCell[]; // right above the header, top to bottom
  readonly header: HeaderRows;
  readonly columns: readonly Column[];
  readonly body: readonly BodyRow[];
  readonly repeats: boolean; // a continuation page: 续表 over it, or the header of the table above once more
}

/** A sheet taken apart into tables and what stands around them. */
export interface SheetParts {
  readonly tables: readonly Table[];
  readonly notes: readonly TypedCell[]; // lines below and between tables that are no caption
  readonly loose: readonly TypedCell[]; // above the first table, where there is none
}

interface OpenTable {
  readonly captions: readonly TypedCell[];
  readonly header: HeaderRows;
  readonly columns: readonly Column[];
  readonly body: BodyRow[];
  readonly repeats: boolean;
}

const MOST_CAPTIONS = 200; // above one table; what stands farther above is no title of it
const LONGEST_ORDINAL = 4; // characters: （十二）
const LONG = 40; // characters from which a lone text is prose and not a label

/**
 * Finds the tables of a sheet, top to bottom, by their header words.
 *
 * A table runs until the next header, or until a note or a signature below figures. Blank rows do not end it. Words
 * between two tables are captions of the lower one; words between rows of figures are sections.
 */
export function findTables(grid: Grid, read: ReadPhrase): SheetParts {
  const tables: OpenTable[] = [];
  const notes: TypedCell[] = [];
  let pending: number[] = [];
  let closed = false;
  let skipTo = 0;
  let taken: WordColumns = new Map();
  for (const row of grid.rows) {
    if (row < skipTo) continue;
    const open = closed ? undefined : tables.at(-1);
    if (startsHeader(grid, row, read, taken)) {
      const header = gatherHeader(grid, row, read, pending);
      const under = standsUnder(tables.at(-1), header);
      const columns = readColumns(grid, header, read).map((column) => (under ? { ...column, unclear: true } : column));
      const waiting = pending.filter((other) => !header.rows.includes(other));
      const title = titleOver(grid, waiting.at(-1), [open, { header, columns }], read);
      const { captions, rest } = splitPending(grid, waiting, open, read, title);
      open?.body.push(...rest.map((other) => bodyRow(grid, other, open, read)));
      tables.push({
        captions: captions.slice(-MOST_CAPTIONS),
        header,
        columns,
        body: [],
        repeats: repeats(columns, tables.at(-1), captions),
      });
      taken = wordColumns(columns);
      skipTo = (header.numbering ?? header.rows.at(-1) ?? row) + 1;
      pending = [];
      closed = false;
    } else if (endsTable(grid, row, open)) {
      const { captions, rest } = splitPending(grid, open ? pending : [], open, read);
      open?.body.push(...rest.map((other) => bodyRow(grid, other, open, read)));
      if (open) pending = [];
      notes.push(...captions, ...grid.inRow(row));
      closed = tables.length > 0 && (closed || hasFigures(tables.at(-1)));
    } else if (hasFigure(grid, row, open)) {
      open?.body.push(...pending.map((other) => bodyRow(grid, other, open, read)));
      open?.body.push({ row, figures: true });
      if (open) pending = [];
    } else pending.push(row);
  }
  const last = closed ? undefined : tables.at(-1);
  const { captions: below, rest } = splitPending(grid, pending, last, read);
  last?.body.push(...rest.map((other) => bodyRow(grid, other, last, read)));
  const tail = tables.length > 0 ? below : [];
  const cut = tables.map((table) => withFirstSection(grid, table));
  return { tables: cut, notes: [...notes, ...tail], loose: tables.length > 0 ? [] : below };
}

/** Right below a header that has no rows of its own: both may be one header, and its upper words would be lost. */
function standsUnder(above: OpenTable | undefined, { rows }: HeaderRows): boolean {
  return above !== undefined && above.body.length === 0 && above.header.rows.at(-1) === (rows[0] ?? 0) - 1;
}

/** Columns in which words are data: a word there does not begin a header. */
function wordColumns(columns: readonly Column[]): WordColumns {
  const words = columns.flatMap(({ column, role }) =>
    role === "unit" || role === "period" || role === "note" ? [[column, role] as const] : [],
  );
  return new Map(words);
}

function hasFigures(table: OpenTable | undefined): boolean {
  return table?.body.some(({ figures }) => figures) ?? false;
}

/** Figures outside the column of ordinals. Above the first header nothing is a row of figures. */
function hasFigure(grid: Grid, row: number, open: OpenTable | undefined): boolean {
  const ordinals = new Set(open?.columns.filter(({ role }) => role === "ordinal").map(({ column }) => column));
  return grid
    .inRow(row)
    .some((cell) => (isFigure(cell) || cell.content.kind === "sentinel") && !ordinals.has(cell.column));
}

/** A row that holds no clean figure. */
function bodyRow(grid: Grid, row: number, open: OpenTable, read: ReadPhrase): BodyRow {
  return { row, figures: claimsFigures(grid, row, open.columns, read) };
}

/** A note, a signature, or prose below figures. Figures in such a row belong to it: a telephone number. */
function endsTable(grid: Grid, row: number, open: OpenTable | undefined): boolean {
  const cells = grid.inRow(row);
  const first = cells[0];
  if (first?.content.kind !== "text") return false;
  if (isFormLine(first.squashed) && (hasFigures(open) || hasFigure(grid, row, open))) return true;
  if (isNote(first.squashed)) return true;
  return cells.length === 1 && first.squashed.length > LONG && hasFigures(open);
}

/**
 * Parts words that stand between a table and the next header: blank lines of the upper table, captions of the lower.
 *
 * A caption stands in one cell, or is a unit line or a line of the form; a blank line of a table carries a known name
 * or a unit. A blank row between them settles the rest.
 */
function splitPending(
  grid: Grid,
  pending: readonly number[],
  open: OpenTable | undefined,
  read: ReadPhrase,
  title: number | null = null,
) {
  const gap = pending.findIndex((row, index) => row - 1 !== (pending[index - 1] ?? lastRow(open)));
  const reach = open ? (gap < 0 ? pending.length : gap) : 0;
  let kept = 0;
  while (kept < reach && pending[kept] !== title && isBlankLine(grid, pending[kept] ?? 0, open, read)) kept++;
  return { captions: pending.slice(kept).flatMap((row) => grid.inRow(row)), rest: pending.slice(0, kept) };
}

/**
 * The line right above a header that is its title though it names an indicator: it states a year, or one of the two
 * tables lists places, among which an indicator is no row.
 */
function titleOver(
  grid: Grid,
  row: number | undefined,
  [upper, lower]: readonly [OpenTable | undefined, Pick<OpenTable, "header" | "columns">],
  read: ReadPhrase,
): number | null {
  const [line, second] = row === undefined ? [] : grid.inRow(row);
  if (row === undefined || !line || second || row + 1 !== lower.header.rows[0]) return null;
  const { indicator, time } = read(line.squashed);
  const places = [upper, lower].some((table) =>
    table?.columns.some(({ role, cells }) => role === "label" && cells.some(({ squashed }) => isPlaceHead(squashed))),
  );
  return (time?.year ?? null) !== null || (indicator !== null && places) ? row : null;
}

function lastRow(open: OpenTable | undefined): number {
  return open?.body.at(-1)?.row ?? open?.header.numbering ?? open?.header.rows.at(-1) ?? 0;
}

function isBlankLine(grid: Grid, row: number, open: OpenTable | undefined, read: ReadPhrase): boolean {
  const cells = grid.inRow(row);
  const [first] = cells;
  if (!first || cells.some(isLine)) return false;
  const ordinal =
    first.squashed.length <= LONGEST_ORDINAL &&
    (open?.columns.some(({ column, role }) => role === "ordinal" && column === first.column) ?? false);
  const { indicator, region, time } = read(first.squashed);
  return ordinal || indicator !== null || (region !== null && time === null) || cells.length > 1;
}

/** 续表 names what the table above goes on in, whatever its header; without a caption only the very same header does. */
function repeats(columns: readonly Column[], above: OpenTable | undefined, captions: readonly TypedCell[]): boolean {
  const text = (list: readonly Column[]) =>
    list.map(({ column, cells }) => `${column}:${cells.map(({ squashed }) => squashed).join("/")}`).join("|");
  const continued = captions.some(({ squashed }) => CONTINUATION.test(squashed));
  return above !== undefined && (continued || (captions.length === 0 && text(above.columns) === text(columns)));
}

const CONTINUATION = /续表|\(续\d*\)$/;
