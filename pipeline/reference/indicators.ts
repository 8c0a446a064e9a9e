import { z } from "zod";
import { isDecimal, signOf } from "../model/decimal.ts";
import type { Indicator, IndicatorAlias, IndicatorCode } from "../model/indicator.ts";
import { repeatedKeys, requireNoProblems } from "../model/seed-row.ts";
import { findUnit } from "../model/unit.ts";
import { type CsvRow, code, integer, optionalText, parseRows, text, textList, yesNo } from "./csv-rows.ts";

const indicatorRow = z
  .strictObject({
    code: code.transform((field) => field as IndicatorCode),
    name: text,
    aliases: textList.refine((names) => !names.some((name) => /^@|@$|@.*@/.test(name)), "“@”前应是名称，后应是口径"),
    unit: z.string().refine((unit) => findUnit(unit) !== undefined, "不是认识的计量单位"),
    decimals: integer(0, 6),
    nature: z.enum(["flow", "stock", "rate", "index"]),
    price: z.enum(["real", "nominal", ""]).transform((field) => (field === "" ? null : field)),
    cadence: z.enum(["monthly", "quarterly", "half-yearly", "annual"]),
    first_month: integer(1, 12),
    judged_from: integer(1, 12),
    lag_months: integer(0, 6),
    part_of: optionalText.transform((field) => field as IndicatorCode | null),
    publisher: code,
    growth_only: yesNo,
    yearly: optionalText.refine((amount) => amount === null || isAmount(amount), "应是大于零的数，不知道的留空"),
    yearly_from: z.string().trim(),
    note: z.string(),
  })
  .refine(({ yearly, yearly_from }) => (yearly === null) === (yearly_from === ""), {
    path: ["yearly_from"],
    message: "写了 yearly 的要写明出处，没有写的留空",
  })
  .transform(
    ({
      first_month,
      judged_from,
      lag_months,
      part_of,
      growth_only,
      yearly_from,
      note: _forPeople,
      ...row
    }): Indicator => {
      const aliases = [{ text: row.name, scope: null }, ...row.aliases.map(toAlias)];
      return {
        ...row,
        aliases,
        firstMonth: first_month,
        judgedFrom: judged_from,
        lagMonths: lag_months,
        partOf: part_of,
        growthOnly: growth_only,
        ...boundOf(yearly_from),
      };
    },
  );

/**
 * Reads seeds/indicators.csv, in the order of the file; the name itself is the first alias.
 *
 * A `yearly_from` that begins with 不超过 makes `yearly` an upper bound.
 *
 * An alias that carries its own 口径 is written `名称@口径`: 限额以上固定资产投资@限额以上.
 *
 * @param file its path from the project's root, for messages
 * @throws PipelineError SEED_INVALID listing every bad row, and a code or a name that two rows claim
 */
export function parseIndicators(rows: readonly CsvRow[], file: string): readonly Indicator[] {
  const indicators = parseRows(rows, file, indicatorRow);
  requireNoProblems([
    ...repeatedKeys(indicators, "代码", (indicator) => [indicator.code]),
    ...repeatedKeys(indicators, "名称", ({ aliases }) => aliases.map((alias) => nameKey(alias.text))),
  ]);
  return indicators.map(({ value }) => value);
}

/**
 * The form in which two names would be taken for the same: NFKC, small letters, no blanks, brackets or quotation marks.
 *
 * Looser than any reader of sheets compares, so that a label never fits two indicators.
 */
export function nameKey(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s()[\]{}〔〕【】《》"'“”‘’]/g, "");
}

/** 不超过…: what is known is only a total that the indicator is no more than. */
function boundOf(from: string): Pick<Indicator, "isUpperBound"> {
  return from.startsWith("不超过") ? { isUpperBound: true } : {};
}

function isAmount(field: string): boolean {
  return isDecimal(field) && signOf(field) > 0;
}

function toAlias(field: string): IndicatorAlias {
  const at = field.indexOf("@");
  return at < 0 ? { text: field, scope: null } : { text: field.slice(0, at), scope: field.slice(at + 1) };
}
