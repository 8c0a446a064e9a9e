import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseAddress } from "../../../pipeline/model/cell.ts";
import type { Edition, SheetDescription } from "../../../pipeline/model/edition.ts";
import type { Figure } from "../../../pipeline/model/figure.ts";
import type { KnownObservation } from "../../../pipeline/model/observation.ts";
import { makePeriod } from "../../../pipeline/model/period.ts";
import { describeEdition } from "../../../pipeline/report/edition/describe.ts";
import type { EditionInput } from "../../../pipeline/report/edition/input.ts";
import { firstBodyRow } from "../../../pipeline/report/sheet-layout.ts";
import { month } from "../../support/edition-input-fixture.ts";
import { cellsIn, sheetNamed, textsIn } from "../../support/sheet-cells.ts";
import { undeclaredDigits } from "../../support/standing-text.ts";
import { halfYear, published, TREND_TARGETS, trendInput } from "./trend-fixture.ts";

const trendsOf = (edition: Edition) => sheetNamed(edition, "趋势");

/** Every period that the cells below a figure are of. */
function periodsBelow(figure: Figure, book: ReadonlyMap<string, Figure>, known: readonly KnownObservation[]): string[] {
  const { derivation } = figure;
  if (derivation.kind === "planned" || derivation.kind === "stated") return [];
  if (derivation.kind === "computed") {
    return derivation.operands.flatMap((id) => periodsBelow(book.get(id) as Figure, book, known));
  }
  return derivation.observations.map(({ sheet, cell, sha256, value }) => {
    const of = known.filter((o) => o.sheet === sheet && o.cell === cell && o.sha256 === sha256 && o.value === value);
    expect(of).toHaveLength(1);
    return of[0]?.period ?? "";
  });
}

/** Months by the words that name them in a column of cumulative figures, or of figures at a month's end. */
const MONTHS: Readonly<Record<string, number>> = Object.fromEntries([
  ...Array.from({ length: 12 }, (_unused, index) => [`1—${index + 1}月`, index + 1]),
  ...Array.from({ length: 12 }, (_unused, index) => [`${index + 1}月末`, index + 1]),
  ...Object.entries({ "1月": 1, 一季度: 3, 上半年: 6, 前三季度: 9, 全年: 12, 年末: 12 }),
]);

/** Every point of every chart: the chart, what it stands for, the month of its row, and the figure in its cell. */
function pointsOf(edition: Edition) {
  const sheet = trendsOf(edition);
  return (sheet.charts ?? []).flatMap(({ chart }) => {
    const months = textsIn(sheet, chart.categories).map((name) => MONTHS[name]);
    return chart.series.flatMap(({ role, values }) =>
      cellsIn(sheet, values).map((cell, index) => ({
        ...{ id: chart.id, role, month: months[index] ?? 0, cell },
        figure: cell?.kind === "number" ? edition.figures.find(({ id }) => id === cell.figure) : undefined,
      })),
    );
  });
}

/** Checks every point against the observations it was made of. */
function expectTruePoints(input: EditionInput, known: readonly KnownObservation[]): void {
  const edition = describeEdition(input);
  const book = new Map(edition.figures.map((figure) => [figure.id, figure]));
  for (const { role, month: at, cell, figure } of pointsOf(edition)) {
    expect(at).toBeGreaterThan(0);
    if (cell?.kind === "blank" || cell === undefined) continue;
    if (!figure) throw new Error(`a point without a figure: ${JSON.stringify(cell)}`);
    if (role === "goal") {
      expect(figure.derivation.kind).toBe("planned");
      continue;
    }
    const year = role === "last-year" ? 2022 : 2023;
    const periods = periodsBelow(figure, book, known);
    expect(periods.length).toBeGreaterThan(0);
    expect(new Set(periods)).toEqual(new Set([makePeriod(year, at)]));
  }
}

const sheetOf = (input: EditionInput) => trendsOf(describeEdition(input));

const chartOf = (sheet: SheetDescription, id: string) => sheet.charts?.find(({ chart }) => chart.id === `trend-${id}`);

describe("趋势", () => {
  it("does not move the day up to which an edition knows by last year's figures, whenever they were collected", () => {
    const input = trendInput();
    const isLastYears = ({ period }: { readonly period: string }) => period < makePeriod(2023, 1);
    const late = input.trends.map((trend) => ({
      ...trend,
      points: trend.points.map((point) => ({
        ...point,
        observations: point.observations.map((one) => (isLastYears(one) ? { ...one, vintage: "2026-11-23" } : one)),
      })),
    }));
    expect(late).not.toEqual(input.trends);
    const { dataVintage } = describeEdition(input);
    expect(describeEdition({ ...input, trends: late })).toMatchObject({ dataVintage });
  });

  it("draws what is known, month by month, and leaves the rest open", () => {
    const sheet = sheetOf(trendInput());
    const drawn = (sheet.charts ?? []).map(({ chart }) => [
      chart.id,
      chart.kind,
      textsIn(sheet, chart.categories),
      Object.fromEntries(chart.series.map(({ role, values }) => [role, textsIn(sheet, values)])),
    ]);
    const quarters = ["一季度", "上半年", "前三季度", "全年"];
    expect(drawn[0]).toEqual([
      ...["trend-2023-001", "combo", quarters],
      {
        amount: ["331.2", "702.5", "", ""],
        actual: ["5.4", "6.2", "", ""],
        goal: ["7", "7", "7", "7"],
        "last-year": ["", "", "", "3.0"],
      },
    ]);
    expect(drawn[1]?.[1]).toBe("line");
    expect(drawn[1]?.[2]).toEqual([
      "1—2月",
      "一季度",
      "1—4月",
      "1—5月",
      "上半年",
      "1—7月",
      "1—8月",
      "前三季度",
      "1—10月",
      "1—11月",
      "全年",
    ]);
    expect(drawn[1]?.[3]).toMatchObject({ actual: ["4.8", "5.6", "", "", "7.0", "", "", "", "", "", ""] });
    expect(drawn[2]?.[3]).toMatchObject({
      actual: ["0.0618", "", "", "", "0.6530", "0.8127", "", "", "", "", "", ""],
      "last-year": ["", "", "", "", "", "0.7000", "", "", "", "", "", ""],
    });
    expect(drawn[3]?.[3]).toEqual({
      actual: ["", "", "", "", "4.03", "3.98", "", "", "", "", "", ""],
      goal: Array.from({ length: 12 }, () => "5"),
    });
    expect(drawn).toHaveLength(4);
  });

  it("holds at every point a figure of the month and year that the point stands for", () => {
    expectTruePoints(trendInput(), halfYear());
  });

  it("holds the same for whatever is published", () => {
    const one = fc.record({
      indicator: fc.constantFrom("gdp", "industrial-value-added", "jobs", "unemployment"),
      year: fc.constantFrom(2022, 2023),
      at: fc.integer({ min: 1, max: 12 }),
      span: fc.constantFrom("ytd" as const, "month" as const, "quarter" as const, "instant" as const, "year" as const),
      scope: fc.constantFrom(null, "现价", "不含农户"),
      isAmount: fc.boolean(),
      tenths: fc.integer({ min: 10, max: 300 }),
      illustrative: fc.boolean(),
      vintage: fc.constantFrom("2023-07-01", "2023-07-12"),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 60 }), fc.constantFrom(6, 12), (many, at) => {
        const known = many.map(({ indicator, year, at: m, isAmount, tenths, ...rest }, index) =>
          published(indicator, m, (tenths / 10).toFixed(1), {
            ...rest,
            period: makePeriod(year, m),
            cell: `F${index + 10}`,
            ...(isAmount ? { quantity: "value", unit: indicator === "jobs" ? "万人" : "亿元" } : {}),
            ...(isAmount && indicator === "unemployment" ? { unit: "%" } : {}),
          }),
        );
        const all = [
          ...known,
          published("unemployment", at, "4.0", { quantity: "value", span: "instant", cell: "A1" }),
        ];
        const input = trendInput(all, { at });
        expectTruePoints(input, all);
        expect(undeclaredDigits(describeEdition(input), input)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  }, 30_000);

  it("is the same for any order of the observations and the trends", () => {
    const expected = describeEdition(trendInput());
    const shuffled = <T>(list: readonly T[]) =>
      fc.shuffledSubarray([...list], { minLength: list.length, maxLength: list.length });
    fc.assert(
      fc.property(shuffled(halfYear()), shuffled(TREND_TARGETS), (known, targets) => {
        const input = trendInput(known, { targets });
        const plan = trendInput().plan;
        expect(describeEdition({ ...input, plan })).toEqual(expected);
      }),
      { numRuns: 15 },
    );
  });

  it("prints the actual of a target as the same figure as everywhere", () => {
    const edition = describeEdition(trendInput());
    const own = pointsOf(edition).filter(({ role, month: at }) => role === "actual" && at === 6);
    expect(own.map(({ figure }) => figure?.id)).toEqual(["001", "002", "003", "004"].map((id) => `2023-${id}/actual`));
  });

  it("says which months it leaves out, which are 演示数据, and what has too few points", () => {
    const sheet = sheetOf(
      trendInput([...halfYear(), published("grain", 12, "189", { quantity: "value", unit: "亿斤" })], { at: 12 }),
    );
    const sections = sheet.rows.flatMap((row) => (row.kind === "section" ? [row.text] : []));
    expect(sections.find((text) => text.startsWith("规模以上工业增加值"))).toMatch(/2023年4月.*口径/);
    expect(sections.find((text) => text.startsWith("城镇新增就业"))).toMatch(/6月为演示数据/);
    expect(sheet.notes.flat().join("")).toMatch(/没有画图.*粮食产量.*一次/);
    expect(chartOf(sheet, "2023-005")).toBeUndefined();
  });

  it("draws no goal that moves with another figure, and none of two numbers", () => {
    const targets = TREND_TARGETS.map((target) => {
      if (target.id === "2023-002") return { ...target, op: "range" as const, low: "8", high: "10" };
      return target;
    });
    const roles = (input: EditionInput, id: string) =>
      chartOf(sheetOf(input), id)?.chart.series.map(({ role }) => role);
    expect(roles(trendInput(), "2023-002")).toContain("goal");
    expect(roles(trendInput(halfYear(), { targets }), "2023-002")).toEqual(["actual"]);
  });

  it("keeps every chart beside its own table, on the page that the table is on, over no other chart", () => {
    const sheet = sheetOf(trendInput());
    let end = 0;
    for (const { chart, row, rows, column, columns } of sheet.charts ?? []) {
      const [first, last] = [parseAddress(chart.categories.from), parseAddress(chart.categories.to)];
      expect(row).toBeGreaterThan(end);
      end = row + rows - 1;
      expect(first?.row).toBeGreaterThan(row);
      expect(last?.row).toBeLessThanOrEqual(end);
      expect(column + columns - 1).toBe(sheet.columns.length);
      const inside = sheet.rows.slice(row - firstBodyRow(sheet), end + 1 - firstBodyRow(sheet));
      expect(inside.filter(({ kind }) => kind === "section")).toEqual([]);
    }
  });
});

describe("the headline targets without a chart", () => {
  const told = (input: EditionInput) => sheetOf(input).notes.flat().join("");

  it("are named with their reasons, those of one reason together", () => {
    const some = halfYear().filter(({ indicator, period }) => indicator !== "gdp" || period === month(6));
    expect(told(trendInput(some))).toMatch(
      /没有画图的主要指标：地区生产总值增速（%），本年只有一个月的数；粮食产量（亿斤），本年还没有可用的数。/,
    );
    expect(told(trendInput(halfYear().filter(({ period }) => period === month(6))))).toMatch(
      /：地区生产总值增速（%）、规模以上工业增加值增速（%）、城镇新增就业（万人）、城镇登记失业率（%），本年只有一个月的数；/,
    );
  });

  it("are told what they leave out", () => {
    const scopes = [
      published("industrial-value-added", 5, "5.5", { scope: "现价" }),
      published("industrial-value-added", 6, "7"),
    ];
    expect(told(trendInput(scopes))).toMatch(/本年只有一个月的数，2023年5月公布的数口径或时段不同，不列入/);
  });

  it("leave the notes no page of their own", () => {
    const [first] = TREND_TARGETS;
    if (!first) throw new Error("targets");
    for (const count of [1, 48, 53, 54, 55, 60, 108, 109, 120]) {
      const targets = Array.from({ length: count }, (_unused, index) => ({
        ...first,
        ...{ id: `2023-${index + 100}`, headline: false },
      }));
      const { rows } = sheetOf(trendInput(halfYear(), { targets }));
      const lastPage = rows.findLastIndex((row) => row.kind === "section" && row.newPage);
      expect(rows.length - Math.max(0, lastPage)).toBeLessThanOrEqual(50);
      expect(rows.filter(({ kind }) => kind === "data")).toHaveLength(
        count + rows.filter(({ kind }) => kind === "section").length,
      );
    }
  });
});
