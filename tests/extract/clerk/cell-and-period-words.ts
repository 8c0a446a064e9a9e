import type { ClerkSheet } from "./clerk-sheet.ts";

const one = (
  name: string,
  title: string,
  heads: readonly string[],
  row: readonly (string | number | null)[],
  words: string,
  columns: Record<string, string>,
  more: Partial<ClerkSheet> = {},
): ClerkSheet => ({
  name,
  rows: [[title], heads, row],
  blocks: [{ rows: { 3: words }, columns }],
  ...more,
});
const sinceJanuary = (name: string, title: string, head: string): ClerkSheet =>
  one(
    name,
    title,
    ["指标", "单位", head, "同比（%）"],
    ["固定资产投资", "亿元", 13.2, 50.1],
    "fixed-asset-investment 亿元",
    { C: "2023-02 ytd value", D: "2023-02 ytd yoy %" },
  );
const inJune = (name: string, title: string, named: Pick<ClerkSheet, "sheet" | "file"> = {}): ClerkSheet =>
  one(
    name,
    title,
    ["指标", "单位", "本月", "累计"],
    ["固定资产投资", "亿元", 13.2, 50.1],
    "fixed-asset-investment 亿元 value",
    { C: "2023-06 month", D: "2023-06 ytd" },
    named,
  );
const T = "2023年1—6月通辽市主要指标";

/** What cells, headers, titles and names say about time, value and name. */
export const SHEETS: readonly ClerkSheet[] = [
  one(
    "6月末余额是表头，不是约数",
    "通辽市2023年6月主要经济指标（单位：亿元）",
    ["指标", "6月末余额", "同比增长(%)"],
    ["各项存款余额", 1911.2, 12.1],
    "deposits",
    { B: "2023-06 instant value 亿元", C: "2023-06 instant yoy %" },
  ),
  {
    name: "并排两张表，没有合并，各有标题和单位",
    rows: [
      ["2023年6月通辽市财政金融情况"],
      ["财政（万元）", null, null, null, "金融（亿元）"],
      ["指标", "1-6月", "同比%", null, "指标", "6月末", "同比%"],
      ["一般公共预算收入", 480123, 11.2, null, "各项存款余额", 1911.2, 12.1],
      ["税收收入", 300123, 8.2, null, "各项贷款余额", 1402.2, 8.8],
    ],
    blocks: [
      {
        rows: { 4: "budget-revenue", 5: "tax-revenue" },
        columns: { B: "2023-06 ytd value 万元", C: "2023-06 ytd yoy %" },
      },
      { rows: { 4: "deposits", 5: "loans" }, columns: { F: "2023-06 instant value 亿元", G: "2023-06 instant yoy %" } },
    ],
  },
  {
    name: "并排两张表，各有标题行和单位行",
    rows: [
      ["通辽市2023年1-6月财政收入情况", null, null, null, "通辽市2023年6月末存贷款情况"],
      ["单位：万元", null, null, null, "单位：亿元"],
      ["指标", "累计", "同比%", null, "指标", "余额", "同比%"],
      ["一般公共预算收入", 480123, 11.2, null, "各项存款余额", 1911.2, 12.1],
      ["税收收入", 300123, 8.2, null, "各项贷款余额", 1402.2, 8.8],
    ],
    merges: ["A1:C1", "E1:G1", "A2:C2", "E2:G2"],
    blocks: [
      {
        rows: { 4: "budget-revenue", 5: "tax-revenue" },
        columns: { B: "2023-06 ytd value 万元", C: "2023-06 ytd yoy %" },
      },
      { rows: { 4: "deposits", 5: "loans" }, columns: { F: "2023-06 instant value 亿元", G: "2023-06 instant yoy %" } },
    ],
  },
  {
    name: "标题是工业用电量，列名用电量",
    rows: [
      ["2023年1—6月分旗县工业用电量情况"],
      ["地区", "用电量（万千瓦时）", "同比(%)"],
      ["科尔沁区", 9012.2, 3.3],
      ["开鲁县", 5012.2, 4.3],
    ],
    blocks: [
      {
        rows: { 3: "industrial-electricity 150502", 4: "industrial-electricity 150523" },
        columns: { B: "2023-06 ytd value 万千瓦时", C: "2023-06 ytd yoy %" },
      },
    ],
  },
  {
    name: "上下两张表，空行隔开，单位各异",
    rows: [
      ["通辽市2023年6月主要经济指标"],
      ["一、财政（单位：万元）"],
      ["指标", "6月", "1-6月", "同比(%)"],
      ["一般公共预算收入", 78890, 480123, 11.2],
      [],
      ["二、贸易（单位：亿元）"],
      ["指标", "6月", "1-6月", "同比(%)"],
      ["社会消费品零售总额", 23.1, 140.2, 7.1],
    ],
    blocks: [
      {
        rows: { 4: "budget-revenue" },
        columns: { B: "2023-06 month value 万元", C: "2023-06 ytd value 万元", D: "2023-06 ytd yoy %" },
      },
      {
        rows: { 8: "retail-sales" },
        columns: { B: "2023-06 month value 亿元", C: "2023-06 ytd value 亿元", D: "2023-06 ytd yoy %" },
      },
    ],
  },
  {
    name: "单位在小节行里换",
    rows: [
      [T],
      ["指标", "1-6月", "同比(%)"],
      ["财政（万元）"],
      ["一般公共预算收入", 480123, 11.2],
      ["税收收入", 300123, 8.2],
      ["贸易（亿元）"],
      ["社会消费品零售总额", 140.2, 7.1],
    ],
    blocks: [
      {
        rows: { 4: "budget-revenue 万元", 5: "tax-revenue 万元", 7: "retail-sales 亿元" },
        columns: { B: "2023-06 ytd value", C: "2023-06 ytd yoy %" },
      },
    ],
  },
  {
    name: "错月：工业利润",
    rows: [
      ["通辽市2023年6月主要经济指标"],
      ["指标", "单位", "1-6月", "增速%"],
      ["规模以上工业增加值", "亿元", null, 7.9],
      ["规模以上工业企业利润总额（1-5月）", "亿元", 22.3, -5.5],
      ["全社会用电量", "亿千瓦时", 110.2, 4.1],
    ],
    blocks: [
      {
        rows: {
          3: "industrial-value-added 2023-06",
          4: "industrial-profit 亿元 2023-05",
          5: "electricity-consumption 亿千瓦时 2023-06",
        },
        columns: { C: "ytd value", D: "ytd yoy %" },
      },
    ],
  },
  one(
    "季度：一季度",
    "通辽市2023年一季度城乡居民收入",
    ["指标", "一季度（元）", "名义增长（%）"],
    ["城镇居民人均可支配收入", 11023, 5.6],
    "urban-income",
    { B: "2023-03 ytd value 元", C: "2023-03 ytd yoy % 名义" },
  ),
  one(
    "前三季度",
    "2023年前三季度通辽市城乡居民收入",
    ["指标", "绝对量（元）", "增长（%）"],
    ["农村牧区居民人均可支配收入", 13023, 7.6],
    "rural-income",
    { B: "2023-09 ytd value 元", C: "2023-09 ytd yoy %" },
  ),
  sinceJanuary("1~2月", "通辽市2023年1~2月主要指标", "1~2月"),
  sinceJanuary("一至二月", "通辽市2023年一至二月主要指标", "完成"),
  inJune("23年6月", "通辽市23年6月主要指标"),
  inJune("表名里的期间 202306", "通辽市主要指标", { sheet: "202306" }),
  inJune("文件名里的期间 2023.06", "通辽市主要指标", { file: "主要指标2023.06.xlsx" }),
  inJune("表名 6月，文件名 2023年", "通辽市主要指标", { sheet: "6月", file: "2023年通辽市月报.xlsx" }),
  one(
    "截至6月底",
    "截至2023年6月底通辽市重点项目情况",
    ["指标", "单位", "完成数"],
    ["重点项目完成投资", "亿元", 213.2],
    "key-project-investment 亿元",
    { C: "2023-06 ytd value" },
  ),
  one(
    "上年末、比年初",
    "2023年6月通辽市存贷款情况（亿元）",
    ["指标", "6月末", "上年末", "比年初增加", "同比增长%"],
    ["各项存款余额", 1911.2, 1731.0, 180.2, 12.1],
    "deposits",
    { B: "2023-06 instant value 亿元", C: "2022-12 instant value 亿元", E: "2023-06 instant yoy %" },
  ),
  one(
    "位次、占比、序时",
    T,
    ["指标", "单位", "年度目标", "1-6月完成", "完成率%", "序时进度%", "全区位次"],
    ["固定资产投资", "亿元", 420, 213.4, 50.8, 50, 3],
    "fixed-asset-investment 亿元",
    { D: "2023-06 ytd value", E: "2023-06 ytd share %", G: "2023-06 ytd rank 位 全区位次" },
  ),
  one(
    "与序时比",
    T,
    ["指标", "单位", "1-6月完成", "完成年度计划%", "与序时进度相比（百分点）"],
    ["固定资产投资", "亿元", 213.4, 50.8, 0.8],
    "fixed-asset-investment 亿元",
    { C: "2023-06 ytd value", D: "2023-06 ytd share %" },
  ),
  one(
    "增幅提高百分点",
    T,
    ["指标", "单位", "1-6月", "增幅%", "增幅比上月提高百分点"],
    ["固定资产投资", "亿元", 213.4, 50.8, 0.8],
    "fixed-asset-investment 亿元",
    { C: "2023-06 ytd value", D: "2023-06 ytd yoy %" },
  ),
  one(
    "拉动点数、贡献率",
    "2023年上半年通辽市地区生产总值",
    ["指标", "绝对额（亿元）", "增长（%）", "拉动（百分点）", "贡献率（%）", "占GDP比重（%）"],
    ["第二产业增加值", 213.4, 5.8, 1.8, 33.2, 30.2],
    "secondary-value-added 2023-06 ytd",
    { B: "value 亿元", C: "yoy %", D: "contribution 百分点", E: "contribution %", F: "share % 占地区生产总值比重" },
  ),
  {
    name: "单元格里的各种写法",
    rows: [
      [T],
      ["指标", "单位", "1-6月", "同比"],
      ["固定资产投资", "亿元", "213.4", "增长31.7%"],
      ["一般公共预算收入", "万元", "480,123", "下降1.2%"],
      ["税收收入", "万元", "３００１２３", "-1.2%"],
      ["社会消费品零售总额", "亿元", "140.2①", "↑7.1%"],
      ["全社会用电量", "亿千瓦时", "110.2 ", "↓4.1%"],
      ["进出口总额", "亿元", "14.05[2]", "(12.3)%"],
      ["出口总额", "亿元", "9.05", "增长1.2倍"],
      ["进口总额", "亿元", "5.00", "持平"],
      ["实际利用外资", "万美元", "约1200", "翻一番"],
      ["旅游总收入", "亿元", "12.3万元", "基本持平"],
      ["城镇新增就业", "人", "9001人", "增长-1.2%"],
    ],
    blocks: [
      {
        rows: {
          3: "fixed-asset-investment 亿元",
          4: "budget-revenue 万元",
          5: "tax-revenue 万元",
          6: "retail-sales 亿元",
          7: "electricity-consumption 亿千瓦时",
          8: "imports-exports 亿元",
          9: "exports 亿元",
          10: "imports 亿元",
          11: "foreign-investment 万美元",
          12: "tourism-revenue 亿元",
          13: "new-urban-jobs 人",
        },
        columns: { C: "2023-06 ytd value", D: "2023-06 ytd yoy %" },
      },
    ],
    cells: {
      D3: "=31.7",
      C4: "=480123",
      D4: "=-1.2",
      C5: "=300123",
      D5: "=-1.2",
      C6: "=140.2",
      D6: "=7.1",
      C7: "=110.2",
      D7: "=-4.1",
      C8: "=14.05",
      D8: "=-12.3",
      D9: "=120",
      D10: "=0",
      C12: "万元 =12.3",
      C13: "=9001",
      D13: "=-1.2",
    },
    questions: [
      ["C11", "inexact-number"],
      ["D11", "not-a-number"],
      ["D12", "not-a-number"],
    ],
  },
  {
    name: "空值的各种写法",
    rows: [
      [T],
      ["指标", "单位", "1-6月", "同比(%)"],
      ["固定资产投资", "亿元", "…", 1],
      ["一般公共预算收入", "万元", "——", 2],
      ["税收收入", "万元", "--", 3],
      ["社会消费品零售总额", "亿元", "/", 4],
      ["全社会用电量", "亿千瓦时", "无", 5],
      ["进出口总额", "亿元", "未统计", 6],
      ["出口总额", "亿元", "保密", 7],
      ["进口总额", "亿元", "*", 8],
      ["实际利用外资", "万美元", "空", 9],
      ["旅游总收入", "亿元", { raw: { type: "error", text: "#N/A" } }, 10],
      ["城镇新增就业", "人", { raw: { type: "uncached" } }, 11],
    ],
    blocks: [
      {
        rows: {
          3: "fixed-asset-investment 亿元",
          4: "budget-revenue 万元",
          5: "tax-revenue 万元",
          6: "retail-sales 亿元",
          7: "electricity-consumption 亿千瓦时",
          8: "imports-exports 亿元",
          9: "exports 亿元",
          10: "imports 亿元",
          11: "foreign-investment 万美元",
          12: "tourism-revenue 亿元",
          13: "new-urban-jobs 人",
        },
        columns: { D: "2023-06 ytd yoy %" },
      },
    ],
    questions: [
      ["C7", "not-a-number"],
      ["C10", "not-a-number"],
      ["C12", "formula-error"],
      ["C13", "formula-not-calculated"],
    ],
  },
  {
    name: "缩进：其中多层，对齐缩进与全角空格",
    rows: [
      [T],
      ["指标", "单位", "1-6月", "同比(%)"],
      ["一般公共预算收入", "万元", 480123, 11.2],
      [{ value: "税收收入", indent: 1 }, "万元", 300123, 8.2],
      [{ value: "增值税", indent: 2 }, "万元", 120123, 8.2],
      [{ value: "非税收入", indent: 1 }, "万元", 180000, 8.2],
      ["牲畜存栏", "万头只", 1300, 2.2],
      ["　其中：牛存栏", "万头", 330, 4.2],
      ["　　　　#肉牛存栏", "万头", 310, 4.2],
    ],
    blocks: [
      {
        rows: { 3: "budget-revenue 万元", 4: "tax-revenue 万元", 5: "? 万元", 6: "non-tax-revenue 万元" },
        columns: { C: "2023-06 ytd value", D: "2023-06 ytd yoy %" },
      },
      {
        rows: { 7: "livestock 万头只", 8: "cattle 万头", 9: "cattle 万头 肉牛" },
        columns: { C: "2023-06 instant value", D: "2023-06 instant yoy %" },
      },
    ],
    questions: [["A5", "unknown-indicator"]],
  },
  {
    name: "一字之差的名称",
    rows: [
      [T],
      ["指标", "单位", "1-6月", "同比(%)"],
      ["规模以上工业增加直", "亿元", 12, 11.2],
      ["固定资产投贷", "亿元", 12, 11.2],
      ["社会消费品零售总颜", "亿元", 12, 11.2],
      ["各项存款金额", "亿元", 12, 11.2],
      ["一般公共预算收人", "亿元", 12, 11.2],
      ["城镇居民人均可支配收", "元", 12, 11.2],
    ],
    blocks: [
      {
        rows: { 3: "? 亿元", 4: "? 亿元", 5: "? 亿元", 6: "? 亿元", 7: "? 亿元", 8: "? 元" },
        columns: { C: "2023-06 ytd value", D: "2023-06 ytd yoy %" },
      },
    ],
    questions: [
      ["A3", "unknown-indicator"],
      ["A4", "unknown-indicator"],
      ["A5", "unknown-indicator"],
      ["A6", "unknown-indicator"],
      ["A7", "unknown-indicator"],
      ["A8", "unknown-indicator"],
    ],
  },
  {
    name: "地名：科右中旗不是科左中旗",
    rows: [
      ["2023年1—6月各旗县固定资产投资（亿元）"],
      ["地区", "累计", "增速%"],
      ["科左中旗", 12, 1.1],
      ["科右中旗", 13, 1.2],
      ["后旗", 14, 1.3],
      ["扎旗", 15, 1.4],
      ["市本级", 16, 1.5],
      ["开鲁镇", 17, 1.6],
      ["奈曼", 18, 1.7],
    ],
    blocks: [
      {
        rows: {
          3: "fixed-asset-investment 150521",
          4: "fixed-asset-investment ??",
          5: "fixed-asset-investment 150522",
          6: "fixed-asset-investment 150526",
          7: "fixed-asset-investment 150599",
          8: "fixed-asset-investment ??",
          9: "fixed-asset-investment 150525",
        },
        columns: { B: "2023-06 ytd value 亿元", C: "2023-06 ytd yoy %" },
      },
    ],
    questions: [
      ["A4", "unknown-region"],
      ["A8", "unknown-region"],
    ],
  },
  {
    name: "日期单元格作表头",
    rows: [
      ["通辽市全社会用电量（亿千瓦时）"],
      [
        "指标",
        { raw: { type: "date", date: "2023-06-01" }, format: "yyyy年m月" },
        { raw: { type: "date", date: "2023-05-01" }, format: "yyyy年m月" },
      ],
      ["全社会用电量", 20.1, 19.8],
      ["工业用电量", 15.1, 14.8],
    ],
    blocks: [
      {
        rows: { 3: "electricity-consumption", 4: "industrial-electricity" },
        columns: { B: "2023-06 month value 亿千瓦时", C: "2023-05 month value 亿千瓦时" },
      },
    ],
  },
  {
    name: "百分比格式，括号负数，红色负数",
    rows: [
      [T],
      ["指标", "单位", "1-6月", "同比"],
      ["固定资产投资", "亿元", { value: 213.44, format: "0.0_);(0.0)" }, { value: 0.317, format: "0.0%" }],
      ["一般公共预算收入", "万元", { value: 480123, format: "#,##0" }, { value: -0.012, format: "0.0%;[Red]0.0%" }],
      ["税收收入", "万元", { value: -300123, format: "0;[Red]0" }, { value: 8.2, format: "0.0" }],
    ],
    blocks: [
      {
        rows: { 3: "fixed-asset-investment 亿元", 4: "budget-revenue 万元", 5: "tax-revenue 万元" },
        columns: { C: "2023-06 ytd value", D: "2023-06 ytd yoy %" },
      },
    ],
    cells: { D3: "=31.7", D4: "=-1.2" },
  },
  {
    name: "同一事实两次：相等、换单位相等、不等",
    rows: [
      [T],
      ["指标", "单位", "1-6月", "同比(%)"],
      ["一般公共预算收入", "万元", 480123, 11.2],
      ["固定资产投资", "亿元", 213.4, 31.7],
      [],
      ["附：财政"],
      ["指标", "单位", "1-6月", "同比(%)"],
      ["一般公共预算收入", "亿元", 48.01, 11.2],
      ["固定资产投资", "亿元", 213.5, 31.7],
    ],
    blocks: [
      {
        rows: { 3: "budget-revenue 万元", 4: "fixed-asset-investment 亿元" },
        columns: { C: "2023-06 ytd value", D: "2023-06 ytd yoy %" },
      },
    ],
    cells: { C4: null },
    questions: [["C9", "value-conflict"]],
  },
  {
    name: "日期列以外多出的数",
    rows: [
      [T],
      ["指标", "单位", "1-6月", "同比(%)"],
      ["一般公共预算收入", "万元", 480123, 11.2, 55],
      ["固定资产投资", "亿元", 213.4, 31.7],
    ],
    blocks: [
      {
        rows: { 3: "budget-revenue 万元", 4: "fixed-asset-investment 亿元" },
        columns: { C: "2023-06 ytd value", D: "2023-06 ytd yoy %" },
      },
    ],
    questions: [["E3", "unread-cell"]],
  },
];
