import type { Decimal } from "./decimal.ts";
import type { Period } from "./period.ts";

/**
 * How far a project or task has come.
 *
 * The finer steps of the field go into these: 立项, 用地, 能评, 环评 and drafts into 前期; 主体封顶 into 在建; 印发, 举办 and other
 * ends of a task into 竣工. 入库 (统) is no step of building and says nothing here.
 */
export type MilestoneState = (typeof MILESTONE_STATES)[number];

/** Every state, least first. */
export const MILESTONE_STATES = ["未启动", "前期", "开工", "在建", "竣工", "投产", "达产"] as const;

/** Tells whether a state is another one or beyond it. */
export function isAtLeast(state: MilestoneState, other: MilestoneState): boolean {
  return MILESTONE_STATES.indexOf(state) >= MILESTONE_STATES.indexOf(other);
}

/** An amount that a report states, with the cell that it stands in. */
export interface ReportedAmount {
  readonly value: Decimal; // as published
  readonly unit: string;
  readonly cell: string; // A1
}

/** What a bureau reported of one project, as of the end of a period. */
export interface MilestoneReport {
  readonly sheet: string;
  readonly cell: string; // A1, of the project's name
  readonly project: string; // as written, without blanks
  readonly key: string; // the name in the form in which names are compared
  readonly period: Period;
  readonly words: string | null; // on the state, as written; null where the sheet has none
  readonly wordsCell: string | null; // A1
  readonly state: MilestoneState | null; // null where the words are not understood
  readonly halted: boolean; // 停工, but for a winter break
  readonly plannedStart: Period | null;
  readonly started: Period | null;
  readonly plannedFinish: Period | null;
  readonly finished: Period | null;
  readonly plannedInvestment: ReportedAmount | null; // of the year
  readonly completedInvestment: ReportedAmount | null; // 1—n月累计
  readonly percent: ReportedAmount | null; // 完成率 as reported, %
}

/** A report as the store gives it back, with where and when it comes from. */
export interface KnownMilestoneReport extends MilestoneReport {
  readonly sha256: string;
  readonly file: string;
  readonly source: string | null; // name of the source profile
  readonly bureau: string | null; // code of the bureau that sent it
  readonly illustrative: boolean; // 演示数据
  readonly vintage: string; // "2023-07-10": when it was published, else received
  readonly url: string | null;
}
