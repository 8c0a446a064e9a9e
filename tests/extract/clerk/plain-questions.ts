import type { ClerkSheet } from "./clerk-sheet.ts";

const TITLE = ["通辽市2023年6月主要经济指标"];
const REVENUE = "一般公共预算收入";

const years = (now: string, before: string, growth: string): ClerkSheet => ({
  name: `两年对照的表头：${now}、${before}、${growth}`,
  rows: [TITLE, ["指标", "单位", now, before, growth], [REVENUE, "亿元", 52.3, 48.4, 8.1]],
  blocks: [
    {
      rows: { 3: "budget-revenue" },
      columns: { C: "2023-06 ytd value 亿元", D: "2022-06 ytd value 亿元", E: "2023-06 ytd yoy %" },
    },
  ],
});

/** Common heads, and questions asked where the words are open. */
export const SHEETS: readonly ClerkSheet[] = [
  years("今年1-6月", "去年1-6月", "增减%"),
  years("本年1-6月", "上年同期", "同比%"),
  years("1-6月", "上年1-6月", "±%"),
  {
    name: "标题是5-6月：不是整月",
    rows: [["通辽市2023年5-6月主要经济指标"], ["指标", "单位", "本月", "累计"], [REVENUE, "亿元", 9, 52.3]],
    blocks: [],
    questions: [["A1", "part-of-month"]],
  },
  {
    name: "标题只有年份，括号里截至25日：表头的6月也不是整月",
    rows: [["2023年通辽市主要经济指标（截至25日）"], ["指标", "单位", "6月", "1-6月"], [REVENUE, "亿元", 9, 52.3]],
    blocks: [],
    questions: [["A1", "part-of-month"]],
  },
  {
    name: "一行的名称里写了5月：只问这一行",
    rows: [
      TITLE,
      ["指标", "单位", "1-6月", "同比%"],
      [REVENUE, "亿元", 52.3, 8.1],
      ["实际利用外资（5月）", "万美元", 523, 8.1],
    ],
    blocks: [{ rows: { 3: "budget-revenue" }, columns: { C: "2023-06 ytd value 亿元", D: "2023-06 ytd yoy %" } }],
    questions: [["A4", "unread-header"]],
  },
  {
    name: "比率的同比增减（%）：是百分点还是百分比要问",
    rows: [TITLE, ["指标", "单位", "1-6月", "同比增减（%）"], ["空气优良天数比率", "%", 90.1, 1.1]],
    blocks: [{ rows: { 3: "good-air-days" }, columns: { C: "2023-06 ytd value %" } }],
    questions: [["D2", "unread-header"]],
  },
  {
    name: "规模以上工业增加值下面的采矿业、制造业",
    rows: [TITLE, ["指标", "1-6月增长%"], ["规模以上工业增加值", 7.7], ["　采矿业", 8.1], ["　制造业", 6.3]],
    blocks: [
      {
        rows: { 3: "industrial-value-added", 4: "mining-value-added", 5: "manufacturing-value-added" },
        columns: { B: "2023-06 ytd yoy %" },
      },
    ],
  },
  {
    name: "累计没有写明到哪个月，别的表头写了年月",
    rows: [["通辽市主要经济指标"], ["指标", "单位", "2023年5月", "2023年6月", "累计"], [REVENUE, "亿元", 9, 8, 52.3]],
    blocks: [
      { rows: { 3: "budget-revenue" }, columns: { C: "2023-05 month value 亿元", D: "2023-06 month value 亿元" } },
    ],
    questions: [["E2", "missing-period"]],
  },
  {
    name: "前两节是旗县，第三节没有写地区",
    rows: [
      TITLE,
      ["指标", "1-6月（亿元）"],
      ["一、科尔沁区"],
      [REVENUE, 12.3],
      ["二、开鲁县"],
      [REVENUE, 5.3],
      ["三、其他"],
      [REVENUE, 2.3],
    ],
    blocks: [
      {
        rows: { 4: "budget-revenue 150502", 6: "budget-revenue 150523", 8: "budget-revenue ??" },
        columns: { B: "2023-06 ytd value 亿元" },
      },
    ],
    questions: [["A1", "unknown-region"]],
  },
  {
    name: "表头上面的小节没有编号：是全表的还是第一节的要问",
    rows: [
      TITLE,
      ["规模以上工业"],
      ["指标", "单位", "1-6月"],
      ["用电量", "亿千瓦时", 80],
      ["全社会"],
      ["发电量", "亿千瓦时", 220],
    ],
    blocks: [],
    questions: [["A2", "unknown-scope"]],
  },
];
