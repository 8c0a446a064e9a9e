import type { Step } from "../../model/arithmetic.ts";
import { compare, dividedBy } from "../../model/decimal.ts";
import type { Figure } from "../../model/figure.ts";
import type { MilestoneTotals } from "../../model/milestone-assessment.ts";

/** 万元: less is not told in 亿元. */
const FEWEST_CONVERTED = "10000";

/** A rate over projects: so many of so many. */
export interface MilestoneRate {
  readonly rate: Figure; // %
  readonly part: Figure; // large amounts in 亿元
  readonly whole: Figure;
  readonly summed: readonly Figure[]; // what these are computed from
}

/** 开工率 and 投资完成率; null where nothing is planned. */
export interface MilestoneRates {
  readonly startOfYear: MilestoneRate | null; // of those to start within the year
  readonly startToDate: MilestoneRate | null; // of those to have started by now
  readonly investment: MilestoneRate | null;
}

/** Makes the figures of the totals over projects, with ids `milestones/<rate>`, `/part` and `/whole`. */
export function milestoneRates({ startRateYear, startRateToDate, investment }: MilestoneTotals): MilestoneRates {
  return {
    startOfYear: rateOf("start-of-year", startRateYear),
    startToDate: rateOf("start-to-date", startRateToDate),
    investment: rateOf("investment", investment),
  };
}

/** Every figure of them, each once. */
export function figuresOfRates(rates: MilestoneRates): readonly Figure[] {
  return [rates.startOfYear, rates.startToDate, rates.investment].flatMap((one) =>
    one === null ? [] : [...new Set([one.rate, one.part, one.whole, ...one.summed])],
  );
}

function rateOf(id: string, step: Step | null): MilestoneRate | null {
  if (step === null) return null;
  const [part, whole] = step.operands.map(({ name, value, unit }, index): Figure => {
    const derivation = { kind: "computed" as const, formula: `各项目合计：${name}${value}${unit}`, operands: [] };
    return { id: `milestones/${id}/${index === 0 ? "part" : "whole"}`, name, value, unit, derivation };
  });
  if (!part || !whole) return null;
  const { label: name, value, unit, decimals, formula } = step;
  const derivation = { kind: "computed" as const, formula, operands: [part.id, whole.id] };
  return {
    rate: { id: `milestones/${id}`, name, value, unit, decimals, derivation },
    ...(areLarge([part, whole]) ? { part: converted(part), whole: converted(whole) } : { part, whole }),
    summed: [part, whole],
  };
}

/** Amounts in 万元 of which two decimals in 亿元 leave three digits at least. */
function areLarge(figures: readonly Figure[]): boolean {
  return figures.every(({ unit, value }) => unit === "万元" && compare(value, FEWEST_CONVERTED) >= 0);
}

/** 375760万元 as 37.58亿元. */
function converted(figure: Figure): Figure {
  const derivation = { kind: "computed" as const, formula: `${figure.value}÷10000`, operands: [figure.id] };
  const value = dividedBy(figure.value, "10000");
  return { id: `${figure.id}/converted`, name: figure.name, value, unit: "亿元", decimals: 2, derivation };
}
