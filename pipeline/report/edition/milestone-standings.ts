import type { Figure } from "../../model/figure.ts";
import { countNames } from "./count-figures.ts";
import type { MilestoneFigures } from "./milestone-figures.ts";
import { OVERDUE, projectGroups } from "./project-groups.ts";

/** Milestones that a sentence names, the gravest first. */
export interface NamedMilestones {
  readonly count: Figure;
  readonly milestones: readonly MilestoneFigures[];
}

/** Which projects and tasks are late, and which are behind otherwise. */
export interface MilestoneStandings {
  readonly overdue: NamedMilestones; // a date that was planned has gone by
  readonly behind: NamedMilestones; // the others under a red or yellow light
}

/** Finds what is late, in the order of the list of projects; ids `count/milestones/overdue` and `/behind-otherwise`. */
export function milestoneStandings(milestones: readonly MilestoneFigures[]): MilestoneStandings {
  const inOrder = projectGroups(milestones).flatMap((group) => group.milestones);
  const isLit = ({ assessment }: MilestoneFigures) => assessment.light === "red" || assessment.light === "yellow";
  const isLate = (one: MilestoneFigures) =>
    isLit(one) && one.assessment.reasons.some(({ code }) => OVERDUE.includes(code));
  const named = (id: string, name: string, own: readonly MilestoneFigures[]): NamedMilestones => ({
    count: countNames(
      `count/milestones/${id}`,
      name,
      "项",
      own.map(({ assessment }) => assessment.milestone.id).sort(),
    ),
    milestones: own,
  });
  return {
    overdue: named("overdue", "逾期的项目和任务", inOrder.filter(isLate)),
    behind: named(
      "behind-otherwise",
      "其他滞后的项目和任务",
      inOrder.filter((one) => isLit(one) && !isLate(one)),
    ),
  };
}

/** Every count, each once. */
export function figuresOfOverdue({ overdue, behind }: MilestoneStandings): readonly Figure[] {
  return [overdue.count, behind.count];
}
