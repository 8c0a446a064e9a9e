import { compare, type Decimal, dividedBy, minus, signOf, times } from "../model/decimal.ts";
import { spanName, yearOf } from "../model/period.ts";
import type { Point } from "../model/trend.ts";
import { sideOf } from "./goal.ts";
import { type History, pointAt, type Stretch, tailOf, yearsBefore } from "./history.ts";
import type { Case } from "./judgement.ts";
import { lastWholeName } from "./rest.ts";
import type { RestGrowth } from "./rest-growth.ts";
import { makeStep, operand, type Part } from "./step.ts";
import { actualOperand, goalOperand } from "./steps.ts";
import type { EarlierGrowth } from "./tail-growth.ts";
import { printed } from "./wording.ts";

interface Known {
  readonly rates: History;
  readonly amounts: History;
  readonly stretch: Stretch;
}

/** The months gone by as a part of the whole: last year's amounts, or months. */
interface Weight {
  readonly by: "last-year" | "time";
  readonly part: Decimal;
  readonly whole: Decimal;
  readonly points: readonly Point[];
}

/**
 * What the remaining months must grow, from rates alone: r=(g*−w·g)÷(1−w), where w is the share of the year that the
 * months gone by carry: last year's share where its amounts are known, else months by months, 按时间权重估算 (standards
 * of the field, section 3.2).
 */
export function restByRates(one: Case, { rates, amounts, stretch }: Known): RestGrowth {
  const { target, goal, reading, indicator } = one;
  const year = yearOf(reading.period);
  const weight = shareOf(amounts, year - 1, stretch) ?? timeWeight(stretch);
  const isCap = sideOf(target) === "cap";
  const growth = growthOfRest(weight, isCap ? goal.high : goal.low, reading.actual);
  const share = dividedBy(weight.part, weight.whole);
  const percent = `${printed(times(share, "100"), 1)}%`;
  const span = stretch.due === 12 ? "全年" : "整个期限";
  const monthsGone = spanName(reading.period, "ytd");
  const parts = weightParts(weight, indicator.unit, lastWholeName(target.due));
  const end = goalOperand(one, isCap ? "high" : "low");
  return {
    growth,
    amounts: { amount: null, each: null, unit: null, decimals: 0 },
    weight: { by: weight.by, share },
    steps: [
      makeStep({ name: "weight", label: "已过月份权重", unit: "", decimals: 4, estimated: true, value: share, parts }),
      makeStep({
        ...{ name: "growth", label: isCap ? "剩余月份增速上限" : "剩余月份需增长", unit: "%", estimated: true },
        ...{
          value: growth,
          decimals: 1,
          parts: ["(", end, "−", ...parts, "×", actualOperand(one), ")÷(1−", ...parts, ")"],
        },
      }),
    ],
    basis:
      weight.by === "last-year"
        ? `按上年结构（${monthsGone}占${span}的${percent}）`
        : `按时间权重估算（${monthsGone}按占${span}的${percent}计）`,
    still: "",
    points: weight.points,
    earlier: earlierRates({ rates, amounts, stretch }, year, weight.by),
  };
}

/** What the same months of earlier years grew, by the same formula: the year's rate for the goal's, the same kind of weight. */
function earlierRates({ rates, amounts, stretch }: Known, year: number, by: Weight["by"]): readonly EarlierGrowth[] {
  return yearsBefore(rates, year).flatMap((earlier) => {
    const [sofar, whole] = [pointAt(rates, earlier, stretch.month), pointAt(rates, earlier, stretch.due)];
    const weight = by === "time" ? timeWeight(stretch) : shareOf(amounts, earlier - 1, stretch);
    if (!sofar || !whole || !weight) return [];
    const growth = growthOfRest(weight, whole.value, sofar.value);
    return [{ year: earlier, growth, points: [sofar, whole, ...weight.points] }];
  });
}

/** With w=part÷whole, (goal−w·g)÷(1−w), in one division. */
function growthOfRest({ part, whole }: Weight, goal: Decimal, sofar: Decimal): Decimal {
  return dividedBy(minus(times(goal, whole), times(part, sofar)), minus(whole, part));
}

/** A share only where it lies between nothing and the whole. */
function shareOf(amounts: History, year: number, stretch: Stretch): Weight | undefined {
  const tail = tailOf(amounts, year, stretch);
  if (!tail || signOf(tail.before.value) <= 0 || compare(tail.before.value, tail.whole.value) >= 0) return undefined;
  const { before, whole } = tail;
  return { by: "last-year", part: before.value, whole: whole.value, points: [before, whole] };
}

function timeWeight({ month, due }: Stretch): Weight {
  return { by: "time", part: String(month), whole: String(due), points: [] };
}

function weightParts({ by, part, whole }: Weight, unit: string, wholeName: string): readonly Part[] {
  return by === "time"
    ? [operand("已过", part, "个月"), "÷", operand("共", whole, "个月")]
    : [operand("上年同期累计", part, unit), "÷", operand(wholeName, whole, unit)];
}
