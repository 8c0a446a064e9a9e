import { type Decimal, dividedBy, times } from "./decimal.ts";

/** A unit of measure: `factor` base units of its dimension. */
export interface Unit {
  readonly name: string; // as printed: "亿元"
  readonly dimension: string;
  readonly factor: Decimal; // in base units of the dimension
}

/** Base unit first; 1公顷=15亩, 1亿斤=5万吨 (standards of the field, section 2.1). */
const DIMENSIONS: Readonly<Record<string, Readonly<Record<string, Decimal>>>> = {
  money: { 元: "1", 万元: "10000", 亿元: "100000000" },
  dollars: { 美元: "1", 万美元: "10000", 亿美元: "100000000" },
  people: { 人: "1", 万人: "10000" },
  "people-times": { 人次: "1", 万人次: "10000" },
  households: { 户: "1", 万户: "10000" },
  count: {
    个: "1",
    项: "1",
    家: "1",
    所: "1",
    座: "1",
    处: "1",
    条: "1",
    件: "1",
    台: "1",
    台套: "1",
    套: "1",
    场: "1",
    次: "1",
    位: "1",
    宗: "1",
    起: "1",
    例: "1",
    万个: "10000",
    万件: "10000",
    万套: "10000",
    万台: "10000",
  },
  land: { 亩: "1", 万亩: "10000", 公顷: "15", 千公顷: "15000", 万公顷: "150000" },
  area: { 平方米: "1", 万平方米: "10000", 平方公里: "1000000" },
  mass: { 公斤: "1", 斤: "0.5", 吨: "1000", 万吨: "10000000", 万斤: "5000", 亿斤: "50000000" },
  heads: {
    头: "1",
    只: "1",
    口: "1",
    头只: "1",
    万头: "10000",
    万只: "10000",
    万口: "10000",
    万头只: "10000",
  },
  power: { 千瓦: "1", 万千瓦: "10000" },
  energy: { 千瓦时: "1", 万千瓦时: "10000", 亿千瓦时: "100000000" },
  volume: { 立方米: "1", 万立方米: "10000", 亿立方米: "100000000" },
  length: { 公里: "1", 万公里: "10000" },
  glass: { 重量箱: "1", 万重量箱: "10000" },
  percent: { "%": "1", "‰": "0.1" },
  points: { 百分点: "1" },
  concentration: { "微克/立方米": "1" },
  "yield-per-land": { "斤/亩": "1", "公斤/亩": "2" },
  "value-per-land": { "元/亩": "1", "万元/亩": "10000" },
  days: { 天: "1" },
};

const SPELLINGS: Readonly<Record<string, string>> = {
  "万头(只)": "万头只",
  "万头（只）": "万头只",
  "头(只)": "头只",
  "台(套)": "台套",
  "％": "%",
  个百分点: "百分点",
  "ug/m3": "微克/立方米",
  "μg/m3": "微克/立方米",
  "µg/m3": "微克/立方米",
  "μg/m³": "微克/立方米",
  "微克/m3": "微克/立方米",
  "万吨/年": "万吨",
  平方千米: "平方公里",
  千瓦小时: "千瓦时",
  亿度: "亿千瓦时",
  人民币元: "元",
  元人民币: "元",
  人民币万元: "万元",
  万元人民币: "万元",
  "万元(人民币)": "万元",
  人民币亿元: "亿元",
  亿元人民币: "亿元",
  "亿元(人民币)": "亿元",
};

/** The unit of an index number: what the base is, as statistical tables write it. */
export const INDEX_UNIT = "上年同期=100";

const UNITS: ReadonlyMap<string, Unit> = new Map(
  Object.entries(DIMENSIONS).flatMap(([dimension, units]) =>
    Object.entries(units).map(([name, factor]) => [name, { name, dimension, factor }] as const),
  ),
);

/** Finds a unit by its exact name or a known spelling of it; spaces do not count. */
export function findUnit(text: string): Unit | undefined {
  const exact = UNITS.get(text); // nearly always
  if (exact) return exact;
  const name = text.normalize("NFKC").replace(/\s/g, "");
  return UNITS.get(name) ?? UNITS.get(SPELLINGS[text.replace(/\s/g, "")] ?? SPELLINGS[name] ?? "");
}

/** Every unit name, longest first, so that 万千瓦时 is tried before 万千瓦. */
export function unitNames(): readonly string[] {
  return [...UNITS.keys(), ...Object.keys(SPELLINGS)].sort((a, b) => b.length - a.length);
}

/** Restates `value` in another unit of the same dimension; undefined where the two do not compare. */
export function convert(value: Decimal, from: string, to: string): Decimal | undefined {
  const source = findUnit(from);
  const target = findUnit(to);
  if (!source || !target || source.dimension !== target.dimension) return undefined;
  if (source.factor === target.factor) return value;
  const inBase = times(value, source.factor);
  return target.factor === "1" ? inBase : dividedBy(inBase, target.factor);
}

/** The base unit of a unit's dimension, e.g. 元 for 亿元; undefined for an unknown unit. */
export function baseUnit(name: string): string | undefined {
  const unit = findUnit(name);
  return unit && Object.keys(DIMENSIONS[unit.dimension] ?? {})[0];
}

/** Whether amounts of the unit are rates, whose differences are told in 百分点. */
export function isRate(unit: string): boolean {
  return unit === "%" || unit === "百分点";
}
