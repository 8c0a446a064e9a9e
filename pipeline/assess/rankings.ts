import type { Assessment } from "../model/assessment.ts";
import type { Indicator } from "../model/indicator.ts";
import { type Period, shiftPeriod } from "../model/period.ts";
import type { Ranking } from "../model/ranking.ts";
import type { Target } from "../model/target.ts";
import { sideOf } from "./goal.ts";
import { type Field, rank } from "./ranking.ts";
import { completionField, growthField, previousRelease } from "./ranking-fields.ts";
import { partTargetsOf, type Surroundings } from "./surroundings.ts";
import { timingOf } from "./timing.ts";

/** What rankings are made of. */
export interface RankingContext {
  readonly period: Period; // that was asked for
  readonly surroundings: Surroundings;
  readonly assessRegional: (targets: readonly Target[], period: Period) => readonly Assessment[];
}

/**
 * The 旗县市区 by growth for every indicator of the city's goals that any of them reported, and by completion for every
 * amount whose goal was divided among them; in the order of the targets, an indicator once by growth.
 *
 * The release ranked is the latest that has fallen due, December's of a 错月 indicator once the city's has come; ranks
 * are compared with the release before in the same year. Only where more is better.
 */
export function rankingsOf(assessments: readonly Assessment[], context: RankingContext): readonly Ranking[] {
  const { surroundings, period } = context;
  const city = surroundings.regions.find(({ kind }) => kind === "city")?.code;
  const byCode = new Map<string, Indicator>(surroundings.indicators.map((one) => [one.code, one]));
  const seen = new Set<string>();
  return assessments.flatMap((assessment): readonly Ranking[] => {
    const { target } = assessment;
    const indicator = byCode.get(target.indicator ?? "");
    if (indicator === undefined || target.region !== city || sideOf(target) === "cap") return [];
    const { early, slots } = timingOf(target, indicator, period);
    const release = early.find((slot) => slot === assessment.observedPeriod) ?? slots[0];
    if (release === undefined) return [];
    const isFirst = !seen.has(indicator.code);
    seen.add(indicator.code);
    return [
      ...(isFirst ? byGrowth(assessment, indicator, release, context) : []),
      ...byCompletion(assessment, indicator, release, context),
    ];
  });
}

function byGrowth(
  assessment: Assessment,
  indicator: Indicator,
  release: Period,
  { surroundings }: RankingContext,
): readonly Ranking[] {
  const fieldAt = (at: Period) => growthField(assessment.target, indicator, at, surroundings);
  const breakdown = assessment.observedPeriod === release ? (assessment.why?.regions ?? null) : null;
  return ranking(assessment, fieldAt, { indicator, release, breakdown, measure: "growth" });
}

function byCompletion(
  assessment: Assessment,
  indicator: Indicator,
  release: Period,
  { surroundings, assessRegional }: RankingContext,
): readonly Ranking[] {
  const parts = partTargetsOf(assessment.target, surroundings);
  if (assessment.target.basis !== "flow" || parts.length === 0) return [];
  const fieldAt = (at: Period) => {
    const asked = shiftPeriod(at, indicator.lagMonths); // the month in which a release has fallen due
    return completionField(assessRegional(parts, asked), at, surroundings.regions);
  };
  const breakdown = assessment.observedPeriod === release ? (assessment.why?.regions ?? null) : null;
  return ranking(assessment, fieldAt, { indicator, release, breakdown, measure: "pace" });
}

interface Occasion {
  readonly indicator: Indicator;
  readonly release: Period;
  readonly breakdown: NonNullable<Assessment["why"]>["regions"];
  readonly measure: "growth" | "pace";
}

function ranking(
  assessment: Assessment,
  fieldAt: (period: Period) => Field | null,
  { indicator, release, breakdown, measure }: Occasion,
): readonly Ranking[] {
  const field = fieldAt(release);
  if (field === null) return [];
  const before = previousRelease(indicator, release);
  const previous = before === null ? null : fieldAt(before);
  const isOneScope = (assessment.observations[0]?.scope || null) === field.scope;
  const applies = isOneScope && breakdown?.measure === measure;
  return [rank(assessment, field, previous, applies ? breakdown : null)];
}
