import type { Setting } from "./block.ts";
import { amount, growth, type Written } from "./figures.ts";
import { growthWords, lastYearWords, monthWords, type Named, periodOf, toDateWords } from "./words.ts";

/** A column of figures: its head, and what its figures are. */
export interface Head {
  readonly words: string;
  readonly kind: "value" | "growth" | "change" | "share" | "rank" | "plan";
  readonly quantity: string; // "" for a plan, which is no outcome
  readonly span: string;
  readonly period: string;
  readonly scope?: string;
  readonly inUnit: boolean; // its figures are in the row's unit
}

/** One of the sets of columns that monthly tables of flows have. */
export function flowHeads({ chance, month, range }: Setting): readonly Head[] {
  const period = periodOf(month);
  const last = periodOf({ ...month, year: month.year - 1 });
  const value = (span: "month" | "ytd"): Head => ({
    words:
      span === "month"
        ? monthWords(chance, month)
        : range && chance.often(20)
          ? chance.pick(["绝对量", "完成额", "绝对额", "完成数", "数值", "总量", "实绩"])
          : toDateWords(chance, month),
    kind: "value",
    quantity: "value",
    span,
    period,
    inUnit: true,
  });
  const lastYear = (span: "month" | "ytd"): Head => ({
    words: lastYearWords(chance, month, span),
    kind: "value",
    quantity: "value",
    span,
    period: last,
    inUnit: true,
  });
  const over = (span: string): Head => ({
    words: growthWords(chance),
    kind: "growth",
    quantity: "yoy",
    span,
    period,
    inUnit: false,
  });
  const change: Head = {
    words: chance.pick(["增减额", "比上年同期增减额", "同比增减额", "增加额"]),
    kind: "change",
    quantity: "change",
    span: "ytd",
    period,
    inUnit: true,
  };
  const plan: Head = {
    words: chance.pick(["年度计划", "年初预算", "年度目标任务", "全年计划", "目标任务"]),
    kind: "plan",
    quantity: "",
    span: "ytd",
    period,
    inUnit: true,
  };
  const share: Head = {
    words: chance.pick(["完成年度计划(%)", "占预算%", "完成率（%）", "完成年度任务%", "完成比例%"]),
    kind: "share",
    quantity: "share",
    span: "ytd",
    period,
    inUnit: false,
  };
  const byGrowth = chance.often(50);
  const rank: Head = {
    words: byGrowth ? "增速位次" : chance.pick(["位次", "排名"]),
    kind: "rank",
    quantity: "rank",
    span: "ytd",
    period,
    ...(byGrowth ? { scope: "增速位次" } : {}),
    inUnit: false,
  };
  return chance.pick<readonly Head[]>([
    [value("ytd"), over("ytd")],
    [value("month"), value("ytd"), over("ytd")],
    [value("month"), over("month"), value("ytd"), over("ytd")],
    [value("ytd"), lastYear("ytd"), over("ytd")],
    [value("ytd"), lastYear("ytd"), change, over("ytd")],
    [plan, value("ytd"), share, over("ytd")],
    [plan, value("month"), value("ytd"), share],
    [value("ytd"), over("ytd"), rank],
    [value("month"), lastYear("month"), over("month"), value("ytd"), lastYear("ytd"), over("ytd")],
  ]);
}

/** A figure for a column. */
export function figureFor(head: Head, { chance }: Setting): Written {
  switch (head.kind) {
    case "growth":
      return growth(chance);
    case "share": {
      const value = (1 + chance.below(1200)) / 10;
      return { cell: value, value };
    }
    case "rank": {
      const value = 1 + chance.below(12);
      return { cell: chance.pick([value, String(value), `第${value}位`]), value };
    }
    default:
      return amount(chance);
  }
}

/** The unit of a column's figures. */
export function unitOf(head: Head, unit: string): string {
  return head.kind === "rank" ? "位" : head.inUnit ? unit : "%";
}

/** An indicator as one table knows it: one of its names, one of its units. */
export interface Chosen {
  readonly named: Named;
  readonly name: string;
  readonly unit: string;
}
