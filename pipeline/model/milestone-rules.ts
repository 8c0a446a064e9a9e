import type { Decimal } from "./decimal.ts";
import type { MilestoneState } from "./milestone-report.ts";

/** What an action of the plan asks: 开工 a start, 投产 production, 建设 that building goes on. */
export interface MilestoneAction {
  readonly action: string;
  readonly byDue: MilestoneState; // that is enough once the due month ends
  readonly done: MilestoneState; // from which nothing is left to do, whatever the month
}

/** By what projects and tasks are judged (standards of the field, section 3.3). */
export interface MilestoneRules {
  readonly name: string;
  readonly text: readonly string[]; // in sentences; thresholds filled in
  readonly investment: {
    readonly judgedFrom: number; // month of the year from which its pace is judged
    readonly yellow: Decimal; // 百分点 behind 序时: yellow from here
    readonly red: Decimal; // red beyond
  };
  readonly lateMonths: number; // months in a row past a planned date from which it is red
}

/** What a phrase in a report says: a state, that work stands still, or nothing about the state. */
export type PhraseMeaning = MilestoneState | "停工" | "无关";

/**
 * A phrase with its meaning. {时间} {比例} {金额} {数量} stand for any such, {部位} for each part of the works: a phrase that
 * means 部位 names one (路基, 管道铺设) and says nothing by itself.
 */
export interface MilestonePhrase {
  readonly phrase: string;
  readonly meaning: PhraseMeaning | "部位";
}
