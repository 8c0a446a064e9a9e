import type { Assessment } from "../model/assessment.ts";
import type { Indicator } from "../model/indicator.ts";
import type { KnownObservation } from "../model/observation.ts";
import type { Period } from "../model/period.ts";
import { type LightRules, rulesFor } from "../model/rules.ts";
import type { Basis, Target } from "../model/target.ts";
import type { Point } from "../model/trend.ts";
import { judgeAttain } from "./attain.ts";
import { byPlace } from "./current.ts";
import { judgeEvent } from "./event.ts";
import { judgeFlow } from "./flow.ts";
import { goalOf } from "./goal.ts";
import { judgeGrowth } from "./growth.ts";
import { type Case, type Judgement, NO_FIGURES, type Reading } from "./judgement.ts";
import { judgeKeep } from "./keep.ts";
import { findPeer } from "./peer.ts";
import { askedOf, judgeRelative, type Reference } from "./relative.ts";
import { seriesOf } from "./series.ts";
import { settled, withoutFigure } from "./settled.ts";
import { noNumber, quotaPending } from "./unknown.ts";

/** What a reading is judged by. */
export interface KnownContext {
  readonly indicator: Indicator; // the target's
  readonly period: Period; // asked for
  readonly observations: readonly KnownObservation[]; // of earlier years too
  readonly known: readonly KnownObservation[]; // those of the plan's year up to the period
  readonly rules: LightRules;
  readonly peers?: readonly KnownObservation[] | undefined; // of the whole city, for a region's target
  readonly reference: Reference | null; // that the goal is held against; null for a goal with its own number
}

const JUDGES: Readonly<Record<Basis, (one: Case) => Judgement>> = {
  flow: judgeFlow,
  growth: judgeGrowth,
  keep: judgeKeep,
  attain: judgeAttain,
  event: judgeEvent,
  quota: quotaPending,
};

/** What becomes of a target of which a figure is known; grey where the figure that it is held against is not. */
export function judgeReading(given: Target, reading: Reading, context: KnownContext): Assessment {
  const { reference, period } = context;
  if (reference === null) return judgeGoal(given, reading, context);
  const asked = askedOf(given, reading, reference);
  if ("reason" in asked) {
    const quoted = [...reading.observations, ...asked.observations].sort(byPlace);
    return withoutFigure(given, period, { ...NO_FIGURES, verdict: "未发布", reasons: [asked.reason] }, quoted);
  }
  const assessment = judgeGoal(asked.target, reading, context);
  return { ...assessment, wayHome: null, goalObservations: asked.observations }; // the number asked moves on every month
}

function judgeGoal(target: Target, reading: Reading, context: KnownContext): Assessment {
  const { indicator, period, observations, known, reference } = context;
  const goal = goalOf(target);
  if (!goal) return withoutFigure(target, period, noNumber());
  const rules = rulesFor(context.rules, indicator.code);
  const past = indicator.nature === "flow" || target.basis === "flow" ? pastOf(target, indicator, known, reading) : [];
  const isHeldAgainstPeer = context.peers !== undefined && rules.growth.belowPeer !== null;
  const peer = isHeldAgainstPeer ? findPeer({ target, indicator }, reading.period, context.peers) : null;
  const one = { target, goal, reading, asked: period, indicator, past, peer, rules };
  const judgement = reference === null ? JUDGES[target.basis](one) : judgeRelative(one, reference);
  return settled(one, judgement, observations);
}

/** The readings before this one in its year; 演示数据 never move the light of a published figure. */
function pastOf(
  target: Target,
  indicator: Indicator,
  known: readonly KnownObservation[],
  { period, scope, observations }: Reading,
): readonly Point[] {
  const isPublished = observations.every(({ illustrative }) => !illustrative);
  const before = known.filter((o) => o.period < period && !(isPublished && o.illustrative));
  return seriesOf(target, indicator, before, scope);
}
