import { signOf } from "../model/decimal.ts";
import { grouped } from "../model/grouped.ts";
import type { Indicator } from "../model/indicator.ts";
import { type Issue, makeIssue, quote } from "../model/issue.ts";
import { type Observation, observationSubject } from "../model/observation.ts";
import { type Span, spanName } from "../model/period.ts";
import { mayBeNegative } from "./additive.ts";
import { isMore } from "./printed-amount.ts";

/** What a span is contained in, where both end in the same month. */
const LONGER: Readonly<Partial<Record<Span, readonly Span[]>>> = { month: ["quarter", "ytd"], quarter: ["ytd"] };

/**
 * Asks about a month (or quarter) that is more than the sum from January that contains it: the two columns swapped, or
 * a row slid left, the growth under the head of the sum. Both figures are asked; which of them is wrong nobody can say.
 *
 * Only what adds up over time, above zero, and beyond what rounding explains. What may be below zero in one month (a
 * profit) may well have been more in another than in all.
 *
 * @param indicators by code
 * @returns one issue a cell, in the order of the observations
 */
export function checkMonthAboveTotal(
  observations: readonly Observation[],
  indicators: ReadonlyMap<string, Indicator>,
): readonly Issue[] {
  const sums = observations.filter((one) => addsUp(one, indicators));
  const byFact = grouped(sums, factOf);
  return sums.flatMap((one) => {
    const others = byFact.get(factOf(one)) ?? [];
    const longer = others.find((other) => contains(other, one) && isMore(one, other));
    const shorter = others.find((other) => contains(one, other) && isMore(other, one));
    const pair = longer ? [one, longer] : shorter ? [shorter, one] : null;
    if (!pair) return [];
    const [found, expected] = pair.map(told);
    const details = { label: quote(one.label), found: found ?? "", expected: expected ?? "" };
    return [makeIssue("month-above-total", { sheet: one.sheet, cell: one.cell }, details)];
  });
}

function addsUp({ indicator: code, quantity, value, label }: Observation, indicators: ReadonlyMap<string, Indicator>) {
  const indicator = indicators.get(code ?? "");
  if (indicator?.nature !== "flow" || quantity !== "value" || value === null) return false;
  return signOf(value) > 0 && !mayBeNegative(indicator, label);
}

function factOf(one: Observation): string {
  return `${observationSubject(one)}|${one.scope ?? ""}`;
}

function contains(longer: Observation, shorter: Observation): boolean {
  return LONGER[shorter.span]?.includes(longer.span) ?? false;
}

function told({ period, span, value, unit }: Observation): string {
  return `${spanName(period, span)}${span === "ytd" ? "累计" : ""}${value}${unit ?? ""}`;
}
