import { column, type Layout, row } from "./layout.ts";
import { TONGLIAO } from "./names.ts";

/** 国家、省标准双层表头：月份横向合并，只发布增速的行绝对量是“…”。 */
export const L1: Layout = {
  id: "L1",
  title: "两层表头，产品单位写在名称里",
  rows: [
    ["2023年12月份通辽市规模以上工业生产主要数据"],
    ["指标", "12月", null, "1—12月", null],
    [null, "绝对量", "同比增长(%)", "绝对量", "同比增长(%)"],
    ["规模以上工业增加值", "…", 8.1, "…", 7],
    ["分三大门类"],
    ["　采矿业", "…", 3.2, "…", 2.9],
    ["　制造业", "…", 11.4, "…", 9.6],
    ["　电力、热力、燃气及水生产和供应业", "…", -1.5, "…", 4.4],
    ["主要产品产量"],
    ["　原煤(万吨)", 512.3, 4.1, 6021.8, 3.9],
    ["　发电量(亿千瓦时)", 88.6, 12.7, 903.4, 10.1],
    ["　　其中:风力发电量(亿千瓦时)", 31.9, 25.3, 262.7, 21.8],
    ["　钢材(万吨)", "—", "—", 14.2, -66.5],
    ["注：规模以上工业增加值增长速度按可比价格计算。"],
  ],
  merges: ["A1:E1", "A2:A3", "B2:C2", "D2:E2"],
  vocabulary: TONGLIAO,
  region: "150500",
  blocks: [
    {
      rows: {
        4: row("规模以上工业增加值", "industry"),
        6: row("分三大门类>采矿业", "mining", { scope: "规模以上" }),
        7: row("分三大门类>制造业", "manufacturing", { scope: "规模以上" }),
        8: row("分三大门类>电力、热力、燃气及水生产和供应业", "utilities", { scope: "规模以上" }),
        10: row("主要产品产量>原煤", "coal", { scope: "规模以上", unit: "万吨" }),
        11: row("主要产品产量>发电量", "electricity", { scope: "规模以上", unit: "亿千瓦时" }),
        12: row("主要产品产量>发电量>风力发电量", "wind", { scope: "规模以上", unit: "亿千瓦时" }),
        13: row("主要产品产量>钢材", "steel", { scope: "规模以上", unit: "万吨" }),
      },
      columns: {
        B: column("2023-12 month value"),
        C: column("2023-12 month yoy %"),
        D: column("2023-12 ytd value"),
        E: column("2023-12 ytd yoy %"),
      },
    },
  ],
};

/** 山西变体：单期，增加值行只剩一列数，落在绝对量下面，只能问。 */
export const L2: Layout = {
  id: "L2",
  title: "只发增速的行错到绝对量一列",
  rows: [
    ["通辽市2024年1-2月规模以上工业主要指标"],
    ["指标", "绝对量", "同比增长(%)"],
    ["规模以上工业增加值", 4.6],
    ["分三大门类"],
    [{ value: "采矿业", indent: 1 }, 1.2],
    [{ value: "其中：煤炭开采和洗选业", indent: 2 }, 0.9],
    [{ value: "制造业", indent: 1 }, 8.8],
    [{ value: "其中：农副食品加工业", indent: 2 }, 3.1],
    [{ value: "其中：医药制造业", indent: 2 }, 12],
    ["主要产品产量"],
    [{ value: "原煤（万吨）", indent: 1 }, 1002.5, 5.9],
    [{ value: "发电量（亿千瓦时）", indent: 1 }, 150.4, 7.1],
    [{ value: "其中：风力发电量（亿千瓦时）", indent: 2 }, 48.3, 10.4],
  ],
  merges: ["A1:C1"],
  vocabulary: TONGLIAO,
  region: "150500",
  blocks: [
    {
      rows: {
        3: row("规模以上工业增加值", "industry"),
        5: row("分三大门类>采矿业", "mining", { scope: "规模以上" }),
        6: row("分三大门类>采矿业>煤炭开采和洗选业", null),
        7: row("分三大门类>制造业", "manufacturing", { scope: "规模以上" }),
        8: row("分三大门类>制造业>农副食品加工业", null),
        9: row("分三大门类>制造业>医药制造业", null),
        11: row("主要产品产量>原煤", "coal", { scope: "规模以上", unit: "万吨" }),
        12: row("主要产品产量>发电量", "electricity", { scope: "规模以上", unit: "亿千瓦时" }),
        13: row("主要产品产量>发电量>风力发电量", "wind", { scope: "规模以上", unit: "亿千瓦时" }),
      },
      columns: { B: column("2024-02 ytd value"), C: column("2024-02 ytd yoy %") },
    },
  ],
  cells: { C6: null, C8: null, C9: null },
  alsoRight: {
    B3: { quantity: "yoy", unit: "%" },
    B5: { quantity: "yoy", unit: "%" },
    B7: { quantity: "yoy", unit: "%" },
  },
  questions: [
    ["A3", "missing-unit"],
    ["A5", "missing-unit"],
    ["A6", "missing-unit"],
    ["A6", "unknown-indicator"],
    ["A7", "missing-unit"],
    ["A8", "missing-unit"],
    ["A8", "unknown-indicator"],
    ["A9", "missing-unit"],
    ["A9", "unknown-indicator"],
  ],
  profiled: {
    yaml: `title: 通辽市统计局规模以上工业主要指标
bureau: statistics
recognise: [通辽市, 规模以上工业主要指标]
# 增加值只发布增速，复制后落在“绝对量”一栏。
rates: [规模以上工业增加值, 采矿业, 煤炭开采和洗选业, 制造业, 农副食品加工业, 医药制造业]
indicators:
  煤炭开采和洗选业: coal-mining
  农副食品加工业: food-processing
  医药制造业: medicine
`,
    rows: {
      6: { indicator: "coal-mining", scope: "规模以上" },
      8: { indicator: "food-processing", scope: "规模以上" },
      9: { indicator: "medicine", scope: "规模以上" },
    },
    cells: {
      ...Object.fromEntries([3, 5, 6, 7, 8, 9].map((at) => [`B${at}`, { quantity: "yoy", unit: "%" }])),
      ...Object.fromEntries([3, 5, 6, 7, 8, 9].map((at) => [`C${at}`, null])), // the blank and the growth are one fact
    },
  },
};

/** 怀柔产值：期间和单位同在一行，“1- 4 月”字间有空格，列头缺“月”字。 */
export const L13: Layout = {
  id: "L13",
  title: "期间单位同行，列头缺月字",
  rows: [
    ["通辽市规模以上工业产值"],
    ["2024年1- 4 月", null, null, "单位:万元"],
    ["项目", "2024年1-4", "上年同期", "同比增长(%)"],
    ["规模以上工业总产值", 3921033, 3810527, 2.9],
    ["　#食品制造业", 120044, 118021, 1.7],
    ["　 汽车制造业", 88210, 91230, -3.3],
    ["产销率（%）", 98.1, 97.9],
  ],
  merges: ["A1:D1"],
  vocabulary: TONGLIAO,
  region: "150500",
  blocks: [
    {
      rows: {
        4: row("规模以上工业总产值", "output", { unit: "万元" }),
        5: row("规模以上工业总产值>食品制造业", null, { unit: "万元" }),
        6: row("规模以上工业总产值>汽车制造业", null, { unit: "万元" }),
        7: row("产销率", "sales-ratio", { unit: "%" }),
      },
      columns: {
        B: column("2024-04 ytd value"),
        C: column("2023-04 ytd value"),
        D: column("2024-04 ytd yoy %"),
      },
    },
  ],
  questions: [
    ["A5", "unknown-indicator"],
    ["A6", "unknown-indicator"],
  ],
  profiled: {
    yaml: `title: 通辽市统计局规模以上工业产值
bureau: statistics
recognise: [通辽市规模以上工业产值]
indicators:
  食品制造业: food-output
  汽车制造业: car-output
`,
    rows: { 5: { indicator: "food-output", scope: "规模以上" }, 6: { indicator: "car-output", scope: "规模以上" } },
  },
};

/** 常州产业产值：单位没有写，列头“累计增长”没有%。 */
export const L15: Layout = {
  id: "L15",
  title: "单位未注明",
  rows: [
    ["2023年1-6月通辽市产业产值"],
    ["产业", "累计", "累计增长"],
    ["规模以上工业总产值", 4448189, 5.27],
    ["绿色农畜产品加工业", 812044, 11.03],
    ["现代煤化工", 330127, -2.75],
  ],
  merges: ["A1:C1"],
  vocabulary: TONGLIAO,
  region: "150500",
  blocks: [
    {
      rows: {
        3: row("规模以上工业总产值", "output"),
        4: row("绿色农畜产品加工业", null),
        5: row("现代煤化工", null),
      },
      columns: { B: column("2023-06 ytd value"), C: column("2023-06 ytd yoy %") },
    },
  ],
  questions: [
    ["A3", "missing-unit"],
    ["A4", "missing-unit"],
    ["A4", "unknown-indicator"],
    ["A5", "missing-unit"],
    ["A5", "unknown-indicator"],
  ],
  profiled: {
    yaml: `title: 通辽市工信局产业产值
bureau: industry
recognise: [通辽市产业产值]
unit: 万元
indicators:
  绿色农畜产品加工业: farm-products-output
  现代煤化工: coal-chemicals-output
`,
    rows: {
      3: { unit: "万元" },
      4: { indicator: "farm-products-output", unit: "万元" },
      5: { indicator: "coal-chemicals-output", unit: "万元" },
    },
  },
};
