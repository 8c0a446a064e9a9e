import type { Decimal } from "./decimal.ts";
import type { Basis, Op } from "./target.ts";

/** Where a number comes from that a higher level set after the plan was written. */
export interface QuotaSource {
  readonly document: string; // 内政办发〔2023〕12号, as the paper names it
  readonly received: string; // "2023-04-10": known from that day on
}

/** The number for a target that says 完成上级下达任务, and how it is then judged. */
export interface Quota extends QuotaSource {
  readonly target: string; // id
  readonly basis: Exclude<Basis, "quota" | "event">;
  readonly op: Op;
  readonly low: Decimal | null;
  readonly high: Decimal | null;
  readonly unit: string;
}
