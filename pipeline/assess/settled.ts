import type { Assessment, Reason } from "../model/assessment.ts";
import type { KnownObservation } from "../model/observation.ts";
import type { Period } from "../model/period.ts";
import type { Target } from "../model/target.ts";
import { fromEarlierMonth } from "./earlier-month.ts";
import { fallenReasons } from "./fallen.ts";
import type { Case, Judgement, Reading } from "./judgement.ts";
import { lightOf, soften } from "./light.ts";
import { prospectOf } from "./prospect.ts";
import { quotaReasons } from "./quotas.ts";
import { shareReasons } from "./share.ts";
import { scopeWords } from "./unknown.ts";

const NO_PROSPECT = { seasonal: null, wayHome: null, outlook: null, why: null, steps: [] } as const;

/**
 * The assessment of a judged case: its light, what remains to be done, and what else is to be said of the figure.
 *
 * @param history known of the target's indicator and region, earlier years too
 */
export function settled(one: Case, judgement: Judgement, history: readonly KnownObservation[]): Assessment {
  const { target, reading, indicator } = one;
  const softened = soften(judgement, target);
  const prospect = prospectOf(one, judgement, history);
  return {
    target,
    period: one.asked,
    observedPeriod: reading.period,
    actual: reading.actual,
    actualDecimals: reading.decimals,
    ...softened,
    ...NO_PROSPECT,
    ...prospect,
    wayHome: fromEarlierMonth(one, prospect.wayHome),
    outlook: fromEarlierMonth(one, prospect.outlook),
    light: lightOf(softened),
    reasons: [
      ...softened.reasons,
      ...scopeReasons(target, reading),
      ...shareReasons(target, indicator, reading.actual),
      ...fallenReasons(one),
      ...quotaReasons(target),
    ],
    observations: reading.observations,
    goalObservations: [],
  };
}

/** The assessment of a target without a figure; the observations are those that could not be used. */
export function withoutFigure(
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
    reasons: [...judgement.reasons, ...quotaReasons(target)],
    observations,
    goalObservations: [],
  };
}

function scopeReasons(target: Target, reading: Reading): readonly Reason[] {
  if ((reading.scope ?? "") === (target.scope ?? "")) return [];
  const text = `计划口径${scopeWords(target.scope)}，公布数口径${scopeWords(reading.scope)}，两者口径不同，评价仅供参考`;
  return [{ code: "scope-differs", text }];
}
