import type { Light, Reason } from "../model/assessment.ts";
import { absolute, type Decimal, minus } from "../model/decimal.ts";
import { releaseMonths } from "../model/indicator.ts";
import { monthOf, type Period } from "../model/period.ts";
import { type Band, type Grade, isReached, VERDICT_LIGHTS } from "../model/rules.ts";
import type { Target } from "../model/target.ts";
import type { Point } from "../model/trend.ts";
import { bandOf } from "./bands.ts";
import { compareSettled } from "./goal.ts";
import type { Case } from "./judgement.ts";
import { isStrivenFor } from "./light.ts";
import { paceAt, paceDistance } from "./pace.ts";

const LIGHT_NAMES: Readonly<Record<Light, string>> = { green: "绿灯", yellow: "黄灯", red: "红灯", grey: "灰灯" };

/** Where a pace stands at one reading, with what the next one has to remember. */
interface Standing {
  readonly distance: Decimal; // from 序时, in what the rule's edges count
  readonly band: Band;
  readonly isKept: boolean; // because of the reading before
  readonly yellows: number; // readings in a row up to this whose own light is yellow, each behind more than the one before
  readonly trend: "worsens" | "not-better" | null; // red for its trend: since this reading, or since an earlier one
  readonly light: Light; // as printed
}

/**
 * Grades a pace by the rule's bands, in the light of the readings before, each as it was printed.
 *
 * A light does not change because of what rounding hides: within `steady` of an edge, the edge itself included, it stays
 * as it was, but 序时 that is reached is reached. Yellow that worsens for as many readings as
 * the rule says is red, and stays so until the gap is smaller by more than rounding hides. The readings are the year's
 * releases in an unbroken row, each graded once, the earliest first; where the release before is not known the edges
 * are strict and nothing worsens.
 */
export function standingOf(one: Case): Grade & { readonly reasons: readonly Reason[] } {
  const { reading } = one;
  const before = unbrokenPast(one).reduce<Standing | null>(
    (standing, { period, value }) => standingAfter(standing, period, distanceAt(one, period, value), one),
    null,
  );
  const now = standingAfter(before, reading.period, distanceAt(one, reading.period, reading.actual), one);
  if (now.trend !== null) {
    const reason: Reason = { code: "worsening", text: trendText(now, one) };
    return { verdict: "严重滞后", light: VERDICT_LIGHTS.严重滞后, reasons: [reason] };
  }
  const { verdict, light } = now.band;
  const text = `差距与亮灯的界限在舍入范围以内，沿用上期的${LIGHT_NAMES[light]}`;
  return { verdict, light, reasons: now.isKept ? [{ code: "light-kept", text }] : [] };
}

function trendText({ trend, yellows }: Standing, { target }: Case): string {
  if (trend === "not-better") return "此前连续亮黄灯、差距扩大，已亮红灯，本期差距没有缩小，仍亮红灯";
  return `连续${yellows}期亮黄灯、差距逐期扩大${isStrivenFor(target) ? "" : "，亮红灯"}`;
}

function standingAfter(
  before: Standing | null,
  period: Period,
  distance: Decimal,
  { target, rules: { pace, steady } }: Pick<Case, "target" | "rules">,
): Standing {
  const kept = before === null ? undefined : keptBand(before.light, distance, pace.bands, steady.within);
  const band = kept ?? bandOf(pace.bands, distance);
  const own = printedLight(band.light, target);
  const moved = moveOf(before, distance, steady.within);
  const counts = own === "yellow" && monthOf(period) >= pace.worseningFrom;
  const yellows = !counts ? 0 : before?.light === "yellow" && moved === "worse" ? before.yellows + 1 : 1;
  const isRedByTrend = before?.light === "red" && before.trend !== null;
  const staysRed = own === "yellow" && isRedByTrend && moved !== "better";
  const worsens = pace.worsening !== null && yellows >= pace.worsening;
  const trend = worsens ? "worsens" : staysRed ? "not-better" : null;
  const light = trend === null ? own : printedLight(VERDICT_LIGHTS.严重滞后, target);
  return { distance, band, isKept: kept !== undefined, yellows, trend, light };
}

/** Whether a distance is another than the one before by more than rounding hides; null where it is not. */
function moveOf(before: Standing | null, distance: Decimal, within: Decimal): "worse" | "better" | null {
  const moved = before ? minus(distance, before.distance) : "0";
  if (compareSettled(moved, "0") === 0 || compareSettled(absolute(moved), within) < 0) return null;
  return compareSettled(moved, "0") < 0 ? "worse" : "better";
}

/** What the plan only strives for is never red on paper. */
function printedLight(light: Light, target: Target): Light {
  return light === "red" && isStrivenFor(target) ? "yellow" : light;
}

/** The band on the far side of an edge that the distance cannot be told from, if that is the light of before. */
function keptBand(before: Light, distance: Decimal, bands: readonly Band[], within: Decimal): Band | undefined {
  const strict = bandOf(bands, distance);
  if (strict.light === before) return undefined;
  const isNear = (edge: Decimal | null) => edge !== null && compareSettled(absolute(minus(distance, edge)), within) < 0;
  const at = bands.indexOf(strict);
  const [above, below] = [bands[at - 1], bands[at + 1]];
  if (above?.light === before && isNear(above.edge)) return above;
  return !isReached(strict) && below?.light === before && isNear(strict.edge) ? below : undefined;
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
