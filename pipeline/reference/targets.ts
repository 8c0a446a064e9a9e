import { z } from "zod";
import type { IndicatorCode } from "../model/indicator.ts";
import { QUANTITIES } from "../model/quantity.ts";
import type { SeedRow } from "../model/seed-row.ts";
import { BASES, type Target } from "../model/target.ts";
import { bound, OPS } from "./bounds.ts";
import { type CsvRow, code, integer, optionalText, parseRows, regionCode, text, textList, yesNo } from "./csv-rows.ts";
import { bureauFrom, period, sourceColumns } from "./source-spans.ts";

/** How `comparable_scopes` writes that a figure states no 口径. */
const NONE_STATED = "未注明";

const optionalCode = code.or(z.literal("")).transform((field) => (field === "" ? null : field));

const targetRow = z
  .strictObject({
    id: text,
    chapter: integer(0, 99),
    name: text,
    indicator: optionalCode.transform((field) => field as IndicatorCode | null),
    quantity: z.enum(QUANTITIES),
    basis: z.enum(BASES),
    op: z.enum(OPS),
    low: bound,
    high: bound,
    relative_indicator: optionalCode.transform((field) => field as IndicatorCode | null),
    relative_region: z
      .literal("")
      .transform(() => null)
      .or(regionCode),
    unit: text,
    scope: optionalText,
    comparable_scopes: textList.transform((scopes) => scopes.map((scope) => (scope === NONE_STATED ? "" : scope))),
    region: regionCode,
    due: period,
    strength: z.enum(["约束性", "预期性", "力争"]),
    explicit: yesNo,
    headline: yesNo,
    bureau: optionalCode,
    bureau_from: bureauFrom,
    review: yesNo,
    task: optionalText,
    note: optionalText,
    ...sourceColumns,
  })
  .refine((row) => (row.bureau === null) === (row.bureau_from === ""), {
    path: ["bureau_from"],
    message: "有责任单位的应写 text 或 reading，没有的应留空",
  })
  .refine((row) => (row.relative_indicator === null) === (row.relative_region === null), {
    path: ["relative_region"],
    message: "比照的指标和地区要么都写，要么都留空",
  })
  .refine((row) => row.relative_indicator === null || (row.low === null && row.high === null), {
    path: ["relative_indicator"],
    message: "比照别的数的目标没有自己的目标数，low、high 应留空",
  })
  .transform(
    ({ comparable_scopes, bureau_from, relative_indicator, relative_region, source, start, end, ...row }): Target => {
      const isRelative = relative_indicator !== null && relative_region !== null;
      return {
        ...row,
        relativeTo: isRelative ? { indicator: relative_indicator, region: relative_region } : null,
        comparableScopes: comparable_scopes,
        bureauIsOurReading: bureau_from === "reading",
        source: { text: source, start, end },
      };
    },
  );

/**
 * Reads seeds/plans/<year>/targets.csv, in the order of the file; what the rows say is held against the plan's text by
 * the plan folder.
 *
 * @param file its path from the project's root, for messages
 * @throws PipelineError SEED_INVALID listing every bad row and column
 */
export function parseTargets(rows: readonly CsvRow[], file: string): readonly SeedRow<Target>[] {
  return parseRows(rows, file, targetRow);
}
