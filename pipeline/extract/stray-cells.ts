import { blankPatterns } from "./blank-patterns.ts";
import type { Column } from "./columns.ts";
import type { Grid } from "./grid.ts";
import { numbersUnder } from "./head-words.ts";
import { isYear } from "./header-rows.ts";
import type { Names } from "./names.ts";
import type { ReadPhrase } from "./phrase.ts";
import { parseRank } from "./published-number.ts";
import { remembered } from "./remembered.ts";
import type { LabelledRow } from "./rows.ts";
import type { Segment } from "./segments.ts";
import { isFigure, type TypedCell } from "./typed-cell.ts";
import { parseUnits } from "./unit-words.ts";

/** What decides whether the cells of a row stand where they belong. */
export interface StraySetting {
  readonly live: readonly Column[]; // columns of figures that are in use
  readonly wordy: ReadonlySet<Column>; // of these the ones that hold words
  readonly read: ReadPhrase;
  readonly names: Names;
}

/**
 * Finds the cell that shows a row to be moved aside; undefined for a row that stands where it belongs.
 *
 * It is a unit, an indicator or a place in a column of figures; a figure in the column of units or of periods; a figure
 * right behind the last column, or last year's figure, beside a blank; a number that a comma between its thousands has
 * split over two cells; a number where words belong; what is no rank in a column of ranks; or a row filled as several
 * others are, only one column aside.
 */
export function findStrayCells(
  grid: Grid,
  segment: Segment,
  rows: readonly LabelledRow[],
  { live, wordy, read, names }: StraySetting,
): (row: LabelledRow) => TypedCell | undefined {
  const figures = live.filter((column) => !wordy.has(column));
  const dataColumns = new Set(segment.data.map(({ column }) => column));
  const figureColumns = new Set(figures.map(({ column }) => column));
  const rankColumns = new Set(figures.flatMap(({ column, measure }) => (measure?.quantity === "rank" ? [column] : [])));
  const amongWords = numbersAmongWords(grid, segment, rows);
  const split = splitThousands(grid, segment, rows);
  const besideRank = rankAside(grid, figures, rows);
  const hasLastYear = countLastYear(grid, figures, rows) > 1;
  const isAside = blankPatterns(
    rows.filter(({ row }) => figures.some(({ column }) => grid.at(row, column) !== undefined)).map(({ row }) => row),
    (row) => figures.map(({ column }) => grid.over(row, column) !== undefined),
  );
  const namesSomething = remembered(
    (squashed) =>
      parseUnits(squashed) !== undefined ||
      read(squashed).indicator !== null ||
      names.findRegion(squashed) !== undefined,
  );
  const isName = ({ content, squashed }: TypedCell) =>
    content.kind === "text" && squashed !== "" && namesSomething(squashed);
  return ({ row, unitCell }) => {
    const cells = grid.inRow(row);
    const period = segment.periods === null ? undefined : grid.at(row, segment.periods);
    if (period && isFigure(period) && !isYear(period)) return period;
    if (unitCell && isFigure(unitCell) && unitCell.row === row) return unitCell;
    return (
      cells.find((cell) => dataColumns.has(cell.column) && isName(cell)) ??
      behindLast(grid, segment, live, row) ??
      split.get(row) ??
      amongWords.get(row) ??
      cells.find((cell) => rankColumns.has(cell.column) && isNoRank(cell)) ??
      (besideRank?.row === row ? besideRank : undefined) ??
      lastYearAlone(grid, figures, row) ??
      (hasLastYear ? lastYearSkipped(grid, figures, row) : undefined) ??
      (isAside(row) ? cells.find((cell) => figureColumns.has(cell.column) && isFigure(cell)) : undefined)
    );
  };
}

function behindLast(grid: Grid, { data, table }: Segment, live: readonly Column[], row: number): TypedCell | undefined {
  const last = table.columns.at(-1);
  const behind = last && last === data.at(-1) ? grid.at(row, last.column + 1) : undefined;
  const blank = live.some(({ column }) => grid.over(row, column) === undefined);
  return behind && behind.content.kind !== "text" && blank ? behind : undefined;
}

/**
 * By row, the rest of a number that was split at the comma between its thousands, 1 and 020.1: it begins with a nought,
 * or with three digits in a row that reaches beyond the last column of figures. Where no other row does, noughts may
 * have been lost: 1 and 20.1.
 */
function splitThousands(
  grid: Grid,
  { data, table }: Segment,
  rows: readonly LabelledRow[],
): ReadonlyMap<number, TypedCell> {
  const behind = (data.at(-1)?.column ?? 0) + 1;
  const isHeaded = table.columns.some(({ column, role }) => column === behind && role !== "note");
  const reaching = new Set(isHeaded ? [] : rows.filter(({ row }) => isNumber(grid.at(row, behind))));
  const [only] = reaching.size === 1 && rows.filter(({ figures }) => figures).length > 2 ? reaching : [];
  const found = rows.flatMap((own): readonly TypedCell[] => {
    const rests = data.flatMap(({ column }) => {
      const [first, rest] = [grid.at(own.row, column), grid.at(own.row, column + 1)];
      return first && rest && ONE_TO_THREE_DIGITS.test(first.squashed) ? [rest] : [];
    });
    const begins = reaching.has(own) ? /^\d{3}(?!\d)/ : /^0\d\d(?!\d)/;
    const rest = rests.find(({ squashed }) => (own === only ? /^\d{1,3}(?!\d)/ : begins).test(squashed));
    return rest ? [rest] : [];
  });
  return new Map(found.map((cell) => [cell.row, cell]));
}

const ONE_TO_THREE_DIGITS = /^[-+]?[1-9]\d{0,2}$/;

function isNumber(cell: TypedCell | undefined): boolean {
  return cell?.content.kind === "number";
}

/** By row, a number where words belong: under 责任单位, or under 形象进度 where all other rows have words. */
function numbersAmongWords(
  grid: Grid,
  { others }: Segment,
  rows: readonly LabelledRow[],
): ReadonlyMap<number, TypedCell> {
  const found = others.flatMap(({ column, role, cells }): readonly TypedCell[] => {
    const numbers = numbersUnder(cells.at(-1)?.squashed ?? "");
    if (role !== "note" || numbers === "free") return [];
    const body = rows.flatMap(({ row }) => grid.at(row, column) ?? []);
    const strangers = body.filter((cell) => cell.content.kind === "number" && !isYear(cell));
    const words = body.filter(({ content }) => content.kind === "text");
    const odd = strangers.length === 1 && words.length > 0 && words.length === body.length - 1;
    return numbers === "never" || odd ? strangers : [];
  });
  return new Map(found.map((cell) => [cell.row, cell]));
}

function isNoRank({ content }: TypedCell): boolean {
  return content.kind === "number" && parseRank(content.value) === undefined;
}

/** A whole number before the one blank among ranks: 9.7 and 2 that stand one column to the left. */
function rankAside(grid: Grid, figures: readonly Column[], rows: readonly LabelledRow[]): TypedCell | undefined {
  const at = figures.findIndex(({ measure }) => measure?.quantity === "rank");
  const [before, own] = [figures[at - 1], figures[at]];
  if (!before || !own) return undefined;
  const filled = rows.flatMap(({ row }) => grid.at(row, before.column) ?? []);
  const [cell, second] = filled.filter(({ row }) => grid.over(row, own.column) === undefined);
  const isRank = cell?.content.kind === "number" && /^[1-9]\d?$/.test(cell.squashed);
  return isRank && !second && filled.length > 2 ? cell : undefined;
}

/** Last year's figure behind a blank where this year's should stand, or a growth over a blank where others have last year's. */
function lastYearAlone(grid: Grid, figures: readonly Column[], row: number): TypedCell | undefined {
  const at = figures.findIndex(isLastYear);
  const before = figures[at - 1];
  const own = figures[at];
  if (!before || !own || before.measure !== null || grid.over(row, before.column) !== undefined) return undefined;
  const cell = grid.at(row, own.column);
  return cell && isFigure(cell) ? cell : undefined;
}

function lastYearSkipped(grid: Grid, figures: readonly Column[], row: number): TypedCell | undefined {
  const at = figures.findIndex(isLastYear);
  const [before, own, after] = [figures[at - 1], figures[at], figures[at + 1]];
  if (!before || !own || after?.measure?.quantity !== "yoy" || grid.over(row, own.column)) return undefined;
  const cell = grid.at(row, after.column);
  return grid.at(row, before.column) && cell && isFigure(cell) ? cell : undefined;
}

/** How many rows have a figure of last year's. */
function countLastYear(grid: Grid, figures: readonly Column[], rows: readonly LabelledRow[]): number {
  const own = figures.find(isLastYear);
  return own ? rows.filter(({ row }) => grid.at(row, own.column) !== undefined).length : 0;
}

function isLastYear({ time }: Column): boolean {
  return time?.lastYear === true;
}

/** A figure in a column of labels, alone in its row: it has slipped over the label that it belonged to. */
export function isOrphan(grid: Grid, { data }: Segment, row: number, at: number): boolean {
  const cell = grid.at(row, at);
  const alone = data.every(({ column }) => grid.at(row, column) === undefined);
  return cell !== undefined && cell.content.kind === "number" && !isYear(cell) && alone;
}
