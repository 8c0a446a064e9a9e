import { type Decimal, decimalPlaces, minus, signOf } from "../model/decimal.ts";
import { monthOf, yearOf } from "../model/period.ts";
import { type Rest, restWords, type WayHome } from "../model/prospect.ts";
import { chanceOf } from "./chance.ts";
import { isMet, sideOf } from "./goal.ts";
import { type History, observationsOf, tailOf } from "./history.ts";
import type { Case } from "./judgement.ts";
import { eachOf, eachPlaces, eachWord, monthsLeft, restOf } from "./rest.ts";
import { restSteps } from "./rest-steps.ts";
import { actualOperand, goalOperand } from "./steps.ts";
import { bestOf, earlierGrowths, growthOn } from "./tail-growth.ts";
import { chanceOfAmount } from "./way-home-chance.ts";
import { leastOf } from "./way-home-least.ts";
import { neededGrowth, wayHomeText } from "./way-home-words.ts";
import { goalName, printed } from "./wording.ts";

/**
 * What is still to come of an amount that adds up, or may still come under a cap: R=T−A, its average, and its growth on
 * the same months of last year r=R÷(B−B_n)−1 (standards of the field, section 3.2).
 *
 * A goal that is met is 确保 with 0 to come. The chance is by growth (chance.ts), by the average where last year is not
 * known, and null before the month from which the indicator is judged.
 *
 * @param amounts the target's own cumulative series up to the reading
 * @returns null for a cap that is broken
 */
export function wayHomeByFlow(one: Case, amounts: History): WayHome | null {
  const { target, goal, reading, indicator } = one;
  const isCap = sideOf(target) === "cap";
  const isReached = isMet(target, goal, reading.actual, one.rules);
  if (isCap && !isReached) return null;
  const left = minus(isCap ? goal.high : goal.low, reading.actual);
  const amount = signOf(left) < 0 ? "0" : left;
  const months = monthsLeft(reading.period, target.due);
  const rest = restOf(indicator, reading.period, target.due);
  const stretch = { month: monthOf(reading.period), due: monthOf(target.due) };
  const last = tailOf(amounts, yearOf(reading.period) - 1, stretch);
  const growth = last && signOf(amount) > 0 ? growthOn(last.amount, amount) : null;
  const earlier = growth === null ? [] : earlierGrowths(amounts, yearOf(reading.period), stretch);
  const best = bestOf(earlier, isCap);
  const current = last ? growthOn(last.before.value, reading.actual) : null;
  const evidence = { current, earlier: earlier.map((year) => year.growth), isCap };
  const toGoal = chanceOfAmount(one, {
    amount,
    last,
    byGrowth: growth === null ? null : chanceOf({ ...evidence, required: growth }),
  });
  const least = leastOf(one, toGoal, {
    wayHome: (other) => wayHomeByFlow(other, amounts),
    need: (other) => `还需${other.amount}${target.unit}`,
  });
  const chance = least?.chance ?? toGoal;
  const points =
    growth === null ? [] : [...(last ? [last.before, last.whole] : []), ...earlier.flatMap((e) => e.points)];
  const observations = observationsOf(points);
  const each = eachOf(amount, rest, months).value;
  const decimals = decimalPlaces(amount);
  const clauses = [
    needed(one, { amount, each, rest, months }),
    ...(growth === null ? [] : [neededGrowth(growth, current, isCap)]),
    ...(least ? [least.clause] : []),
  ];
  const isAbout = least !== null || (isReached && target.op === "~");
  return {
    ...{ months, rest, amount, each, unit: target.unit, decimals, growth, weight: null, best, chance, observations },
    steps: restSteps({
      ...{ isCap, due: target.due, unit: target.unit, amount, decimals, rest, months, growth, last },
      difference: [goalOperand(one, isCap ? "high" : "low"), "−", actualOperand(one)],
      isBeyond: !isCap && signOf(left) < 0,
    }),
    text: wayHomeText(clauses, { best, chance, isCap, isReached: isReached && signOf(amount) === 0, isAbout }, [
      ...reading.observations,
      ...observations,
    ]),
  };
}

interface Figures {
  readonly amount: Decimal;
  readonly each: Decimal;
  readonly rest: Rest;
  readonly months: number;
}

function needed({ target, reading }: Case, { amount, each, rest, months }: Figures): string {
  const [name, when] = [goalName(target, reading.period), restWords(rest, months)];
  if (signOf(amount) === 0 && sideOf(target) !== "cap") {
    return target.op === ">" ? `已与${name}持平，${when}有增量即可` : `${name}已经达到，${when}不再需要增量`;
  }
  const cap = target.op === "<" ? "增量须少于" : "最多还可增加";
  const word = sideOf(target) === "cap" ? cap : `完成${name}还需`;
  const average = `、${eachWord(rest)}${printed(each, eachPlaces(each, amount, rest))}${target.unit}`;
  return `${when}${word}${amount}${target.unit}${rest.count === "1" ? "" : average}`;
}
