import type { Light } from "../../model/assessment.ts";
import type { MilestoneAssessment, MilestoneReasonCode } from "../../model/milestone-assessment.ts";
import { MILESTONE_STATES } from "../../model/milestone-report.ts";
import { compareText } from "../../model/text-order.ts";
import type { MilestoneFigures } from "./milestone-figures.ts";

/** A stretch of the list of projects and tasks under a heading of its own. */
export interface ProjectGroup {
  readonly heading: string;
  readonly milestones: readonly MilestoneFigures[];
  readonly chapter: number | null; // of the unheard, who stand by chapter
}

/** A planned date that has gone by, the gravest first. */
export const OVERDUE: readonly MilestoneReasonCode[] = ["start-overdue", "finish-overdue", "due-missed"];

const LIGHT_ORDER: readonly Light[] = ["red", "yellow", "green", "grey"];

/** What stands in the column of states where no state is known. */
export const UNHEARD = "未报送";
export const UNSETTLED = "不明";

/** The state as printed; 未报送 where no report speaks, 不明 where one does that tells no state. */
export function stateName({ state, observedPeriod }: MilestoneAssessment): string {
  return state ?? (observedPeriod === null ? UNHEARD : UNSETTLED);
}

/**
 * Puts projects and tasks in the order of the list: what is overdue, then by state, then what no report speaks of by chapter;
 * in each the red first, then as the plan names them. Only stretches that hold something.
 */
export function projectGroups(milestones: readonly MilestoneFigures[]): readonly ProjectGroup[] {
  const isLate = ({ assessment }: MilestoneFigures) => overdueRank(assessment) < OVERDUE.length;
  const late = milestones.filter(isLate);
  const others = milestones.filter((one) => !isLate(one));
  const inState = (name: string) => others.filter(({ assessment }) => stateName(assessment) === name);
  const unheard = inState(UNHEARD);
  const chapters = [...new Set(unheard.map(({ assessment }) => assessment.milestone.chapter))].sort((a, b) => a - b);
  return [
    group("逾期：应开未开、应竣未竣、到期未完成", late, overdueRank),
    ...MILESTONE_STATES.map((state) => group(state, inState(state))),
    group("报送了而看不出进展", inState(UNSETTLED)),
    ...chapters.map((chapter) => ({
      ...group(
        UNHEARD,
        unheard.filter(({ assessment }) => assessment.milestone.chapter === chapter),
      ),
      chapter,
    })),
  ].filter((one) => one.milestones.length > 0);
}

function group(
  heading: string,
  milestones: readonly MilestoneFigures[],
  rank: (assessment: MilestoneAssessment) => number = () => 0,
): ProjectGroup {
  const sorted = [...milestones].sort(
    ({ assessment: a }, { assessment: b }) =>
      LIGHT_ORDER.indexOf(a.light) - LIGHT_ORDER.indexOf(b.light) || rank(a) - rank(b) || byPlan(a, b),
  );
  return { heading, milestones: sorted, chapter: null };
}

/** Place of the gravest date that has gone by among OVERDUE, while the plan's own demand is not met; else past its end. */
function overdueRank({ reasons, light }: MilestoneAssessment): number {
  const ranks = reasons.map(({ code }) => OVERDUE.indexOf(code)).filter((rank) => rank >= 0);
  return light === "red" || light === "yellow" ? Math.min(OVERDUE.length, ...ranks) : OVERDUE.length;
}

function byPlan({ milestone: a }: MilestoneAssessment, { milestone: b }: MilestoneAssessment): number {
  return a.chapter - b.chapter || a.source.start - b.source.start || compareText(a.id, b.id);
}
