import { compare, minus } from "../model/decimal.ts";
import type { MilestoneReason } from "../model/milestone-assessment.ts";
import { isAtLeast, type MilestoneState } from "../model/milestone-report.ts";
import type { MilestoneRules } from "../model/milestone-rules.ts";
import { monthOf, type Period, periodName, yearOf } from "../model/period.ts";
import type { ReportedMonth, Standing } from "./milestone-months.ts";
import type { Pace } from "./milestone-steps.ts";
import { placesTelling, printed } from "./wording.ts";

/** Something that a project is late by. */
export interface Lateness {
  readonly grade: "滞后" | "严重滞后";
  readonly reason: MilestoneReason;
}

/** All that a project is late by in a month, the graver first; empty where nothing is. */
export function latenessOf(
  state: MilestoneState,
  month: ReportedMonth,
  { pace, standing, rules }: { pace: Pace | null; standing: Standing; rules: MilestoneRules },
): readonly Lateness[] {
  const { period, plannedStart, plannedFinish } = month;
  const found = [
    isAtLeast(state, "开工") ? null : overdue("start-overdue", "开工", plannedStart, period, rules),
    isAtLeast(state, "竣工") ? null : overdue("finish-overdue", "竣工", plannedFinish, period, rules),
    isAtLeast(state, "竣工") || pace === null ? null : behind(pace, rules),
    month.halted ? late("滞后", "halted", "停工") : null,
    wentBack(state, standing),
  ].filter((one) => one !== null);
  return found.sort((a, b) => Number(b.grade === "严重滞后") - Number(a.grade === "严重滞后"));
}

/** How many months in a row a planned month has gone by, itself included; 0 before it. */
export function monthsLate(planned: Period, now: Period): number {
  return Math.max(0, (yearOf(now) - yearOf(planned)) * 12 + monthOf(now) - monthOf(planned) + 1);
}

function overdue(
  code: "start-overdue" | "finish-overdue",
  step: string,
  planned: Period | null,
  now: Period,
  { lateMonths }: MilestoneRules,
): Lateness | null {
  const months = planned === null ? 0 : monthsLate(planned, now);
  if (planned === null || months === 0) return null;
  const which = months === 1 ? "当月" : `连续${months}个月`;
  const text = `计划${periodName(planned, "month")}${step}，${which}应${step === "开工" ? "开未开" : "竣未竣"}`;
  return late(months >= lateMonths ? "严重滞后" : "滞后", code, text);
}

/** 低序时 10~30 个百分点, both ends included, is yellow. */
function behind({ gap }: Pace, { investment }: MilestoneRules): Lateness | null {
  if (gap === null) return null;
  const short = minus("0", gap);
  if (compare(short, investment.yellow) < 0) return null;
  const text = `年度投资完成率低于序时进度${printed(short, placesTelling(short, [investment.yellow, investment.red], 1))}个百分点`;
  return late(compare(short, investment.red) > 0 ? "严重滞后" : "滞后", "investment-behind", text);
}

function wentBack(state: MilestoneState, { wentBackFrom }: Standing): Lateness | null {
  if (!wentBackFrom) return null;
  const text = `${periodName(wentBackFrom.period, "month")}报的是${wentBackFrom.state}，现在报的是${state}，请核实`;
  return late("滞后", "went-back", text);
}

function late(grade: Lateness["grade"], code: MilestoneReason["code"], text: string): Lateness {
  return { grade, reason: { code, text } };
}
