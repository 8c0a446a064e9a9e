import type { Figure } from "../../model/figure.ts";
import { MILESTONE_STATES } from "../../model/milestone-report.ts";
import { countNames } from "./count-figures.ts";
import { knownMilestones } from "./milestone-counts.ts";
import type { MilestoneFigures } from "./milestone-figures.ts";
import { stateName, UNHEARD, UNSETTLED } from "./project-groups.ts";
import { VERDICT_CODES } from "./verdict-groups.ts";

/** How many projects and tasks have a word in a column. */
export interface WordCount {
  readonly word: string; // 在建, 滞后
  readonly figure: Figure;
}

/** How many projects and tasks stand where, as the list prints them. */
export interface ProjectCounts {
  readonly total: Figure;
  readonly states: readonly WordCount[]; // every state, least first, then 未报送, and 不明 where there is any
  readonly reported: readonly WordCount[]; // states of those that the period's reports speak of, where there are any
  readonly verdicts: readonly WordCount[]; // those that there are
  readonly others: Figure; // reported projects that the plan does not name
}

const STATE_CODES: Readonly<Record<string, string>> = {
  未启动: "not-begun",
  前期: "preparing",
  开工: "begun",
  在建: "under-way",
  竣工: "built",
  投产: "in-production",
  达产: "at-capacity",
  [UNHEARD]: "unheard",
  [UNSETTLED]: "unsettled",
};

/** Counts projects and tasks by what the list prints of them, each count naming its own. */
export function projectCounts(milestones: readonly MilestoneFigures[], others: readonly string[]): ProjectCounts {
  const count = (id: string, name: string, counted: readonly MilestoneFigures[]) =>
    countNames(`count/projects/${id}`, name, "项", counted.map(({ assessment }) => assessment.milestone.id).sort());
  const inState = (word: string, among = milestones) =>
    among.filter(({ assessment }) => stateName(assessment) === word);
  const known = new Set(knownMilestones(milestones.map(({ assessment }) => assessment)));
  const reported = milestones.filter(({ assessment }) => known.has(assessment));
  const words = [...MILESTONE_STATES, UNHEARD, ...(inState(UNSETTLED).length > 0 ? [UNSETTLED] : [])];
  const verdicts = Object.entries(VERDICT_CODES).map(([word, code]) => {
    const own = milestones.filter(({ assessment }) => assessment.verdict === word);
    return { word, figure: count(`verdict/${code}`, `${word}的项目和任务`, own) };
  });
  return {
    total: count("listed", "列出的项目和任务", milestones),
    states: words.map((word) => ({
      word,
      figure: count(`state/${STATE_CODES[word]}`, `进展为${word}的项目和任务`, inState(word)),
    })),
    reported: words.map((word) => ({
      word,
      figure: count(`reported/${STATE_CODES[word]}`, `本期报送的进展为${word}的项目和任务`, inState(word, reported)),
    })),
    verdicts: verdicts.filter(({ figure }) => figure.value !== "0"),
    others: countNames("count/projects/others", "计划以外的项目", "个", others),
  };
}

/** Every count, each once. */
export function figuresOfProjectCounts({
  total,
  states,
  reported,
  verdicts,
  others,
}: ProjectCounts): readonly Figure[] {
  return [total, others, ...[...states, ...reported, ...verdicts].map(({ figure }) => figure)];
}
