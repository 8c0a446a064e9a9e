import type { ClerkSheet } from "./clerk-sheet.ts";

/** Sheets in which the nearest words are not the right ones: each was once read wrong, or could be. */
export const SHEETS: readonly ClerkSheet[] = [
  {
    name: "首表自己的标题是1-3月，要问；下面的表仍是总标题的4月",
    rows: [
      ["通辽市2018年4月经济运行进度数据"],
      ["一、地区生产总值（1-3月）"],
      ["指标", "累计", "累计增长%"],
      ["地区生产总值（亿元）", 344.4, 6.1],
      [],
      ["二、工业"],
      ["指标", "本月", "累计"],
      ["规模以上工业总产值（亿元）", 30.2, 100],
    ],
    blocks: [
      {
        rows: { 8: "industrial-output-value 亿元" },
        columns: { B: "2018-04 month value", C: "2018-04 ytd value" },
      },
    ],
    questions: [["A1", "period-conflict"]],
  },
  {
    name: "首表标题里的增速不管下面的表",
    rows: [
      ["2023年1-6月通辽市各旗县固定资产投资增速（%）"],
      ["地区", "1-6月"],
      ["科尔沁区", 20.1],
      ["开鲁县", 41.2],
      [],
      ["二、主要指标"],
      ["指标", "单位", "本月", "累计"],
      ["社会消费品零售总额", "亿元", 23.1, 140.2],
    ],
    blocks: [
      {
        rows: { 3: "fixed-asset-investment 150502", 4: "fixed-asset-investment 150523" },
        columns: { B: "2023-06 ytd yoy %" },
      },
      { rows: { 8: "retail-sales 亿元" }, columns: { C: "2023-06 month value", D: "2023-06 ytd value" } },
    ],
  },
  {
    name: "两张旗县表上下紧挨，第二张的标题只有指标名",
    rows: [
      ["2023年1—6月各旗县固定资产投资（亿元）"],
      ["地区", "累计", "增速%"],
      ["科尔沁区", 60.2, 20.1],
      ["开鲁县", 22.1, 41.2],
      ["社会消费品零售总额（亿元）"],
      ["地区", "累计", "增速%"],
      ["科尔沁区", 70.1, 7],
      ["开鲁县", 9.1, 6.2],
    ],
    blocks: [
      {
        rows: { 3: "fixed-asset-investment 150502", 4: "fixed-asset-investment 150523" },
        columns: { B: "2023-06 ytd value 亿元", C: "2023-06 ytd yoy %" },
      },
      {
        rows: { 7: "retail-sales 150502", 8: "retail-sales 150523" },
        columns: { B: "2023-06 ytd value 亿元", C: "2023-06 ytd yoy %" },
      },
    ],
  },
  {
    name: "完成额 | 2021年1-2月 | 增减额 | 增幅：后两列说的是今年",
    rows: [
      ["2022年1-2月通辽市主要经济指标"],
      ["指标", "单位", "完成额", "2021年1-2月", "增减额", "增幅（%）"],
      ["社会消费品零售总额", "亿元", 46.6, 44.1, 2.5, 5.7],
    ],
    blocks: [
      {
        rows: { 3: "retail-sales" },
        columns: {
          C: "2022-02 ytd value 亿元",
          D: "2021-02 ytd value 亿元",
          E: "2022-02 ytd change 亿元",
          F: "2022-02 ytd yoy %",
        },
      },
    ],
  },
  {
    name: "当月 | 上年同月 | 累计 | 2020年1-5月：年份只属于对比列",
    rows: [
      ["2021年5月通辽市主要经济指标"],
      ["指标", "单位", "当月", "上年同月", "累计完成", "2020年1-5月"],
      ["税收收入", "亿元", 6.5, 6.1, 30.2, 29.1],
    ],
    blocks: [
      {
        rows: { 3: "tax-revenue 亿元" },
        columns: {
          C: "2021-05 month value",
          D: "2020-05 month value",
          E: "2021-05 ytd value",
          F: "2020-05 ytd value",
        },
      },
    ],
  },
  {
    name: "小节“工业”下的固定资产投资：说的是全部还是工业投资，要问",
    rows: [
      ["2023年1—6月通辽市主要指标"],
      ["指标", "单位", "1-6月", "同比(%)"],
      ["一、工业"],
      ["固定资产投资", "亿元", 213.4, 31.7],
      ["二、消费"],
      ["社会消费品零售总额", "亿元", 140.2, 7.1],
    ],
    blocks: [
      {
        rows: { 4: "? 亿元", 6: "retail-sales 亿元" },
        columns: { C: "2023-06 ytd value", D: "2023-06 ytd yoy %" },
      },
    ],
    questions: [["A4", "unknown-indicator"]],
  },
  {
    name: "封面、填报说明没有数",
    rows: [["通辽市2023年6月统计月报"], ["通辽市统计局编"], ["2023年7月10日"]],
    blocks: [],
  },
  {
    name: "空表：只报一个问题",
    rows: [
      ["2023年1—6月通辽市主要指标"],
      ["指标", "单位", "1-6月", "同比(%)"],
      ["固定资产投资", "亿元", null, null],
      ["社会消费品零售总额", "亿元", null, null],
    ],
    blocks: [],
    questions: [[null, "empty-form"]],
  },
  {
    name: "新增：流量是数，时点数是增量，要问",
    rows: [
      ["2023年6月通辽市能源情况"],
      ["指标", "单位", "6月新增", "6月末"],
      ["新能源装机规模", "万千瓦", 20.5, 1010.5],
    ],
    blocks: [{ rows: { 3: "total-new-energy-capacity 万千瓦" }, columns: { D: "2023-06 instant value" } }],
    questions: [["C2", "unread-header"]],
  },
  {
    name: "合计在末行：是全市，不是上一行的开发区",
    rows: [
      ["2023年1-6月通辽市分旗县市区招商引资到位资金"],
      ["地区", "到位资金（亿元）", "同比%"],
      ["科尔沁区", 10.1, 1],
      ["霍林郭勒市", 9.1, 2],
      ["开鲁县", 8.1, 3],
      ["科左中旗", 7.1, 4],
      ["科左后旗", 6.1, 5],
      ["奈曼旗", 5.1, 6],
      ["库伦旗", 4.1, 7],
      ["扎鲁特旗", 3.1, 8],
      ["开发区", 2.1, 9],
      ["合计", 54.8, 4.5],
    ],
    blocks: [
      {
        rows: {
          3: "150502",
          4: "150581",
          5: "150523",
          6: "150521",
          7: "150522",
          8: "150525",
          9: "150524",
          10: "150526",
          11: "150571",
          12: "150500",
        },
        columns: { B: "investment-in-place 2023-06 ytd value 亿元", C: "investment-in-place 2023-06 ytd yoy %" },
      },
    ],
  },
  {
    name: "同比列里只有△和翻一番：不是备注，要问",
    rows: [
      ["2023年1—6月通辽市主要指标"],
      ["指标", "单位", "1-6月", "同比(%)"],
      ["固定资产投资", "亿元", 213.4, "△3.1"],
    ],
    blocks: [{ rows: { 3: "fixed-asset-investment" }, columns: { C: "2023-06 ytd value 亿元" } }],
    questions: [["D3", "not-a-number"]],
  },
  {
    name: "同比增减的单位说明它是什么",
    rows: [
      ["2023年1-6月通辽市财政情况"],
      ["项目", "1-6月（亿元）", "同比增减（亿元）", "同比增减（%）", "比上月增减（亿元）"],
      ["一般公共预算收入", 48.0123, 4.1, 9.3, -1.2],
    ],
    blocks: [
      {
        rows: { 3: "budget-revenue 2023-06 ytd" },
        columns: { B: "value 亿元", C: "change 亿元", D: "yoy %" },
      },
    ],
  },
  ...(
    [
      ["续表1", "续表1", "1-6月", "2023-06 ytd", 120.3, "亿元"],
      ["续表另写单位", "续表（万元）", "1-6月", "2023-06 ytd", 1200003, "万元"],
      ["续表另写期间", "续表：2023年5月", "累计", "2023-05 ytd", 100.3, "亿元"],
    ] as const
  ).map(
    ([name, caption, head, time, value, unit]): ClerkSheet => ({
      name: `续页沿用上表的单位：${name}`,
      rows: [
        ["通辽市2023年6月主要经济指标"],
        [null, null, null, "单位：亿元"],
        ["指标", head, "同比增长(%)"],
        ["地区生产总值", 412.3, 5.1],
        [],
        [caption],
        ["指标", head, "同比增长(%)", "备注"],
        ["固定资产投资", value, 7.1],
      ],
      blocks: [
        { rows: { 4: "gdp" }, columns: { B: "2023-06 ytd value 亿元", C: "2023-06 ytd yoy %" } },
        { rows: { 8: "fixed-asset-investment" }, columns: { B: `${time} value ${unit}`, C: `${time} yoy %` } },
      ],
    }),
  ),
];
