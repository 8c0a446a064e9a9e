import { absolute, compare, minus, signOf } from "../model/decimal.ts";
import { restWords, type WayHome } from "../model/prospect.ts";
import { isRate } from "../model/unit.ts";
import { gapUnitOf, isMet } from "./goal.ts";
import type { Case } from "./judgement.ts";
import { levelGap } from "./level.ts";
import { eachOf, eachPlaces, eachWord, monthsLeft, restOf } from "./rest.ts";
import { makeStep, type Part, unitWords } from "./step.ts";
import { actualOperand, goalOperand } from "./steps.ts";
import { wayHomeText } from "./way-home-words.ts";
import { gapPlaces, goalName, printed } from "./wording.ts";

/**
 * How far a level is from its goal, and how much that is a month, a quarter, or a year where the goal is of a later one.
 *
 * There is no average for a rate that is itself a cumulative one: what the months bring does not add up to it. No chance
 * is told, because nobody promised a pace.
 *
 * @returns null where the level is reached, or stands at the very number that it must pass
 */
export function wayHomeByLevel(one: Case): WayHome | null {
  const { target, goal, reading, indicator } = one;
  const { gap, gapUnit } = levelGap(one);
  if (isMet(target, goal, reading.actual, one.rules) || signOf(gap) >= 0) return null;
  const isTooLow = compare(reading.actual, goal.low) <= 0 && target.low !== null;
  const end = goalOperand(one, isTooLow ? "low" : "high");
  const amount = absolute(minus(end.value, reading.actual));
  const months = monthsLeft(reading.period, target.due);
  const rest = restOf(indicator, reading.period, target.due);
  const isOfRate = isRate(target.unit) || target.unit === "‰" || indicator.nature === "rate";
  const isCumulativeRate = isOfRate && reading.span === "ytd";
  const average = isCumulativeRate ? null : eachOf(amount, rest, months);
  const each = average?.value ?? null;
  const decimals = gapPlaces(one, amount);
  const places = each === null ? decimals : Math.max(decimals, eachPlaces(each, amount, rest));
  const difference: readonly Part[] = isTooLow ? [end, "−", actualOperand(one)] : [actualOperand(one), "−", end];
  const draft = { unit: gapUnit, estimated: true };
  const distance = makeStep({
    ...draft,
    name: "required",
    label: "距目标",
    value: amount,
    decimals,
    parts: difference,
  });
  const share =
    average &&
    makeStep({
      ...{ ...draft, name: "each", label: `${eachWord(rest)}尚需`, value: average.value, decimals: places },
      parts: ["(", ...difference, ")", ...average.parts],
    });
  const unit = unitWords(gapUnitOf(target.unit));
  const [up, down] = isOfRate ? ["提高", "降低"] : ["增加", "减少"];
  const way = isTooLow ? up : down;
  const clauses = [
    `距${goalName(target, reading.period)}还差${printed(amount, decimals)}${unit}`,
    each === null
      ? `${restWords(rest, months)}需继续${way}`
      : `${restWords(rest, months)}${eachWord(rest)}需${way}${printed(each, places)}${unit}`,
  ];
  return {
    ...{ months, rest, amount, each, unit: gapUnit, decimals, growth: null, weight: null, best: null, chance: null },
    steps: share ? [distance, share] : [distance],
    text: wayHomeText(clauses, { best: null, chance: null, isCap: !isTooLow }, reading.observations),
    observations: [],
  };
}
