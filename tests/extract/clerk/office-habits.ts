import type { ClerkSheet } from "./clerk-sheet.ts";

const TITLE = "2023年1—6月通辽市主要经济指标";

/** Habits of offices that once were asked about, or asked about too much: a share beside 完成率, two heads that say the same. */
export const SHEETS: readonly ClerkSheet[] = [
  {
    name: "完成率和占比是两个数",
    rows: [[TITLE], ["指标", "单位", "1-6月完成", "完成率%", "占比%"], ["固定资产投资", "亿元", 213.4, 50.8, 30.2]],
    blocks: [
      {
        rows: { 3: "fixed-asset-investment 2023-06 ytd" },
        columns: { C: "value 亿元", D: "share %", E: "share % 占比" },
      },
    ],
  },
  {
    name: "占GDP比重、占全市比重、完成年度目标各是各的",
    rows: [
      [TITLE],
      ["指标", "单位", "1-6月完成", "占GDP比重%", "占全市比重%", "完成年度目标%"],
      ["固定资产投资", "亿元", 213.4, 50.8, 30.2, 48],
    ],
    blocks: [
      {
        rows: { 3: "fixed-asset-investment 2023-06 ytd" },
        columns: { C: "value 亿元", D: "share % 占地区生产总值比重", E: "share % 占全市比重", F: "share %" },
      },
    ],
  },
  {
    name: "行名里的比重和完成率",
    rows: [
      [TITLE],
      ["指标", "1-6月"],
      ["固定资产投资（亿元）", 213.4],
      ["固定资产投资占GDP比重（%）", 20],
      ["固定资产投资完成率（%）", 48],
    ],
    blocks: [
      {
        rows: {
          3: "fixed-asset-investment value 亿元",
          4: "fixed-asset-investment share % 占地区生产总值比重",
          5: "fixed-asset-investment share %",
        },
        columns: { B: "2023-06 ytd" },
      },
    ],
  },
  {
    name: "两栏位次：只问这两栏",
    rows: [[TITLE], ["指标", "单位", "1-6月", "同比%", "位次", "位次"], ["固定资产投资", "亿元", 213.4, 5.8, 3, 4]],
    blocks: [{ rows: { 3: "fixed-asset-investment 2023-06 ytd" }, columns: { C: "value 亿元", D: "yoy %" } }],
    questions: [
      ["E2", "unread-header"],
      ["F2", "unread-header"],
    ],
  },
  {
    name: "两栏1-6月：同比说的是哪一栏也不知道；6月的不受影响",
    rows: [
      ["2023年6月通辽市主要经济指标"],
      ["指标", "单位", "6月", "同比%", "1-6月", "1-6月", "累计同比%"],
      ["固定资产投资", "亿元", 40.1, 3.1, 213.4, 210.2, 5.8],
    ],
    blocks: [{ rows: { 3: "fixed-asset-investment 2023-06 month" }, columns: { C: "value 亿元", D: "yoy %" } }],
    questions: [
      ["E2", "unread-header"],
      ["F2", "unread-header"],
      ["G2", "unread-header"],
    ],
  },
  {
    name: "表头是 202305、202306 六位数字",
    rows: [["通辽市主要经济指标（累计）"], ["指标", "单位", 202305, "202306"], ["固定资产投资", "亿元", 213.4, 250.1]],
    blocks: [
      {
        rows: { 3: "fixed-asset-investment ytd value 亿元" },
        columns: { C: "2023-05", D: "2023-06" },
      },
    ],
  },
  {
    name: "数据行里的 202306 是数，不是表头",
    rows: [
      [TITLE],
      ["指标", "单位", "累计", "上年同期"],
      ["固定资产投资", "万元", 202306, 202105],
      ["社会消费品零售总额", "万元", 202301, 202212],
    ],
    blocks: [
      {
        rows: { 3: "fixed-asset-investment value 万元", 4: "retail-sales value 万元" },
        columns: { C: "2023-06 ytd", D: "2022-06 ytd" },
      },
    ],
  },
  ...["二〇二三年六月", "二○二三年六月份", "二零二三年6月", "二O二三年六月"].map((month) => ({
    name: `标题里的 ${month}`,
    rows: [
      [`${month}通辽市主要经济指标`],
      ["填报日期：二〇二三年七月十日"],
      ["指标", "单位", "本月", "累计"],
      ["固定资产投资", "亿元", 13, 213.4],
    ],
    blocks: [
      {
        rows: { 4: "fixed-asset-investment value 亿元" },
        columns: { C: "2023-06 month", D: "2023-06 ytd" },
      },
    ],
  })),
  {
    name: "二〇二三年七月十日是落款，不是期间",
    rows: [["通辽市主要经济指标"], ["二〇二三年七月十日"], ["指标", "单位", "本月"], ["固定资产投资", "亿元", 13]],
    blocks: [],
    questions: [["A1", "missing-period"]],
  },
  {
    name: "单位写〃、同上：与上一行相同",
    rows: [
      [TITLE],
      ["指标", "单位", "1-6月"],
      ["固定资产投资", "亿元", 213.4],
      ["社会消费品零售总额", "〃", 100.2],
      ["一般公共预算收入", "同上", 50.1],
      ["税收收入", '"', 40.3],
      ["城镇新增就业", "人", 9001],
      ["失业人员再就业", "″", 2801],
    ],
    blocks: [
      {
        rows: {
          3: "fixed-asset-investment 亿元",
          4: "retail-sales 亿元",
          5: "budget-revenue 亿元",
          6: "tax-revenue 亿元",
          7: "new-urban-jobs 人",
          8: "reemployment 人",
        },
        columns: { C: "2023-06 ytd value" },
      },
    ],
  },
  {
    name: "〃 上面没有写单位，或上面的单位不合：要问",
    rows: [
      [TITLE],
      ["指标", "单位", "1-6月", "同比%"],
      ["固定资产投资", "亿元", 213.4, 5.8],
      ["城镇新增就业", "〃", 9001, 1.2],
      ["社会消费品零售总额", null, null, 7.1],
      ["税收收入", "〃", 40.3, 5],
    ],
    blocks: [
      {
        rows: {
          3: "fixed-asset-investment 亿元",
          4: "new-urban-jobs",
          5: "retail-sales",
          6: "tax-revenue",
        },
        columns: { C: "2023-06 ytd value", D: "2023-06 ytd yoy %" },
      },
    ],
    cells: { C4: null },
    questions: [
      ["C4", "unit-mismatch"],
      ["B6", "unknown-unit"],
    ],
  },
  {
    name: "指标表里的合计、小计各问一次",
    rows: [
      [TITLE],
      ["指标", "1-6月（亿元）", "同比%"],
      ["一般公共预算收入", null, null],
      ["  税收收入", 80, 5],
      ["  非税收入", 20, 3],
      ["  小计", 100, 4.5],
      ["合计", 300, 4.2],
    ],
    blocks: [
      {
        rows: { 4: "tax-revenue", 5: "non-tax-revenue", 6: "?", 7: "?" },
        columns: { B: "2023-06 ytd value 亿元", C: "2023-06 ytd yoy %" },
      },
    ],
    questions: [
      ["A6", "unknown-indicator"],
      ["A7", "unknown-indicator"],
    ],
  },
  {
    name: "名称后的注号：（1）、1）、注1、（注1）",
    rows: [
      [TITLE],
      ["指标（1）", "单位", "1-6月"],
      ["固定资产投资（1）", "亿元", "213.4（1）"],
      ["社会消费品零售总额1）", "亿元", "100.2注1"],
      ["一般公共预算收入注1", "亿元", "50.1i"],
      ["税收收入（注1）", "亿元", "40.3 1)"],
    ],
    blocks: [
      {
        rows: { 3: "fixed-asset-investment", 4: "retail-sales", 5: "budget-revenue", 6: "tax-revenue" },
        columns: { C: "2023-06 ytd value 亿元" },
      },
    ],
    cells: { C3: "=213.4", C4: "=100.2", C5: "=50.1", C6: "=40.3" },
  },
  {
    name: "箭头与正负号一致的照读，不一致的要问",
    rows: [
      [TITLE],
      ["指标", "1-6月（亿元）", "同比"],
      ["固定资产投资", "213.4↑", "5.8％↑"],
      ["社会消费品零售总额", 100.2, "-7.1%↓"],
      ["一般公共预算收入", 50.1, "3.1%↓"],
    ],
    blocks: [
      {
        rows: { 3: "fixed-asset-investment", 4: "retail-sales", 5: "budget-revenue" },
        columns: { B: "2023-06 ytd value 亿元", C: "2023-06 ytd yoy %" },
      },
    ],
    cells: { B3: "=213.4", C3: "=5.8", C4: "=-7.1" },
    questions: [["C5", "not-a-number"]],
  },
  {
    name: "标题…（2023年）下按月份排的当月、累计",
    rows: [
      ["通辽市固定资产投资（2023年）"],
      ["单位：亿元"],
      ["月份", "当月", "累计"],
      ["1-2月", null, 22.1],
      ["3月", 20.3, 42.4],
    ],
    blocks: [
      {
        rows: { 4: "2023-02", 5: "2023-03" },
        columns: { B: "fixed-asset-investment month value 亿元", C: "fixed-asset-investment ytd value 亿元" },
      },
    ],
  },
  {
    name: "表头 全市增速(%)、市本级增速(%)：地区和度量在一格；全区增速不是本市的",
    rows: [
      [TITLE],
      ["指标", "全市（亿元）", "全市增速(%)", "市本级增速(%)", "全区增速(%)"],
      ["固定资产投资", 213.4, 5.8, 6.1, 7.2],
    ],
    blocks: [
      {
        rows: { 3: "fixed-asset-investment 2023-06 ytd" },
        columns: { B: "value 亿元", C: "yoy %", D: "yoy % 150599" },
      },
    ],
    questions: [["E2", "unread-header"]],
  },
  {
    name: "第一、二、三产业不缩进，三个数加起来是地区生产总值；投资下的不是",
    rows: [
      ["2023年上半年通辽市主要经济指标"],
      ["指标", "单位", "1-6月", "同比%"],
      ["地区生产总值", "亿元", 700.3, 5.1],
      ["第一产业", "亿元", 100.1, 4.1],
      ["第二产业", "亿元", 200.2, 5.2],
      ["第三产业", "亿元", 399.9, 5.3],
      ["固定资产投资", "亿元", 400.2, 6.1],
      ["第一产业", "亿元", 20.1, 3.3],
    ],
    blocks: [
      {
        rows: {
          3: "gdp",
          4: "primary-value-added",
          5: "secondary-value-added",
          6: "tertiary-value-added",
          7: "fixed-asset-investment",
          8: "?",
        },
        columns: { C: "2023-06 ytd value 亿元", D: "2023-06 ytd yoy %" },
      },
    ],
    questions: [["A8", "unknown-indicator"]],
  },
  {
    name: "缩进在地区生产总值下的三个产业加起来不是它：中间少了一行，要问",
    rows: [
      ["2023年上半年通辽市主要经济指标"],
      ["指标", "单位", "1-6月"],
      ["地区生产总值", "亿元", 700.3],
      ["  第一产业", "亿元", 20.1],
      ["  第二产业", "亿元", 180.2],
      ["  第三产业", "亿元", 199.9],
    ],
    blocks: [
      {
        rows: { 3: "gdp", 4: "?", 5: "?", 6: "?" },
        columns: { C: "2023-06 ytd value 亿元" },
      },
    ],
    questions: [
      ["A4", "unknown-indicator"],
      ["A5", "unknown-indicator"],
      ["A6", "unknown-indicator"],
    ],
  },
];
