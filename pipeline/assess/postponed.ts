import type { Decimal } from "../model/decimal.ts";
import { type Case, type Judgement, NO_FIGURES } from "./judgement.ts";
import { actualClause, completionClause, dueName } from "./wording.ts";

/** Known but not judged: harvests and building seasons have no pace in spring (standards of the field, section 3.2). */
export function notJudgedYet(
  one: Case,
  { completion, required = null }: { readonly completion: Decimal | null; readonly required?: Decimal | null },
): Judgement {
  const { target, reading, indicator } = one;
  const known = completion === null ? actualClause(one) : completionClause(target, reading.period, completion);
  const text = `${known}；该指标季节性强，${indicator.judgedFrom}月以前不评价进度`;
  return { ...NO_FIGURES, completion, required, verdict: "未到期", reasons: [{ code: "not-judged-yet", text }] };
}

/** Known but not judged: the goal is of a later year than the figures. */
export function acrossYears(one: Case): Judgement {
  const text = `${actualClause(one)}；目标期限为${dueName(one.target.due)}，尚未到期`;
  return { ...NO_FIGURES, verdict: "未到期", reasons: [{ code: "not-due", text }] };
}
