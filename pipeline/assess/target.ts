import type { Assessment, Reason } from "../model/assessment.ts";
import type { Indicator } from "../model/indicator.ts";
import type { KnownObservation } from "../model/observation.ts";
import { type Period, shiftPeriod } from "../model/period.ts";
import type { LightRules } from "../model/rules.ts";
import type { Basis, Target } from "../model/target.ts";
import { judgeAttain } from "./attain.ts";
import { byPlace } from "./current.ts";
import { judgeEvent } from "./event.ts";
import { judgeFlow } from "./flow.ts";
import { goalOf } from "./goal.ts";
import { judgeGrowth } from "./growth.ts";
import { type Case, type Judgement, NO_FIGURES, type Reading } from "./judgement.ts";
import { judgeKeep } from "./keep.ts";
import { lightOf, soften } from "./light.ts";
import { prospectOf } from "./prospect.ts";
import { quotaReasons } from "./quotas.ts";
import { type Found, findInTime } from "./reading.ts";
import { askedOf, judgeRelative, type Reference } from "./relative.ts";
import { shareReasons } from "./share.ts";
import { timingOf } from "./timing.ts";
import {
  eventNotDue,
  noNumber,
  noSource,
  notDue,
  quotaPending,
  scopeWords,
  unusable,
  whereOverdue,
} from "./unknown.ts";

const NO_PROSPECT = { seasonal: null, wayHome: null, outlook: null, why: null, steps: [] } as const;

/** What a target is judged by. */
export interface Context {
  readonly indicator: Indicator | null; // the target's
  readonly period: Period; // asked for
  readonly observations: readonly KnownObservation[]; // known of the indicator and region; any order, quantity and vintage
  readonly rules: LightRules;
  readonly isReported?: boolean; // somebody reports the indicator, if only for other places or years; else judged by the observations
  readonly reference?: Reference | null; // that a relative goal is held against; null or left out where the seeds know none
  readonly isOnlyIllustrative?: boolean; // and all that anybody ever sent is 演示数据; false unless said
}

interface ReadingContext extends Pick<Context, "period" | "rules"> {
  readonly indicator: Indicator;
  readonly reference: Reference | null;
}

const JUDGES: Readonly<Record<Basis, (one: Case) => Judgement>> = {
  flow: judgeFlow,
  growth: judgeGrowth,
  keep: judgeKeep,
  attain: judgeAttain,
  event: judgeEvent,
  quota: quotaPending,
};

/**
 * What became of a target at a period: the figure that speaks for it, the arithmetic, verdict, light and reasons.
 *
 * Unknown is grey with its reason, never red. Judged is by the plan's year alone; earlier years serve the 季节序时, the
 * way home and the outlook. Observations of other indicators and regions and of later periods are left out of account;
 * their order does not matter.
 */
export function assessTarget(target: Target, context: Context): Assessment {
  const { indicator, period, rules } = context;
  const heardUpTo = shiftPeriod(period, -(indicator?.lagMonths ?? 0));
  const isComing = target.basis === "event" && heardUpTo < target.due;
  const unheard = (judgement: Judgement) => without(target, period, whereOverdue(judgement, target, heardUpTo));
  if (target.basis === "quota") return without(target, period, quotaPending());
  if (indicator === null || target.indicator === null) {
    return isComing ? without(target, period, eventNotDue(target, period)) : unheard(noSource(target));
  }
  const reference = target.relativeTo === null ? null : (context.reference ?? null);
  if (!goalOf(target) && reference === null)
    return without(target, period, isComing ? eventNotDue(target, period) : noNumber());
  const timing = timingOf(target, indicator, period, reference?.indicator);
  const known = observationsFor(target, timing.upTo, context.observations);
  const found = findInTime(target, indicator, known, timing);
  if (found === undefined) {
    return without(target, period, isComing ? eventNotDue(target, period) : notDue(target, indicator, timing.next));
  }
  if (found.kind === "read") {
    return judgeReading(target, found.reading, { indicator, period, rules, reference }, context.observations);
  }
  if (found.kind === "missing" && isComing) return without(target, period, eventNotDue(target, period));
  if (context.isReported !== true && known.length === 0) return unheard(noSource(target));
  const isOnlyIllustrative = context.isOnlyIllustrative ?? false;
  const judgement = unusable(target, indicator, found, { observations: known, isOnlyIllustrative });
  return found.kind === "missing" ? unheard(judgement) : without(target, period, judgement, quoted(found));
}

function judgeReading(
  given: Target,
  reading: Reading,
  { indicator, period, rules, reference }: ReadingContext,
  history: readonly KnownObservation[], // of earlier years too
): Assessment {
  const asked = reference === null ? { target: given, observations: [] } : askedOf(given, reading, reference);
  if ("reason" in asked) {
    const quoted = [...reading.observations, ...asked.observations].sort(byPlace);
    return without(given, period, { ...NO_FIGURES, verdict: "未发布", reasons: [asked.reason] }, quoted);
  }
  const { target } = asked;
  const goal = goalOf(target);
  if (!goal) return without(target, period, noNumber());
  const one = { target, goal, reading, indicator, rules };
  const judgement = reference === null ? JUDGES[target.basis](one) : judgeRelative(one, reference);
  const assessment = judged(one, period, judgement, history);
  if (reference === null) return assessment;
  return { ...assessment, wayHome: null, goalObservations: asked.observations }; // the number asked moves on every month
}

function judged(
  one: Case,
  period: Period,
  judgement: Judgement,
  history: readonly KnownObservation[], // of earlier years too
): Assessment {
  const { target, reading, indicator } = one;
  const { reasons, ...softened } = soften(judgement, target);
  return {
    target,
    period,
    observedPeriod: reading.period,
    actual: reading.actual,
    actualDecimals: reading.decimals,
    ...softened,
    ...NO_PROSPECT,
    ...prospectOf(one, judgement, history),
    light: lightOf(softened.verdict),
    reasons: [
      ...reasons,
      ...scopeReasons(target, reading),
      ...shareReasons(target, indicator, reading.actual),
      ...quotaReasons(target),
    ],
    observations: reading.observations,
    goalObservations: [],
  };
}

function without(
  target: Target,
  period: Period,
  { reasons, ...judgement }: Judgement,
  observations: readonly KnownObservation[] = [],
): Assessment {
  return {
    target,
    period,
    observedPeriod: null,
    actual: null,
    actualDecimals: 0,
    ...judgement,
    ...NO_PROSPECT,
    light: lightOf(judgement.verdict),
    reasons: [...reasons, ...quotaReasons(target)],
    observations,
    goalObservations: [],
  };
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

function scopeReasons(target: Target, reading: Reading): readonly Reason[] {
  if ((reading.scope ?? "") === (target.scope ?? "")) return [];
  const text = `计划口径${scopeWords(target.scope)}，公布数口径${scopeWords(reading.scope)}，两者口径不同，评价仅供参考`;
  return [{ code: "scope-differs", text }];
}
