import type { Vocabulary } from "../../../pipeline/extract/vocabulary.ts";
import type { Decimal } from "../../../pipeline/model/decimal.ts";
import type { Indicator, IndicatorCode } from "../../../pipeline/model/indicator.ts";
import type { Region } from "../../../pipeline/model/region.ts";

type Entry = readonly [code: string, names: string, unit: string, nature: Indicator["nature"]];

const INDICATORS: readonly Entry[] = [
  ["gdp", "地区生产总值、GDP", "亿元", "flow"],
  ["primary", "第一产业增加值、第一产业", "亿元", "flow"],
  ["secondary", "第二产业增加值、第二产业", "亿元", "flow"],
  ["tertiary", "第三产业增加值、第三产业", "亿元", "flow"],
  ["industry", "规模以上工业增加值、工业增加值", "亿元", "flow"],
  ["mining", "采矿业增加值、采矿业", "亿元", "flow"],
  ["manufacturing", "制造业增加值、制造业", "亿元", "flow"],
  ["utilities", "电力、热力、燃气及水生产和供应业", "亿元", "flow"],
  ["output", "规模以上工业总产值", "亿元", "flow"],
  ["profit", "规模以上工业企业利润总额", "亿元", "flow"],
  ["sales-ratio", "规模以上工业产销率、产销率", "%", "rate"],
  ["coal", "原煤、原煤产量", "万吨", "flow"],
  ["electricity", "发电量", "亿千瓦时", "flow"],
  ["wind", "风力发电量", "亿千瓦时", "flow"],
  ["steel", "钢材", "万吨", "flow"],
  ["investment", "固定资产投资", "亿元", "flow"],
  ["retail", "社会消费品零售总额", "亿元", "flow"],
  ["wholesale-retail", "社会消费品零售总额批发零售业", "亿元", "flow"],
  ["catering", "社会消费品零售总额住宿餐饮业", "亿元", "flow"],
  ["revenue", "一般公共预算收入", "亿元", "flow"],
  ["expenditure", "一般公共预算支出", "亿元", "flow"],
  ["tax", "税收收入", "亿元", "flow"],
  ["tax-share", "税收比重、税收占比", "%", "rate"],
  ["unemployment", "城镇登记失业率", "%", "rate"],
  ["inventory", "期末商品库存额", "亿元", "stock"],
  ["visitors", "接待旅游人数", "万人次", "flow"],
  ["cpi", "居民消费价格指数、居民消费价格总指数", "%", "index"],
  ["cpi-food", "食品、食品类", "%", "index"],
  ["cpi-transport", "交通和通信", "%", "index"],
  ["cpi-grain", "居民消费价格粮食类指数", "%", "index"],
  ["coal-mining", "煤炭开采和洗选业增加值", "亿元", "flow"],
  ["food-processing", "农副食品加工业增加值", "亿元", "flow"],
  ["medicine", "医药制造业增加值", "亿元", "flow"],
  ["food-sales", "吃类商品零售额", "亿元", "flow"],
  ["clothing-sales", "穿类商品零售额", "亿元", "flow"],
  ["light-output", "轻工业总产值", "亿元", "flow"],
  ["heavy-output", "重工业总产值", "亿元", "flow"],
  ["food-output", "食品制造业总产值", "亿元", "flow"],
  ["car-output", "汽车制造业总产值", "亿元", "flow"],
  ["farm-products-output", "绿色农畜产品加工业产值", "亿元", "flow"],
  ["coal-chemicals-output", "现代煤化工产值", "亿元", "flow"],
  ["light-industry", "规模以上轻工业增加值", "亿元", "flow"],
  ["heavy-industry", "规模以上重工业增加值", "亿元", "flow"],
  ["large-firms", "规模以上大型企业增加值", "亿元", "flow"],
  ["large-and-medium-firms", "规模以上大中型企业增加值", "亿元", "flow"],
];

/** The city's own six-digit code first, then its places, each with its full name and its short names. */
type Places = readonly (readonly [code: string, name: string, shortNames?: string])[];

/** What a city comes to in a year, by indicator, in the indicator's unit. */
type Yearly = Readonly<Record<string, Decimal>>;

/** The indicators of all layouts, and the places of one city. */
export function vocabularyOf(places: Places, yearly: Yearly = {}): Vocabulary {
  return {
    city: places[0]?.[0] ?? "",
    indicators: INDICATORS.map((entry) => ({ ...indicator(entry), yearly: yearly[entry[0]] ?? null })),
    regions: places.map(region),
    sources: [],
  };
}

/** A city whose sheets need no more than its own name. */
export const TONGLIAO = vocabularyOf(
  [
    ["150500", "通辽市", "通辽"],
    ["150502", "科尔沁区", "科区"],
    ["150523", "开鲁县", "开鲁"],
  ],
  {
    ...{ gdp: "1400", primary: "80", secondary: "490", tertiary: "810" },
    ...{ industry: "300", mining: "180", manufacturing: "210", "sales-ratio": "98" },
    ...{ output: "1180", "light-output": "460", "heavy-output": "720", "food-output": "36", "car-output": "27" },
    ...{ "farm-products-output": "162", "coal-chemicals-output": "66", profit: "50" },
    ...{ retail: "317", "wholesale-retail": "265", catering: "52", "food-sales": "105", "clothing-sales": "28" },
    ...{ tax: "30", inventory: "3.3", unemployment: "3.9", visitors: "100" },
    ...{ coal: "6000", electricity: "900", wind: "260", steel: "14" },
  },
);

function indicator([code, names, unit, nature]: Entry): Omit<Indicator, "yearly"> {
  const spelt = names === "电力、热力、燃气及水生产和供应业" ? [names] : names.split("、");
  const rest = {
    decimals: 1,
    price: null,
    cadence: "monthly",
    firstMonth: 1,
    judgedFrom: 1,
    lagMonths: 0,
    partOf: null,
    growthOnly: false,
  } as const;
  const aliases = spelt.map((text) => ({ text, scope: null }));
  return { code: code as IndicatorCode, name: spelt[0] ?? "", aliases, unit, nature, publisher: "statistics", ...rest };
}

function region([code, name, shortNames = ""]: Places[number], order: number): Region {
  const [shortName = name, ...aliases] = shortNames === "" ? [name] : shortNames.split("、");
  return { code, name, shortName, aliases, kind: order === 0 ? "city" : "county", order };
}
