import type { ClerkSheet } from "./clerk-sheet.ts";

const apart = (title: string, month: string, toDate: string): ClerkSheet => ({
  name: `${title}，表头是${month}和${toDate}：有一个没有改`,
  rows: [
    [`通辽市${title}主要指标`],
    ["指标", "单位", month, toDate, "同比%"],
    ["一般公共预算收入", "亿元", 9.2, 61.3, 8.1],
  ],
  blocks: [],
  questions: ["C2", "D2", "E2"].map((cell) => [cell, "period-conflict"]),
});

/** Heads of which half were changed from the month before. */
export const SHEETS: readonly ClerkSheet[] = [
  apart("2023年7月", "6月", "1-7月"),
  apart("2023年6月", "5月", "1-6月"),
  apart("2023年1-7月", "7月", "1-6月"),
  apart("2023年6月", "5月", "累计"),
  {
    name: "一列是上月，一列是本月：按月排的数",
    rows: [
      ["通辽市2023年6月主要指标"],
      ["指标", "单位", "5月", "6月", "1-6月"],
      ["一般公共预算收入", "亿元", 9.2, 9.4, 61.3],
    ],
    blocks: [
      {
        rows: { 3: "budget-revenue 亿元 value" },
        columns: { C: "2023-05 month", D: "2023-06 month", E: "2023-06 ytd" },
      },
    ],
  },
];
