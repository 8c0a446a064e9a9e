import type { SheetTemplate } from "../../model/workbook-template.ts";
import { lineCount } from "../text-width.ts";
import { column } from "./cells.ts";
import type { EditionFacts } from "./facts.ts";
import { type SheetFrame, sheetFrame } from "./sheet-frame.ts";
import type { TrendFigures } from "./trend-figures.ts";

/** Fewer points make no line. */
const FEWEST_POINTS = 2;

const NAME_CHARS = 28;

/** The rows of a block: its section, its header, and twelve for the months, whether released or not. */
export const BLOCK_ROWS = 14;

const BLOCKS_A_PAGE = 4;

/** As many rows of one line each as a page holds. */
const PAGE_ROWS = BLOCK_ROWS * BLOCKS_A_PAGE;

/** Room for the notes below the table; where they have none, they take some rows to the next page with them. */
const NOTE_ROWS = 6;
const ROWS_BESIDE_NOTES = 10;

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

/** The table begins below the last block where that leaves room on its page. */
function stretchesOf(trends: readonly TrendFigures[], blocks: number): readonly TableStretch[] {
  const used = (blocks % BLOCKS_A_PAGE) * BLOCK_ROWS;
  const pages: TrendFigures[][] = [];
  let left = PAGE_ROWS - used - TABLE_HEAD_ROWS;
  for (const trend of trends) {
    const lines = lineCount(trend.target.subject, NAME_CHARS);
    const page = pages.at(-1);
    if (page && lines <= left) {
      page.push(trend);
    } else {
      if (page) left = PAGE_ROWS - TABLE_HEAD_ROWS;
      pages.push([trend]);
    }
    left -= lines;
  }
  const last = pages.at(-1) ?? [];
  if (left < NOTE_ROWS && last.length > ROWS_BESIDE_NOTES) {
    pages.splice(-1, 1, last.slice(0, -ROWS_BESIDE_NOTES), last.slice(-ROWS_BESIDE_NOTES));
  }
  let row = blocks * BLOCK_ROWS;
  return pages.map((page, index) => {
    const stretch = { row, trends: page, newPage: index > 0 || (used === 0 && blocks > 0) };
    row += TABLE_HEAD_ROWS + page.length;
    return stretch;
  });
}
