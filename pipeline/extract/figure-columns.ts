import type { Quantity } from "../model/quantity.ts";
import type { Column } from "./columns.ts";
import type { Grid } from "./grid.ts";
import { parseRank } from "./published-number.ts";
import type { LabelledRow } from "./rows.ts";
import { isFigure, type TypedCell } from "./typed-cell.ts";
import { headsFigures } from "./wordy-figures.ts";

/** The columns of figures of a part of a table that are in use. */
export interface FigureColumns {
  readonly live: readonly Column[];
  readonly wordy: ReadonlySet<Column>; // of the live ones those that hold words
  readonly figures: readonly Column[]; // the live ones that do not
}

/** Tells the columns that are in use from the blank ones, and figures from words. */
export function figureColumns(grid: Grid, data: readonly Column[], rows: readonly LabelledRow[]): FigureColumns {
  const live = data.filter(({ column }) => rows.some(({ row }) => grid.at(row, column) !== undefined));
  const isWordy = (column: Column) =>
    !headsFigures(column) && !rows.some(({ row }) => isMeantAsFigure(grid.at(row, column.column), column));
  const wordy = new Set(live.filter(isWordy));
  return { live, wordy, figures: live.filter((column) => !wordy.has(column)) };
}

/** △3.1 or 翻1番 under 同比 is no remark, though no number either. */
function isMeantAsFigure(cell: TypedCell | undefined, { measure }: Column): boolean {
  const short = cell !== undefined && cell.squashed.length <= LONGEST_FIGURE && /\d/.test(cell.squashed);
  return holdsFigure(cell) || (measure !== null && measure.ignored === null && short);
}

const LONGEST_FIGURE = 10; // characters

function holdsFigure(cell: TypedCell | undefined): boolean {
  return (
    cell !== undefined && (isFigure(cell) || cell.content.kind === "sentinel" || parseRank(cell.squashed) !== undefined)
  );
}

/** Whether a column's figures are the indicators' own values. */
export function isValueColumn({ measure, role, ignored }: Column): boolean {
  return role === "data" && ignored === null && (measure === null || measure.quantity === "value");
}

/** Whether a column's figures say how much something has grown. */
export function isGrowthColumn({ measure, ignored }: Column): boolean {
  return ignored === null && (measure?.open || GROWTH.has(measure?.quantity ?? null));
}

const GROWTH: ReadonlySet<Quantity | null> = new Set(["yoy", "mom", "change"]);
