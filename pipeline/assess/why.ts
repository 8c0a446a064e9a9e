import type { Assessment } from "../model/assessment.ts";
import { decimalPlaces, minus } from "../model/decimal.ts";
import type { Why } from "../model/explanation.ts";
import type { Indicator } from "../model/indicator.ts";
import { sideOf } from "./goal.ts";
import { type Candidate, regionsOf, sectorsOf } from "./part-candidates.ts";
import { readGrowth } from "./part-reading.ts";
import { roundedOf } from "./part-weights.ts";
import { partTargetsOf, type Surroundings } from "./surroundings.ts";
import { type GrowthQuestion, growthBreakdown } from "./why-growth.ts";
import { paceBreakdown } from "./why-pace.ts";

const LAGGING: readonly string[] = ["滞后", "严重滞后"];

/**
 * Which parts make a lagging target lag.
 *
 * A goal of growth is broken down by sectors and by regions. An amount behind its pace is broken down by the regions'
 * own targets where they have any; else the growth of its parts is told, without a gap, because nothing says how much
 * each of them was to bring. 演示数据 never explain a published figure.
 *
 * @returns null where the target does not lag, is a cap, or no parts are known well enough
 */
export function whyOf(assessment: Assessment, indicator: Indicator | null, around: Surroundings): Why | null {
  const { target, verdict } = assessment;
  const surroundings = isPublished(assessment) ? withoutIllustrative(around) : around;
  if (indicator === null || !LAGGING.includes(verdict) || sideOf(target) === "cap") return null;
  const sectors = sectorsOf(target, surroundings);
  const regions = regionsOf(target, indicator, surroundings);
  const why =
    target.basis === "growth"
      ? byGrowth(growthQuestion(assessment, indicator, surroundings), sectors, regions)
      : target.basis === "flow"
        ? byAmount(assessment, indicator, { sectors, regions, surroundings })
        : null;
  return why?.sectors || why?.regions ? why : null;
}

function isPublished({ observations }: Assessment): boolean {
  return observations.every(({ illustrative }) => !illustrative);
}

function withoutIllustrative({ observationsOf, ...around }: Surroundings): Surroundings {
  const published: Surroundings["observationsOf"] = (indicator, region) =>
    observationsOf(indicator, region).filter(({ illustrative }) => !illustrative);
  return { ...around, observationsOf: published };
}

function byGrowth(
  question: GrowthQuestion | null,
  sectors: readonly Candidate[],
  regions: readonly Candidate[],
): Why | null {
  if (question === null) return null;
  return { sectors: growthBreakdown(question, sectors), regions: growthBreakdown(question, regions) };
}

function growthQuestion(
  { target, actual, gap, observedPeriod, observations }: Assessment,
  indicator: Indicator,
  { observationsOf }: Surroundings,
): GrowthQuestion | null {
  if (actual === null || gap === null || observedPeriod === null) return null;
  const goal = minus(actual, gap);
  const places = Math.max(1, decimalPlaces(actual), decimalPlaces(goal));
  const scope = observations[0]?.scope || null;
  const known = observationsOf(indicator.code, target.region);
  return { target, indicator, period: observedPeriod, scope, total: actual, goal, places, observations: known };
}

interface Parts {
  readonly sectors: readonly Candidate[];
  readonly regions: readonly Candidate[];
  readonly surroundings: Surroundings;
}

function byAmount(assessment: Assessment, indicator: Indicator, { sectors, regions, surroundings }: Parts): Why | null {
  const { target, actual, actualDecimals, completion, gap, observedPeriod, observations } = assessment;
  if (actual === null || observedPeriod === null || target.low === null) return null;
  const scope = observations[0]?.scope || null;
  const regionalTargets = partTargetsOf(target, surroundings);
  const rate = growthOfAmount(assessment, indicator, surroundings);
  const bySectors = rate && growthBreakdown(rate, sectors);
  if (regionalTargets.length === 0) return { sectors: bySectors, regions: rate && growthBreakdown(rate, regions) };
  if (completion === null || gap === null) return { sectors: bySectors, regions: null };
  const amount = roundedOf({ actual, decimals: actualDecimals });
  const pace = {
    target,
    low: target.low,
    period: observedPeriod,
    scope,
    amount,
    observations,
    completion,
    regionalTargets,
  };
  return { sectors: bySectors, regions: paceBreakdown({ ...pace, goal: minus(completion, gap) }, regions) };
}

/** The published growth of an amount; no goal is set for it. */
function growthOfAmount(
  { target, observedPeriod, observations }: Assessment,
  indicator: Indicator,
  { observationsOf }: Surroundings,
): GrowthQuestion | null {
  if (observedPeriod === null) return null;
  const known = observationsOf(indicator.code, target.region);
  const scope = observations[0]?.scope || null;
  const question = { target, indicator, period: observedPeriod, scope, observations: known };
  const found = readGrowth(question);
  if (found.kind !== "read") return null;
  const { actual } = found.reading;
  return { ...question, total: actual, goal: null, places: Math.max(1, decimalPlaces(actual)) };
}
