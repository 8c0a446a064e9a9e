import type { Assessment } from "../model/assessment.ts";
import { type Indicator, releaseMonths } from "../model/indicator.ts";
import type { KnownObservation } from "../model/observation.ts";
import { makePeriod, type Period, type Span, yearOf } from "../model/period.ts";
import type { GapCause, Trend, TrendGap } from "../model/trend.ts";
import { type Found, findReading } from "./reading.ts";
import { amountsOf, seriesOf } from "./series.ts";

/**
 * The months of a target's own quantity, of the year judged and the one before, up to the period.
 *
 * Every month is read as the target itself is (reading.ts), all in the 口径 and the span of the actual, or, where the
 * target has none, of the year's latest reading. Only months of a release count, so January has no place where the
 * first one is 1—2月. A month that was published, but not so that it may stand in this line, is told as a gap.
 *
 * @param known of the target's indicator and region; any order, quantity, year and vintage
 * @returns null where nothing of the year judged may be read
 */
export function trendOf(
  assessment: Assessment,
  indicator: Indicator,
  known: readonly KnownObservation[],
): Trend | null {
  const { target, period } = assessment;
  const asked = releasesOf(indicator, period);
  const observations = known.filter((o) => asked.includes(o.period));
  const kind = kindOf(assessment, indicator, observations);
  if (kind === null) return null;
  const isOfKind = ({ span }: { readonly span: Span }) => span === kind.span;
  const points = seriesOf(target, indicator, observations, kind.scope).filter(isOfKind);
  const amounts = target.quantity === "yoy" ? amountsOf(target, indicator, observations, kind.scope) : [];
  const missing = asked.filter((one) => !points.some((point) => point.period === one));
  return {
    target: target.id,
    ...kind,
    points,
    amounts: amounts.filter(isOfKind),
    gaps: missing.flatMap((one): readonly TrendGap[] => {
      const cause = gapCause(findReading(target, indicator, observations, [one]));
      return cause === null ? [] : [{ period: one, cause }];
    }),
  };
}

function releasesOf(indicator: Indicator, period: Period): readonly Period[] {
  const year = yearOf(period);
  return [year - 1, year]
    .flatMap((one) => releaseMonths(indicator).map((month) => makePeriod(one, month)))
    .filter((one) => one <= period);
}

interface Kind {
  readonly scope: string | null;
  readonly span: Span;
}

function kindOf(
  { target, period, actual, observations: behind }: Assessment,
  indicator: Indicator,
  observations: readonly KnownObservation[],
): Kind | null {
  const [first] = behind;
  if (actual !== null && first) return { scope: first.scope || null, span: spanOf(first) };
  const ofYear = releasesOf(indicator, period).filter((one) => yearOf(one) === yearOf(period));
  for (const one of [...ofYear].reverse()) {
    const found = findReading(target, indicator, observations, [one]);
    if (found.kind === "read") return { scope: found.reading.scope, span: found.reading.span };
  }
  return null;
}

/** The whole year is its 1—12月. */
function spanOf({ span }: KnownObservation): Span {
  return span === "year" ? "ytd" : span;
}

function gapCause({ kind }: Found): GapCause | null {
  switch (kind) {
    case "read":
    case "scope-not-comparable":
      return "other-scope";
    case "conflicting":
      return "conflicting";
    case "unit-not-comparable":
    case "implausible":
      return "not-usable";
    case "no-rate":
    case "missing":
      return null;
  }
}
