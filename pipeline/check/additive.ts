import type { Indicator } from "../model/indicator.ts";
import type { Observation } from "../model/observation.ts";

const MAY_BE_NEGATIVE = /差额|净|增减|盈亏|利润|逆差|顺差/;
const PER_HEAD = /人均|每|平均|单产/;

/** Tells whether an amount may be below zero, so that a part may be more than its total: a balance, a profit, what is net. */
export function mayBeNegative({ name }: Indicator, label: string): boolean {
  return MAY_BE_NEGATIVE.test(name) || MAY_BE_NEGATIVE.test(label);
}

/** Tells whether an observation is an amount that the parts of a whole add up to, none of them below zero. */
export function isAdditive(
  { indicator: code, quantity, value, label }: Observation,
  indicators: ReadonlyMap<string, Indicator>,
): boolean {
  const indicator = indicators.get(code ?? "");
  if (!indicator || quantity !== "value" || value === null || value.startsWith("-")) return false;
  if (indicator.nature !== "flow" && indicator.nature !== "stock") return false;
  return !PER_HEAD.test(indicator.name) && !mayBeNegative(indicator, label);
}
