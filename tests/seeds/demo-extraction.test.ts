import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { extractBook } from "../../pipeline/extract/book.ts";
import { loadReference } from "../../pipeline/jobs/reference.ts";
import { isDecimal, roundHalfUp } from "../../pipeline/model/decimal.ts";
import type { Observation } from "../../pipeline/model/observation.ts";
import { type Period, parsePeriod, shiftPeriod } from "../../pipeline/model/period.ts";
import { readBook } from "../../pipeline/read/book.ts";
import { readCsvRows } from "../../pipeline/read/csv-rows.ts";
import { layOutDemoBooks } from "../../tools/sheets/demo-books.ts";
import { readSeries, type SeriesRow } from "../../tools/sheets/series.ts";

const ROOT = new URL("../..", import.meta.url).pathname;
const CITY = "150500";
const { indicators, regions, sources, milestonePhrases } = loadReference(ROOT);
const series = readSeries(join(ROOT, "tools/sheets/series.csv"));

/** The series that each bureau's files are made of, by the first word of the table's name. */
const TABLES: Readonly<Record<string, RegExp>> = {
  统计局: /^statistics-/,
  财政局: /^fiscal$/,
  人社局: /^employment/,
  能源局: /^energy/,
  农牧局: /^farming-/,
  区域经济合作局: /^investment-promotion$/,
  生态环境局: /^environment$/,
  住建局: /^housing$/,
  发改委: /^projects-/,
  科技局: /^science$/,
};

function indicatorOf(label: string): string {
  const found = indicators.find(({ aliases }) => aliases.some(({ text }) => text === label));
  if (!found) throw new Error(`no indicator is called ${label}`);
  return found.code;
}

function regionOf(name: string): string {
  const plain = name.replaceAll(" ", "");
  if (plain === "" || plain === "合计") return CITY;
  const found = regions.find((region) => [region.name, region.shortName, ...region.aliases].includes(plain));
  if (!found) throw new Error(`no region is called ${name}`);
  return found.code;
}

function expectedFacts(row: SeriesRow, period: Period): string {
  const [of, quantity] = row.measure === "last-year" ? [shiftPeriod(period, -12), "value"] : [period, row.measure];
  const text = row.values.get(period) ?? "";
  return [
    indicatorOf(row.label),
    regionOf(row.region),
    of,
    row.span,
    quantity,
    isDecimal(text) ? text : `(${text})`,
  ].join(" ");
}

function foundFact(o: Observation): string {
  return [
    o.indicator,
    o.region,
    o.period,
    o.span,
    o.quantity,
    o.value === null ? `(${o.statusReason})` : roundHalfUp(o.value, o.decimals),
  ].join(" ");
}

const books = await Promise.all(
  layOutDemoBooks(series).map(async ({ path }) => {
    const book = await readBook(join(ROOT, "seeds/sheets/demo", path));
    return { path, extraction: extractBook(book, { indicators, regions, sources, milestonePhrases, city: CITY }) };
  }),
);

describe("extractBook over seeds/sheets/demo", () => {
  it.each(books)("reads $path without a question", ({ extraction }) => {
    expect(extraction.issues.filter(({ severity }) => severity !== "info")).toEqual([]);
    expect(extraction.source?.illustrative).toBe(true);
    expect(extraction.illustrative).toBe(true);
    expect(extraction.vintage).toMatch(/^2023-0[2-7]-\d\d$/);
  });

  const months = [1, 2, 3, 4, 5, 6].map((month) => parsePeriod(`2023-0${month}`) as Period);
  const cases = Object.keys(TABLES).flatMap((bureau) => months.map((period) => ({ bureau, period })));

  it.each(cases)("finds every figure of $bureau in $period, and no other", ({ bureau, period }) => {
    const wanted = series
      .filter((row) => TABLES[bureau]?.test(row.table) && row.measure !== "plan" && row.values.has(period))
      .map((row) => expectedFacts(row, period));
    const vintageMonth = shiftPeriod(period, 1);
    const found = books
      .filter(({ path, extraction }) => path.startsWith(`${bureau}/`) && extraction.vintage?.startsWith(vintageMonth))
      .flatMap(({ extraction }) => extraction.observations.map(foundFact));
    expect(found.sort()).toEqual(wanted.sort());
  });
});

describe("June 2023 of the demo sheets", () => {
  const june = books
    .flatMap(({ extraction }) => extraction.observations)
    .filter(({ period, span, value }) => period === "2023-06" && span !== "month" && value !== null);
  const has = (region: string, indicator: string, quantity: string, scope: string | null) =>
    june.some((o) => o.region === region && o.indicator === indicator && o.quantity === quantity && o.scope === scope);

  it("feeds at least 60 of the plan's targets", () => {
    const targets = readCsvRows(join(ROOT, "seeds/plans/2023/targets.csv")).map(({ fields }) => fields);
    const fed = targets.filter(({ indicator = "", quantity = "", scope }) =>
      has(CITY, indicator, quantity, scope || null),
    );
    expect(fed.length).toBeGreaterThanOrEqual(60);
  });

  const places = regions.filter(({ kind }) => kind === "county" || kind === "development-zone");

  it.each([
    ["gdp", "value", null],
    ["gdp", "yoy", null],
    ["industrial-value-added", "yoy", null],
    ["fixed-asset-investment", "yoy", "限额以上"],
    ["retail-sales", "value", null],
    ["retail-sales", "yoy", null],
    ["budget-revenue", "value", null],
    ["budget-revenue", "yoy", null],
  ])("has %s %s of the city and all its places", (indicator, quantity, scope) => {
    expect(places).toHaveLength(9);
    const without = [CITY, ...places.map(({ code }) => code)].filter((code) => !has(code, indicator, quantity, scope));
    expect(without).toEqual([]);
  });
});
