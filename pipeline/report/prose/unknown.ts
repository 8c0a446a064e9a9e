import type { Verdict } from "../../model/assessment.ts";
import type { CountFigures } from "../edition/count-figures.ts";
import type { MilestoneCounts } from "../edition/milestone-counts.ts";
import type { TargetFigures } from "../edition/target-figures.ts";
import { standingOf } from "../edition/verdict-groups.ts";
import { enumerateNames } from "./list.ts";
import { joinRuns, joinWords, say, type Words } from "./runs.ts";

const MEANINGS: readonly (readonly [Verdict, string])[] = [
  ["未到期", "按制度还不到出数的时候"],
  ["未发布", "应有数而尚未收到，或收到的数还不能采用"],
  ["无数据来源", "目前没有单位报送"],
  ["待上级下达", "目标数待上级下达"],
];

/** Tells what no figure tells yet: counts, the headline targets among them by name, and the milestones. */
export function unknownParagraphs(
  targets: readonly TargetFigures[],
  { counts, milestones }: { readonly counts: CountFigures; readonly milestones: MilestoneCounts },
): readonly Words[] {
  const { standings, verdicts } = counts;
  const groups = MEANINGS.filter(([verdict]) => verdicts[verdict].value !== "0");
  const parts = groups.flatMap(([verdict, meaning], index) => [
    index === 0 ? "" : "；",
    ...say`${verdict}${verdicts[verdict]}项，${meaning}`,
    ...headlineNames(targets, verdict),
  ]);
  const goals =
    standings.unknown.value === "0" ? [] : [joinRuns([...say`尚无数据的目标${standings.unknown}项：`, ...parts, "。"])];
  return [...goals, ...milestoneParagraph(milestones)];
}

function milestoneParagraph({ total, known, unknown, verdicts }: MilestoneCounts): readonly Words[] {
  if (total.value === "0") return [];
  if (known.value === "0") return [say`计划列入的具体项目和任务${total}项，目前没有报送来源，本期未作评价。`];
  const parts = [...verdicts].map(([verdict, count]) => say`${verdict}${count}项`);
  const rest = unknown.value === "0" ? [] : say`；其余${unknown}项没有报送来源，未作评价`;
  return [
    joinRuns([
      ...say`计划列入的具体项目和任务${total}项，有进展报送的${known}项：`,
      ...joinWords(parts, "，"),
      ...rest,
      "。",
    ]),
  ];
}

function headlineNames(targets: readonly TargetFigures[], verdict: Verdict): Words {
  const names = targets
    .filter(({ assessment }) => standingOf(assessment) === "unknown" && assessment.verdict === verdict)
    .filter(({ assessment }) => assessment.target.headline)
    .map(({ assessment }) => assessment.target.name);
  return names.length === 0 ? [] : [`（主要目标有${enumerateNames(names)}）`];
}
