import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { PipelineError } from "../../pipeline/errors.ts";
import { readCsvRows } from "../../pipeline/read/csv-rows.ts";
import { parseBureaus } from "../../pipeline/reference/bureaus.ts";
import type { CsvRow } from "../../pipeline/reference/csv-rows.ts";
import { nameKey, parseIndicators } from "../../pipeline/reference/indicators.ts";
import { parseMilestones } from "../../pipeline/reference/milestones.ts";
import { parseNotTargets } from "../../pipeline/reference/not-targets.ts";
import { parseRegions } from "../../pipeline/reference/regions.ts";
import { parseTargets } from "../../pipeline/reference/targets.ts";

type Parse = (rows: readonly CsvRow[], file: string) => unknown;
type Change = (fields: Record<string, string>) => Record<string, string>;

const SEEDS = new URL("../../seeds/", import.meta.url).pathname;
const read = (name: string) => readCsvRows(`${SEEDS}${name}`);
const set =
  (column: string, value: string): Change =>
  (fields) => ({ ...fields, [column]: value });
const without =
  (column: string): Change =>
  (fields) =>
    Object.fromEntries(Object.entries(fields).filter(([name]) => name !== column));

const TABLES = {
  "regions.csv": parseRegions,
  "bureaus.csv": parseBureaus,
  "indicators.csv": parseIndicators,
  "plans/2023/targets.csv": parseTargets,
  "plans/2023/milestones.csv": parseMilestones,
  "plans/2023/not-targets.csv": parseNotTargets,
} as const satisfies Record<string, Parse>;

describe("the tables of the seeds", () => {
  it.each<[keyof typeof TABLES, string, Change]>([
    ["regions.csv", "a code of five digits", set("code", "15050")],
    ["regions.csv", "a kind that is none", set("kind", "village")],
    ["regions.csv", "an order that is no number", set("order", "first")],
    ["regions.csv", "a name that another has", set("name", "科尔沁区")],
    ["regions.csv", "an alias that another has", set("aliases", "霍市")],
    ["regions.csv", "a code that another has", set("code", "150500")],
    ["regions.csv", "a place in the order that another has", set("order", "0")],
    ["regions.csv", "a missing column", without("kind")],
    ["bureaus.csv", "a code with capitals", set("code", "Statistics")],
    ["bureaus.csv", "no name", set("name", " ")],
    ["bureaus.csv", "a name that another has", set("short_name", "市统计局")],
    ["bureaus.csv", "a column too many", set("phone", "1")],
    ["indicators.csv", "a unit that nobody knows", set("unit", "亿")],
    ["indicators.csv", "no unit", set("unit", "")],
    ["indicators.csv", "decimals below zero", set("decimals", "-1")],
    ["indicators.csv", "a nature that is none", set("nature", "sum")],
    ["indicators.csv", "a price that is none", set("price", "current")],
    ["indicators.csv", "a cadence that is none", set("cadence", "weekly")],
    ["indicators.csv", "a month beyond December", set("first_month", "13")],
    ["indicators.csv", "no month", set("judged_from", "")],
    ["indicators.csv", "a yes that is none", set("growth_only", "是")],
    ["indicators.csv", "a yearly amount in words", set("yearly", "100以上")],
    ["indicators.csv", "a yearly amount of nothing", set("yearly", "0")],
    ["indicators.csv", "a yearly amount from nowhere", set("yearly_from", "")],
    ["indicators.csv", "a source of no amount", set("yearly", "")],
    ["indicators.csv", "an alias with an empty scope", set("aliases", "新名称@")],
    ["indicators.csv", "a code that another has", set("code", "gdp")],
    ["indicators.csv", "a name that another has", set("name", "地区生产总值")],
    ["indicators.csv", "an alias that differs in width and brackets only", set("aliases", "ＧＤＰ")],
    ["plans/2023/targets.csv", "a low that is no number", set("low", "540以上")],
    ["plans/2023/targets.csv", "a low with a separator", set("low", "1,200")],
    ["plans/2023/targets.csv", "an op that is none", set("op", "≥")],
    ["plans/2023/targets.csv", "a basis that is none", set("basis", "total")],
    ["plans/2023/targets.csv", "a strength that is none", set("strength", "必须")],
    ["plans/2023/targets.csv", "a due date that is none", set("due", "年底")],
    ["plans/2023/targets.csv", "a yes that is none", set("explicit", "是")],
    ["plans/2023/targets.csv", "a bureau of unknown origin", set("bureau_from", "")],
    ["plans/2023/targets.csv", "an offset that is none", set("start", "-1")],
    ["plans/2023/milestones.csv", "no task", set("task", "")],
    ["plans/2023/milestones.csv", "no action", set("action", "")],
    ["plans/2023/milestones.csv", "a due date that is none", set("due", "上半年")],
    ["plans/2023/milestones.csv", "a bureau of unknown origin", set("bureau_from", "")],
    ["plans/2023/not-targets.csv", "no reason", set("reason", "")],
    ["plans/2023/not-targets.csv", "an offset that is none", set("end", "x")],
  ])("refuse in %s %s, naming the line", (name, _case, change) => {
    const rows = read(name);
    const broken = rows.map((row, index) => (index === 4 ? { ...row, fields: change({ ...row.fields }) } : row));
    expect(placeOf(() => TABLES[name](broken, name))).toEqual(["SEED_INVALID", name, 6]);
  });

  it.each(Object.entries(TABLES) as [keyof typeof TABLES, Parse][])(
    "tell every bad row of %s at once",
    (name, parse) => {
      const rows = read(name);
      const broken = rows.map((row) => ({ ...row, fields: { ...row.fields, surplus: "1" } }));
      expect(caught(() => parse(broken, name)).message.match(/第\d+行/g)).toHaveLength(rows.length);
    },
  );
});

describe("parseRegions(rows, file)", () => {
  const regions = parseRegions(read("regions.csv"), "regions.csv");

  it("has the city, its eight 旗县市区, the development zone, 市本级, and the level above", () => {
    const count = (kind: string) => regions.filter((region) => region.kind === kind).length;
    expect(["city", "county", "development-zone", "city-level", "province"].map(count)).toEqual([1, 8, 1, 1, 1]);
  });

  it("orders them as tables do, whatever the order of the rows", () => {
    expect(parseRegions([...read("regions.csv")].reverse(), "regions.csv")).toEqual(regions);
    expect(regions.map(({ shortName }) => shortName).slice(2, 5)).toEqual(["科尔沁区", "霍林郭勒市", "开鲁县"]);
  });
});

describe("parseIndicators(rows, file)", () => {
  const indicators = parseIndicators(read("indicators.csv"), "indicators.csv");

  it("counts the name itself among the aliases and keeps the 口径 that an alias carries", () => {
    const investment = indicators.find(({ code }) => code === "fixed-asset-investment");
    expect(investment?.aliases[0]).toEqual({ text: "固定资产投资", scope: null });
    expect(investment?.aliases).toContainEqual({ text: "限额以上固定资产投资", scope: "限额以上" });
  });

  it("takes no label for two indicators", () => {
    const owners = new Map<string, Set<string>>();
    for (const { code, aliases } of indicators) {
      for (const { text } of aliases) owners.set(nameKey(text), (owners.get(nameKey(text)) ?? new Set()).add(code));
    }
    expect([...owners].filter(([, codes]) => codes.size > 1)).toEqual([]);
  });

  it.each(["第一产业", "第二产业", "第三产业", "采矿业", "制造业"])(
    "leaves %s open, because it stands under output as well as investment",
    (label) => {
      expect(indicators.filter(({ aliases }) => aliases.some(({ text }) => text === label))).toEqual([]);
    },
  );

  it.each([
    ["gdp", "quarterly", 3],
    ["industrial-value-added", "monthly", 2],
    ["fixed-asset-investment", "monthly", 2],
    ["retail-sales", "monthly", 2],
    ["budget-revenue", "monthly", 1],
    ["urban-income", "quarterly", 3],
    ["grain-output", "annual", 12],
  ])("expects %s %s from month %i", (code, cadence, firstMonth) => {
    expect(indicators.find((indicator) => indicator.code === code)).toMatchObject({ cadence, firstMonth });
  });
});

describe("the plan's text as shipped", () => {
  it("has no character outside the basic plane, so that offsets count characters", () => {
    const text = readFileSync(`${SEEDS}plans/2023/plan.txt`, "utf8");
    expect([...text]).toHaveLength(text.length);
    expect(text).not.toContain("\r");
  });
});

function caught(run: () => unknown): PipelineError {
  try {
    run();
  } catch (error) {
    if (error instanceof PipelineError) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}

function placeOf(run: () => unknown): readonly [string, string | undefined, number | undefined] {
  const { code, location } = caught(run);
  return [code, location.file, location.line];
}
