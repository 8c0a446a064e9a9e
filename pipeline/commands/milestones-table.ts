import type { JudgedMilestones } from "../jobs/milestones.ts";
import type { Verdict } from "../model/assessment.ts";
import type { MilestoneAssessment } from "../model/milestone-assessment.ts";
import { MILESTONE_STATES } from "../model/milestone-report.ts";
import { formatTable, wrapText } from "../terminal.ts";
import { LIGHT_WORDS } from "./lights.ts";
import { TERMINAL_WIDTH } from "./progress-table.ts";

const VERDICTS: readonly Verdict[] = ["已完成", "达序时", "滞后", "严重滞后", "未到期", "未发布", "无数据来源"];
const COLUMNS = [
  { header: "项目或任务", align: "left" },
  { header: "计划", align: "left" },
  { header: "进展", align: "left" },
  { header: "评价", align: "left" },
  { header: "灯", align: "left" },
  { header: "原因", align: "left", wraps: true },
] as const;
const LONGEST_NAME = 17; // characters; the whole name stands in --json

/** Projects and tasks of a plan in a few lines: how many stand where, the rates, and those that are late; a hundred columns wide. */
export function milestonesTable({ assessments, totals, others }: JudgedMilestones): string {
  const states = MILESTONE_STATES.map((state) => [state, assessments.filter((one) => one.state === state)] as const);
  const verdicts = VERDICTS.map((verdict) => [verdict, assessments.filter((one) => one.verdict === verdict)] as const);
  const late = assessments.filter(({ light }) => light === "yellow" || light === "red");
  const lines = [
    `项目和任务 ${assessments.length} 项：${counts(verdicts)}`,
    ...(states.some(([, list]) => list.length > 0) ? [`进展：${counts(states)}`] : []),
    ...[totals.startRateYear, totals.startRateToDate, totals.investment].flatMap((step) => step?.text ?? []),
    ...(others.length > 0 ? [`另报送计划以外的项目 ${others.length} 个`] : []),
  ].flatMap((line) => wrapText(line, TERMINAL_WIDTH));
  return [...lines, ...(late.length > 0 ? ["", formatTable(COLUMNS, late.map(toRow), TERMINAL_WIDTH)] : [])].join("\n");
}

function counts(groups: readonly (readonly [string, readonly unknown[]])[]): string {
  return groups.flatMap(([name, list]) => (list.length > 0 ? [`${name} ${list.length}`] : [])).join("，");
}

function toRow({ milestone, state, verdict, light, reasons }: MilestoneAssessment): readonly string[] {
  const name = milestone.project ?? milestone.task;
  const short = name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name;
  return [
    short,
    milestone.action,
    state ?? "",
    verdict,
    LIGHT_WORDS[light],
    reasons.map(({ text }) => text).join("；"),
  ];
}
