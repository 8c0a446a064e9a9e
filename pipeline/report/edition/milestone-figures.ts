import { absolute, decimalPlaces, roundHalfUp } from "../../model/decimal.ts";
import type { Figure } from "../../model/figure.ts";
import type { MilestoneAssessment, MilestoneReason, MilestoneReasonCode } from "../../model/milestone-assessment.ts";
import type { KnownMilestoneReport } from "../../model/milestone-report.ts";
import { type Period, shiftPeriod } from "../../model/period.ts";
import type { Words } from "../prose/runs.ts";
import { inProse, joinRuns } from "../prose/runs.ts";
import { countNames } from "./count-figures.ts";
import { investmentFigures } from "./investment-figures.ts";
import { isSameNumber } from "./observed-figures.ts";

/** A judged project or task with what the papers print of it. */
export interface MilestoneFigures {
  readonly assessment: MilestoneAssessment;
  readonly reports: readonly KnownMilestoneReport[]; // of the month that speaks; none where nothing was reported
  readonly completion: Figure | null; // 投资完成率 %
  readonly told: readonly ToldReason[]; // every reason, each number in it a figure
  readonly reasons: Words; // all of them
  readonly figures: readonly Figure[]; // all of these, and what they are computed from
}

/** A reason in words. */
export interface ToldReason {
  readonly code: MilestoneReasonCode;
  readonly words: Words;
}

/**
 * Makes the figures of a judged project or task, with ids `<milestone>/completion`, `/gap`, `/start-overdue` ...
 *
 * @throws Error if a number of the assessment does not follow from its steps
 */
export function milestoneFigures(assessment: MilestoneAssessment): MilestoneFigures {
  const { milestone, observedPeriod, period } = assessment;
  const reports = assessment.reports.filter((report) => report.period === observedPeriod);
  // What was invested is said of the period asked for only; an older report's completion is not repeated as its own.
  const amounts = observedPeriod === period ? amountsOf(milestone.id, nameOf(assessment), reports) : [];
  const completion = computed(assessment, "completion", 1, amounts);
  const told = assessment.reasons.map((reason) => toldReason(reason, { assessment, reports, amounts }));
  return {
    ...{ assessment, reports, completion },
    told: told.map(({ code, words }) => ({ code, words })),
    reasons: joinRuns(told.flatMap(({ words }, index) => (index === 0 ? words : ["；", ...words]))),
    figures: [...amounts, ...(completion ? [completion] : []), ...told.flatMap(({ figure }) => figure ?? [])],
  };
}

/** What a milestone is called: its project, else its task. */
export function nameOf({ milestone }: Pick<MilestoneAssessment, "milestone">): string {
  return milestone.project ?? milestone.task;
}

function amountsOf(...project: Parameters<typeof investmentFigures>): readonly Figure[] {
  const { planned, invested } = investmentFigures(...project);
  return [planned, invested].filter((figure) => figure !== null);
}

const PART_NAMES = { completion: "投资完成率", gap: "投资完成率与序时进度的差距" } as const;

function computed(
  assessment: MilestoneAssessment,
  part: keyof typeof PART_NAMES,
  decimals: number,
  operands: readonly Figure[],
): Figure | null {
  const { milestone, steps } = assessment;
  const value = assessment[part];
  if (value === null) return null;
  const step = steps.find(({ name }) => name === part);
  if (!step || !isSameNumber(step.value, value)) {
    throw new Error(`${milestone.id}: ${part} ${value} does not follow from its investment`);
  }
  return {
    id: `${milestone.id}/${part}`,
    name: `${nameOf(assessment)} ${PART_NAMES[part]}`,
    value,
    unit: step.unit,
    decimals,
    derivation: { kind: "computed", formula: step.formula, operands: operands.map(({ id }) => id) },
  };
}

interface Known {
  readonly assessment: MilestoneAssessment;
  readonly reports: readonly KnownMilestoneReport[];
  readonly amounts: readonly Figure[];
}

/** A reason in words, the number that it tells as a figure: how far behind, or how many months late. */
function toldReason(reason: MilestoneReason, known: Known): ToldReason & { readonly figure?: Figure } {
  const { code } = reason;
  const text = reason.text.replace(/[。；]$/, "");
  const [whole, before = "", number = "", after = ""] = /^(.*?)(\d+(?:\.\d+)?)(个百分点|个月应.*)$/.exec(text) ?? [];
  if (whole === undefined) return { code, words: [text] };
  const figure = after.startsWith("个百分点") ? gapOf(number, known) : monthsLate(reason, number, known);
  return figure ? { code, words: joinRuns([before, inProse(figure), after]), figure } : { code, words: [text] };
}

function gapOf(number: string, { assessment, amounts }: Known): Figure | null {
  const gap = computed(assessment, "gap", decimalPlaces(number), amounts);
  return gap && absolute(roundHalfUp(gap.value, decimalPlaces(number))) === number ? gap : null;
}

function monthsLate({ code }: MilestoneReason, number: string, { assessment, reports }: Known): Figure | null {
  const planned = reports
    .map(({ plannedStart, plannedFinish }) => (code === "start-overdue" ? plannedStart : plannedFinish))
    .find((month) => month !== null);
  if (planned === undefined) return null;
  const months = monthsFrom(planned, assessment.period);
  if (String(months.length) !== number) return null;
  return countNames(`${assessment.milestone.id}/${code}`, `${nameOf(assessment)} 已过计划月份的月数`, "个月", months);
}

/** Both included. */
function monthsFrom(first: Period, last: Period): readonly Period[] {
  return first > last ? [] : [first, ...monthsFrom(shiftPeriod(first, 1), last)];
}
