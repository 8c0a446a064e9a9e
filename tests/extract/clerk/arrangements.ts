import type { ClerkSheet } from "./clerk-sheet.ts";

const T = "2023年1—6月通辽市主要指标";
/** How tables stand on a sheet and how labels and heads are arranged. */
export const SHEETS: readonly ClerkSheet[] = [
  {
    name: "并排两张表，表头行数不同",
    rows: [
      ["2023年6月通辽市经济运行情况"],
      ["指标", "1-6月", null, null, "指标", "6月末", "同比%"],
      [null, "绝对量(亿元)", "同比%", null, "各项存款余额（亿元）", 1911.2, 12.1],
      ["固定资产投资", 213.4, 31.7, null, "各项贷款余额（亿元）", 1402.2, 8.8],
      ["社会消费品零售总额", 140.2, 7.1, null, "城镇登记失业率（%）", 3.6, null],
    ],
    merges: ["A1:G1", "A2:A3", "B2:C2"],
    blocks: [
      {
        rows: { 4: "fixed-asset-investment", 5: "retail-sales" },
        columns: { B: "2023-06 ytd value 亿元", C: "2023-06 ytd yoy %" },
      },
      {
        rows: { 3: "deposits 亿元", 4: "loans 亿元", 5: "urban-unemployment %" },
        columns: { F: "2023-06 instant value", G: "2023-06 instant yoy %" },
      },
    ],
  },
  {
    name: "并排两张表，起始行不同",
    rows: [
      ["2023年6月通辽市经济运行情况"],
      ["指标", "1-6月(亿元)", "同比%"],
      ["固定资产投资", 213.4, 31.7, null, "指标", "6月末(亿元)", "同比%"],
      ["社会消费品零售总额", 140.2, 7.1, null, "各项存款余额", 1911.2, 12.1],
      ["地区生产总值", 683.2, 5.6, null, "各项贷款余额", 1402.2, 8.8],
    ],
    merges: ["A1:G1"],
    blocks: [
      {
        rows: { 3: "fixed-asset-investment", 4: "retail-sales", 5: "gdp" },
        columns: { B: "2023-06 ytd value 亿元", C: "2023-06 ytd yoy %" },
      },
      { rows: { 4: "deposits", 5: "loans" }, columns: { F: "2023-06 instant value 亿元", G: "2023-06 instant yoy %" } },
    ],
  },
  {
    name: "城乡居民收入：标题总称，行为三个群体",
    rows: [
      ["2023年上半年通辽市居民人均可支配收入情况"],
      ["指标", "绝对量（元）", "同比增长（%）", "位次"],
      ["全体居民人均可支配收入", 15023, 6.6, 5],
      ["城镇居民人均可支配收入", 20023, 5.6, 4],
      ["农村牧区居民人均可支配收入", 10023, 7.6, 3],
    ],
    blocks: [
      {
        rows: { 3: "household-income", 4: "urban-income", 5: "rural-income" },
        columns: { B: "2023-06 ytd value 元", C: "2023-06 ytd yoy %", D: "2023-06 ytd rank 位" },
      },
    ],
  },
  {
    name: "商务局：进出口，美元与人民币",
    rows: [
      ["通辽市2023年5月外贸进出口情况"],
      [null, null, null, null, "单位：万元人民币"],
      ["项目", "当月", "同比(%)", "累计", "同比(%)"],
      ["进出口总额", 25012, 3.2, 120112, -5.5],
      ["其中：出口总额", 20012, 3.1, 100112, -4.5],
      ["      进口总额", 5000, 3.7, 20000, -10.2],
    ],
    blocks: [
      {
        rows: { 4: "imports-exports", 5: "exports", 6: "imports" },
        columns: {
          B: "2023-05 month value 万元",
          C: "2023-05 month yoy %",
          D: "2023-05 ytd value 万元",
          E: "2023-05 ytd yoy %",
        },
      },
    ],
  },
  {
    name: "住建局：保障性安居工程，计划/开工/完成率",
    rows: [
      ["通辽市2023年1-6月保障性安居工程进展情况"],
      ["项目", "单位", "年度任务", "累计开工", "开工率", "完成投资（亿元）"],
      ["改造棚户区", "户", 1200, 800, { value: 0.667, format: "0.0%" }, 2.1],
      ["改造城镇老旧小区", "个", 88, 70, { value: 0.795, format: "0.0%" }, 1.1],
    ],
    blocks: [{ rows: { 3: "shanty-renovation 户", 4: "old-estates 个" }, columns: {} }],
    questions: [
      ["D2", "unread-header"],
      ["E2", "unread-header"],
      ["F2", "unread-header"],
    ],
  },
  {
    name: "生态环境：比率、浓度，同比改善",
    rows: [
      ["2023年1-6月通辽市环境质量状况"],
      ["指标", "单位", "1-6月", "上年同期", "同比变化"],
      ["空气优良天数比率", "%", 91.2, 88.1, "3.1个百分点"],
      ["PM2.5平均浓度", "微克/立方米", 25, 27, -7.4],
    ],
    blocks: [
      {
        rows: { 3: "good-air-days %", 4: "pm25 微克/立方米" },
        columns: { C: "2023-06 ytd value", D: "2022-06 ytd value" },
      },
      { rows: { 3: "good-air-days" }, columns: { E: "2023-06 ytd change 百分点" } },
    ],
    cells: { E3: "=3.1" },
    questions: [["E2", "unread-header"]],
  },
  {
    name: "旗县办公室：县名在标题，全县",
    file: "开鲁县2023年6月.xlsx",
    rows: [
      ["开鲁县2023年1-6月全县主要经济指标完成情况"],
      ["指标", "单位", "本月", "累计", "累计同比(%)", "全市位次"],
      ["固定资产投资", "万元", 30012, 221012, 41.2, 2],
      ["一般公共预算收入", "万元", 3001, 22012, 8.2, "并列3"],
    ],
    blocks: [
      {
        rows: { 3: "fixed-asset-investment 万元 150523", 4: "budget-revenue 万元 150523" },
        columns: { C: "2023-06 month value", D: "2023-06 ytd value", E: "2023-06 ytd yoy %", F: "2023-06 ytd rank 位" },
      },
    ],
    cells: { F4: "=3" },
  },
  {
    name: "表头拆成两行：累计 / 增长%",
    rows: [
      ["2023年6月通辽市主要指标"],
      ["指标", "计量", "6月", "1-6月", "累计比上"],
      ["名称", "单位", null, "累计", "年同期±%"],
      ["固定资产投资", "亿元", 55.2, 213.4, 31.7],
    ],
    blocks: [
      {
        rows: { 4: "fixed-asset-investment 亿元" },
        columns: { C: "2023-06 month value", D: "2023-06 ytd value", E: "2023-06 ytd yoy %" },
      },
    ],
  },
  {
    name: "表头有换行、空格、全角括号",
    rows: [
      ["２０２３年６月通辽市主要指标"],
      ["指  标\n名  称", "计量\n单位", "本 月\n完 成", "本月止\n累 计", "比上年同期\n增 减（％）"],
      ["固 定 资 产\n投 资", "亿元", "５５．２", "213.4", "31.7"],
    ],
    blocks: [
      {
        rows: { 3: "fixed-asset-investment 亿元" },
        columns: { C: "2023-06 month value", D: "2023-06 ytd value", E: "2023-06 ytd yoy %" },
      },
    ],
    cells: { C3: "=55.2" },
  },
  {
    name: "合并的类别标签跨多行，第二列才是指标",
    rows: [
      [T],
      ["类别", "指标", "单位", "1-6月", "同比%"],
      ["工业", "规模以上工业增加值", "亿元", null, 7.9],
      [null, "规模以上工业总产值", "亿元", 502.2, 5.9],
      ["财政", "一般公共预算收入", "万元", 480123, 11.2],
      [null, "一般公共预算支出", "万元", 1602333, 3.8],
    ],
    merges: ["A3:A4", "A5:A6"],
    blocks: [
      {
        rows: {
          3: "industrial-value-added",
          4: "industrial-output-value 亿元",
          5: "budget-revenue 万元",
          6: "budget-expenditure 万元",
        },
        columns: { D: "2023-06 ytd value", E: "2023-06 ytd yoy %" },
      },
    ],
  },
  {
    name: "指标合并跨行，第二列是度量",
    rows: [
      ["通辽市2023年主要指标分月情况"],
      ["指标", "度量", "1-2月", "1-3月", "1-4月"],
      ["固定资产投资", "总量（亿元）", 13.2, 50.1, 90.2],
      [null, "同比（%）", 50.1, 40.2, 35.5],
      ["社会消费品零售总额", "总量（亿元）", 46.6, 70.2, 92.1],
      [null, "同比（%）", 4.1, 6.0, 6.5],
    ],
    merges: ["A3:A4", "A5:A6"],
    blocks: [
      {
        rows: {
          3: "fixed-asset-investment value 亿元",
          4: "fixed-asset-investment yoy %",
          5: "retail-sales value 亿元",
          6: "retail-sales yoy %",
        },
        columns: { C: "2023-02 ytd", D: "2023-03 ytd", E: "2023-04 ytd" },
      },
    ],
  },
  {
    name: "期间×指标，年份行",
    rows: [
      ["通辽市历年主要指标"],
      ["年份", "地区生产总值（亿元）", "增速（%）", "年末常住人口（万人）"],
      [2022, 1562.0, 5.1, 286.2],
      [2021, 1411.9, 6.0, 286.7],
    ],
    blocks: [
      {
        rows: { 3: "2022-12", 4: "2021-12" },
        columns: { B: "gdp ytd value 亿元", C: "gdp ytd yoy %", D: "resident-population instant value 万人" },
      },
    ],
  },
  {
    name: "地区×(指标×期间)",
    rows: [
      ["通辽市各旗县2023年主要指标"],
      ["旗县", "固定资产投资增速（%）", null, "社会消费品零售总额增速（%）", null],
      [null, "1-5月", "1-6月", "1-5月", "1-6月"],
      ["科尔沁区", 18.1, 20.1, 6.9, 7.0],
      ["开鲁县", 38.1, 41.2, 6.1, 6.2],
    ],
    merges: ["A2:A3", "B2:C2", "D2:E2"],
    blocks: [
      {
        rows: { 4: "150502", 5: "150523" },
        columns: {
          B: "fixed-asset-investment 2023-05 ytd yoy %",
          C: "fixed-asset-investment 2023-06 ytd yoy %",
          D: "retail-sales 2023-05 ytd yoy %",
          E: "retail-sales 2023-06 ytd yoy %",
        },
      },
    ],
  },
  {
    name: "两年对照列：2023年1-6月 / 2022年1-6月 / 增长",
    rows: [
      ["通辽市财政收支对比表（万元）"],
      ["项目", "2023年1-6月", "2022年1-6月", "增减额", "增幅%"],
      ["一般公共预算收入", 480123, 431001, 49122, 11.4],
      ["一般公共预算支出", 1602333, 1550001, 52332, 3.4],
    ],
    blocks: [
      {
        rows: { 3: "budget-revenue", 4: "budget-expenditure" },
        columns: {
          B: "2023-06 ytd value 万元",
          C: "2022-06 ytd value 万元",
          D: "2023-06 ytd change 万元",
          E: "2023-06 ytd yoy %",
        },
      },
    ],
  },
  {
    name: "旗县分组：小计嵌套、合计",
    rows: [
      ["2023年1-6月全市一般公共预算收入分级情况", null, null],
      ["单位：万元"],
      ["单位名称", "当月", "累计", "增幅%"],
      ["全市合计", 78890, 480123, 11.2],
      ["  市本级", 20001, 130001, 12.1],
      ["  旗县级小计", 58889, 350122, 10.1],
      ["    科尔沁区", 15012, 90111, 10.1],
      ["    开 鲁 县", 3001, 22012, 8.2],
    ],
    blocks: [
      {
        rows: {
          4: "budget-revenue",
          5: "budget-revenue 150599",
          6: "budget-revenue ??",
          7: "budget-revenue 150502",
          8: "budget-revenue 150523",
        },
        columns: { B: "2023-06 month value 万元", C: "2023-06 ytd value 万元", D: "2023-06 ytd yoy %" },
      },
    ],
    questions: [["A6", "unknown-region"]],
  },
  {
    name: "税收收入 下的 比重 行与增速行（指标×期间）",
    rows: [
      ["通辽市2023年财政收入分月累计（亿元）"],
      ["指标", "1-4月", "1-5月", "1-6月"],
      ["一般公共预算收入", 32.1, 40.1, 48.0],
      ["  同比增长（%）", 10.1, 11.1, 11.2],
      ["  其中：税收收入", 20.1, 25.0, 30.0],
      ["  税收占比（%）", 62.6, 62.3, 62.5],
    ],
    blocks: [
      {
        rows: { 3: "budget-revenue value 亿元", 4: "budget-revenue yoy %", 5: "tax-revenue value 亿元" },
        columns: { B: "2023-04 ytd", C: "2023-05 ytd", D: "2023-06 ytd" },
      },
      { rows: { 6: "? share % 占比" }, columns: { B: "2023-04 ytd", C: "2023-05 ytd", D: "2023-06 ytd" } },
    ],
    questions: [["A6", "unknown-indicator"]],
  },
  {
    name: "单位列写在指标前，列位移动",
    rows: [
      [T],
      ["序号", "单位", "指标名称", "增速%", "累计", "本月"],
      [1, "亿元", "固定资产投资", 31.7, 213.4, 55.2],
      [2, "万元", "一般公共预算收入", 11.2, 480123, 78890],
    ],
    blocks: [
      {
        rows: { 3: "fixed-asset-investment 亿元", 4: "budget-revenue 万元" },
        columns: { D: "2023-06 ytd yoy %", E: "2023-06 ytd value", F: "2023-06 month value" },
      },
    ],
  },
  {
    name: "当月同比在组下，无当月值（增速表）",
    rows: [
      ["2023年6月通辽市规模以上工业增加值增速"],
      ["行业", "当月同比（%）", "累计同比（%）"],
      ["规模以上工业增加值", 8.1, 7.9],
      ["  采矿业增加值", 5.1, 4.9],
      ["  制造业增加值", 10.1, 9.9],
    ],
    blocks: [
      {
        rows: { 3: "industrial-value-added", 4: "mining-value-added", 5: "manufacturing-value-added" },
        columns: { B: "2023-06 month yoy %", C: "2023-06 ytd yoy %" },
      },
    ],
  },
  {
    name: "季度列：一季度 二季度 上半年",
    rows: [
      ["2023年通辽市地区生产总值（亿元）"],
      ["指标", "一季度", "二季度", "上半年", "上半年增速（%）"],
      ["地区生产总值", 301.1, 382.1, 683.2, 5.6],
      ["第一产业增加值", 20.1, 50.0, 70.1, 4.2],
    ],
    blocks: [
      {
        rows: { 3: "gdp", 4: "primary-value-added" },
        columns: {
          B: "2023-03 ytd value 亿元",
          C: "2023-06 quarter value 亿元",
          D: "2023-06 ytd value 亿元",
          E: "2023-06 ytd yoy %",
        },
      },
    ],
  },
  {
    name: "同期数、增减百分点",
    rows: [
      ["2023年6月末通辽市就业情况"],
      ["指标", "单位", "6月末", "同期数", "增减百分点"],
      ["城镇登记失业率", "%", 3.6, 3.8, -0.2],
    ],
    blocks: [
      {
        rows: { 3: "urban-unemployment" },
        columns: { C: "2023-06 instant value %", D: "2022-06 instant value %", E: "2023-06 instant change 百分点" },
      },
    ],
  },
];
