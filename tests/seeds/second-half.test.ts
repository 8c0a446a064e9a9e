import { describe, expect, it } from "vitest";
import { compare, isDecimal, minus, plus } from "../../pipeline/model/decimal.ts";
import { makePeriod, shiftPeriod } from "../../pipeline/model/period.ts";
import { layOutDemoBooks } from "../../tools/sheets/demo-books.ts";
import { carryOn } from "../../tools/sheets/second-half.ts";
import { readSeries, type SeriesRow } from "../../tools/sheets/series.ts";

const shipped = readSeries(new URL("../../tools/sheets/series.csv", import.meta.url).pathname);
const carried = carryOn(shipped);
const MONTHS = [7, 8, 9, 10, 11, 12].map((month) => makePeriod(2023, month));
const [JUNE, DECEMBER] = [makePeriod(2023, 6), makePeriod(2023, 12)];
const FIRST_HALF = MONTHS.map((period) => shiftPeriod(period, -6));

function beside(row: SeriesRow, changes: Partial<SeriesRow>): SeriesRow | undefined {
  const wanted = { ...row, ...changes };
  const keys = ["table", "label", "region", "span", "measure"] as const;
  return carried.find((other) => keys.every((key) => other[key] === wanted[key]));
}

describe("carryOn(series)", () => {
  it("leaves January to June as they ship", () => {
    const half = ({ values }: SeriesRow) => FIRST_HALF.map((period) => values.get(period));
    expect(carried.map(half)).toEqual(shipped.map(half));
  });

  it("lets sums to date grow by the months, which never go back", () => {
    const wrong = carried
      .filter(({ span, measure, unit }) => span === "month" && measure === "value" && unit !== "%")
      .flatMap((row) => {
        const toDate = beside(row, { span: "ytd" })?.values;
        return MONTHS.filter((period) => {
          const [month, now] = [row.values.get(period) ?? "", toDate?.get(period) ?? ""];
          const before = toDate?.get(shiftPeriod(period, -1)) ?? "";
          return [month, now, before].every(isDecimal) && compare(plus(before, month), now) !== 0;
        }).map((period) => `${row.table} ${row.label} ${row.region} ${period}`);
      });
    expect(wrong).toEqual([]);
  });

  it("keeps the parts of the fiscal table adding up to the city", () => {
    const rows = carried.filter(
      ({ table, measure, span }) => table === "fiscal" && measure === "value" && span === "ytd",
    );
    for (const label of new Set(rows.map((row) => row.label))) {
      for (const period of MONTHS) {
        const own = rows.filter((row) => row.label === label);
        const city = own.find(({ region }) => region === "通辽市")?.values.get(period) ?? "0";
        const parts = own.filter(({ region }) => region !== "通辽市").map(({ values }) => values.get(period) ?? "0");
        expect(minus(city, parts.reduce(plus, "0")), `${label} ${period}`).toBe("0");
      }
    }
  });

  it("reaches in December what the sheets print as the year's plan", () => {
    const planned = carried.filter(({ measure }) => measure === "plan");
    for (const row of planned) {
      const [plan, reached] = [row.values.get(JUNE), beside(row, { measure: "value" })?.values.get(DECEMBER)];
      expect(minus(plan ?? "", reached ?? ""), row.label).toBe("0");
    }
    expect(planned.length).toBeGreaterThan(5);
  });
});

describe("layOutDemoBooks(series, periods)", () => {
  it("has every bureau's sheets of July to December, but those of the one that was late in May, in August and November", () => {
    const books = layOutDemoBooks(carried, MONTHS);
    expect(books).toHaveLength(6 * 12 - 2);
    expect(new Set(books.map(({ path }) => path)).size).toBe(books.length);
  });
});
