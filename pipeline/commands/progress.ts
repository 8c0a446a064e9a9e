import { type Config, withRules } from "../config.ts";
import type { Effects } from "../jobs/effects.ts";
import { withHome } from "../jobs/open-home.ts";
import { requireDay, requirePeriod } from "../jobs/period.ts";
import { readProgress } from "../jobs/progress.ts";
import type { Assessment } from "../model/assessment.ts";
import type { MilestoneAssessment } from "../model/milestone-assessment.ts";
import { periodName } from "../model/period.ts";
import { printableJson } from "../model/printable-text.ts";
import { lightsLine } from "./lights.ts";
import { milestonesTable } from "./milestones-table.ts";
import { progressCsv } from "./progress-csv.ts";
import { changeNotes, laggingNotes, unusableNotes } from "./progress-notes.ts";
import { progressTable } from "./progress-table.ts";

interface ProgressOptions {
  readonly region?: string;
  readonly "as-of"?: string;
  readonly rules?: string;
  readonly json?: boolean;
  readonly csv?: boolean;
}

/** Prints every target against what happened: a table, JSON or CSV; exit code 0. */
export async function progress(
  words: string,
  options: ProgressOptions,
  config: Config,
  effects: Effects,
  write: (text: string) => void,
): Promise<number> {
  const period = requirePeriod(words);
  const request = { period, asOf: requireDay(options["as-of"]), region: options.region };
  const { plan, place, assessments, explanations, milestones, document } = await withHome(
    withRules(config, options.rules),
    (open) => readProgress(open, request, effects),
  );
  if (options.json) write(printableJson(document));
  else if (options.csv) write(progressCsv(assessments));
  else {
    const notice = illustrativeNotice([...assessments, ...milestones.assessments]);
    write(`${place?.shortName ?? ""}${periodName(period, "ytd")}计划执行情况${notice}\n`);
    write(`${progressTable(assessments, plan.chapters)}\n\n${lightsLine(assessments)}\n亮灯规则：${document.rules}`);
    const notes = [
      ...laggingNotes(assessments),
      ...unusableNotes(assessments),
      ...changeNotes(explanations.changes, assessments),
    ];
    if (notes.length > 0) write(notes.join("\n"));
    if (milestones.assessments.length > 0) write(`\n${milestonesTable(milestones)}`);
  }
  return 0;
}

/** 演示数据 in brackets where any assessment rests on it. */
function illustrativeNotice(assessments: readonly (Assessment | MilestoneAssessment)[]): string {
  const evidence = assessments.flatMap((one): readonly { readonly illustrative: boolean }[] =>
    "reports" in one ? one.reports : [...one.observations, ...one.goalObservations],
  );
  return evidence.some(({ illustrative }) => illustrative) ? "（演示数据）" : "";
}
