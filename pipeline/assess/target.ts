import type { Assessment } from "../model/assessment.ts";
import type { Indicator } from "../model/indicator.ts";
import type { KnownObservation } from "../model/observation.ts";
import { type Period, shiftPeriod } from "../model/period.ts";
import type { LightRules } from "../model/rules.ts";
import type { Target } from "../model/target.ts";
import { byPlace } from "./current.ts";
import { goalOf } from "./goal.ts";
import type { Judgement } from "./judgement.ts";
import { judgeReading } from "./known.ts";
import { type Found, findInTime } from "./reading.ts";
import type { Reference } from "./relative.ts";
import { withoutFigure } from "./settled.ts";
import { timingOf } from "./timing.ts";
import { eventNotDue, noNumber, noSource, notDue, quotaPending, unusable, whereOverdue } from "./unknown.ts";

/** What a target is judged by. */
export interface Context {
  readonly indicator: Indicator | null; // the target's
  readonly period: Period; // asked for
  readonly observations: readonly KnownObservation[]; // known of the indicator and region; any order, quantity and vintage
  readonly rules: LightRules;
  readonly peers?: readonly KnownObservation[] | undefined; // the same of the whole city, for a region's target; not given: no peer
  readonly isReported?: boolean; // somebody reports the indicator, if only for other places or years; else judged by the observations
  readonly reference?: Reference | null; // that a relative goal is held against; null or left out where the seeds know none
  readonly isOnlyIllustrative?: boolean; // and all that anybody ever sent is 演示数据; false unless said
}

/**
 * What became of a target at a period: the figure that speaks for it, the arithmetic, verdict, light and reasons.
 *
 * Unknown is grey with its reason, never red. Judged is by the plan's year alone; earlier years serve the 季节序时, the
 * way home and the outlook. Observations of other indicators and regions and of later periods are left out of account;
 * their order does not matter.
 */
export function assessTarget(target: Target, context: Context): Assessment {
  const { indicator, period } = context;
  const heardUpTo = shiftPeriod(period, -(indicator?.lagMonths ?? 0));
  const isComing = target.basis === "event" && heardUpTo < target.due;
  const without = (judgement: Judgement) => withoutFigure(target, period, judgement);
  const unheard = (judgement: Judgement) => without(whereOverdue(judgement, target, heardUpTo));
  if (target.basis === "quota") return without(quotaPending());
  if (indicator === null || target.indicator === null) {
    return isComing ? without(eventNotDue(target, period)) : unheard(noSource(target));
  }
  const reference = target.relativeTo === null ? null : (context.reference ?? null);
  if (!goalOf(target) && reference === null) return without(isComing ? eventNotDue(target, period) : noNumber());
  const timing = timingOf(target, indicator, period, reference?.indicator);
  const known = observationsFor(target, timing.upTo, context.observations);
  const found = findInTime(target, indicator, known, timing);
  if (found === undefined) {
    return without(isComing ? eventNotDue(target, period) : notDue(target, indicator, timing.next));
  }
  if (found.kind === "read") return judgeReading(target, found.reading, { ...context, indicator, reference, known });
  if (found.kind === "missing" && isComing) return without(eventNotDue(target, period));
  if (context.isReported !== true && known.length === 0) return unheard(noSource(target));
  const isOnlyIllustrative = context.isOnlyIllustrative ?? false;
  const judgement = unusable(target, indicator, found, { observations: known, isOnlyIllustrative });
  return found.kind === "missing" ? unheard(judgement) : withoutFigure(target, period, judgement, quoted(found));
}

function observationsFor(
  { indicator, region }: Target,
  upTo: Period,
  observations: readonly KnownObservation[],
): readonly KnownObservation[] {
  return observations.filter(
    (o) =>
      o.indicator === indicator && o.region === region && o.period <= upTo && o.period.slice(0, 4) === upTo.slice(0, 4),
  );
}

function quoted(found: Found): readonly KnownObservation[] {
  return "observations" in found ? [...found.observations].sort(byPlace) : [];
}
