import { dividedBy, minus, plus, signOf, times } from "../model/decimal.ts";
import { pointAt, tailOf } from "./history.ts";
import { dampedSum, type Method, type Projection, type Start, trendStart } from "./outlook-method.ts";
import { operand, type Part } from "./step.ts";

/** How many earlier years make a usual share. */
const SHARE_YEARS = 5;

/** The ways to project an amount, cumulative or standing; where two are equally good, the earlier one counts. */
export const AMOUNT_METHODS: readonly Method[] = [
  { name: "seasonal-share", project: bySeasonalShare },
  { name: "last-year-growth", project: byLastYearGrowth },
  { name: "damped-trend", project: byDampedGrowth },
];

/** A÷(mean of B_n÷B over up to five earlier years). */
function bySeasonalShare({ history, year, stretch, unit }: Start): Projection | undefined {
  const now = pointAt(history, year, stretch.month);
  const tails = Array.from({ length: SHARE_YEARS }, (_, index) => tailOf(history, year - index - 1, stretch));
  const known = tails.filter((tail) => tail !== undefined).filter(({ whole }) => signOf(whole.value) > 0);
  const total = known.reduce((sum, { before, whole }) => plus(sum, dividedBy(before.value, whole.value)), "0");
  if (!now || known.length === 0 || signOf(total) <= 0) return undefined;
  const shares = known.flatMap(({ year: of, before, whole }, index): Part[] => [
    ...(index === 0 ? [] : ["+"]),
    ...[operand(`${of}年同期`, before.value, unit), "÷", operand(`${of}年期末`, whole.value, unit)],
  ]);
  return {
    value: dividedBy(times(now.value, String(known.length)), total),
    parts: [operand("本期", now.value, unit), "÷((", ...shares, `)÷${known.length})`],
    points: [now, ...known.flatMap(({ before, whole }) => [before, whole])],
  };
}

/** A×B÷B_n: the remaining months on last year's as the months gone by. */
function byLastYearGrowth({ history, year, stretch, unit }: Start): Projection | undefined {
  const now = pointAt(history, year, stretch.month);
  const last = tailOf(history, year - 1, stretch);
  if (!now || !last || signOf(last.before.value) <= 0 || signOf(last.whole.value) <= 0) return undefined;
  return {
    value: dividedBy(times(now.value, last.whole.value), last.before.value),
    parts: [
      ...[operand("本期", now.value, unit), "×", operand("上年期末", last.whole.value, unit), "÷"],
      operand("上年同期", last.before.value, unit),
    ],
    points: [now, last.before, last.whole],
  };
}

/** B×(c+t·Σ0.8^i): growth on last year goes on as it moved within the year, weaker each month. */
function byDampedGrowth(start: Start): Projection | undefined {
  const { history, year, stretch, unit } = start;
  const [now, earlier] = [pointAt(history, year, stretch.month), trendStart(start)];
  const last = tailOf(history, year - 1, stretch);
  const before = earlier && pointAt(history, year - 1, earlier.month);
  if (!now || !earlier || !last || !before) return undefined;
  if ([last.before, last.whole, before].some(({ value }) => signOf(value) <= 0)) return undefined;
  const ratio = dividedBy(now.value, last.before.value);
  const damped = dampedSum(stretch);
  const moved = dividedBy(minus(ratio, dividedBy(earlier.point.value, before.value)), String(earlier.months));
  const ratioParts = [operand("本期", now.value, unit), "÷", operand("上年同期", last.before.value, unit)];
  return {
    value: times(last.whole.value, plus(ratio, times(moved, damped))),
    parts: [
      ...[operand("上年期末", last.whole.value, unit), "×(", ...ratioParts, "+(", ...ratioParts, "−"],
      ...[operand("此前", earlier.point.value, unit), "÷", operand("上年此前", before.value, unit), ")÷"],
      ...[operand("间隔", String(earlier.months), "个月"), "×", operand("逐月减弱系数", damped, ""), ")"],
    ],
    points: [now, earlier.point, before, last.before, last.whole],
  };
}
