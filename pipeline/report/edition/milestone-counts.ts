import type { Verdict } from "../../model/assessment.ts";
import type { Figure } from "../../model/figure.ts";
import type { Milestone } from "../../model/milestone.ts";
import type { MilestoneAssessment } from "../../model/milestone-assessment.ts";
import { countNames } from "./count-figures.ts";
import { VERDICT_CODES } from "./verdict-groups.ts";

/** How many projects and tasks of the plan came out how, each count naming them. */
export interface MilestoneCounts {
  readonly total: Figure; // that the plan names
  readonly known: Figure; // of which a report speaks
  readonly unknown: Figure; // the others
  readonly earlier: Figure; // of these, reported in an earlier month of the year
  readonly verdicts: ReadonlyMap<Verdict, Figure>; // of the known ones, those that there are, in the order of verdicts
  readonly illustrative: boolean; // any of the known ones rests on 演示数据
}

/** The milestones of which a report of the period speaks. */
export function knownMilestones(assessments: readonly MilestoneAssessment[]): readonly MilestoneAssessment[] {
  return assessments.filter(({ observedPeriod, verdict }) => observedPeriod !== null && verdict !== "未发布");
}

/** Counts a plan's milestones, judged or not. */
export function milestoneCounts(
  milestones: readonly Milestone[],
  assessments: readonly MilestoneAssessment[],
): MilestoneCounts {
  const known = knownMilestones(assessments);
  const heard = new Set(known.map(({ milestone }) => milestone.id));
  const ids = [...new Set(milestones.map(({ id }) => id))].sort();
  const count = (part: string, name: string, of: readonly string[]) =>
    countNames(part === "" ? "count/milestones" : `count/milestones/${part}`, name, "项", of);
  const verdicts = (Object.keys(VERDICT_CODES) as readonly Verdict[]).flatMap((verdict) => {
    const own = known.filter((one) => one.verdict === verdict).map(({ milestone }) => milestone.id);
    return own.length === 0
      ? []
      : [[verdict, count(VERDICT_CODES[verdict], `${verdict}的项目和任务`, own.sort())] as const];
  });
  return {
    total: count("", "计划列入的项目和任务", ids),
    known: count(
      "known",
      "有进展报送的项目和任务",
      ids.filter((id) => heard.has(id)),
    ),
    unknown: count(
      "unknown",
      "没有进展报送的项目和任务",
      ids.filter((id) => !heard.has(id)),
    ),
    earlier: count(
      "earlier",
      "只有以前月份报送的项目和任务",
      assessments
        .filter(({ observedPeriod, milestone }) => observedPeriod !== null && !heard.has(milestone.id))
        .map(({ milestone }) => milestone.id)
        .sort(),
    ),
    verdicts: new Map(verdicts),
    illustrative: known.some(({ reports }) => reports.some(({ illustrative }) => illustrative)),
  };
}

/** Every count, each once. */
export function figuresOfMilestones({ total, known, unknown, earlier, verdicts }: MilestoneCounts): readonly Figure[] {
  return known.value === "0" ? [total] : [total, known, unknown, earlier, ...verdicts.values()];
}
