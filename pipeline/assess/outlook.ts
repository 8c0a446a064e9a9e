import { unitOf } from "../model/balance.ts";
import { compare, type Decimal, dividedBy, minus, plus, roundHalfUp, signOf, times } from "../model/decimal.ts";
import { monthOf, yearOf } from "../model/period.ts";
import type { Outlook } from "../model/prospect.ts";
import { isRate } from "../model/unit.ts";
import { type BackTest, bestMethod } from "./back-test.ts";
import { gapUnitOf } from "./goal.ts";
import { type History, observationsOf, tailOf, yearsBefore } from "./history.ts";
import { countsIncidents } from "./incidents.ts";
import type { Case } from "./judgement.ts";
import { AMOUNT_METHODS } from "./outlook-amounts.ts";
import type { Projection, Start } from "./outlook-method.ts";
import { RATE_METHODS } from "./outlook-rates.ts";
import { outlookText } from "./outlook-words.ts";
import { monthsLeft } from "./rest.ts";
import { makeStep } from "./step.ts";

/**
 * Where the year may end, from the series' own history: the method that did best in earlier years from the same month,
 * with an interval as wide on either side as its largest error there, and at least one unit of the last digit printed.
 *
 * What only ever grew within its earlier years is not expected to end below what is there.
 *
 * @param history the target's own quantity in the 口径 of the actual, up to the reading
 * @returns null with fewer than three earlier years to try a method on, where the largest error is as large as the
 *   amount or all that is projected lies below what is there, where no time is left, for goals of later years, and for events, incidents, changes, ranks and the like
 */
export function outlookOf(one: Case, history: History): Outlook | null {
  const { target, reading } = one;
  if (isSenseless(one)) return null;
  const stretch = { month: monthOf(reading.period), due: monthOf(target.due) };
  const start: Start = { history, year: yearOf(reading.period), stretch, unit: target.unit };
  const relative = isAmount(one);
  const methods = (relative ? AMOUNT_METHODS : RATE_METHODS).filter(({ project }) => project(start) !== undefined);
  const test = bestMethod(methods, start, relative);
  const projected = test?.method.project(start);
  if (!test || !projected || (relative && signOf(projected.value) <= 0)) return null;
  const decimals = isRate(target.unit) ? Math.max(1, reading.decimals) : reading.decimals;
  const half = halfWidth(test, projected, relative, decimals);
  if (relative && compare(half, projected.value) >= 0) return null;
  const floor = onlyGrows(one, start) ? reading.actual : null;
  if (floor !== null && compare(plus(projected.value, half), floor) <= 0) return null;
  const [low, mid, high] = [minus(projected.value, half), projected.value, plus(projected.value, half)].map((value) =>
    floor !== null && compare(value, floor) < 0 ? floor : value,
  ) as [Decimal, Decimal, Decimal];
  const observations = observationsOf([...projected.points, ...test.points]);
  const outlook = {
    ...{ low, mid, high, unit: target.unit, decimals, method: test.method.name },
    ...{ error: test.mean, errorUnit: relative ? "%" : gapUnitOf(target.unit), years: test.years.length, observations },
  };
  const step = makeStep({
    ...{ name: "outlook", label: stretch.due === 12 ? "全年预计" : "到期预计", unit: target.unit, estimated: true },
    ...{ value: projected.value, decimals, parts: projected.parts },
  });
  return { ...outlook, steps: [step], text: outlookText(one, outlook) };
}

function isSenseless({ target, indicator, reading }: Case): boolean {
  if (target.basis === "event" || target.basis === "quota" || countsIncidents(target, indicator)) return true;
  if (target.quantity !== "value" && target.quantity !== "yoy") return true;
  return monthsLeft(reading.period, target.due) <= 0 || yearOf(target.due) !== yearOf(reading.period);
}

/** What is measured in amounts; the rest are rates and indices, whose errors are differences. */
function isAmount({ target, indicator }: Case): boolean {
  if (target.quantity !== "value" || isRate(target.unit) || target.unit === "‰") return false;
  return indicator.nature === "flow" || indicator.nature === "stock";
}

/** The largest error of the trials, restated for this year's projection. */
function halfWidth(test: BackTest, { value }: Projection, relative: boolean, decimals: number): Decimal {
  const width = relative ? dividedBy(times(value, test.worst), "100") : test.worst;
  const least = unitOf(decimals);
  return compare(roundHalfUp(width, decimals), least) < 0 ? least : width;
}

/** Whether what adds up never fell in the same months of any earlier year. */
function onlyGrows({ target, indicator, reading }: Case, { history, year, stretch }: Start): boolean {
  if (target.quantity !== "value" || indicator.nature !== "flow" || reading.span !== "ytd") return false;
  const tails = yearsBefore(history, year).map((earlier) => tailOf(history, earlier, stretch));
  return tails.every((tail) => tail === undefined || signOf(tail.amount) >= 0);
}
