import { compare, type Decimal } from "../model/decimal.ts";
import type { Indicator } from "../model/indicator.ts";
import { type Issue, makeIssue, quote } from "../model/issue.ts";
import { type Observation, observationKey } from "../model/observation.ts";
import { findUnit } from "../model/unit.ts";
import { isAdditive } from "./additive.ts";
import { isMore } from "./printed-amount.ts";

/**
 * Asks about a row that stands under another (其中) and is more than it: 22110亿元 of exports in a trade of 3.1亿元,
 * the unit of the total's row over what is reckoned in 万元. Both are asked.
 *
 * A part in a smaller unit than its total and yet in fewer of them (35.2万元 of tax in 52.3亿元 of revenue) is asked too:
 * the other way round the unit is as likely wrong.
 *
 * @param indicators by code
 * @returns one issue a cell, in the order of the observations
 */
export function checkPartAboveTotal(
  observations: readonly Observation[],
  indicators: ReadonlyMap<string, Indicator>,
): readonly Issue[] {
  const amounts = observations.filter((one) => isAdditive(one, indicators));
  const rows = new Map(amounts.map((one) => [rowKey(one, [...one.path, one.label]), one]));
  const asked = new Map<Observation, readonly [part: Observation, total: Observation]>();
  for (const part of amounts) {
    const total = part.path.length === 0 ? undefined : rows.get(rowKey(part, part.path));
    if (!total || part.indicator === total.indicator) continue;
    if (isMore(part, total)) for (const one of [part, total]) asked.set(one, [part, total]);
    else if (isFewerOfLess(part, total)) asked.set(part, [part, total]);
  }
  return observations.flatMap((one) => {
    const pair = asked.get(one);
    if (!pair) return [];
    const [found, expected] = pair.map(({ label, value, unit }) => `${quote(label)} ${value}${unit}`);
    const details = { found: found ?? "", expected: expected ?? "" };
    return [makeIssue("part-above-total", { sheet: one.sheet, cell: one.cell }, details)];
  });
}

/** A row by its labels, in one column of its sheet; a part may carry a 口径 of its own. */
function rowKey(one: Observation, labels: readonly string[]): string {
  return `${one.sheet}|${observationKey({ ...one, indicator: null, path: labels, label: "", scope: null })}`;
}

function isFewerOfLess(part: Observation, total: Observation): boolean {
  const [of, whole] = [findUnit(part.unit ?? ""), findUnit(total.unit ?? "")];
  if (!of || !whole || of.dimension !== whole.dimension || compare(of.factor, whole.factor) >= 0) return false;
  return compare(amount(part), "0") > 0 && compare(amount(part), amount(total)) <= 0;
}

function amount({ value }: Observation): Decimal {
  return value ?? "0";
}
