import type { Assessment } from "../model/assessment.ts";
import type { Case, Judgement } from "./judgement.ts";
import { stepsOf } from "./steps.ts";

/** What a judgement rests on. */
export function prospectOf(one: Case, judgement: Judgement): Pick<Assessment, "steps"> {
  return { steps: stepsOf(one, judgement) };
}
