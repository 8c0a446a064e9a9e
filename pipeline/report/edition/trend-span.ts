import { toAddress } from "../../model/cell.ts";
import type { CellSpan } from "../../model/chart.ts";
import { firstBodyRow } from "../sheet-layout.ts";
import type { EditionFacts } from "./facts.ts";
import { isDrawn, TABLE_HEAD_ROWS, trendLayout, trendsFrame } from "./trend-layout.ts";

/** The column of January in the table of all targets, from 1. */
const JANUARY = 3;

/**
 * The twelve cells of 趋势 that hold a target's actual figures of this year, January to December, by the target's id;
 * months without a figure, and those in which none is released, are blank.
 *
 * A target of which fewer than two months are known has none; nor has any where the workbook has no such sheet.
 */
export function trendSpans(facts: EditionFacts): ReadonlyMap<string, CellSpan> {
  const sheet = facts.input.workbook.sheets.find((one) => one.sheet === "trends");
  if (!sheet) return new Map();
  const bodyRow = firstBodyRow(trendsFrame(facts, sheet));
  const spans = trendLayout(facts).stretches.flatMap(({ row, trends }) =>
    trends.flatMap((trend, at): readonly (readonly [string, CellSpan])[] => {
      const line = bodyRow + row + TABLE_HEAD_ROWS + at;
      const span = { sheet: sheet.name, from: toAddress(line, JANUARY), to: toAddress(line, JANUARY + 11) };
      return isDrawn(trend) ? [[trend.target.assessment.target.id, span]] : [];
    }),
  );
  return new Map(spans);
}
