import type { ClerkSheet } from "./clerk-sheet.ts";

const TITLE = ["通辽市2023年6月主要经济指标"];
const HEADS = ["指标", "单位", "1-6月", "同比%"];
const COLUMNS = { C: "2023-06 ytd value", D: "2023-06 ytd yoy %" };
const UNITLESS = ["指标", "6月", "1-6月"];
const BOTH = { B: "2023-06 month value", C: "2023-06 ytd value" };

/** Section lines above the head, 口径 in titles and sections, and units that a row's label states. */
export const SHEETS: readonly ClerkSheet[] = [
  {
    name: "第一节写在表头上面：口径不带到后面各节",
    rows: [
      TITLE,
      ["一、规模以上工业"],
      HEADS,
      ["用电量", "亿千瓦时", 80, 4],
      ["二、全社会"],
      ["用电量", "亿千瓦时", 220, 4.4],
      ["三、财政"],
      ["一般公共预算收入", "亿元", 52.3, 8.1],
    ],
    blocks: [
      { rows: { 4: "electricity-consumption 规模以上", 6: "electricity-consumption" }, columns: COLUMNS },
      { rows: { 8: "budget-revenue" }, columns: COLUMNS },
    ],
    cells: {
      C4: "亿千瓦时",
      C6: "亿千瓦时",
      C8: "亿元",
    },
  },
  {
    name: "第一节写在表头上面，括号里是口径",
    rows: [
      TITLE,
      ["一、社零（限额以上）"],
      HEADS,
      ["社会消费品零售总额", "亿元", 80, 4],
      ["二、财政"],
      ["一般公共预算收入", "亿元", 52.3, 8.1],
    ],
    blocks: [{ rows: { 4: "retail-sales 限额以上", 6: "budget-revenue" }, columns: COLUMNS }],
    cells: { C4: "亿元", C6: "亿元" },
  },
  {
    name: "第一节写在表头上面：地区不带到后面各节",
    rows: [
      TITLE,
      ["一、科尔沁区"],
      HEADS,
      ["一般公共预算收入", "亿元", 12.3, 8.1],
      ["二、开鲁县"],
      ["一般公共预算收入", "亿元", 5.3, 7.1],
    ],
    blocks: [{ rows: { 4: "budget-revenue 150502", 6: "budget-revenue 150523" }, columns: COLUMNS }],
    cells: { C4: "亿元", C6: "亿元" },
  },
  {
    name: "第一节写在表头上面：单位不带到后面各节",
    rows: [
      TITLE,
      ["一、月度指标（亿元）"],
      ["指标", "1-6月", "同比%"],
      ["一般公共预算收入", 52.3, 8.1],
      ["二、就业"],
      ["税收收入", 352000, 7.4],
    ],
    blocks: [
      {
        rows: { 4: "budget-revenue", 6: "tax-revenue" },
        columns: { B: "2023-06 ytd value", C: "2023-06 ytd yoy %" },
      },
    ],
    cells: { B4: "亿元" },
    questions: [["A6", "missing-unit"]],
  },
  {
    name: "第一节写在表头上面，与单位同在一行",
    rows: [
      TITLE,
      ["一、规模以上工业", null, "单位：亿千瓦时"],
      ["指标", "1-6月", "同比%"],
      ["用电量", 80, 4],
      ["二、全社会"],
      ["用电量", 220, 4.4],
    ],
    blocks: [
      {
        rows: { 4: "electricity-consumption 规模以上", 6: "electricity-consumption" },
        columns: { B: "2023-06 ytd value 亿千瓦时", C: "2023-06 ytd yoy %" },
      },
    ],
  },
  {
    name: "小节写在序号栏里",
    rows: [
      TITLE,
      ["一、规模以上工业"],
      ["序号", "指标", "单位", "1-6月"],
      [1, "用电量", "亿千瓦时", 80],
      ["二、全社会"],
      [2, "用电量", "亿千瓦时", 220],
    ],
    blocks: [
      {
        rows: { 4: "electricity-consumption 规模以上", 6: "electricity-consumption" },
        columns: { D: "2023-06 ytd value 亿千瓦时" },
      },
    ],
  },
  {
    name: "标题也编了号，表里从一、数起：标题还是标题",
    rows: [
      ["一、通辽市2023年6月主要经济指标"],
      HEADS,
      ["一、一般公共预算收入", "亿元", 52.3, 8.1],
      ["二、税收收入", "亿元", 35.2, 7.4],
    ],
    blocks: [{ rows: { 3: "budget-revenue", 4: "tax-revenue" }, columns: COLUMNS }],
    cells: { C3: "亿元", C4: "亿元" },
  },
  {
    name: "口径写在标题的指标名称里",
    rows: [["通辽市2023年6月限额以上固定资产投资完成情况"], HEADS, ["固定资产投资", "亿元", 52.3, 8.1]],
    blocks: [{ rows: { 3: "fixed-asset-investment 限额以上" }, columns: COLUMNS }],
    cells: { C3: "亿元" },
  },
  {
    name: "口径写在小节的指标名称里",
    rows: [TITLE, HEADS, ["一、限额以上固定资产投资"], ["固定资产投资", "亿元", 52.3, 8.1]],
    blocks: [{ rows: { 4: "fixed-asset-investment 限额以上" }, columns: COLUMNS }],
    cells: { C4: "亿元" },
  },
  {
    name: "总额的名称里写了亿元，全表单位是万元：其中各行看不出是哪个",
    rows: [
      TITLE,
      ["单位：万元"],
      UNITLESS,
      ["进出口总额（亿元）", 3.1, 16.8],
      ["　其中：出口总额", 22110, 121350],
      ["　　进口总额", 9140, 47070],
    ],
    blocks: [{ rows: { 4: "imports-exports 亿元", 5: "exports", 6: "imports" }, columns: BOTH }],
    questions: [
      ["A5", "missing-unit"],
      ["A6", "missing-unit"],
    ],
  },
  {
    name: "总额的名称里写了亿元，全表没有写单位：其中各行随总额",
    rows: [TITLE, UNITLESS, ["一般公共预算收入（亿元）", 9.2, 52.3], ["　税收收入", 6.1, 35.2]],
    blocks: [{ rows: { 3: "budget-revenue 亿元", 4: "tax-revenue 亿元" }, columns: BOTH }],
  },
  {
    name: "小节写了亿元，全表单位是万元：小节里的数随小节",
    rows: [TITLE, ["单位：万元"], UNITLESS, ["一、财政（亿元）"], ["一般公共预算收入", 9.2, 52.3]],
    blocks: [{ rows: { 5: "budget-revenue 亿元" }, columns: BOTH }],
  },
];
