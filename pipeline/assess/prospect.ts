import type { Step } from "../model/arithmetic.ts";
import type { Assessment } from "../model/assessment.ts";
import type { KnownObservation } from "../model/observation.ts";
import { historyOf } from "./history.ts";
import type { Case, Judgement } from "./judgement.ts";
import { outlookOf } from "./outlook.ts";
import { seasonalOf } from "./seasonal.ts";
import { amountsOf, seriesOf } from "./series.ts";
import { stepsOf } from "./steps.ts";
import { wayHomeOf } from "./way-home.ts";

/**
 * What a judgement rests on and what it means for the time left: steps, 季节序时, way home, outlook.
 *
 * Everything is reckoned in the 口径 of the actual, from what was known up to the actual's own period: nothing later is
 * looked at.
 *
 * @param observations of any indicator, region, year and order
 */
export function prospectOf(
  one: Case,
  judgement: Judgement,
  observations: readonly KnownObservation[],
): Pick<Assessment, "steps" | "seasonal" | "wayHome" | "outlook"> {
  const { target, indicator, reading } = one;
  const known = observations.filter(
    (o) => o.indicator === target.indicator && o.region === target.region && o.period <= reading.period,
  );
  const own = historyOf(seriesOf(target, indicator, known, reading.scope).filter(({ span }) => span === reading.span));
  const amounts = target.basis === "growth" ? historyOf(amountsOf(target, indicator, known, reading.scope)) : own;
  const pace = seasonalOf(one, judgement.completion, own);
  const steps = stepsOf(one, judgement);
  const isBeforePace = ({ name }: Step) => name === "completion" || name === "expected";
  return {
    steps: pace ? [...steps.filter(isBeforePace), pace.step, ...steps.filter((step) => !isBeforePace(step))] : steps,
    seasonal: pace?.seasonal ?? null,
    wayHome: wayHomeOf(one, { own, amounts }),
    outlook: outlookOf(one, own),
  };
}
