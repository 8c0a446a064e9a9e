import type { ClerkSheet } from "./clerk-sheet.ts";

/** Monthly tables of the statistics, finance, employment and energy offices, as they send them. */
export const SHEETS: readonly ClerkSheet[] = [
  {
    name: "统计局主要经济指标：指标×度量，单位列，小节",
    rows: [
      ["通辽市2023年1-6月主要经济指标完成情况"],
      ["指标名称", "计量单位", "6月", null, "1-6月", null],
      [null, null, "绝对额", "同比±%", "绝对额", "同比±%"],
      ["一、地区生产总值", "亿元", "—", "—", 683.2, 5.6],
      ["    第一产业增加值", "亿元", "—", "—", 70.1, 4.2],
      ["二、规模以上工业增加值", "亿元", "—", 8.1, "—", 7.9],
      ["三、固定资产投资（不含农户）", "亿元", 55.2, "—", 213.4, 31.7],
      ["    其中：民间投资", "亿元", null, null, 98.7, 12.4],
      ["          房地产开发投资", "亿元", 3.1, -20.2, 12.6, -18.9],
      ["四、社会消费品零售总额", "亿元", 23.1, 6.7, 140.2, 7.1],
      ["    其中：限额以上单位消费品零售额", "亿元", 5.5, 9.1, 33.1, 8.8],
      ["五、外贸进出口总额", "亿元", 2.31, -1.2, 14.05, "12.3"],
    ],
    merges: ["A1:F1", "A2:A3", "B2:B3", "C2:D2", "E2:F2"],
    blocks: [
      {
        rows: {
          4: "gdp 亿元",
          5: "primary-value-added 亿元",
          6: "industrial-value-added 亿元",
          7: "fixed-asset-investment 亿元 不含农户",
          8: "private-investment 亿元",
          9: "property-investment 亿元",
          10: "retail-sales 亿元",
          11: "large-retail-sales 亿元",
          12: "imports-exports 亿元",
        },
        columns: {
          C: "2023-06 month value",
          D: "2023-06 month yoy %",
          E: "2023-06 ytd value",
          F: "2023-06 ytd yoy %",
        },
      },
    ],
  },
  {
    name: "财政局：预算、完成预算、增减额、增减%",
    file: "2023年5月通辽市财政收支情况表.xlsx",
    rows: [
      ["通辽市2023年5月份财政收支情况表"],
      ["编制单位：通辽市财政局", null, null, null, null, "单位：万元"],
      ["项  目", "年初预算", "本月完成", "累计完成", "占预算%", "上年同期累计", "比上年同期", null],
      [null, null, null, null, null, null, "增减额", "增减%"],
      ["一、一般公共预算收入", 1020000, 65012, 401233, 39.34, 360211, 41022, 11.39],
      ["  1.税收收入", 640000, 40112, 250112, 39.08, 240100, 10012, 4.17],
      ["  2.非税收入", 380000, 24900, 151121, 39.77, 120111, 31010, 25.82],
      ["二、一般公共预算支出", 3200000, 201001, 1402333, 43.82, 1350001, 52332, 3.88],
    ],
    merges: ["A1:H1", "A3:A4", "B3:B4", "C3:C4", "D3:D4", "E3:E4", "F3:F4", "G3:H3"],
    blocks: [
      {
        rows: { 5: "budget-revenue", 6: "tax-revenue", 7: "non-tax-revenue", 8: "budget-expenditure" },
        columns: {
          C: "2023-05 month value 万元",
          D: "2023-05 ytd value 万元",
          E: "2023-05 ytd share %",
          F: "2022-05 ytd value 万元",
          G: "2023-05 ytd change 万元",
          H: "2023-05 ytd yoy %",
        },
      },
    ],
  },
  {
    name: "分旗县：地区×度量，全市在首行",
    rows: [
      ["2023年1—6月分旗县市区固定资产投资情况"],
      ["", "", "", "单位：亿元、%"],
      ["地  区", "投资完成额", "同比增长", "增速位次"],
      ["全  市", 213.4, 31.7, null],
      ["科尔沁区", 60.2, 20.1, 6],
      ["霍林郭勒市", 33.3, 35.5, 3],
      ["开 鲁 县", 22.1, 41.2, 2],
      ["科左中旗", 18.2, 10.1, 7],
      ["科左后旗", 19.9, 33.3, 4],
      ["奈曼旗", 20.2, 45.2, 1],
      ["库伦旗", 10.3, -2.1, 9],
      ["扎鲁特旗", 24.4, 8.8, 8],
      ["开发区", 4.8, 22.2, 5],
    ],
    merges: ["A1:D1"],
    blocks: [
      {
        rows: {
          4: "fixed-asset-investment",
          5: "fixed-asset-investment 150502",
          6: "fixed-asset-investment 150581",
          7: "fixed-asset-investment 150523",
          8: "fixed-asset-investment 150521",
          9: "fixed-asset-investment 150522",
          10: "fixed-asset-investment 150525",
          11: "fixed-asset-investment 150524",
          12: "fixed-asset-investment 150526",
          13: "fixed-asset-investment 150571",
        },
        columns: { B: "2023-06 ytd value 亿元", C: "2023-06 ytd yoy %", D: "2023-06 ytd rank 位 增速位次" },
      },
    ],
  },
  {
    name: "地区×指标，组下绝对额和增速",
    rows: [
      ["通辽市各旗县市区2023年上半年主要经济指标"],
      ["地区", "地区生产总值", null, "规上工业增加值", "社会消费品零售总额", null, "一般公共预算收入", null],
      [null, "总量（亿元）", "增速（%）", "增速（%）", "总额（亿元）", "增速（%）", "完成（万元）", "同比（%）"],
      ["通辽市", 683.2, 5.6, 7.9, 140.2, 7.1, 480123, 11.2],
      ["科尔沁区", 200.1, 5.1, 6.6, 70.1, 7.0, 90111, 10.1],
      ["科左中旗", 80.2, 6.1, 9.9, 9.1, 6.2, 21001, -3.2],
      ["科左后旗", 70.9, 6.6, 12.1, 8.1, 7.7, 22010, 8.8],
    ],
    merges: ["A1:H1", "A2:A3", "B2:C2", "E2:F2", "G2:H2"],
    blocks: [
      {
        rows: { 4: "150500", 5: "150502", 6: "150521", 7: "150522" },
        columns: {
          B: "gdp 2023-06 ytd value 亿元",
          C: "gdp 2023-06 ytd yoy %",
          D: "industrial-value-added 2023-06 ytd yoy %",
          E: "retail-sales 2023-06 ytd value 亿元",
          F: "retail-sales 2023-06 ytd yoy %",
          G: "budget-revenue 2023-06 ytd value 万元",
          H: "budget-revenue 2023-06 ytd yoy %",
        },
      },
    ],
  },
  {
    name: "指标×期间，最新在前",
    rows: [
      ["通辽市主要指标月度数据（累计）"],
      ["指标", "2023年1-6月", "2023年1-5月", "2023年1-4月", "2023年1-3月", "2023年1-2月", "2022年1-12月"],
      ["社会消费品零售总额(亿元)", 140.2, 115.2, 92.1, 70.2, 46.6, 290.3],
      ["社会消费品零售总额同比增长(%)", 7.1, 6.9, 6.5, 6.0, 4.1, -2.2],
      ["规模以上工业增加值同比增长(%)", 7.9, 7.7, 8.1, 8.0, 9.2, 6.1],
    ],
    merges: ["A1:G1"],
    blocks: [
      {
        rows: { 3: "retail-sales value 亿元", 4: "retail-sales yoy %", 5: "industrial-value-added yoy %" },
        columns: {
          B: "2023-06 ytd",
          C: "2023-05 ytd",
          D: "2023-04 ytd",
          E: "2023-03 ytd",
          F: "2023-02 ytd",
          G: "2022-12 ytd",
        },
      },
    ],
  },
  {
    name: "期间×指标",
    rows: [
      ["通辽市用电量情况（2023年）"],
      ["单位：亿千瓦时"],
      ["月份", "全社会用电量", null, "工业用电量", null],
      [null, "当月", "累计", "当月", "累计"],
      ["1月", 20.1, 20.1, 15.2, 15.2],
      ["2月", 18.2, 38.3, 14.1, 29.3],
      ["3月", 19.2, 57.5, 14.9, 44.2],
    ],
    merges: ["A1:E1", "A3:A4", "B3:C3", "D3:E3"],
    blocks: [
      {
        rows: { 5: "2023-01", 6: "2023-02", 7: "2023-03" },
        columns: {
          B: "electricity-consumption month value 亿千瓦时",
          C: "electricity-consumption ytd value 亿千瓦时",
          D: "industrial-electricity month value 亿千瓦时",
          E: "industrial-electricity ytd value 亿千瓦时",
        },
      },
    ],
  },
  {
    name: "地区×期间",
    rows: [
      ["2023年通辽市各旗县市区规模以上工业增加值累计增速（%）"],
      ["旗县市区", "1-2月", "1-3月", "1-4月", "1-5月", "1-6月"],
      ["全市", 9.2, 8.0, 8.1, 7.7, 7.9],
      ["科尔沁区", 3.2, 4.0, 5.1, 6.7, 6.6],
      ["扎鲁特旗", 13.2, 14.0, 15.1, 16.7, 16.6],
    ],
    merges: ["A1:F1"],
    blocks: [
      {
        rows: {
          3: "industrial-value-added yoy %",
          4: "industrial-value-added yoy % 150502",
          5: "industrial-value-added yoy % 150526",
        },
        columns: { B: "2023-02 ytd", C: "2023-03 ytd", D: "2023-04 ytd", E: "2023-05 ytd", F: "2023-06 ytd" },
      },
    ],
  },
  {
    name: "金融办：余额、比上月、比年初、同比",
    rows: [
      ["2023年6月末通辽市金融机构存贷款情况表"],
      [null, null, null, null, "单位：亿元、%"],
      ["项目", "本月末余额", "比上月增减", "比年初增减", "同比增长"],
      ["各项存款余额", 1911.2, 22.1, 180.2, 12.1],
      ["  其中：住户存款余额", 1301.1, 18.8, 130.1, 16.2],
      ["各项贷款余额", 1402.2, 20.1, 101.2, 8.8],
    ],
    merges: ["A1:E1"],
    blocks: [
      {
        rows: { 4: "deposits instant", 5: "household-deposits instant", 6: "loans instant" },
        columns: { B: "2023-06 value 亿元", E: "2023-06 yoy %" },
      },
    ],
    cells: {},
  },
  {
    name: "人社局：目标任务、完成数、完成率",
    rows: [
      ["通辽市2023年6月份就业工作进展情况统计表"],
      ["填报单位：通辽市人力资源和社会保障局", null, null, null, "填报日期：2023年7月5日"],
      ["序号", "指标", "单位", "年度目标任务", "6月新增", "1-6月累计完成", "完成年度目标比例（%）", "备注"],
      [1, "城镇新增就业", "人", 15000, 1502, 9001, 60.01, null],
      [2, "失业人员再就业", "人", 4500, 402, 2801, 62.24, null],
      [3, "就业困难人员实现就业", "人", 3200, 301, 2001, 62.53, "含公益性岗位"],
      [4, "城镇登记失业率", "%", "4.5以内", 3.6, 3.6, "/", "控制在目标以内"],
      [5, "农牧民转移就业", "万人", 46, 0.5, 45.2, 98.26, null],
    ],
    merges: ["A1:H1"],
    blocks: [
      {
        rows: {
          4: "new-urban-jobs 人",
          5: "reemployment 人",
          6: "hard-to-employ-jobs 人",
          7: "urban-unemployment %",
          8: "rural-labour-transfer 万人",
        },
        columns: { E: "2023-06 month value", F: "2023-06 ytd value", G: "2023-06 ytd share %" },
      },
    ],
  },
  {
    name: "能源局：发电量，当月/累计/上年同期，装机时点",
    rows: [
      ["通辽市能源运行情况月报"],
      ["（2023年1—6月）"],
      ["指标名称", "单位", "本月", "上年同月", "本月同比(%)", "1-本月", "上年同期", "累计同比(%)"],
      ["一、发电量", "亿千瓦时", 60.1, 55.2, 8.9, 350.2, 330.1, 6.1],
      ["其中：火力发电量", "亿千瓦时", 40.1, 41.2, -2.7, 240.2, 245.1, -2.0],
      ["     风力发电量", "亿千瓦时", 18.0, 12.2, 47.5, 98.2, 75.1, 30.8],
      ["二、新能源装机规模", "万千瓦", 1010.5, 801.2, 26.1, 1010.5, 801.2, 26.1],
      ["三、原煤产量", "万吨", 402.1, 390.0, "3.1", 2402.2, 2280.1, "5.4"],
    ],
    merges: ["A1:H1", "A2:H2"],
    blocks: [
      {
        rows: {
          4: "power-generation 亿千瓦时",
          5: "thermal-power 亿千瓦时",
          6: "wind-power 亿千瓦时",
          8: "coal-output 万吨",
        },
        columns: {
          C: "2023-06 month value",
          D: "2022-06 month value",
          E: "2023-06 month yoy %",
          F: "2023-06 ytd value",
          G: "2022-06 ytd value",
          H: "2023-06 ytd yoy %",
        },
      },
      {
        rows: { 7: "total-new-energy-capacity 万千瓦 instant" },
        columns: { C: "2023-06 value", D: "2022-06 value", E: "2023-06 yoy %" },
      },
    ],
  },
  {
    name: "调查队 CPI 指数表，组下分两列",
    rows: [
      ["2023年6月通辽市居民消费价格指数"],
      ["类别", "上月=100", "上年同月=100", "上年同期=100"],
      ["居民消费价格总指数", 99.8, 100.4, 100.9],
      ["一、食品烟酒类消费价格", 99.1, 102.1, 103.0],
      ["二、衣着类消费价格", 100, 101.2, 100.9],
    ],
    merges: ["A1:D1"],
    blocks: [
      {
        rows: { 3: "cpi", 4: "cpi-food", 5: "cpi-clothing" },
        columns: { C: "2023-06 month index 上年同期=100", D: "2023-06 ytd index 上年同期=100" },
      },
    ],
  },
  {
    name: "并排两张表，中间空一列",
    rows: [
      ["2023年6月通辽市财政金融情况", null, null, null, null, null, null],
      ["财政（万元）", null, null, null, "金融（亿元）", null, null],
      ["指标", "1-6月", "同比%", null, "指标", "6月末", "同比%"],
      ["一般公共预算收入", 480123, 11.2, null, "各项存款余额", 1911.2, 12.1],
      ["税收收入", 300123, 8.2, null, "各项贷款余额", 1402.2, 8.8],
    ],
    merges: ["A1:G1", "A2:C2", "E2:G2"],
    blocks: [
      {
        rows: { 4: "budget-revenue", 5: "tax-revenue" },
        columns: { B: "2023-06 ytd value 万元", C: "2023-06 ytd yoy %" },
      },
      {
        rows: { 4: "deposits", 5: "loans" },
        columns: { F: "2023-06 instant value 亿元", G: "2023-06 instant yoy %" },
      },
    ],
  },
  {
    name: "并排两张表，没有空列，单位列",
    rows: [
      ["通辽市2023年1-5月主要指标"],
      ["指标", "单位", "累计", "同比(%)", "指标", "单位", "累计", "同比(%)"],
      ["固定资产投资", "亿元", 158.2, 30.1, "一般公共预算收入", "万元", 401233, 11.4],
      ["社会消费品零售总额", "亿元", 115.2, 6.9, "全社会用电量", "亿千瓦时", 95.2, 4.4],
    ],
    merges: ["A1:H1"],
    blocks: [
      {
        rows: { 3: "fixed-asset-investment 亿元", 4: "retail-sales 亿元" },
        columns: { C: "2023-05 ytd value", D: "2023-05 ytd yoy %" },
      },
      {
        rows: { 3: "budget-revenue 万元", 4: "electricity-consumption 亿千瓦时" },
        columns: { G: "2023-05 ytd value", H: "2023-05 ytd yoy %" },
      },
    ],
  },
  {
    name: "续表，表头重复",
    rows: [
      ["2023年1—6月通辽市主要经济指标"],
      ["指标", "单位", "1-6月", "增长%"],
      ["地区生产总值", "亿元", 683.2, 5.6],
      ["固定资产投资", "亿元", 213.4, 31.7],
      ["续表"],
      ["指标", "单位", "1-6月", "增长%"],
      ["社会消费品零售总额", "亿元", 140.2, 7.1],
      ["进出口总额", "万元", 140512, 12.3],
    ],
    merges: ["A1:D1", "A5:D5"],
    blocks: [
      {
        rows: {
          3: "gdp 亿元",
          4: "fixed-asset-investment 亿元",
          7: "retail-sales 亿元",
          8: "imports-exports 万元",
        },
        columns: { C: "2023-06 ytd value", D: "2023-06 ytd yoy %" },
      },
    ],
  },
  {
    name: "四层表头",
    rows: [
      ["通辽市2023年6月分旗县市区主要指标"],
      ["地区", "工业", null, "财政", null, null, null],
      [null, "规模以上工业增加值", null, "一般公共预算收入", null, null, null],
      [null, "6月", "1-6月", "6月", null, "1-6月", null],
      [null, "增速(%)", "增速(%)", "总量(万元)", "增速(%)", "总量(万元)", "增速(%)"],
      ["全市", 8.1, 7.9, 78890, 10.2, 480123, 11.2],
      ["科尔沁区", 6.1, 6.6, 15012, 9.2, 90111, 10.1],
      ["霍林郭勒市", 5.1, 3.3, 25012, -9.2, 150111, -1.1],
    ],
    merges: ["A1:G1", "A2:A5", "B2:C2", "D2:G2", "B3:C3", "D3:G3", "D4:E4", "F4:G4"],
    blocks: [
      {
        rows: { 6: "150500", 7: "150502", 8: "150581" },
        columns: {
          B: "industrial-value-added 2023-06 month yoy %",
          C: "industrial-value-added 2023-06 ytd yoy %",
          D: "budget-revenue 2023-06 month value 万元",
          E: "budget-revenue 2023-06 month yoy %",
          F: "budget-revenue 2023-06 ytd value 万元",
          G: "budget-revenue 2023-06 ytd yoy %",
        },
      },
    ],
  },
];
