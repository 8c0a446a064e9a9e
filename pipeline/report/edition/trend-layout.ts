import type { SheetTemplate } from "../../model/workbook-template.ts";
import { evenPages } from "../even-pages.ts";
import { lineCount } from "../text-width.ts";
import { column } from "./cells.ts";
import type { EditionFacts } from "./facts.ts";
import { type SheetFrame, sheetFrame } from "./sheet-frame.ts";
import type { TrendFigures } from "./trend-figures.ts";

/** Fewer points make no line. */
const FEWEST_POINTS = 2;

const NAME_CHARS = 28;

/** The rows of a block: its section, its header, twelve for the months, whether released or not, and two for the eye. */
export const BLOCK_ROWS = 16;

const BLOCKS_A_PAGE = 3;

/** As many rows of one line each as a page holds. */
const PAGE_ROWS = 50;

/** What the title and the lines under it take, and the notes below the table. */
const TITLE_ROWS = 4;
const NOTE_ROWS = 6;

/** Rows above a stretch of the table of all targets: its section and its header. */
export const TABLE_HEAD_ROWS = 2;

/** A stretch of the table of all targets that stays on one page. */
export interface TableStretch {
  readonly row: number; // of its section, from 0
  readonly trends: readonly TrendFigures[];
  readonly newPage: boolean;
}

/** Where everything stands on 趋势. */
export interface TrendLayout {
  readonly charted: readonly TrendFigures[]; // in blocks of BLOCK_ROWS from row 0 on
  readonly stretches: readonly TableStretch[];
}

/** The sheet without its rows: a column of names, one of units or of the actual, and one for each month. */
export function trendsFrame(facts: EditionFacts, sheet: SheetTemplate): SheetFrame {
  const months = Array.from({ length: 12 }, () => column("", 6.5, "right"));
  return { ...sheetFrame(facts, sheet), columns: [column("", NAME_CHARS, "left"), column("", 9, "right"), ...months] };
}

/** Tells whether a trend has points enough to be drawn. */
export function isDrawn({ actual }: TrendFigures): boolean {
  return actual.size >= FEWEST_POINTS;
}

/** Tells whether a block begins a page. */
export function beginsPage(block: number): boolean {
  return block > 0 && block % BLOCKS_A_PAGE === 0;
}

/** Lays the sheet out: a block with a chart for every headline target that has a line, then every target in a table. */
export function trendLayout({ trends }: Pick<EditionFacts, "trends">): TrendLayout {
  const charted = trends.filter((trend) => trend.target.assessment.target.headline && isDrawn(trend));
  return { charted, stretches: stretchesOf(trends, charted.length) };
}

/** The table begins below the last block where that leaves room on its page; its pages are about as full as each other. */
function stretchesOf(trends: readonly TrendFigures[], blocks: number): readonly TableStretch[] {
  if (trends.length === 0) return [];
  const used = (blocks % BLOCKS_A_PAGE) * BLOCK_ROWS;
  const rows = trends.map(({ target }) => ({ kind: "row" as const, height: lineCount(target.subject, NAME_CHARS) }));
  const starts = evenPages([...rows, { kind: "note", height: NOTE_ROWS }], {
    page: PAGE_ROWS,
    firstHead: (blocks === 0 ? TITLE_ROWS : used) + TABLE_HEAD_ROWS,
    head: TABLE_HEAD_ROWS,
  });
  return [0, ...starts].map((from, index) => ({
    row: blocks * BLOCK_ROWS + index * TABLE_HEAD_ROWS + from,
    trends: trends.slice(from, starts[index]),
    newPage: index > 0 || (used === 0 && blocks > 0),
  }));
}
