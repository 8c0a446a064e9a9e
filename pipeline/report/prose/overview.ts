import type { Verdict } from "../../model/assessment.ts";
import type { EditionKind } from "../../model/edition.ts";
import type { Figure } from "../../model/figure.ts";
import { type Period, spanName } from "../../model/period.ts";
import { type CountFigures, UNKNOWN_VERDICTS } from "../edition/count-figures.ts";
import { enumerate } from "./list.ts";
import { joinRuns, joinWords, say, type Words } from "./runs.ts";

/** What the overall judgement rests on. */
export interface OverviewInput {
  readonly kind: EditionKind;
  readonly year: number; // of the plan
  readonly period: Period;
  readonly counts: CountFigures;
}

const LAGGING: readonly Verdict[] = ["滞后", "严重滞后", "突破上限"];

/** Judges the whole plan in sentences of counts, without adjectives (standards of the field, section 3.5). */
export function overview(input: OverviewInput): Words {
  const { year, period, counts, kind } = input;
  const { total, judged, earlier } = counts;
  const time = kind === "annual" ? "全年" : spanName(period, "ytd");
  const share = earlier.value === judged.value ? say`均` : say`其中${earlier}项`;
  const older = isNone(earlier) ? [] : say`（${share}沿用较早一期的数）`;
  const opening = say`${String(year)}年计划确定的${total}项量化目标中，${time}有数据可以评价的${judged}项${older}。`;
  return joinRuns([...opening, ...(isNone(judged) ? [] : judgedWords(input)), ...notJudgedWords(input)]);
}

/** Known but not judged yet, and not known: two things that a leader must not take for one. */
function notJudgedWords({ counts: { judged, standings, unknown } }: OverviewInput): Words {
  const parts = [
    isNone(standings.postponed) ? [] : say`${standings.postponed}项已有数据、尚不评价进度`,
    isNone(standings.unknown) ? [] : say`${standings.unknown}项尚无数据，其中${listed(unknown)}`,
  ].filter((words) => words.length > 0);
  return parts.length === 0 ? [] : say`${isNone(judged) ? "" : "另有"}${joinWords(parts, "；")}。`;
}

function judgedWords({ kind, counts }: OverviewInput): Words {
  const { standings, verdicts, heldShare } = counts;
  const share = heldShare === null ? [] : say`占可以评价的目标的${heldShare}%`;
  if (kind === "annual") {
    const broken = isNone(verdicts.突破上限) ? [] : say`（其中突破上限${verdicts.突破上限}项）`;
    return say`其中，完成${standings.held}项，${share}；未完成${standings.lagging}项${broken}。`;
  }
  const lagging = joinWords(
    LAGGING.filter((verdict) => !isNone(verdicts[verdict])).map((verdict) => say`${verdict}${verdicts[verdict]}项`),
    "；",
  );
  return joinWords([say`其中，完成、达到或快于序时进度${standings.held}项，${share}`, lagging], "；").concat("。");
}

function listed(unknown: CountFigures["unknown"]): Words {
  return enumerate(
    UNKNOWN_VERDICTS.filter((verdict) => !isNone(unknown[verdict])).map(
      (verdict) => say`${verdict}${unknown[verdict]}项`,
    ),
  );
}

function isNone({ value }: Figure): boolean {
  return value === "0";
}
