import type { Operand, Step } from "../model/arithmetic.ts";
import type { Seasonal } from "../model/assessment.ts";
import { type Decimal, roundHalfUp } from "../model/decimal.ts";
import type { Outlook, WayHome } from "../model/prospect.ts";
import { type ObservationJson, observationJson } from "./observation-json.ts";

/** One step of the arithmetic; the value rounded as its sentence prints it. */
export type StepJson = Omit<Step, "decimals" | "operands"> & { readonly operands: readonly Omit<Operand, "figure">[] };

/** What marks a result and says where it comes from. */
interface Cited {
  readonly illustrative: boolean; // rests on 演示数据, of the actual or of earlier months or years
  readonly observations: readonly ObservationJson[]; // of earlier months or years
}

/** 季节序时, both figures with one digit. */
export type SeasonalJson = Omit<Seasonal, "observations"> & Cited;

/** The way home: rates with one digit, the weight with four, amounts with the digits of the figures they come from. */
export type WayHomeJson = Omit<WayHome, "observations" | "steps" | "decimals"> &
  Cited & { readonly steps: readonly StepJson[] };

/** The outlook, with the digits of the actual; its error with two. */
export type OutlookJson = Omit<Outlook, "observations" | "steps" | "decimals"> &
  Cited & { readonly steps: readonly StepJson[] };

/** A step as scripts see it. */
export function stepJson({ name, label, formula, operands, value, unit, decimals, estimated, text }: Step): StepJson {
  const numbers = operands.map(({ name, value, unit }) => ({ name, value, unit }));
  return { name, label, formula, operands: numbers, value: roundHalfUp(value, decimals), unit, estimated, text };
}

/** 季节序时 as scripts see it. @param ofDemo whether the actual is 演示数据 */
export function seasonalJson({ expected, gap, observations }: Seasonal, ofDemo: boolean): SeasonalJson {
  return { expected: roundHalfUp(expected, 1), gap: roundHalfUp(gap, 1), ...cited(observations, ofDemo) };
}

/** The way home as scripts see it. @param ofDemo whether the actual is 演示数据 */
export function wayHomeJson({ observations, steps, decimals, ...way }: WayHome, ofDemo: boolean): WayHomeJson {
  const average = steps.find(({ name }) => name === "each");
  const { amount, each, growth, weight, best, rest } = way;
  return {
    ...way,
    rest: { ...rest, count: rest.count.includes(".") ? roundHalfUp(rest.count, 1) : rest.count },
    amount: rounded(amount, decimals),
    each: rounded(each, average?.decimals ?? decimals),
    growth: rounded(growth, 1),
    weight: weight && { ...weight, share: roundHalfUp(weight.share, 4) },
    best: best && { ...best, growth: roundHalfUp(best.growth, 1) },
    steps: steps.map(stepJson),
    ...cited(observations, ofDemo),
  };
}

/** The outlook as scripts see it. @param ofDemo whether the actual is 演示数据 */
export function outlookJson({ observations, steps, decimals, ...outlook }: Outlook, ofDemo: boolean): OutlookJson {
  const { low, mid, high, error } = outlook;
  return {
    ...outlook,
    low: roundHalfUp(low, decimals),
    mid: roundHalfUp(mid, decimals),
    high: roundHalfUp(high, decimals),
    error: roundHalfUp(error, 2),
    steps: steps.map(stepJson),
    ...cited(observations, ofDemo),
  };
}

function rounded(value: Decimal | null, decimals: number): Decimal | null {
  return value === null ? null : roundHalfUp(value, decimals);
}

function cited(observations: Seasonal["observations"], ofDemo: boolean): Cited {
  return {
    illustrative: ofDemo || observations.some(({ illustrative }) => illustrative),
    observations: observations.map(observationJson),
  };
}
