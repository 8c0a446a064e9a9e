import type { Decimal } from "./decimal.ts";

/** A number that goes into a step, in the words that a reader knows it by. */
export interface Operand {
  readonly name: string; // 累计完成, 年度目标, 已过
  readonly value: Decimal;
  readonly unit: string; // "" for a bare number
  readonly figure?: "actual" | "low" | "high"; // which number of the assessment and its target it is; absent for any other
}

export type StepName =
  | "completion" // 完成率
  | "expected" // 序时进度
  | "seasonal" // 季节序时, last year's share of the same months
  | "gap" // 差距
  | "required" // 尚需
  | "each" // 平均每月、每季度、每年尚需
  | "weight" // 已过月份的权重
  | "growth" // 剩余月份需增长
  | "outlook" // 全年预计
  | "pull" // 拉动
  | "start-rate" // 开工率
  | "investment"; // 投资完成率 over several projects

/** One step of the arithmetic behind a judgement: enough to do it again by hand. */
export interface Step {
  readonly name: StepName;
  readonly label: string; // 完成率
  readonly formula: string; // with its numbers in it: 629÷647.4×100
  readonly operands: readonly Operand[]; // in the order in which the formula names them
  readonly value: Decimal; // unrounded
  readonly unit: string;
  readonly decimals: number; // digits to print the value with
  readonly estimated: boolean; // 测算: no office published it, and it rests on more than what was published
  readonly text: string; // 完成率：累计完成629亿元÷年度目标647.4亿元×100＝97.2%
}
