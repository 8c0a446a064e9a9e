import { compare } from "../model/decimal.ts";
import type { Indicator } from "../model/indicator.ts";
import { yearOf } from "../model/period.ts";
import { problemAt, type SeedProblem, type SeedRow } from "../model/seed-row.ts";
import type { Target } from "../model/target.ts";
import { findUnit } from "../model/unit.ts";
import { isValueOf } from "./accounting.ts";
import { numberTokens } from "./number-tokens.ts";

/**
 * Holds each target against itself, its indicator and the words it quotes.
 *
 * @param indicators by code
 * @param year of the plan: nothing falls due before it
 * @returns problems in the order of the rows
 */
export function checkTargets(
  rows: readonly SeedRow<Target>[],
  indicators: ReadonlyMap<string, Indicator>,
  year: number,
): readonly SeedProblem[] {
  return rows.flatMap((row) => {
    const target = row.value;
    return [
      ...(isGrowthWithoutRate(target) ? ["“quantity”栏：增长类目标应是 yoy"] : []),
      ...numberProblems(target, indicators),
      ...quotedProblems(target),
      ...(yearOf(target.due) < year ? ["“due”栏：早于计划年度"] : []),
    ].map((text) => problemAt(row, text));
  });
}

/** Only a growth rate can be judged by its growth. */
export function isGrowthWithoutRate({ basis, quantity }: Pick<Target, "basis" | "quantity">): boolean {
  return basis === "growth" && quantity !== "yoy";
}

/** What is wrong with the numbers that a target asks for, as sentences: bounds against op, units against the indicator. */
export function numberProblems(target: Target, indicators: ReadonlyMap<string, Indicator>): readonly string[] {
  return [...boundProblems(target), ...unitProblems(target, indicators)];
}

/** What is wrong with the bounds: floors have a low, caps a high, ranges both; 左右 and exact states one number in both. */
export function boundProblems({ basis, op, low, high, relativeTo }: Target): readonly string[] {
  if (relativeTo !== null) return op === "range" ? ["“op”栏：比照别的数的目标不能是 range"] : [];
  const isFuture = basis === "quota" || basis === "event";
  if (isFuture && low === null && high === null) return [];
  if (op === ">=" || op === ">") return low !== null && high === null ? [] : [`“low”栏：${op} 只填 low，且不能留空`];
  if (op === "<=" || op === "<") return high !== null && low === null ? [] : [`“high”栏：${op} 只填 high，且不能留空`];
  if (low === null || high === null) return [`“low”栏：${op} 要填 low 和 high`];
  const order = compare(low, high);
  if (op === "range") return order < 0 ? [] : ["“high”栏：应大于 low"];
  return order === 0 ? [] : [`“high”栏：${op} 的 low 和 high 应相同`];
}

function unitProblems(target: Target, indicators: ReadonlyMap<string, Indicator>): readonly string[] {
  const { indicator: code, quantity, unit } = target;
  const dimension = findUnit(unit)?.dimension;
  if (dimension === undefined) return [`“unit”栏：不认识计量单位 ${JSON.stringify(unit)}`];
  const problems: string[] = [...referenceProblems(target, indicators)];
  if ((quantity === "yoy" || quantity === "share") && unit !== "%") problems.push(`“unit”栏：${quantity} 的单位应是 %`);
  if (code === null) return problems;
  const indicator = indicators.get(code);
  if (!indicator) return [...problems, `“indicator”栏：指标库中没有 ${JSON.stringify(code)}`];
  const own = findUnit(indicator.unit)?.dimension;
  const isPoints = quantity === "change" && own === "percent" && dimension === "points";
  if ((quantity === "value" || quantity === "change") && own !== dimension && !isPoints) {
    problems.push(`“unit”栏：${unit} 与指标的单位 ${indicator.unit} 不能换算`);
  }
  return problems;
}

/** A relative goal compares like with like. */
function referenceProblems(
  { indicator, relativeTo, quantity, unit }: Target,
  indicators: ReadonlyMap<string, Indicator>,
) {
  if (relativeTo === null) return [];
  if (indicator === null) return ["“indicator”栏：比照别的数的目标要有自己的指标"];
  const other = indicators.get(relativeTo.indicator);
  if (!other) return [`“relative_indicator”栏：指标库中没有 ${JSON.stringify(relativeTo.indicator)}`];
  const isAmount = quantity === "value" || quantity === "change";
  if (!isAmount || findUnit(other.unit)?.dimension === findUnit(unit)?.dimension) return [];
  return [`“relative_indicator”栏：${unit} 与该指标的单位 ${other.unit} 不能换算`];
}

/** An explicit target quotes its numbers; an implied one sets a number that the text only means. */
function quotedProblems(target: Target): readonly string[] {
  if (!target.explicit) return [];
  const tokens = numberTokens(target.source.text).map((token) => ({
    ...token,
    start: token.start + target.source.start,
    end: token.end + target.source.start,
  }));
  return (["low", "high"] as const).flatMap((bound) => {
    const alone = { ...target, low: null, high: null, [bound]: target[bound] };
    const isQuoted = target[bound] === null || tokens.some((token) => isValueOf(alone, token));
    return isQuoted ? [] : [`“${bound}”栏：所引的文字里没有 ${target[bound]} 这个数`];
  });
}
