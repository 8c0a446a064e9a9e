import { monthOf, type Period, yearOf } from "../../model/period.ts";
import type { GapCause } from "../../model/trend.ts";
import type { TargetFigures } from "./target-figures.ts";
import type { TrendFigures } from "./trend-figures.ts";
import { isDrawn } from "./trend-layout.ts";

const GAP_WORDS: Readonly<Record<GapCause, string>> = {
  "other-scope": "公布的数口径或时段不同，不列入",
  conflicting: "几处来源的数不一致，不列入",
  "not-usable": "公布的数单位不可比或明显不合理，不列入",
};

/** What a trend measures: 规模以上工业增加值增速（%）. */
export function measureName({ subject, assessment }: TargetFigures): string {
  const { quantity, unit } = assessment.target;
  return `${subject}${quantity === "yoy" ? "增速" : ""}（${unit}）`;
}

/** The heading of a block: what is measured, in which units, what is 演示数据 in it, and what it leaves out. */
export function blockTitle(trend: TrendFigures): string {
  const { target, indicator, amount, illustrative } = trend;
  return [
    measureName(target),
    amount.size > 0 ? `总量单位：${indicator.unit}` : "",
    illustrative.length > 0 ? `${monthsWords(illustrative)}为演示数据` : "",
    ...gapWords(trend),
  ]
    .filter((part) => part !== "")
    .join("；");
}

/** What a line leaves out, month by month: 2023年12月公布的数口径或时段不同，不列入. */
function gapWords({ gaps }: TrendFigures): readonly string[] {
  const causes = [...new Set(gaps.map(({ cause }) => cause))];
  return causes.flatMap((cause) => {
    const periods = gaps.filter((gap) => gap.cause === cause).map(({ period }) => period);
    const years = [...new Set(periods.map(yearOf))];
    return years.map((year) => `${year}年${monthsWords(monthsOf(periods, year))}${GAP_WORDS[cause]}`);
  });
}

/** Which headline targets have no chart, and why: those of one reason together. */
export function undrawnWords(targets: readonly TargetFigures[], trends: readonly TrendFigures[]): string {
  const byReason = new Map<string, string[]>();
  for (const target of targets.filter(({ assessment }) => assessment.target.headline)) {
    const trend = trends.find((one) => one.target === target);
    if (trend && isDrawn(trend)) continue;
    const reason = trend ? whyNotDrawn(trend) : "本年还没有可用的数";
    byReason.set(reason, [...(byReason.get(reason) ?? []), measureName(target)]);
  }
  return [...byReason].map(([reason, names]) => `${names.join("、")}，${reason}`).join("；");
}

function whyNotDrawn(trend: TrendFigures): string {
  const known = trend.actual.size === 0 ? "本年各月都没有可用的数" : "本年只有一个月的数";
  return [trend.months.length === 1 ? "全年只公布一次" : known, ...gapWords(trend)].join("，");
}

function monthsOf(periods: readonly Period[], year: number): readonly number[] {
  return periods.filter((period) => yearOf(period) === year).map(monthOf);
}

/** 2月、4月, and 1月至6月 where three or more follow each other. */
function monthsWords(months: readonly number[]): string {
  const runs: number[][] = [];
  for (const month of months) {
    const run = runs.at(-1);
    if (run?.at(-1) === month - 1) run.push(month);
    else runs.push([month]);
  }
  return runs
    .flatMap((run) => (run.length > 2 ? [`${run[0]}月至${run.at(-1)}月`] : run.map((month) => `${month}月`)))
    .join("、");
}
