import type { RowDescription } from "../../model/edition.ts";
import { dataRow, headerRow, textCell } from "./cells.ts";
import type { SourceOf } from "./source-links.ts";
import { knownCell } from "./trend-block.ts";
import type { TableStretch } from "./trend-layout.ts";

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/** A stretch of the table of all targets: one row each, twelve months across. */
export function stretchRows(
  { trends, newPage }: TableStretch,
  { sourceOf, isFirst }: { readonly sourceOf: SourceOf; readonly isFirst: boolean },
): readonly RowDescription[] {
  return [
    {
      kind: "section",
      text: `各项目标逐月数（累计数或期末数）${isFirst ? "" : "（续）"}`,
      ...(newPage && { newPage: true as const }),
    },
    headerRow(["指标", "单位", ...MONTHS.map((month) => `${month}月`)]),
    ...trends.map(({ target, actual }) =>
      dataRow([
        textCell(target.subject),
        textCell(target.assessment.target.unit),
        ...MONTHS.map((month) => knownCell(actual.get(month), sourceOf)),
      ]),
    ),
  ];
}
