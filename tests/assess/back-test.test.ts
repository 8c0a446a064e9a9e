import { describe, expect, it } from "vitest";
import { bestMethod } from "../../pipeline/assess/back-test.ts";
import { historyOf } from "../../pipeline/assess/history.ts";
import type { Method } from "../../pipeline/assess/outlook-method.ts";
import { makePeriod } from "../../pipeline/model/period.ts";

const COMES = ["100", "100", "100", "100"];

/** Years from 2019 that end as told. */
const history = historyOf(
  COMES.map((value, index) => ({
    ...{
      period: makePeriod(2019 + index, 12),
      value,
      decimals: 0,
      scope: null,
      span: "ytd" as const,
      observations: [],
    },
  })),
);

/** A method that says for each year from 2019 what is listed; null where it cannot. */
function saying(name: Method["name"], ...values: readonly (string | null)[]): Method {
  return {
    name,
    project: ({ year }) => {
      const value = values[year - 2019];
      return value === null || value === undefined ? undefined : { value, parts: [], points: [] };
    },
  };
}

const best = (methods: readonly Method[], relative = false) => {
  const found = bestMethod(methods, { history, year: 2023, stretch: { month: 6, due: 12 }, unit: "" }, relative);
  return found && [found.method.name, found.years, found.mean, found.worst];
};

const ALL = [2019, 2020, 2021, 2022];

describe("bestMethod(methods, start, relative)", () => {
  it("takes the least mean absolute error, and tells the largest", () => {
    const [rough, fine] = [
      saying("unchanged", "90", "110", "90", "110"),
      saying("damped-trend", "99", "101", "100", "94"),
    ];
    expect(best([rough, fine])).toEqual(["damped-trend", ALL, "2", "6"]);
  });

  it("takes the first of equals", () => {
    expect(best([saying("unchanged", ...COMES), saying("damped-trend", ...COMES)])?.[0]).toBe("unchanged");
  });

  it("compares on the same years", () => {
    const lucky = saying("last-year-change", null, "99", "101", "99"); // would win on fewer years only by that
    expect(best([saying("unchanged", "0", "100", "100", "100"), lucky])).toEqual([
      "unchanged",
      [2020, 2021, 2022],
      "0",
      "0",
    ]);
  });

  it("leaves out a method that could be tried on too few years", () => {
    const few = saying("damped-trend", null, null, "100", "100");
    expect(best([saying("unchanged", "90", "90", "90", "90"), few])).toEqual(["unchanged", ALL, "10", "10"]);
  });

  it("drops the method with the fewest years where the years have too little in common", () => {
    const [early, late] = [
      saying("unchanged", "90", "90", "90", "90"),
      saying("damped-trend", "100", "100", null, "100"),
    ];
    const other = saying("last-year-change", "99", null, "99", "99");
    expect(best([early, late, other])?.slice(0, 2)).toEqual(["damped-trend", [2019, 2020, 2022]]);
  });

  it("is null with fewer than three years", () => {
    expect(best([saying("unchanged", "100", "100")])).toBeNull();
    expect(best([])).toBeNull();
  });

  it("tells errors of amounts in % of what was projected, and leaves out what projects none", () => {
    expect(best([saying("unchanged", "80", "125", "100", "200")], true)).toEqual(["unchanged", ALL, "23.75", "50"]);
    expect(best([saying("unchanged", "-80", "0", "100", "100")], true)).toBeNull();
  });
});
