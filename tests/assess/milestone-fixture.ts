import { readFileSync } from "node:fs";
import { assessMilestone } from "../../pipeline/assess/milestone.ts";
import type { Milestone } from "../../pipeline/model/milestone.ts";
import type { MilestoneAssessment } from "../../pipeline/model/milestone-assessment.ts";
import type { KnownMilestoneReport } from "../../pipeline/model/milestone-report.ts";
import { makePeriod } from "../../pipeline/model/period.ts";
import { readCsvRows } from "../../pipeline/read/csv-rows.ts";
import { parseMilestoneActions, parseMilestoneRules } from "../../pipeline/reference/milestone-rules.ts";

const seed = (name: string) => new URL(`../../seeds/${name}`, import.meta.url).pathname;

export const RULES = parseMilestoneRules(readFileSync(seed("milestone-rules.yaml"), "utf8"), "milestone-rules.yaml");
export const ACTIONS = parseMilestoneActions(readCsvRows(seed("milestone-actions.csv")), "milestone-actions.csv");

/** 开工 of 样本路, with changes. */
export function milestone(changes: Partial<Milestone> = {}): Milestone {
  return {
    ...{ id: "2023-m001", chapter: 1, project: "样本路", task: "开工样本路", action: "开工", due: null },
    ...{ bureau: "transport", bureauIsOurReading: false, note: null, source: { text: "开工样本路", start: 0, end: 5 } },
    ...changes,
  };
}

/** What was reported of 样本路 in June, with changes. */
export function report(changes: Partial<KnownMilestoneReport> = {}): KnownMilestoneReport {
  return {
    ...{ sheet: "S", cell: "B5", project: "样本路", key: "样本路", period: makePeriod(2023, 6), words: "已开工" },
    ...{ wordsCell: "E5", state: "开工", halted: false, plannedStart: null, started: null, plannedFinish: null },
    ...{ finished: null, plannedInvestment: null, completedInvestment: null, percent: null, sha256: "ab" },
    ...{ file: "a.xlsx", source: null, bureau: "transport", illustrative: false, vintage: "2023-07-08", url: null },
    ...changes,
  };
}

/** An amount in 万元. */
export function amount(value: string, unit = "万元") {
  return { value, unit, cell: "F5" };
}

/** Judges one action on reports, as of a month. */
export function judge(
  action: string,
  reports: readonly KnownMilestoneReport[],
  { month = 6, ...changes }: { readonly month?: number } & Partial<Milestone> = {},
): MilestoneAssessment {
  const asked = milestone({ action, ...changes });
  return assessMilestone(asked, { period: makePeriod(2023, month), reports, actions: ACTIONS, rules: RULES });
}

/** What most tables compare. */
export function outcome({ verdict, light, reasons }: MilestoneAssessment): readonly (string | undefined)[] {
  return [verdict, light, reasons[0]?.code];
}
