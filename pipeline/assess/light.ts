import type { Light, Reason } from "../model/assessment.ts";
import { VERDICT_LIGHTS } from "../model/rules.ts";
import type { Target } from "../model/target.ts";
import type { Judgement } from "./judgement.ts";

const STRIVEN_FOR: Reason = { code: "striven-for", text: "这是力争目标，未达到只亮黄灯" };

/** The light of a judgement: its rule's, else its verdict's; what is not known is grey, never red (standards, 3.3). */
export function lightOf({ verdict, light }: Judgement): Light {
  return light ?? VERDICT_LIGHTS[verdict];
}

/** Takes a red verdict back to 滞后 where the plan only strives (力争; standards of the field, section 3.1). */
export function soften(judgement: Judgement, target: Target): Judgement {
  if (!isStrivenFor(target) || lightOf(judgement) !== "red") return judgement;
  return { ...judgement, verdict: "滞后", light: "yellow", reasons: [...judgement.reasons, STRIVEN_FOR] };
}

/** Whether the plan only strives (力争), so that no light of the target is red. */
export function isStrivenFor({ strength }: Target): boolean {
  return strength === "力争";
}
