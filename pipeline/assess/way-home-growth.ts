import { absolute, type Decimal, signOf } from "../model/decimal.ts";
import { monthOf } from "../model/period.ts";
import { restWords, type WayHome } from "../model/prospect.ts";
import { asksForFall } from "../model/target.ts";
import { chanceOf } from "./chance.ts";
import { sideOf } from "./goal.ts";
import { type History, observationsOf } from "./history.ts";
import type { Case } from "./judgement.ts";
import { monthsLeft, restOf } from "./rest.ts";
import { restByAmounts } from "./rest-amounts.ts";
import { restByRates } from "./rest-rates.ts";
import { bestOf } from "./tail-growth.ts";
import { leastOf } from "./way-home-least.ts";
import { neededGrowth, wayHomeText } from "./way-home-words.ts";
import { goalName } from "./wording.ts";

/**
 * How much the remaining months must grow for a goal of growth (standards of the field, section 3.2): by amounts where
 * they are comparable with the published rate, else by weights from rates alone.
 *
 * @param rates the published growth up to the reading
 * @param amounts the cumulative amounts behind it, in the indicator's unit and the same 口径
 * @returns null for a cap that the amounts have already broken
 */
export function wayHomeByGrowth(one: Case, rates: History, amounts: History): WayHome | null {
  const { target, goal, reading, indicator } = one;
  const stretch = { month: monthOf(reading.period), due: monthOf(target.due) };
  const found = restByAmounts(one, amounts, stretch) ?? restByRates(one, { rates, amounts, stretch });
  const isCap = sideOf(target) === "cap";
  if (found.growth === null && isCap) return null;
  const { growth, earlier } = found;
  const months = monthsLeft(reading.period, target.due);
  const rest = restOf(indicator, reading.period, target.due);
  const best = growth === null ? null : bestOf(earlier, isCap);
  const evidence = { current: reading.actual, earlier: earlier.map((year) => year.growth), isCap };
  const toGoal = growth === null ? "确保" : chanceOf({ ...evidence, required: growth });
  const least = leastOf(one, toGoal, {
    wayHome: (other) => wayHomeByGrowth(other, rates, amounts),
    need: (other) => (other.growth === null ? "不再需要增量" : neededGrowth(other.growth, reading.actual, false)),
  });
  const chance = least?.chance ?? toGoal;
  const observations = observationsOf([...found.points, ...earlier.flatMap(({ points }) => points)]);
  const name = goalName(target, reading.period);
  const asked = goalWords(isCap ? goal.high : goal.low);
  const need =
    growth === null
      ? `已过月份的累计数已达到${asked}的${name}所需的全年总量`
      : `${restWords(rest, months)}${found.still}${neededGrowth(growth, reading.actual, isCap)}`;
  const end =
    growth === null
      ? []
      : [isCap && !asksForFall(target) ? `方可不突破${asked}的${name}` : `方可实现${asked}的${name}`];
  return {
    ...{ months, rest, ...found.amounts, growth, weight: found.weight, best, chance, steps: found.steps },
    text: wayHomeText(
      [found.basis, need, ...end, ...(least ? [least.clause] : [])],
      { best, chance, isCap, isReached: growth === null, isAbout: least !== null },
      [...reading.observations, ...observations],
    ),
    observations,
  };
}

/** The goal as the plan writes it: 增长7%, 下降3.2%. */
function goalWords(goal: Decimal): string {
  const sign = signOf(goal);
  return sign === 0 ? "与上年持平" : `${sign > 0 ? "增长" : "下降"}${absolute(goal)}%`;
}
