import { judgeAttain } from "./attain.ts";
import { isMet } from "./goal.ts";
import { type Case, isFinal, type Judgement, NO_FIGURES } from "./judgement.ts";
import { dueName } from "./wording.ts";

/** Judges what happens or does not: 已完成 once it has, 未到期 until its due date, from then on as a level. */
export function judgeEvent(one: Case): Judgement {
  const { target, goal, reading, rules } = one;
  if (isFinal(one) || isMet(target, goal, reading.actual, rules)) return judgeAttain(one);
  const text = `应于${dueName(target.due)}前完成，尚未到期`;
  return { ...NO_FIGURES, verdict: "未到期", reasons: [{ code: "not-due", text }] };
}
