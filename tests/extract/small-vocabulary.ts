import { type Extraction, extractBook, type Hints } from "../../pipeline/extract/book.ts";
import type { Vocabulary } from "../../pipeline/extract/vocabulary.ts";
import type { Book } from "../../pipeline/model/cell.ts";
import type { Indicator, IndicatorCode } from "../../pipeline/model/indicator.ts";
import type { Region } from "../../pipeline/model/region.ts";
import type { SourceProfile } from "../../pipeline/model/source.ts";
import { parseSource } from "../../pipeline/reference/sources.ts";

type Nature = Indicator["nature"];

function indicator(
  code: string,
  names: string,
  unit: string,
  nature: Nature,
  scopes: Record<string, string> = {},
): Indicator {
  const [name = "", ...others] = names.split("、");
  const aliases = [name, ...others].map((text) => ({ text, scope: scopes[text] ?? null }));
  const rest = {
    decimals: 1,
    price: null,
    cadence: "monthly",
    firstMonth: 1,
    judgedFrom: 1,
    lagMonths: 0,
    partOf: null,
    publisher: "statistics",
    growthOnly: false,
    yearly: null,
  } as const;
  return { code: code as IndicatorCode, name, aliases, unit, nature, ...rest };
}

function region(code: string, name: string, shortName: string, aliases: string, order: number): Region {
  const kind = code === "150500" ? "city" : "county";
  return { code, name, shortName, aliases: aliases === "" ? [] : aliases.split("、"), kind, order };
}

/** A city of five places and a dozen indicators. */
export const VOCABULARY: Vocabulary = {
  city: "150500",
  indicators: [
    indicator("gdp", "地区生产总值、GDP", "亿元", "flow"),
    indicator("primary", "第一产业增加值、第一产业", "亿元", "flow"),
    indicator("secondary", "第二产业增加值、第二产业", "亿元", "flow"),
    indicator("industry", "规模以上工业增加值、规上工业增加值", "亿元", "flow"),
    indicator("investment", "固定资产投资、限额以上固定资产投资", "亿元", "flow", { 限额以上固定资产投资: "限额以上" }),
    indicator("industrial-investment", "工业投资", "亿元", "flow"),
    indicator("retail", "社会消费品零售总额", "亿元", "flow"),
    indicator("revenue", "一般公共预算收入", "亿元", "flow"),
    indicator("tax", "税收收入", "亿元", "flow"),
    indicator("power", "全社会用电量", "亿千瓦时", "flow"),
    indicator("industrial-power", "工业用电量、全社会用电量工业", "亿千瓦时", "flow"),
    indicator("jobs", "城镇新增就业", "人", "flow"),
    indicator("unemployment", "城镇登记失业率", "%", "rate"),
    indicator("pm25", "PM2.5平均浓度", "微克/立方米", "rate"),
    indicator("deposits", "各项存款余额", "亿元", "stock"),
    indicator("cattle", "牛存栏", "万头", "stock"),
    indicator("cpi", "居民消费价格指数", "%", "index"),
  ],
  regions: [
    region("150500", "通辽市", "通辽", "", 0),
    region("150502", "科尔沁区", "科区", "科尔沁", 1),
    region("150521", "科尔沁左翼中旗", "科左中旗", "左中、中旗", 2),
    region("150523", "开鲁县", "开鲁", "", 3),
    region("150526", "扎鲁特旗", "扎旗", "扎鲁特", 4),
  ],
  sources: [],
};

/** A profile that says nothing but how it is recognised, with what a test adds. */
export function profileOf(
  name: string,
  recognise: readonly string[],
  more: Partial<SourceProfile> = {},
): SourceProfile {
  const yaml = `title: ${name}\nbureau: statistics\nrecognise: [某表]`;
  return { ...parseSource(name, yaml, name), recognise, ...more };
}

/** Extracts with the small vocabulary. */
export function extract(book: Book, sources: readonly SourceProfile[] = [], hints: Hints = {}): Extraction {
  return extractBook(book, { ...VOCABULARY, sources }, hints);
}

/** Observations in one line each: cell, indicator, region, period, span, quantity, value, unit; `region` 150500 is left out. */
export function facts({ observations }: Extraction): readonly string[] {
  return observations.map(({ cell, indicator, region, period, span, quantity, scope, value, unit, statusReason }) =>
    [
      cell,
      indicator ?? "?",
      region === "150500" ? null : (region ?? "?"),
      period,
      span,
      quantity,
      scope,
      value ?? `(${statusReason})`,
      value === null ? null : (unit ?? "?"),
    ]
      .filter((part) => part !== null)
      .join(" "),
  );
}

/** Issues as places and codes. */
export function questions({ issues }: Extraction): readonly (readonly [string | null, string])[] {
  return issues.map(({ cell, code }) => [cell, code]);
}

/** What became of a cell of the only sheet. */
export function fate({ dispositions }: Extraction, cell: string): string | undefined {
  return dispositions.find((disposition) => disposition.cell === cell)?.kind;
}
