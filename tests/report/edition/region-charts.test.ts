import { describe, expect, it } from "vitest";
import { firstBodyRow } from "../../../pipeline/report/sheet-layout.ts";
import { CITY, code, indicatorFixture, judgedFixture, targetFixture } from "../../support/edition-input-fixture.ts";
import { juneInput } from "../../support/edition-month-fixture.ts";
import { rankingsFixture } from "../../support/rankings-fixture.ts";
import { COUNTIES, rates, sheetIn, sheetOf, ZONE } from "./regions-fixture.ts";

describe("the charts of regionsSheet(facts, sheet)", () => {
  const all = (rate: (at: number) => string | null = (at) => `${at}.5`) =>
    rates([[CITY, "0.5"], ...COUNTIES.map((one, at) => [one, rate(at)] as const), [ZONE, "12.0"]]);

  it("draw the city and every county from the growth cells of the table, below its notes", () => {
    const sheet = sheetOf(all());
    const first = firstBodyRow(sheet);
    const [placed, ...others] = sheet.charts ?? [];
    expect(others).toEqual([]);
    expect(placed?.chart).toMatchObject({
      kind: "bar",
      unit: "%",
      decimals: 1,
      categories: { sheet: sheet.name, from: `A${first}`, to: `A${first + 8}` },
      series: [
        {
          name: { from: `B${first - 1}`, to: `B${first - 1}` },
          values: { sheet: sheet.name, from: `B${first}`, to: `B${first + 8}` },
        },
      ],
    });
    expect(placed?.row).toBeGreaterThan(first + sheet.rows.length + sheet.notes.length);
    expect(sheet.fit).toBe("page");
  });

  it.each([
    ["a county has no number", (at: number) => (at === 3 ? null : `${at}.5`)],
    ["a number is too long for a cell to hold", (at: number) => (at === 3 ? "1.12345678901234567" : `${at}.5`)],
  ])("are left out where %s", (_name, rate) => {
    expect(sheetOf(all(rate)).charts).toBeUndefined();
  });

  it("stand beside and below each other without covering one another", () => {
    const names = ["甲", "乙", "丙", "丁", "戊"];
    const indicators = names.map((name, at) => indicatorFixture({ code: code(`measure-${at}`), name }));
    const assessments = indicators.map((indicator, at) =>
      judgedFixture(targetFixture({ id: `2023-00${at + 1}`, indicator: indicator.code, name: indicator.name }), "0.5", {
        gap: "-8.5",
      }),
    );
    const regional = indicators.flatMap((indicator, at) =>
      all().map((one) => ({ ...one, indicator: indicator.code, sheet: `表${at}` })),
    );
    const rankings = rankingsFixture(assessments, regional, { indicators });
    const sheet = sheetIn(juneInput({ assessments, regional, rankings, indicators }));
    const charts = sheet.charts ?? [];
    expect(charts).toHaveLength(names.length);
    expect(new Set(charts.map(({ chart }) => chart.id)).size).toBe(names.length);
    const cells = charts.flatMap(({ row, column, rows, columns }) =>
      Array.from({ length: rows * columns }, (_, at) => `${row + Math.floor(at / columns)} ${column + (at % columns)}`),
    );
    expect(new Set(cells).size).toBe(cells.length);
    expect(Math.max(...charts.map(({ column, columns }) => column + columns - 1))).toBe(sheet.columns.length);
  });
});
