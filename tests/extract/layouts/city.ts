import { column, type Layout, row } from "./layout.ts";
import { TONGLIAO } from "./names.ts";

/** 上海社零：期间在标题下一行，“#”后的兄弟项没有#，单位只写在总行，表下紧接长文字。 */
export const L3: Layout = {
  id: "L3",
  title: "期间在标题行，单位由总行继承",
  rows: [
    ["通辽市社会消费品零售总额"],
    ["2023年8月"],
    ["指标", "本月", "比去年同月增长(%)", "1-本月", "比去年同期增长(%)"],
    ["社会消费品零售总额（亿元）", 26.4, 7.2, 211.3, 6.6],
    ["　# 批发零售业", 22.1, 6.9, 176.8, 6.3],
    ["　  住宿餐饮业", 4.3, 9.1, 34.5, 8.4],
    ["　# 吃", 8.8, 5.5, 70.2, 5.1],
    ["　  穿", 2.2, 3.3, 18.4, 2.7],
    [
      "一、统计范围：社会消费品零售总额指企业（单位、个体户）通过交易直接售给个人、社会集团非生产、非经营用的实物商品金额。",
    ],
    ["二、数据来源：限额以上单位为全面调查，限额以下单位为抽样调查，2022年度数据为年报数。"],
  ],
  merges: ["A1:E1", "A2:E2", "A9:E9", "A10:E10"],
  vocabulary: TONGLIAO,
  region: "150500",
  blocks: [
    {
      rows: {
        4: row("社会消费品零售总额", "retail", { unit: "亿元" }),
        5: row("社会消费品零售总额>批发零售业", "wholesale-retail", { unit: "亿元" }),
        6: row("社会消费品零售总额>住宿餐饮业", "catering", { unit: "亿元" }),
        7: row("社会消费品零售总额>吃", null, { unit: "亿元" }),
        8: row("社会消费品零售总额>穿", null, { unit: "亿元" }),
      },
      columns: {
        B: column("2023-08 month value"),
        C: column("2023-08 month yoy %"),
        D: column("2023-08 ytd value"),
        E: column("2023-08 ytd yoy %"),
      },
    },
  ],
  questions: [
    ["A7", "unknown-indicator"],
    ["A8", "unknown-indicator"],
  ],
  profiled: {
    yaml: `title: 通辽市统计局社会消费品零售总额
bureau: statistics
recognise: [通辽市社会消费品零售总额]
indicators:
  社会消费品零售总额>吃: food-sales
  社会消费品零售总额>穿: clothing-sales
`,
    rows: { 7: { indicator: "food-sales" }, 8: { indicator: "clothing-sales" } },
  },
};

const GROWTH = (period: string) => ({
  B: column(`${period} month value`),
  C: column(`${period} ytd value`),
  D: column(`${period} ytd yoy %`),
});

/** 中山进度数据：一个 sheet 竖排许多小表，表头拆成两行，各块期间不同（错月），有“持平”和“个百分点”。 */
export const L4: Layout = {
  id: "L4",
  title: "竖排小表，错月，百分点",
  rows: [
    ["通辽市2018年1—4月经济运行进度数据"],
    ["1、本地生产总值", "3月", "1-3月累计", "累计增长%"],
    ["地区生产总值（亿元）", "——", 344.4, 6.1],
    ["  第一产业（亿元）", "——", 20, 3.5],
    ["  第二产业（亿元）", "——", 121.7, 5],
    ["2、工业生产", "4月", "1-4月", "累计"],
    [null, null, "累计", "增长%"],
    ["规模以上工业增加值（亿元）", 30.2, 100, 5.5],
    ["发电量（亿千瓦时）", 71.4, 280.6, 1],
    ["注:规模以上工业为年主营业务收入2000万元及以上。"],
    [],
    ["3、就业和产销", "4月", "1-4月累计", "增减百分点"],
    ["城镇登记失业率（%）", 3.9, 3.9, "持平"],
    ["产销率（%）", 98.1, 97.5, "1.54个百分点"],
    ["6、工业企业经济效益", "3月", "1-3月累计", "累计增长%"],
    ["规模以上工业企业利润总额（亿元）", "——", 12.3, -5],
  ],
  merges: ["A1:D1"],
  vocabulary: TONGLIAO,
  region: "150500",
  blocks: [
    {
      rows: {
        3: row("地区生产总值", "gdp", { unit: "亿元" }),
        4: row("地区生产总值>第一产业", "primary", { unit: "亿元" }),
        5: row("地区生产总值>第二产业", "secondary", { unit: "亿元" }),
        16: row("规模以上工业企业利润总额", "profit", { unit: "亿元" }),
      },
      columns: GROWTH("2018-03"),
    },
    {
      rows: {
        8: row("规模以上工业增加值", "industry", { unit: "亿元" }),
        9: row("发电量", "electricity", { unit: "亿千瓦时" }),
      },
      columns: GROWTH("2018-04"),
    },
    {
      rows: {
        13: row("城镇登记失业率", "unemployment", { unit: "%" }),
        14: row("产销率", "sales-ratio", { unit: "%" }),
      },
      columns: {
        B: column("2018-04 month value"),
        C: column("2018-04 ytd value"),
        D: column("2018-04 ytd change 百分点", { follows: true }),
      },
    },
  ],
  cells: { D13: { value: "0" }, D14: { value: "1.54" } },
};

const hidden = (value: string | number) => ({ value, hidden: true });

/** 龙岗分专业月报：表头字被换行拆到两物理行，整行小节，序号在名称里，时点数当月“-”。 */
export const L5: Layout = {
  id: "L5",
  title: "表头拆成两物理行，整行小节",
  rows: [
    ["通辽市2011年4月份主要经济指标（一）"],
    ["项目名称", "计算", "4月", "1-4月", "累计比上年同", "结构"],
    [null, "单位", null, "累计", "期增长(%)", "(%)"],
    ["一、规模以上工业总产值", "万元", 1023456, 3921033, 12.5, 100],
    ["  在总额中:"],
    ["  1、轻工业", "万元", 401230, 1533020, 10.1, 39.1],
    ["  2、重工业", "万元", 622226, 2388013, 14.1, 60.9],
    ["商业"],
    ["社会消费品零售总额", "万元", 255000, 1012000, 17.2],
    ["期末商品库存额", "万元", "-", 33211, 5.1],
    [hidden("旅游业")],
    [hidden("接待旅游人数"), hidden("万人次"), hidden(10.2), hidden(33.1), hidden(8)],
    ["财税"],
    ["税收收入", "万元", 28152.11, 99212, 9.9],
  ],
  merges: ["A1:F1", "A8:F8", "A11:F11", "A13:F13"],
  vocabulary: TONGLIAO,
  region: "150500",
  blocks: [
    {
      rows: {
        4: row("规模以上工业总产值", "output", { unit: "万元" }),
        6: row("规模以上工业总产值>轻工业", null, { unit: "万元" }),
        7: row("规模以上工业总产值>重工业", null, { unit: "万元" }),
        9: row("商业>社会消费品零售总额", "retail", { unit: "万元" }),
        10: row("商业>期末商品库存额", "inventory", { unit: "万元", span: "instant" }),
        12: row("旅游业>接待旅游人数", "visitors", { unit: "万人次" }),
        14: row("财税>税收收入", "tax", { unit: "万元" }),
      },
      columns: {
        C: column("2011-04 month value"),
        D: column("2011-04 ytd value"),
        E: column("2011-04 ytd yoy %"),
        F: column("2011-04 ytd share %", { follows: true, scope: "占比" }),
      },
    },
  ],
  cells: { C10: null }, // a stock has no month's figure: the sign and D10 are one fact
  questions: [
    [null, "hidden-content"],
    ["A6", "unknown-indicator"],
    ["A7", "unknown-indicator"],
  ],
  profiled: {
    yaml: `title: 通辽市统计局分专业月报
bureau: statistics
recognise: [通辽市, 主要经济指标（一）]
indicators:
  轻工业: light-output
  重工业: heavy-output
`,
    rows: { 6: { indicator: "light-output" }, 7: { indicator: "heavy-output" } },
    questions: [[null, "hidden-content"]],
  },
};

/** CPI：三种基期，上月价格为100 拆成上下两格；环比指数不取。 */
export const L6: Layout = {
  id: "L6",
  title: "指数表，基期在表头",
  rows: [
    ["通辽市2009年4月居民消费价格指数"],
    ["类别", "以上月价格", "以上年同期价格为100", null],
    [null, "为100", "本月", "至本月平均"],
    ["居民消费价格总指数", 100.2, 98.7, 99.1],
    ["一、食品类", 100.9, 99.3, 101.4],
    ["　　粮食", 100, 104.6, 105.1],
    ["二、交通和通信", 99.8, 97.2, 97.6],
  ],
  merges: ["A1:D1", "A2:A3", "C2:D2"],
  vocabulary: TONGLIAO,
  region: "150500",
  blocks: [
    {
      rows: {
        4: row("居民消费价格总指数", "cpi"),
        5: row("食品类", "cpi-food"),
        6: row("食品类>粮食", null),
        7: row("交通和通信", "cpi-transport"),
      },
      columns: {
        C: column("2009-04 month index 上年同期=100"),
        D: column("2009-04 ytd index 上年同期=100"),
      },
    },
  ],
  questions: [["A6", "unknown-indicator"]],
  profiled: {
    yaml: `title: 通辽市调查队居民消费价格指数
bureau: statistics
recognise: [通辽市, 居民消费价格指数]
indicators:
  粮食: cpi-grain
`,
    rows: { 6: { indicator: "cpi-grain" } },
  },
};

/** 国家 GDP：第二表头行重复“1季度”，空行分两组，下面是年份乘季度的矩阵，有一格两值。 */
export const L14: Layout = {
  id: "L14",
  title: "季度核算和年份×季度矩阵",
  rows: [
    ["表1  2024年1季度通辽市GDP初步核算数据"],
    [null, "绝对额（亿元）", "比上年同期增长（%）"],
    [null, "1季度", "1季度"],
    ["地区生产总值", 344.4, 5.3],
    ["第一产业", 20.2, 3.3],
    ["第二产业", 121.7, 6],
    ["第三产业", 202.5, 5],
    [],
    ["采矿业", 44.5, 1.6],
    ["制造业", 51.9, 6.4],
    ["注：绝对额按现价计算，增长速度按不变价计算。"],
    [],
    ["表2  地区生产总值同比增长速度"],
    ["单位：%"],
    ["年份", "1季度", "2季度", "3季度", "4季度"],
    [2021, 18.3, 7.9, 4.9, 4],
    [2022, 4.8, 0.4, "2.0 1.9", 2.9],
    [2023, 4.5, 6.3, 4.9, 5.2],
  ],
  merges: ["A1:C1", "A13:E13"],
  vocabulary: TONGLIAO,
  region: "150500",
  blocks: [
    {
      rows: {
        4: row("地区生产总值", "gdp"),
        5: row("第一产业", "primary"),
        6: row("第二产业", "secondary"),
        7: row("第三产业", "tertiary"),
        9: row("采矿业", "mining"),
        10: row("制造业", "manufacturing"),
      },
      columns: { B: column("2024-03 ytd value 亿元"), C: column("2024-03 ytd yoy %") },
    },
    {
      rows: { 16: row("2021", "gdp"), 17: row("2022", "gdp"), 18: row("2023", "gdp") },
      columns: {
        B: column(" ytd yoy %"),
        C: column(" quarter yoy %"),
        D: column(" quarter yoy %"),
        E: column(" quarter yoy %"),
      },
    },
  ],
  cells: {
    B16: { period: "2021-03" },
    C16: { period: "2021-06" },
    D16: { period: "2021-09" },
    E16: { period: "2021-12" },
    B17: { period: "2022-03" },
    C17: { period: "2022-06" },
    D17: null,
    E17: { period: "2022-12" },
    B18: { period: "2023-03" },
    C18: { period: "2023-06" },
    D18: { period: "2023-09" },
    E18: { period: "2023-12" },
  },
  questions: [["D17", "not-a-number"]],
};
