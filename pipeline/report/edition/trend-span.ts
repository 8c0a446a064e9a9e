import { toAddress } from "../../model/cell.ts";
import type { CellSpan } from "../../model/chart.ts";
import { firstBodyRow } from "../sheet-layout.ts";
import type { EditionFacts } from "./facts.ts";
import { isDrawn, TABLE_HEAD_ROWS, trendLayout, trendsFrame } from "./trend-layout.ts";

/** The column of January in the table of all targets, from 1. */
const JANUARY = 3;

/**
 * The twelve cells of 趋势 that hold a target's actual figures of this year, January to December; months without a
 * figure, and those in which none is released, are blank.
 *
 * @returns undefined where fewer than two months are known, or the workbook has no such sheet
 */
export function trendSpan(facts: EditionFacts, targetId: string): CellSpan | undefined {
  const sheet = facts.input.workbook.sheets.find((one) => one.sheet === "trends");
  if (!sheet) return undefined;
  for (const { row, trends } of trendLayout(facts).stretches) {
    const at = trends.findIndex(({ target }) => target.assessment.target.id === targetId);
    const trend = trends[at];
    if (!trend) continue;
    if (!isDrawn(trend)) return undefined;
    const line = firstBodyRow(trendsFrame(facts, sheet)) + row + TABLE_HEAD_ROWS + at;
    return { sheet: sheet.name, from: toAddress(line, JANUARY), to: toAddress(line, JANUARY + 11) };
  }
  return undefined;
}
