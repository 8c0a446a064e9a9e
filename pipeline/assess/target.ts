import type { Assessment, Reason } from "../model/assessment.ts";
import type { Indicator } from "../model/indicator.ts";
import type { KnownObservation } from "../model/observation.ts";
import type { Period } from "../model/period.ts";
import { type LightRules, rulesFor } from "../model/rules.ts";
import type { Basis, Target } from "../model/target.ts";
import { judgeAttain } from "./attain.ts";
import { byPlace } from "./current.ts";
import { judgeEvent } from "./event.ts";
import { judgeFlow } from "./flow.ts";
import { goalOf } from "./goal.ts";
import { judgeGrowth } from "./growth.ts";
import type { Case, Judgement, Reading } from "./judgement.ts";
import { judgeKeep } from "./keep.ts";
import { lightOf, soften } from "./light.ts";
import { findPeer } from "./peer.ts";
import { prospectOf } from "./prospect.ts";
import { type Found, findReading } from "./reading.ts";
import { type Point, seriesOf } from "./series.ts";
import { timingOf } from "./timing.ts";
import { eventNotDue, noNumber, noSource, notDue, quotaPending, scopeWords, unusable } from "./unknown.ts";

const NO_PROSPECT = { seasonal: null, wayHome: null, outlook: null, why: null, steps: [] } as const;

/** What a target is judged by. */
export interface Context {
  readonly indicator: Indicator | null; // the target's
  readonly period: Period; // asked for
  readonly observations: readonly KnownObservation[]; // known of the indicator and region; any order, quantity and vintage
  readonly rules: LightRules;
  readonly peers?: readonly KnownObservation[] | undefined; // the same of the whole city, for a region's target; not given: no peer
  readonly isReported?: boolean; // somebody reports the indicator, if only for other places or years; else judged by the observations
}

const JUDGES: Readonly<Record<Exclude<Basis, "quota">, (one: Case) => Judgement>> = {
  flow: judgeFlow,
  growth: judgeGrowth,
  keep: judgeKeep,
  attain: judgeAttain,
  event: judgeEvent,
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
  const isComing = target.basis === "event" && period < target.due;
  if (target.basis === "quota") return without(target, period, quotaPending());
  if (indicator === null || target.indicator === null) {
    return without(target, period, isComing ? eventNotDue(target) : noSource(target));
  }
  const goal = goalOf(target);
  if (!goal) return without(target, period, isComing ? eventNotDue(target) : noNumber());
  const { upTo, slots, next } = timingOf(target, indicator, period);
  const [latest, ...earlier] = slots;
  if (latest === undefined) {
    return without(target, period, isComing ? eventNotDue(target) : notDue(target, indicator, next));
  }
  const known = observationsFor(target, upTo, context.observations);
  const found = findReading(target, indicator, known, [latest, ...earlier]);
  if (found.kind === "read") {
    const { reading } = found;
    const past = target.basis === "flow" ? pastOf(target, indicator, known, reading) : [];
    const peer = context.peers ? findPeer({ target, indicator }, reading.period, context.peers) : null;
    const one = { target, goal, reading, indicator, past, peer, rules: rulesFor(rules, target.indicator) };
    return judged(one, period, JUDGES[target.basis](one), context.observations);
  }
  if (found.kind === "missing" && isComing) return without(target, period, eventNotDue(target));
  if (context.isReported !== true && known.length === 0) return without(target, period, noSource(target));
  return without(target, period, unusable(target, indicator, found, known), quoted(found));
}

function judged(
  one: Case,
  period: Period,
  judgement: Judgement,
  history: readonly KnownObservation[], // of earlier years too
): Assessment {
  const { target, reading } = one;
  const softened = soften(judgement, target);
  return {
    target,
    period,
    observedPeriod: reading.period,
    actual: reading.actual,
    actualDecimals: reading.decimals,
    ...softened,
    ...NO_PROSPECT,
    ...prospectOf(one, judgement, history),
    light: lightOf(softened),
    reasons: [...softened.reasons, ...scopeReasons(target, reading)],
    observations: reading.observations,
  };
}

/** The readings before this one in its year. */
function pastOf(
  target: Target,
  indicator: Indicator,
  known: readonly KnownObservation[],
  { period, scope }: Reading,
): readonly Point[] {
  return seriesOf(
    target,
    indicator,
    known.filter((o) => o.period < period),
    scope,
  );
}

function without(
  target: Target,
  period: Period,
  judgement: Judgement,
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
    light: lightOf(judgement),
    observations,
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
