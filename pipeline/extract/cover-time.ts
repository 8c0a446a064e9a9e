import type { Sheet } from "../model/cell.ts";
import { isFrontSheet } from "./contents-sheet.ts";
import { type Grid, makeGrid } from "./grid.ts";
import { squash } from "./normalise.ts";
import { findTimes, type TimeWords } from "./period-words.ts";
import type { TypedCell } from "./typed-cell.ts";

const REPORT = /(?:月报|季报|快报|速报|简报|月度|报表|统计表|资料|手册|数据|指标|情况)/;
const MAKING = /编|印|制|日期|时间|发布|报送/;
const OFFICE = /局|委|办|队|政府|银行|中心|公司|编|印/;

/**
 * The month on a book's cover, for sheets that state none; null where it may be anything else.
 *
 * It stands in the name of the report or right below it on a cover without an office, beside whose name it would be the
 * month of printing. There is one cover, with one time, and no text of the book says another.
 *
 * @param texts the names of the file and its sheets, and the first lines of each
 */
export function coverTime(sheets: readonly Sheet[], texts: readonly string[]): TimeWords | null {
  const covers = sheets.map((sheet) => makeCover(sheet)).filter((cover) => cover !== null);
  const [cover] = covers;
  if (!cover || covers.length > 1) return null;
  const stated = cover.cells.flatMap((cell) => timesOf(cell.squashed).map((time) => ({ time, cell })));
  const [first] = stated;
  if (stated.length !== 1 || !first || first.time.unclear || first.time.year === null || first.time.month === null)
    return null;
  const others = texts.flatMap((text) => timesOf(squash(text)));
  return isOfReport(cover, first.cell) && others.every((time) => isWithin(time, first.time)) ? first.time : null;
}

function isOfReport({ cells }: Grid, stated: TypedCell): boolean {
  if (REPORT.test(stated.squashed)) return !MAKING.test(stated.squashed);
  const above = cells[cells.indexOf(stated) - 1];
  const signed = cells.some((cell) => cell !== above && OFFICE.test(cell.squashed));
  return above !== undefined && REPORT.test(above.squashed) && !signed;
}

function makeCover(sheet: Sheet): Grid | null {
  if (!/封/.test(sheet.name)) return null;
  const grid = makeGrid(sheet);
  return isFrontSheet(grid) ? grid : null;
}

function timesOf(squashed: string): readonly TimeWords[] {
  return findTimes(squashed).map(({ time }) => time);
}

/** A month without a year is of the cover's year. */
function isWithin({ year, month, lastYear }: TimeWords, cover: TimeWords): boolean {
  return lastYear || ((year === null || year === cover.year) && (month === null || month === cover.month));
}
