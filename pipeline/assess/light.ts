import type { Light, Reason, Verdict } from "../model/assessment.ts";
import type { Target } from "../model/target.ts";
import type { Judgement } from "./judgement.ts";

const LIGHTS: Readonly<Record<Verdict, Light>> = {
  已完成: "green",
  超序时: "green",
  达序时: "green",
  滞后: "yellow",
  严重滞后: "red",
  突破上限: "red",
  未到期: "grey",
  未发布: "grey",
  无数据来源: "grey",
  待上级下达: "grey",
};

const STRIVEN_FOR: Reason = { code: "striven-for", text: "这是力争目标，未达到只亮黄灯" };

/** The light of a verdict; what is not known is grey, never red (standards of the field, section 3.3). */
export function lightOf(verdict: Verdict): Light {
  return LIGHTS[verdict];
}

/** Takes a red verdict back to 滞后 where the plan only strives (力争; standards of the field, section 3.1). */
export function soften(judgement: Judgement, { strength }: Target): Judgement {
  if (strength !== "力争" || lightOf(judgement.verdict) !== "red") return judgement;
  return { ...judgement, verdict: "滞后", reasons: [...judgement.reasons, STRIVEN_FOR] };
}
