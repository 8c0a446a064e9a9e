import type { ClerkSheet } from "./clerk-sheet.ts";

const HEADS = ["指标", "累计（万元）", "同比增长（%）"];
const ROW = ["一般公共预算收入", 63600, 6];
const READ = { rows: { 3: "budget-revenue" }, columns: { B: "2023-06 ytd value 万元", C: "2023-06 ytd yoy %" } };

const partOfMonth = (title: string, more: Partial<ClerkSheet> = {}): ClerkSheet => ({
  name: `不是整月的期间：${title}`,
  rows: [[title], HEADS, ROW],
  blocks: [],
  questions: [["A1", "part-of-month"]],
  ...more,
});

/** Periods that end within a month, and heads of another month than their title. */
export const SHEETS: readonly ClerkSheet[] = [
  partOfMonth("截至2023年6月20日通辽市主要指标"),
  partOfMonth("通辽市主要指标（2023年6月20日止）"),
  partOfMonth("2023年1月1日—6月20日通辽市主要指标", { file: "2023年6月.xlsx" }),
  partOfMonth("2023年1—6月20日通辽市主要指标"),
  partOfMonth("2023年6月上旬通辽市主要指标"),
  partOfMonth("截至二〇二三年六月二十日通辽市主要指标"),
  partOfMonth("2023年一月一日至六月二十日通辽市主要指标", { file: "2023年6月.xlsx" }),
  partOfMonth("2023年一至六月二十日通辽市主要指标", { file: "2023年6月.xlsx" }),
  partOfMonth("2023年六月一日至二十日通辽市主要指标", { file: "2023年6月.xlsx" }),
  partOfMonth("通辽市主要指标", {
    name: "不是整月的期间写在工作表名里",
    sheet: "截至6月20日",
    file: "2023年6月.xlsx",
  }),
  partOfMonth("2023年6月通辽市主要指标", {
    name: "不是整月的期间写在标题下一行",
    rows: [["2023年6月通辽市主要指标"], ["（数据截至6月20日）"], HEADS, ROW],
  }),
  partOfMonth("2023年6月通辽市主要指标", {
    name: "不是整月的期间写在标题下一行，没有写月份",
    rows: [["2023年6月通辽市主要指标"], ["（数据截至25日）"], HEADS, ROW],
  }),
  partOfMonth("2023年6月通辽市主要指标", {
    name: "不是整月的期间写在表头里",
    rows: [["2023年6月通辽市主要指标"], ["指标", "截至6月20日（万元）", "同比增长（%）"], ROW],
    questions: [
      ["B2", "unread-header"],
      ["C2", "unread-header"],
    ],
  }),
  partOfMonth("2023年6月通辽市主要指标", {
    name: "不是整月的期间写在一行的名称里",
    rows: [["2023年6月通辽市主要指标"], HEADS, ["一般公共预算收入（截至6月20日）", 63600, 6], ["税收收入", 43600, 5]],
    blocks: [{ rows: { 4: "tax-revenue" }, columns: READ.columns }],
    questions: [["A3", "unread-header"]],
  }),
  ...["截至2023年6月30日", "截至二〇二三年六月三十日", "2023年1月01日至6月30日"].map((period) => ({
    name: `到月末最后一天是整月：${period}`,
    rows: [[`${period}通辽市主要指标`], HEADS, ROW],
    blocks: [READ],
  })),
  {
    name: "报送的截止日期不是数据的期间",
    rows: [["2023年6月通辽市主要指标"], ["（截至7月10日上报）", null, "报送截止日期：7月10日"], HEADS, ROW],
    blocks: [{ ...READ, rows: { 4: "budget-revenue" } }],
  },
  {
    name: "没有写月份的报送期限也不是",
    rows: [["2023年6月通辽市主要指标"], ["（截至次月10日前报送）"], HEADS, ROW],
    blocks: [{ ...READ, rows: { 4: "budget-revenue" } }],
  },
  {
    name: "表头都是上个月：标题或表头有一个没有改",
    rows: [["2023年6月通辽市主要指标"], ["指标", "1-5月（亿元）", "同比增长（%）"], ["社会消费品零售总额", 115.2, 6.9]],
    blocks: [],
    questions: [
      ["B2", "period-conflict"],
      ["C2", "period-conflict"],
    ],
  },
  {
    name: "五月的快报里只有一季度的国内生产总值：季度数不是错月",
    rows: [["2023年5月通辽市主要指标"], ["指标", "1-3月（亿元）", "同比增长（%）"], ["地区生产总值", 301.2, 5.5]],
    blocks: [{ rows: { 3: "gdp" }, columns: { B: "2023-03 ytd value 亿元", C: "2023-03 ytd yoy %" } }],
  },
  {
    name: "六月的利润表只到五月：利润是错月发布的",
    rows: [
      ["2023年6月通辽市工业企业效益（亿元）"],
      ["指标", "1-5月", "累计增长(%)"],
      ["规模以上工业企业利润总额", 22.3, -5.5],
    ],
    blocks: [{ rows: { 3: "industrial-profit" }, columns: { B: "2023-05 ytd value 亿元", C: "2023-05 ytd yoy %" } }],
  },
  {
    name: "六月的利润表只到四月：再错也只错一个月",
    rows: [
      ["2023年6月通辽市工业企业效益（亿元）"],
      ["指标", "1-4月", "累计增长(%)"],
      ["规模以上工业企业利润总额", 22.3, -5.5],
    ],
    blocks: [],
    questions: [
      ["B2", "period-conflict"],
      ["C2", "period-conflict"],
    ],
  },
  {
    name: "错月：利润表在前，是上个月的；财政表在后，是本月的",
    rows: [
      ["2023年6月通辽市主要指标（亿元）"],
      ["1、工业企业效益", "5月", "1-5月", "累计增长(%)"],
      ["规模以上工业企业利润总额", 4.1, 22.3, -5.5],
      ["2、财政", "6月", "1-6月", "累计增长(%)"],
      ["一般公共预算收入", 10.1, 63.6, 6],
    ],
    blocks: [
      {
        rows: { 3: "industrial-profit" },
        columns: { B: "2023-05 month value 亿元", C: "2023-05 ytd value 亿元", D: "2023-05 ytd yoy %" },
      },
      {
        rows: { 5: "budget-revenue" },
        columns: { B: "2023-06 month value 亿元", C: "2023-06 ytd value 亿元", D: "2023-06 ytd yoy %" },
      },
    ],
  },
];
