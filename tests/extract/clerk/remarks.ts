import type { GridValue } from "../../support/grid.ts";
import type { ClerkSheet } from "./clerk-sheet.ts";

const TITLE = ["通辽市2023年6月主要经济指标"];
const HEADS = ["指标", "单位", "6月", "1-6月"];
const REVENUE = ["一般公共预算收入", "亿元", 9, 52];
const PROFIT = ["规模以上工业企业利润总额", "亿元", 9.2, 52.3];
const BLOCK = {
  rows: { 3: "budget-revenue" },
  columns: { C: "2023-06 month value 亿元", D: "2023-06 ytd value 亿元" },
};

const asked = (note: string, cell: string, rows: readonly (readonly GridValue[])[]): ClerkSheet => ({
  name: `说明文字改变了一行数的含义：${note}`,
  rows: [TITLE, ...rows],
  blocks: [BLOCK],
  questions: [[cell, "note-differs"]],
});

const beside = (note: string): ClerkSheet =>
  asked(note, "E4", [
    [...HEADS, "备注"],
    [...REVENUE, null],
    [...PROFIT, note],
  ]);

const below = (note: string, label = "规模以上工业企业利润总额"): ClerkSheet =>
  asked(note, "A5", [HEADS, REVENUE, [label, ...PROFIT.slice(1)], [note]]);

const harmless = (note: string): ClerkSheet => ({
  name: `说明文字不改变数的含义：${note}`,
  rows: [TITLE, HEADS, REVENUE, PROFIT, [note]],
  blocks: [{ ...BLOCK, rows: { 3: "budget-revenue", 4: "industrial-profit" } }],
});

/** What notes and 备注 say of period, unit and 口径. */
export const SHEETS: readonly ClerkSheet[] = [
  asked("以下指标为1-5月数据", "A4", [HEADS, REVENUE, ["以下指标为1-5月数据"], PROFIT]),
  asked("以下为5月数", "A4", [HEADS, REVENUE, ["以下为5月数"], PROFIT]),
  ...["1-5月数", "此数单位为万元", "限额以上", "（5月）", "上月数", "规模以上口径"].map(beside),
  ...[
    "注：工业利润为1-5月数据。",
    "说明：利润数据滞后一个月，为1-5月数。",
    "注：工业企业利润总额单位为万元",
    "注：利润总额为万元",
    "注：利润总额1-5月",
    "注：税收收入为快报数；利润总额不含农户",
    "注：1.利润总额为全口径数；2.其他为快报数。",
  ].map((note) => below(note)),
  below("*为1-5月数据", "规模以上工业企业利润总额*"),
  below("①为上月数", "规模以上工业企业利润总额①"),
  {
    name: "说明没有点出是哪一行：全表都问",
    rows: [TITLE, ["注：以下数据单位为万元"], HEADS, REVENUE, PROFIT],
    blocks: [],
    questions: [["A2", "note-differs"]],
  },
  ...[
    "注：规模以上工业增加值增长速度按可比价格计算。",
    "注：6月数据为初步数，1-2月数据合并发布。",
    "注：本表为2023年6月快报，发布日期为2023年7月。",
    "注：规模以上工业起点标准为年主营业务收入2000万元。",
    "注：利润总额单位为亿元。",
    "通辽市统计局2023年7月",
  ].map(harmless),
];
