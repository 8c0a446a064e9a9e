import { assessTarget } from "../../pipeline/assess/target.ts";
import type { Step } from "../../pipeline/model/arithmetic.ts";
import type { Assessment } from "../../pipeline/model/assessment.ts";
import type { Decimal } from "../../pipeline/model/decimal.ts";
import type { Indicator } from "../../pipeline/model/indicator.ts";
import type { KnownObservation } from "../../pipeline/model/observation.ts";
import { makePeriod } from "../../pipeline/model/period.ts";
import type { Target } from "../../pipeline/model/target.ts";
import { indicator, month, observation, RULES } from "./assess-fixture.ts";

/** Values by year and month: `{2022: {6: "50", 12: "100"}}`. */
export type Values = Readonly<Record<number, Readonly<Record<number, Decimal>>>>;

/** One observation a value, each in a cell of its own. */
export function series(values: Values, change: Partial<KnownObservation> = {}): readonly KnownObservation[] {
  return Object.entries(values).flatMap(([year, months]) =>
    Object.entries(months).map(([at, value]) =>
      observation({ value, period: makePeriod(Number(year), Number(at)), cell: `C${year}${at}`, ...change }),
    ),
  );
}

/** The same for published growth in %. */
export function rates(values: Values, change: Partial<KnownObservation> = {}): readonly KnownObservation[] {
  return series(values, { quantity: "yoy", unit: "%", sheet: "R", ...change });
}

/** Judges in a month of 2023 on a whole history. */
export function judgeSeries(
  asked: Target,
  observations: readonly KnownObservation[],
  { at = 6, ...change }: { readonly at?: number } & Partial<Indicator> = {},
): Assessment {
  return assessTarget(asked, { indicator: indicator(change), period: month(at), observations, rules: RULES });
}

/** Does the sum again from the formula as printed, in binary floats: a second way to the same number. */
export function again({ formula }: Step): number {
  const [sum = "", ...clamp] = formula
    .replaceAll("÷", "/")
    .replaceAll("×", "*")
    .replaceAll("−", "-")
    .split("，小于0按0计");
  if (!/^[\d.()+*/-]+$/.test(sum)) throw new Error(`not a sum: ${formula}`);
  const value = Number(new Function(`return ${sum}`)());
  return clamp.length > 0 ? Math.max(0, value) : value;
}

/** How far the sum done again is from the step's value, as a share of it: floats lose digits where near numbers cancel. */
export function offBy(step: Step): number {
  return Math.abs(again(step) - Number(step.value)) / Math.max(1, Math.abs(Number(step.value)));
}
