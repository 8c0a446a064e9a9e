import type { SheetTemplate } from "../../model/workbook-template.ts";
import { columnAddress } from "./sheet-frame.ts";

/** Columns that people reckon on, by the names that formulas of theirs can call them: =COUNTIF(对照_评价,"滞后"). */
const NAMED_COLUMNS = {
  对照_指标: "name",
  对照_目标值: "target",
  对照_实际: "actual",
  对照_完成率: "completion",
  对照_序时: "pace",
  对照_差距: "gap",
  对照_评价: "verdict",
  对照_灯: "light",
  对照_尚需: "required",
} as const;

/**
 * The names of the columns that the sheet has, each from its first row to its last, section rows included.
 *
 * @param top the sheet's row of the first, from 1
 * @param count how many rows there are
 */
export function rangeNames(sheet: SheetTemplate, top: number, count: number): Readonly<Record<string, string>> {
  if (count === 0) return {};
  return Object.fromEntries(
    Object.entries(NAMED_COLUMNS).flatMap(([name, column]) => {
      const [first, last] = [top, top + count - 1].map((row) => columnAddress(sheet, column, row));
      return first && last ? [[name, `${first}:${last}`]] : [];
    }),
  );
}
