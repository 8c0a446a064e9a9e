import type { Assessment } from "../../model/assessment.ts";
import { type CountFigures, UNKNOWN_VERDICTS } from "../edition/count-figures.ts";
import type { MilestoneCounts } from "../edition/milestone-counts.ts";
import type { TargetFigures } from "../edition/target-figures.ts";
import { postponementOf, standingOf } from "../edition/verdict-groups.ts";
import { enumerateNames } from "./list.ts";
import { joinRuns, joinWords, say, type Words } from "./runs.ts";

const MEANINGS: Readonly<Record<(typeof UNKNOWN_VERDICTS)[number], string>> = {
  未到期: "按制度还不到出数的时候",
  未发布: "应有数而尚未收到，或收到的数还不能采用",
  无数据来源: "目前没有单位报送",
  待上级下达: "目标数尚未收到",
};

const POSTPONEMENTS = [
  ["month", "还不到评价月份"],
  ["due", "目标期限未到"],
] as const;

interface UnknownInput {
  readonly counts: CountFigures;
  readonly milestones: MilestoneCounts;
  readonly isMixed?: boolean; // published figures stand beside 演示数据, so that each part says which it is
}

/**
 * Tells what is not judged: what no figure tells yet, what is known but not judged yet, and the milestones; counts, and
 * the headline targets among them by name.
 */
export function unknownParagraphs(
  targets: readonly TargetFigures[],
  { counts, milestones, isMixed = false }: UnknownInput,
): readonly Words[] {
  return [
    ...unknownParagraph(targets, counts),
    ...postponedParagraph(targets, counts),
    ...milestoneParagraph(milestones, isMixed),
  ];
}

function unknownParagraph(targets: readonly TargetFigures[], { standings, unknown }: CountFigures): readonly Words[] {
  if (standings.unknown.value === "0") return [];
  const parts = UNKNOWN_VERDICTS.filter((verdict) => unknown[verdict].value !== "0").map((verdict) =>
    joinRuns([
      ...say`${verdict}${unknown[verdict]}项，${MEANINGS[verdict]}`,
      ...headlineNames(targets, (one) => standingOf(one) === "unknown" && one.verdict === verdict),
    ]),
  );
  return [say`尚无数据的目标${standings.unknown}项：${joinWords(parts, "；")}。`];
}

function postponedParagraph(
  targets: readonly TargetFigures[],
  { standings, postponed }: CountFigures,
): readonly Words[] {
  if (standings.postponed.value === "0") return [];
  const known = say`已有数据、尚不评价进度的目标${standings.postponed}项`;
  const names = (cause: string) =>
    headlineNames(targets, (one) => standingOf(one) === "postponed" && postponementOf(one) === cause);
  const parts = POSTPONEMENTS.filter(([cause]) => postponed[cause].value !== "0");
  const [first] = parts;
  if (parts.length === 1 && first) return [joinRuns([...known, `，${first[1]}`, ...names(first[0]), "。"])];
  const counted = parts.map(([cause, meaning]) =>
    joinRuns([...say`${meaning}的${postponed[cause]}项`, ...names(cause)]),
  );
  return [say`${known}：${joinWords(counted, "；")}。`];
}

function milestoneParagraph(milestones: MilestoneCounts, isMixed: boolean): readonly Words[] {
  const { total, known, unknown, verdicts, illustrative } = milestones;
  if (total.value === "0") return [];
  if (known.value === "0") return [say`计划列入的具体项目和任务${total}项，本期没有进展报送，未作评价。`];
  const parts = [...verdicts].map(([verdict, count]) => say`${verdict}${count}项`);
  const rest = unknown.value === "0" ? [] : say`；其余${unknown}项本期没有进展报送，未作评价`;
  return [
    joinRuns([
      ...say`计划列入的具体项目和任务${total}项，有进展报送的${known}项${isMixed && illustrative ? "（演示数据）" : ""}：`,
      ...joinWords(parts, "，"),
      ...rest,
      "。",
    ]),
  ];
}

function headlineNames(targets: readonly TargetFigures[], belongs: (assessment: Assessment) => boolean): Words {
  const names = targets
    .filter(({ assessment }) => assessment.target.headline && belongs(assessment))
    .map(({ assessment }) => assessment.target.name);
  return names.length === 0 ? [] : [`（主要目标有${enumerateNames(names)}）`];
}
