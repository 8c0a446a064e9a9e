import type { Light, Reason } from "../model/assessment.ts";
import { absolute, type Decimal, minus } from "../model/decimal.ts";
import { monthOf, type Period } from "../model/period.ts";
import { type Band, type Grade, isReached, type LightRules, VERDICT_LIGHTS } from "../model/rules.ts";
import { bandOf } from "./bands.ts";
import { compareSettled } from "./goal.ts";
import type { Case } from "./judgement.ts";
import { paceAt, paceDistance } from "./pace.ts";
import type { Point } from "./series.ts";
import { releaseMonths } from "./timing.ts";

const LIGHT_NAMES: Readonly<Record<Light, string>> = { green: "绿灯", yellow: "黄灯", red: "红灯", grey: "灰灯" };

/** Where a pace stands at one reading, with what the next one has to remember. */
interface Standing {
  readonly distance: Decimal; // from 序时, in what the rule's edges count
  readonly band: Band;
  readonly isKept: boolean; // because of the reading before
  readonly worsening: number; // readings in a row up to this that are yellow, each behind more than the one before
}

/**
 * Grades a pace by the rule's bands, in the light of the readings before.
 *
 * A light does not change because of what rounding hides: within `steady` of an edge it stays as it was, but an edge
 * that is met exactly, and 序时 that is reached, are what the rules say. Yellow that worsens for as many readings as the rule says is red. The readings are the
 * year's releases in an unbroken row, each graded once, the earliest first; where the release before is not known
 * the edges are strict and nothing worsens.
 */
export function standingOf(one: Case): Grade & { readonly reasons: readonly Reason[] } {
  const { reading, rules } = one;
  const before = unbrokenPast(one).reduce<Standing | null>(
    (standing, { period, value }) =>
      standingAfter(standing, { period, distance: distanceAt(one, period, value) }, rules),
    null,
  );
  const now = { period: reading.period, distance: distanceAt(one, reading.period, reading.actual) };
  const { band, isKept, worsening } = standingAfter(before, now, rules);
  const { verdict, light } = band;
  if (rules.pace.worsening !== null && worsening >= rules.pace.worsening) {
    const text = `连续${worsening}期亮黄灯、差距逐期扩大，亮红灯`;
    return { verdict: "严重滞后", light: VERDICT_LIGHTS.严重滞后, reasons: [{ code: "worsening", text }] };
  }
  const text = `差距与亮灯的界限在舍入范围以内，沿用上期的${LIGHT_NAMES[light]}`;
  return { verdict, light, reasons: isKept ? [{ code: "light-kept", text }] : [] };
}

function standingAfter(
  before: Standing | null,
  { period, distance }: { readonly period: Period; readonly distance: Decimal },
  { pace, steady }: LightRules,
): Standing {
  const kept = before === null ? undefined : keptBand(before.band, distance, pace.bands, steady.within);
  const band = kept ?? bandOf(pace.bands, distance);
  const lost = before ? minus(before.distance, distance) : "0";
  const isWorse = compareSettled(lost, "0") > 0 && compareSettled(lost, steady.within) >= 0;
  const counts = band.light === "yellow" && monthOf(period) >= pace.worseningFrom;
  const worsening = !counts ? 0 : before && isWorse ? before.worsening + 1 : 1;
  return { distance, band, isKept: kept !== undefined, worsening };
}

/** The band on the far side of an edge that the distance cannot be told from, if that is the light of before. */
function keptBand(before: Band, distance: Decimal, bands: readonly Band[], within: Decimal): Band | undefined {
  const strict = bandOf(bands, distance);
  if (strict.light === before.light) return undefined;
  const isNear = (edge: Decimal | null) => edge !== null && compareSettled(absolute(minus(distance, edge)), within) < 0;
  const at = bands.indexOf(strict);
  const [above, below] = [bands[at - 1], bands[at + 1]];
  if (above?.light === before.light && isNear(above.edge)) return above;
  const isExact = strict.edge !== null && compareSettled(distance, strict.edge) === 0;
  return !isReached(strict) && !isExact && below?.light === before.light && isNear(strict.edge) ? below : undefined;
}

function distanceAt(one: Case, period: Period, actual: Decimal): Decimal {
  return paceDistance(paceAt(one, period, actual), one.rules.pace);
}

/** The releases before the reading, back to the first that is missing or too early to be judged; earliest first. */
function unbrokenPast({ indicator, reading, past }: Case): readonly Point[] {
  const months = releaseMonths(indicator).filter((month) => month >= indicator.judgedFrom);
  const known: Point[] = [];
  for (const month of months.filter((one) => one < monthOf(reading.period)).reverse()) {
    const point = past.find(({ period }) => monthOf(period) === month);
    if (!point) break;
    known.unshift(point);
  }
  return known;
}
