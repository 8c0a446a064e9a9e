import type { MilestoneReport } from "../model/milestone-report.ts";
import type { Observation } from "../model/observation.ts";

/** An observation as `--json` prints it, whichever command does. */
export function observationJson(o: Observation) {
  return {
    ...{ sheet: o.sheet, cell: o.cell, label: o.label, path: o.path, indicator: o.indicator, region: o.region },
    ...{ period: o.period, span: o.span, quantity: o.quantity, scope: o.scope, value: o.value, unit: o.unit },
    ...{ status: o.status, reason: o.statusReason },
  };
}

/** What was reported of a project as `--json` prints it. */
export function projectJson(r: MilestoneReport) {
  return {
    ...{ sheet: r.sheet, cell: r.cell, project: r.project, period: r.period, words: r.words, words_cell: r.wordsCell },
    ...{ state: r.state, halted: r.halted, planned_start: r.plannedStart, started: r.started },
    ...{ planned_finish: r.plannedFinish, finished: r.finished, planned_investment: r.plannedInvestment },
    ...{ completed_investment: r.completedInvestment, percent: r.percent },
  };
}
