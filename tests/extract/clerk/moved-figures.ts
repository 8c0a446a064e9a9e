import type { ClerkSheet } from "./clerk-sheet.ts";

const T = "2023年1—6月通辽市主要指标";
const AMOUNT_AND_GROWTH = ["指标", "绝对量（亿元）", "同比增长（%）"];
const TWO_FULL_ROWS = [
  ["社会消费品零售总额", 140.2, 7.1],
  ["一般公共预算收入", 63.6, 6],
];
const FULL = { 3: "retail-sales", 4: "budget-revenue" };
const TO_DATE = { B: "2023-06 ytd value 亿元", C: "2023-06 ytd yoy %" };

/** Figures that have slipped to the left, where no word tells: what a row lacks tells. */
export const SHEETS: readonly ClerkSheet[] = [
  {
    name: "只发增速的指标，增速填在绝对量一栏",
    rows: [[T], AMOUNT_AND_GROWTH, ...TWO_FULL_ROWS, ["规模以上工业增加值", 7.6], ["固定资产投资", 31.7]],
    blocks: [{ rows: FULL, columns: TO_DATE }],
    questions: [
      ["B5", "displaced-row"],
      ["B6", "displaced-row"],
    ],
  },
  {
    name: "全表只有一行，只发增速的指标，增速一栏是空的",
    rows: [[T], AMOUNT_AND_GROWTH, ["固定资产投资", 31.7]],
    blocks: [],
    questions: [["B3", "displaced-row"]],
  },
  {
    name: "既发总量又发增速的指标，别的行都有增速，这一行没有",
    rows: [[T], AMOUNT_AND_GROWTH, ...TWO_FULL_ROWS, ["进出口总额", 7.6]],
    blocks: [{ rows: FULL, columns: TO_DATE }],
    questions: [["B5", "displaced-row"]],
  },
  {
    name: "两个增速左移两栏，落在当月和累计的绝对量里",
    rows: [
      ["2023年6月通辽市主要指标（亿元）"],
      ["指标", "6月", "1-6月", "6月增长(%)", "1-6月增长(%)"],
      ["社会消费品零售总额", 23.2, 140.2, 7.1, 6.5],
      ["一般公共预算收入", 10, 63.6, 6, 5],
      ["规模以上工业增加值", 7.6, 7.9],
      ["规模以上工业总产值", null, 8.1, 7.2],
    ],
    blocks: [
      {
        rows: FULL,
        columns: {
          B: "2023-06 month value 亿元",
          C: "2023-06 ytd value 亿元",
          D: "2023-06 month yoy %",
          E: "2023-06 ytd yoy %",
        },
      },
    ],
    questions: [
      ["B5", "displaced-row"],
      ["C6", "displaced-row"],
    ],
  },
  {
    name: "增速错在总量一栏：分旗县，一个旗县只有一个数",
    rows: [
      ["2023年1—6月各旗县固定资产投资"],
      ["地区", "完成额（亿元）", "同比增长（%）"],
      ["科尔沁区", 31.2, 12.3],
      ["开鲁县", 12.1, 8.8],
      ["扎鲁特旗", 9.7],
    ],
    blocks: [{ rows: { 3: "fixed-asset-investment 150502", 4: "fixed-asset-investment 150523" }, columns: TO_DATE }],
    questions: [["B5", "displaced-row"]],
  },
  {
    name: "没有增速的行：率、年末人口、户数很大的数、自带单位的数和许多没有增速的行",
    rows: [
      [T],
      ["指标", "单位", "绝对量", "同比增长（%）"],
      ["社会消费品零售总额", "亿元", 140.2, 7.1],
      ["一般公共预算收入", "亿元", 63.6, 6],
      ["规模以上工业产销率", "%", 98.6],
      ["城镇登记失业率", "%", 3.6],
      ["常住人口", "万人", 281.2],
      ["城镇新增就业", "人", 9011],
      ["规模以上工业增加值", "亿元", "107.6亿元"],
      ["规模以上工业增加值增速", "%", null, 7.6],
    ],
    blocks: [
      {
        rows: {
          3: "retail-sales 亿元",
          4: "budget-revenue 亿元",
          5: "industrial-sales-ratio %",
          6: "urban-unemployment %",
          7: "resident-population 万人 instant",
          8: "new-urban-jobs 人",
        },
        columns: { C: "2023-06 ytd value", D: "2023-06 ytd yoy %" },
      },
      {
        rows: { 7: "resident-population", 9: "industrial-value-added", 10: "industrial-value-added" },
        columns: { C: "2023-06 ytd value 亿元", D: "2023-06 ytd yoy %" },
      },
    ],
    cells: { C7: "instant 万人", C9: "=107.6" },
  },
  {
    name: "三分之一以上的行没有增速：本来就不算增速",
    rows: [
      [T],
      AMOUNT_AND_GROWTH,
      ...TWO_FULL_ROWS,
      ["进出口总额", 19.6],
      ["争取上级到位资金", 45.1],
      ["招商引资到位资金", 120.2],
    ],
    blocks: [
      {
        rows: { ...FULL, 5: "imports-exports", 6: "higher-level-funds", 7: "investment-in-place" },
        columns: TO_DATE,
      },
    ],
  },
  {
    name: "千分位逗号把一个数分成两格：1,020.1",
    file: "快报.csv",
    rows: [[T], AMOUNT_AND_GROWTH, ["社会消费品零售总额", "140.2", "7.1"], ["进出口总额", "1", "020.1", "-3.1%"]],
    blocks: [{ rows: { 3: "retail-sales" }, columns: TO_DATE }],
    questions: [
      ["C4", "displaced-row"],
      ["D4", "unread-cell"],
    ],
  },
  {
    name: "千分位逗号把一个数分成两格：1,200.1，增速到了表头以外",
    file: "快报.csv",
    rows: [[T], AMOUNT_AND_GROWTH, ...TWO_FULL_ROWS, ["进出口总额", "1", "200.1", "-3.1%"]],
    blocks: [{ rows: FULL, columns: TO_DATE }],
    questions: [
      ["C5", "displaced-row"],
      ["D5", "unread-cell"],
    ],
  },
  {
    name: "千分位逗号把一个数分成两格：零已丢了，只有这一行多出一格",
    rows: [[T], AMOUNT_AND_GROWTH, ...TWO_FULL_ROWS, ["进出口总额", 1, 20.1, -3.1]],
    blocks: [{ rows: FULL, columns: TO_DATE }],
    questions: [
      ["C5", "displaced-row"],
      ["D5", "unread-cell"],
    ],
  },
  {
    name: "千分位逗号把一个数分成两格：没有增速，也没有多出来的格子",
    file: "快报.csv",
    rows: [[T], AMOUNT_AND_GROWTH, ["社会消费品零售总额", "140.2", "7.1"], ["进出口总额", "1", "020.1"]],
    blocks: [{ rows: { 3: "retail-sales" }, columns: TO_DATE }],
    questions: [["C4", "displaced-row"]],
  },
  {
    name: "千分位逗号把一个数分成两格：增速落在备注里",
    file: "快报.csv",
    rows: [
      [T],
      [...AMOUNT_AND_GROWTH, "备注"],
      ["社会消费品零售总额", "140.2", "7.1", ""],
      ["进出口总额", "1", "120.1", "-3.1%"],
    ],
    blocks: [{ rows: { 3: "retail-sales" }, columns: TO_DATE }],
    questions: [["C4", "displaced-row"]],
  },
  {
    name: "增速和位次左移一栏：位次空着，增速一栏是个整数",
    rows: [
      ["2023年1—6月分旗县社会消费品零售总额"],
      ["地区", "总额（亿元）", "增速（%）", "位次"],
      ["科尔沁区", 31.2, 12.3, 1],
      ["开鲁县", 12.1, 8.8, 3],
      ["扎鲁特旗", 9.7, 2],
    ],
    blocks: [
      {
        rows: { 3: "retail-sales 150502", 4: "retail-sales 150523" },
        columns: { ...TO_DATE, D: "2023-06 ytd rank 位" },
      },
    ],
    questions: [["C5", "displaced-row"]],
  },
  {
    name: "只发增速的指标，环比填在当月绝对量一栏",
    rows: [
      ["2023年6月通辽市主要指标"],
      ["指标", "6月（亿元）", "环比（%）"],
      ["社会消费品零售总额", 23, 7.1],
      ["固定资产投资", 7.6],
    ],
    blocks: [{ rows: { 3: "retail-sales" }, columns: { B: "2023-06 month value 亿元", C: "2023-06 month mom %" } }],
    questions: [["B4", "displaced-row"]],
  },
];
