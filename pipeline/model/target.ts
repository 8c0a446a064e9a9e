import { type Decimal, signOf } from "./decimal.ts";
import type { IndicatorCode } from "./indicator.ts";
import type { Period } from "./period.ts";
import type { Quantity } from "./quantity.ts";
import type { QuotaSource } from "./quota.ts";

export type Op = ">=" | "<=" | "<" | ">" | "=" | "~" | "range";

/** How hard the plan asks: 约束性, 预期性, 力争. */
export type Strength = "约束性" | "预期性" | "力争";

/**
 * How a target is held against what happened.
 *
 * `flow` adds up over the year and has a pace; `growth` compares a published rate with the goal; `keep` must hold
 * at every reading (caps, floors, 稳定在); `attain` must be reached by its due date; `event` happens or does not;
 * `quota` waits for a number that a higher level sets.
 */
export type Basis = "flow" | "growth" | "keep" | "attain" | "event" | "quota";

export const BASES: readonly Basis[] = ["flow", "growth", "keep", "attain", "event", "quota"];

/** Words of the plan's text: characters from `start` up to, not including, `end`. */
export interface TextSpan {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Another figure that a goal is held against: 高于全区平均增速, 快于经济增速. */
export interface RelativeTo {
  readonly indicator: IndicatorCode;
  readonly region: string; // region code
}

/** One goal of the plan. */
export interface Target {
  readonly id: string; // "2023-001"
  readonly chapter: number; // 0 the opening, 1-9 the chapters
  readonly name: string; // 规模以上工业增加值
  readonly indicator: IndicatorCode | null; // null where nothing measures it
  readonly quantity: Quantity;
  readonly basis: Basis;
  readonly op: Op;
  readonly low: Decimal | null; // for >= > range; = and ~ carry the value in both
  readonly high: Decimal | null; // for <= < range
  readonly relativeTo: RelativeTo | null; // in a plan low and high are then null: the number is what that figure says at the same period
  readonly unit: string; // as written in the plan
  readonly scope: string | null; // 口径 as the plan words it
  readonly comparableScopes: readonly string[]; // 口径 that may stand in, said in the paper; "" is none stated
  readonly region: string; // region code
  readonly due: Period;
  readonly strength: Strength;
  readonly explicit: boolean; // a number in the text, or implied by it
  readonly headline: boolean; // of the opening's main goals and the few that leaders ask about
  readonly bureau: string | null;
  readonly bureauIsOurReading: boolean; // the text names no bureau
  readonly review: boolean; // a person should confirm the reading
  readonly task: string | null; // name of the task, where several targets measure one
  readonly note: string | null;
  readonly quota?: QuotaSource; // given once a higher level has set the number that the plan leaves open
  readonly source: TextSpan;
}

/**
 * Whether a goal of growth asks for a fall of so much (下降3.5%): a smaller fall is short of it, and no 上限 is broken.
 */
export function asksForFall({ basis, op, high }: Pick<Target, "basis" | "op" | "high">): boolean {
  return basis === "growth" && (op === "<=" || op === "<") && high !== null && signOf(high) < 0;
}

/** The goal with its sense: ≥9, 7左右, 8～10; blank where the plan waits for a number from above. */
export function goalWords({ op, low, high }: Pick<Target, "op" | "low" | "high">): string {
  if (op === "range") return `${low}～${high}`;
  if (op === "~") return `${low}左右`;
  const bound = low ?? high;
  return bound === null ? "" : `${{ ">=": "≥", "<=": "≤", ">": "＞", "<": "＜", "=": "＝" }[op]}${bound}`;
}
