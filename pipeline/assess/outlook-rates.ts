import { dividedBy, minus, plus, times } from "../model/decimal.ts";
import { pointAt, tailOf } from "./history.ts";
import { dampedSum, type Method, type Projection, type Start, trendStart } from "./outlook-method.ts";
import { operand } from "./step.ts";

/** The ways to project a rate; where two are equally good, the earlier one counts. */
export const RATE_METHODS: readonly Method[] = [
  { name: "unchanged", project: unchanged },
  { name: "last-year-change", project: byLastYearChange },
  { name: "damped-trend", project: byDampedRate },
];

function unchanged({ history, year, stretch, unit }: Start): Projection | undefined {
  const now = pointAt(history, year, stretch.month);
  return now && { value: now.value, parts: [operand("本期", now.value, unit)], points: [now] };
}

/** g+(G−g') of last year. */
function byLastYearChange({ history, year, stretch, unit }: Start): Projection | undefined {
  const [now, last] = [pointAt(history, year, stretch.month), tailOf(history, year - 1, stretch)];
  if (!now || !last) return undefined;
  return {
    value: plus(now.value, last.amount),
    parts: [
      ...[operand("本期", now.value, unit), "+(", operand("上年期末", last.whole.value, unit), "−"],
      ...[operand("上年同期", last.before.value, unit), ")"],
    ],
    points: [now, last.before, last.whole],
  };
}

/** g+t·Σ0.8^i: the rate goes on as it moved within the year, weaker each month. */
function byDampedRate(start: Start): Projection | undefined {
  const { history, year, stretch, unit } = start;
  const [now, earlier] = [pointAt(history, year, stretch.month), trendStart(start)];
  if (!now || !earlier) return undefined;
  const damped = dampedSum(stretch);
  const moved = minus(now.value, earlier.point.value);
  return {
    value: plus(now.value, dividedBy(times(moved, damped), String(earlier.months))),
    parts: [
      ...[operand("本期", now.value, unit), "+(", operand("本期", now.value, unit), "−"],
      ...[operand("此前", earlier.point.value, unit), ")÷", operand("间隔", String(earlier.months), "个月"), "×"],
      operand("逐月减弱系数", damped, ""),
    ],
    points: [now, earlier.point],
  };
}
