import type { Assessment } from "../../model/assessment.ts";
import type { Figure } from "../../model/figure.ts";
import { monthOf, yearOf } from "../../model/period.ts";
import type { Target } from "../../model/target.ts";
import { signOf } from "../edition/display.ts";
import type { TargetFigures } from "../edition/target-figures.ts";
import { unitAfter } from "./growth.ts";
import { inTable, joinRuns, say, type Words } from "./runs.ts";

/**
 * The goal in words, with its unit: 9%, 540个以上, 7%左右, 5%以内, 低于31.4微克/立方米, 8～10个.
 *
 * 以上 and 以下 stand where the plan itself writes them. Empty where the goal is no number.
 */
export function goalWords({ assessment: { target }, low, high }: TargetFigures): Words {
  const only = low ?? high;
  if (only === null) return [];
  if (signOf(only) < 0 && target.op !== "range") return fallWords(target, only);
  const amount = amountWords(target, only);
  switch (target.op) {
    case ">=":
      return say`${amount}${writes(target, only, "以上") ? "以上" : ""}`;
    case ">":
      return say`超过${amount}`;
    case "<=":
      return say`${amount}${writes(target, only, "以下") ? "以下" : "以内"}`;
    case "<":
      return say`低于${amount}`;
    case "~":
      return say`${amount}左右`;
    case "=":
      return amount;
    case "range":
      return low !== null && high !== null ? rangeWords(target, low, high) : amount;
  }
}

/** The goal as a cell beside a column of units prints it: ≥9, ＞450, ≤5, ＜31.4, 7左右, 8～10. */
export function goalCell({ assessment: { target }, low, high }: TargetFigures): Words {
  const only = low ?? high;
  if (only === null && target.relativeTo !== null) return ["比照确定"];
  if (only === null) return target.basis === "quota" ? ["待上级下达"] : ["按计划完成"];
  if (target.op === "~") return [inTable(only), "左右"];
  if (target.op === "range" && low !== null && high !== null) return [inTable(low), "～", inTable(high)];
  const signs = { ">=": "≥", ">": "＞", "<=": "≤", "<": "＜", "=": "", range: "" } as const;
  return joinRuns([signs[target.op], inTable(only)]);
}

/** What the goal is called: 年度目标; 所比照的数 where it is held against another figure; 目标 where it falls due at another time than the year's end. */
export function goalNoun({ target: { due, relativeTo }, period }: Assessment): string {
  if (relativeTo !== null) return "所比照的数";
  return monthOf(due) === 12 && yearOf(due) === yearOf(period) ? "年度目标" : "目标";
}

/** Caps ask for no more than a number. */
export function isCap({ op }: Target): boolean {
  return op === "<=" || op === "<";
}

function amountWords({ unit }: Target, figure: Figure): Words {
  return say`${figure}${unitAfter(unit)}`;
}

/** A goal below zero asks for a fall: at least (≤) or at most (≥) so much. */
function fallWords({ op, quantity, unit }: Target, figure: Figure): Words {
  const verb = quantity === "yoy" ? "下降" : "减少";
  const bound = op === "<=" || op === "<" ? "以上" : op === "~" ? "左右" : op === "=" ? "" : "以内";
  return say`${verb}${figure}${unitAfter(unit)}${bound}`;
}

/** Both ends of a range carry % (GB/T 15835-2011), other units stand once. */
function rangeWords({ unit }: Target, low: Figure, high: Figure): Words {
  return unit === "%" ? say`${low}%～${high}%` : say`${low}～${high}${unitAfter(unit)}`;
}

/** Tells whether the plan puts `word` after the number itself: 540个以上. */
function writes({ source }: Target, { value }: Figure, word: string): boolean {
  const number = `(?<![\\d.])${value.replace(".", "\\.")}`;
  return new RegExp(`${number}[^\\d，,。；;、]{0,8}${word}`).test(source.text.replace(/\s/g, ""));
}
