import type { ClerkSheet } from "./clerk-sheet.ts";

const TITLE = ["通辽市2023年6月主要经济指标"];
const HEADS = ["指标", "1-6月（亿元）", "同比%"];
const COLUMNS = { B: "2023-06 ytd value 亿元", C: "2023-06 ytd yoy %" };
const ROWS = [
  ["一般公共预算收入", 52.3, 8.1],
  ["固定资产投资", 90, 31.7],
];
const READ = { 4: "budget-revenue", 5: "fixed-asset-investment" };

/** Signs and marks that may mean either of two things. */
export const SHEETS: readonly ClerkSheet[] = [
  {
    name: "▲和不带记号的数同在一栏：▲是增是减要问",
    rows: [
      ["通辽市2023年6月财政收支情况"],
      ["指标", "本年累计（万元）", "比上年增减额（万元）", "比上年±%"],
      ["一般公共预算收入", 523000, "▲39000", "▲8.1"],
      ["税收收入", 352000, 12000, 3.2],
    ],
    blocks: [
      {
        rows: { 3: "budget-revenue", 4: "tax-revenue" },
        columns: { B: "2023-06 ytd value 万元", C: "2023-06 ytd change 万元", D: "2023-06 ytd yoy %" },
      },
    ],
    cells: { C3: null, D3: null },
    questions: [
      ["C3", "unclear-sign"],
      ["D3", "unclear-sign"],
    ],
  },
  {
    name: "▲和▼相对：▲是增",
    rows: [TITLE, HEADS, ["税收收入", 35.2, "▲3.2"], ["一般公共预算收入", 52.3, "▼8.1"]],
    blocks: [{ rows: { 3: "tax-revenue", 4: "budget-revenue" }, columns: COLUMNS }],
    cells: { C3: "=3.2", C4: "=-8.1" },
  },
  {
    name: "一个数后面的括号里又是一个数：是注号还是另一个数要问",
    rows: [TITLE, HEADS, ["税收收入", "12(5)", 3.2], ...ROWS],
    blocks: [{ rows: { 3: "tax-revenue", ...READ }, columns: COLUMNS }],
    questions: [["B3", "not-a-number"]],
  },
  {
    name: "括号里的注号在表下有注",
    rows: [TITLE, HEADS, ["税收收入", "35.2(2)", 3.2], ...ROWS, ["（2）税收收入为快报数。"]],
    blocks: [{ rows: { 3: "tax-revenue", ...READ }, columns: COLUMNS }],
    cells: { B3: "=35.2" },
  },
  {
    name: "只公布增速的指标，增速栏是横线：绝对量可能是增速",
    rows: [TITLE, HEADS, ["规模以上工业增加值", 7.6, "—"], ...ROWS],
    blocks: [{ rows: READ, columns: COLUMNS }],
    questions: [["B3", "displaced-row"]],
  },
  {
    name: "〃不越过小节",
    rows: [
      TITLE,
      ["指标", "单位", "1-6月"],
      ["一、收入"],
      ["税收收入", "万元", 352000],
      ["二、支出"],
      ["一般公共预算支出", "〃", 160.2],
    ],
    blocks: [{ rows: { 4: "tax-revenue 万元", 6: "budget-expenditure" }, columns: { C: "2023-06 ytd value" } }],
    questions: [["B6", "unknown-unit"]],
  },
];
