import type { Milestone } from "./milestone.ts";
import type { Quota } from "./quota.ts";
import type { Target } from "./target.ts";

/** What a plan is called, and how it is divided. */
export interface PlanHeader {
  readonly year: number;
  readonly title: string; // 2023年通辽市国民经济和社会发展计划
  readonly documentNumber: string; // 通政发〔2023〕21号
  readonly region: string;
  readonly chapters: readonly string[]; // titles; index 0 is the opening
}

/** A year's development plan as data. */
export interface Plan extends PlanHeader {
  readonly text: string; // what all offsets count in
  readonly targets: readonly Target[]; // in the order of the text
  readonly milestones: readonly Milestone[]; // in the order of the text
  readonly quotas: readonly Quota[]; // numbers that a higher level set later, in the order of the file
}
