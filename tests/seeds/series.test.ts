import { describe, expect, it } from "vitest";
import { compare, dividedBy, isDecimal, minus, plus, roundHalfUp, times } from "../../pipeline/model/decimal.ts";
import { monthOf, type Period, parsePeriod, shiftPeriod } from "../../pipeline/model/period.ts";
import { EMPTY } from "../../tools/sheets/grid.ts";
import { readSeries, type SeriesRow } from "../../tools/sheets/series.ts";

const FILE = new URL("../../tools/sheets/series.csv", import.meta.url).pathname;
const series = readSeries(FILE);
const PERIODS = [1, 2, 3, 4, 5, 6].map((month) => parsePeriod(`2023-0${month}`) as Period);
const CITY = ["全市", "通辽市", "合计"];

const amounts = series.filter(({ measure, unit }) => measure === "value" && unit !== "%" && unit !== "微克/立方米");
const name = ({ table, label, region }: SeriesRow) => `${table} ${label} ${region}`;

function sibling(row: SeriesRow, change: Partial<SeriesRow>): SeriesRow | undefined {
  const wanted = { ...row, ...change };
  return series.find(
    (other) =>
      other.table === wanted.table &&
      other.label === wanted.label &&
      other.region === wanted.region &&
      other.span === wanted.span &&
      other.measure === wanted.measure,
  );
}

describe("tools/sheets/series.csv", () => {
  it("holds numbers and the symbols that stand for none", () => {
    const others = series.flatMap(({ values }) => [...values.values()]).filter((text) => !isDecimal(text));
    expect(new Set(others)).toEqual(new Set(["—", "…", "-", EMPTY]));
  });

  it("has one line a measure", () => {
    const keys = series.map((row) => `${name(row)} ${row.span} ${row.measure}`);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  it("never falls in a cumulative amount", () => {
    const falling = amounts
      .filter(({ span }) => span === "ytd")
      .flatMap((row) => {
        const numbers = [...row.values.values()].filter(isDecimal);
        return numbers.some((value, i) => i > 0 && compare(value, numbers[i - 1] ?? "0") < 0) ? [name(row)] : [];
      });
    expect(falling).toEqual([]);
  });

  it("gives as the month's amount what the cumulative amount has gained", () => {
    const wrong = amounts
      .filter(({ span }) => span === "month")
      .flatMap((row) => {
        const toDate = sibling(row, { span: "ytd" })?.values;
        return PERIODS.flatMap((period) => {
          const [month, now] = [row.values.get(period), toDate?.get(period)];
          const before = monthOf(period) === 1 ? "0" : toDate?.get(shiftPeriod(period, -1));
          if (!month || !now || !before || ![month, now, before].every(isDecimal)) return [];
          return compare(month, minus(now, before)) === 0 ? [] : [`${name(row)} ${period}`];
        });
      });
    expect(wrong).toEqual([]);
  });

  it("adds up to the city wherever a table shows parts", () => {
    const wrong = amounts
      .filter(({ region }) => CITY.includes(region))
      .flatMap((city) => {
        const parts = amounts.filter(
          (row) => row.table === city.table && row.label === city.label && row.span === city.span && row !== city,
        );
        return [...city.values].flatMap(([period, total]) => {
          const sum = parts.map((part) => part.values.get(period) ?? "0").reduce(plus, "0");
          return parts.length >= 9 && compare(sum, total) === 0 ? [] : [`${name(city)} ${period}: ${sum} != ${total}`];
        });
      });
    expect(wrong).toEqual([]);
  });

  it("agrees with itself where two tables show the same figure", () => {
    const main = series.filter(({ table }) => table === "statistics-main");
    const county = series.filter(({ table, region }) => table === "statistics-county" && region === "全市");
    const wrong = county.flatMap((row) => {
      const other = main.find(
        ({ label, span, measure }) => label === row.label && span === row.span && measure === row.measure,
      );
      if (!other) return [];
      return [...row.values].filter(([period, text]) => other.values.get(period) !== text).map(() => name(row));
    });
    expect(wrong).toEqual([]);
  });

  it("states 完成率 as the cumulative amount over the year's plan", () => {
    const planned = series.filter(({ measure, table }) => measure === "share" && table !== "fiscal");
    const wrong = planned.flatMap((row) => {
      const [done, plan] = [sibling(row, { measure: "value" }), sibling(row, { measure: "plan" })];
      return [...row.values].flatMap(([period, share]) => {
        if (!isDecimal(share)) return [];
        const exact = dividedBy(times(done?.values.get(period) ?? "0", "100"), plan?.values.get(period) ?? "1");
        return roundHalfUp(exact, 1) === share ? [] : [`${name(row)} ${period}`];
      });
    });
    expect(planned.length).toBeGreaterThan(5);
    expect(wrong).toEqual([]);
  });

  it("ranks places by growth, equals alike, the city apart", () => {
    const ranks = series.filter(({ measure }) => measure === "rank");
    const wrong = ranks.flatMap((row) => {
      const rivals = series.filter(
        ({ table, label, measure, region }) =>
          table === row.table && label === row.label && measure === "yoy" && !CITY.includes(region),
      );
      return [...row.values].flatMap(([period, rank]) => {
        const own = sibling(row, { measure: "yoy" })?.values.get(period) ?? "—";
        const better = rivals.filter(({ values }) => {
          const rate = values.get(period) ?? "—";
          return isDecimal(rate) && isDecimal(own) && compare(rate, own) > 0;
        });
        const expected = CITY.includes(row.region) || !isDecimal(own) ? "—" : String(better.length + 1);
        return rank === expected ? [] : [`${name(row)} ${period}`];
      });
    });
    expect(ranks.length).toBeGreaterThan(0);
    expect(wrong).toEqual([]);
  });
});
