import type { Figure } from "../../model/figure.ts";
import type { EditionInput } from "./input.ts";
import { type MilestoneFigures, milestoneFigures } from "./milestone-figures.ts";
import { figuresOfProjectCounts, type ProjectCounts, projectCounts } from "./project-counts.ts";

/** What the list of projects and tasks draws on. */
export interface ProjectFacts {
  readonly projects: readonly MilestoneFigures[]; // every project and task of the plan, judged
  readonly projectCounts: ProjectCounts;
}

/** Makes the figures of projects and tasks. @throws Error if a number does not follow from what was reported */
export function projectFacts({ milestones, otherProjects }: Pick<EditionInput, "milestones" | "otherProjects">): {
  readonly facts: ProjectFacts;
  readonly figures: readonly Figure[];
  readonly illustrative: boolean; // any of what is listed rests on 演示数据
  readonly vintages: readonly string[]; // of the reports that are listed
} {
  const projects = milestones.map(milestoneFigures);
  const others = otherProjects.map(({ report }) => report);
  const counts = projectCounts(projects, others.map(({ project }) => project).sort());
  const reports = [...others, ...projects.flatMap((one) => one.reports)];
  return {
    facts: { projects, projectCounts: counts },
    figures: [...projects.flatMap(({ figures }) => figures), ...figuresOfProjectCounts(counts)],
    illustrative: reports.some(({ illustrative }) => illustrative),
    vintages: reports.map(({ vintage }) => vintage),
  };
}
