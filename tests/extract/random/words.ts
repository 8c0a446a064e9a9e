import type { Chance } from "./chance.ts";

/** An indicator of the seeds with the names and units that offices give it. */
export interface Named {
  readonly code: string;
  readonly names: readonly string[];
  readonly units: readonly string[]; // that measure its value
  readonly nature: "flow" | "stock" | "rate";
}

/** Flows that a month has. */
export const FLOWS: readonly Named[] = [
  {
    code: "fixed-asset-investment",
    names: ["固定资产投资", "固定资产投资完成额"],
    units: ["亿元", "万元"],
    nature: "flow",
  },
  { code: "private-investment", names: ["民间投资"], units: ["亿元", "万元"], nature: "flow" },
  { code: "property-investment", names: ["房地产开发投资", "房地产投资"], units: ["亿元", "万元"], nature: "flow" },
  { code: "retail-sales", names: ["社会消费品零售总额", "社零总额"], units: ["亿元", "万元"], nature: "flow" },
  {
    code: "budget-revenue",
    names: ["一般公共预算收入", "地方一般公共预算收入"],
    units: ["亿元", "万元"],
    nature: "flow",
  },
  { code: "tax-revenue", names: ["税收收入"], units: ["亿元", "万元"], nature: "flow" },
  { code: "budget-expenditure", names: ["一般公共预算支出"], units: ["亿元", "万元"], nature: "flow" },
  {
    code: "industrial-output-value",
    names: ["规模以上工业总产值", "规上工业总产值"],
    units: ["亿元", "万元"],
    nature: "flow",
  },
  { code: "imports-exports", names: ["进出口总额", "外贸进出口总额"], units: ["亿元", "万元"], nature: "flow" },
  { code: "tourism-revenue", names: ["旅游总收入"], units: ["亿元", "万元"], nature: "flow" },
  { code: "electricity-consumption", names: ["全社会用电量"], units: ["亿千瓦时", "万千瓦时"], nature: "flow" },
  { code: "industrial-electricity", names: ["工业用电量"], units: ["亿千瓦时", "万千瓦时"], nature: "flow" },
  { code: "coal-output", names: ["原煤产量", "煤炭产量"], units: ["万吨"], nature: "flow" },
  { code: "new-urban-jobs", names: ["城镇新增就业", "城镇新增就业人数"], units: ["人"], nature: "flow" },
  { code: "visitors", names: ["接待游客", "接待游客人数"], units: ["万人次"], nature: "flow" },
];

/** States at the end of a month. */
export const STOCKS: readonly Named[] = [
  { code: "deposits", names: ["各项存款余额", "金融机构人民币各项存款余额"], units: ["亿元"], nature: "stock" },
  { code: "household-deposits", names: ["住户存款余额", "住户存款"], units: ["亿元"], nature: "stock" },
  { code: "loans", names: ["各项贷款余额", "金融机构各项贷款余额"], units: ["亿元"], nature: "stock" },
  {
    code: "total-new-energy-capacity",
    names: ["新能源装机规模", "新能源装机容量"],
    units: ["万千瓦"],
    nature: "stock",
  },
  { code: "cattle", names: ["牛存栏"], units: ["万头"], nature: "stock" },
];

/** Rates in per cent. */
export const RATES: readonly Named[] = [
  { code: "urban-unemployment", names: ["城镇登记失业率"], units: ["%"], nature: "rate" },
  { code: "good-air-days", names: ["空气优良天数比率", "优良天数比例"], units: ["%"], nature: "rate" },
  { code: "industrial-sales-ratio", names: ["规模以上工业产销率"], units: ["%"], nature: "rate" },
];

/** The city's places, each with the names that stand in tables. */
export const PLACES: readonly { readonly code: string; readonly names: readonly string[] }[] = [
  { code: "150500", names: ["通辽市", "全市", "全 市"] },
  { code: "150502", names: ["科尔沁区", "科区"] },
  { code: "150581", names: ["霍林郭勒市", "霍市"] },
  { code: "150523", names: ["开鲁县", "开 鲁 县", "开鲁"] },
  { code: "150521", names: ["科左中旗", "科尔沁左翼中旗"] },
  { code: "150522", names: ["科左后旗", "科尔沁左翼后旗"] },
  { code: "150525", names: ["奈曼旗", "奈 曼 旗"] },
  { code: "150524", names: ["库伦旗"] },
  { code: "150526", names: ["扎鲁特旗", "扎旗"] },
  { code: "150571", names: ["开发区", "通辽经济技术开发区"] },
];

/** The month that a sheet is about. */
export interface Month {
  readonly year: number;
  readonly month: number;
}

/** "2023-06" */
export function periodOf({ year, month }: Month): string {
  return `${year}-${String(month).padStart(2, "0")}`;
}

/** Words for the month alone. */
export function monthWords(chance: Chance, { year, month }: Month): string {
  return chance.pick([
    "本月",
    "当月",
    `${month}月`,
    `${month}月份`,
    `${year}年${month}月`,
    "本 月",
    "本月完成",
    "当月数",
  ]);
}

/** Words for the months since January; `own` leaves out those that need the title's month. */
export function toDateWords(chance: Chance, { year, month }: Month, own = false): string {
  const range = [
    `1-${month}月`,
    `1—${month}月`,
    `1～${month}月`,
    `1至${month}月`,
    `1－${month}月`,
    `${year}年1-${month}月`,
    `1-${month}月累计`,
    ...(month === 6 ? ["上半年"] : month === 9 ? ["前三季度"] : month === 3 ? ["一季度", "1季度"] : []),
  ];
  const open = [
    "累计",
    "本年累计",
    "年初累计",
    "自年初累计",
    "1-本月",
    "1-本月累计",
    "累计完成",
    "累 计",
    "本月止累计",
  ];
  return chance.pick(own ? range : [...range, ...open]);
}

/** Words for the same months of last year. */
export function lastYearWords(chance: Chance, { year, month }: Month, span: "month" | "ytd"): string {
  return span === "month"
    ? chance.pick(["上年同月", "去年同月", `${year - 1}年${month}月`])
    : chance.pick(["上年同期", "去年同期", "上年同期累计", `${year - 1}年1-${month}月`, "上年同期数"]);
}

/** Words for growth over last year. */
export function growthWords(chance: Chance): string {
  return chance.pick([
    "同比增长(%)",
    "同比(%)",
    "同比增长（％）",
    "±%",
    "同比±%",
    "比上年同期增长%",
    "比上年同期增长（%）",
    "增速(%)",
    "增幅（%）",
    "同比增速%",
    "同 比\n增长(%)",
    "同比增减%",
    "比去年同期±%",
  ]);
}

/** The time of a title. A range settles the span, a bare month does not. */
export function titleTime(chance: Chance, { year, month }: Month, style: "range" | "month" | "any"): string {
  const months = [`${year}年${month}月`, `${year}年${month}月份`, `${year}年${String(month).padStart(2, "0")}月`];
  const ranges = [
    `${year}年1-${month}月`,
    `${year}年1—${month}月`,
    `${year}年1-${month}月份`,
    `${year}年1至${month}月`,
    ...(month === 6 ? [`${year}年上半年`] : month === 9 ? [`${year}年前三季度`] : []),
  ];
  return chance.pick(style === "range" ? ranges : style === "month" ? months : [...months, ...ranges]);
}

/** Spreads a name as offices do to fill a column: 固 定 资 产 投 资, or breaks it over two lines. */
export function spread(chance: Chance, name: string): string {
  if (name.length < 3 || name.includes("(") || !chance.often(12)) return name;
  return chance.often(50) ? [...name].join(" ") : `${name.slice(0, 3)}\n${name.slice(3)}`;
}
