import { describe, expect, it } from "vitest";
import { roundHalfUp } from "../../pipeline/model/decimal.ts";
import { makePeriod } from "../../pipeline/model/period.ts";
import { asking, month, target } from "./assess-fixture.ts";
import { judgeSeries, series, type Values } from "./series-fixture.ts";

const shown = (values: Values, asked = target(), at = 6) => {
  const { seasonal } = judgeSeries(asked, series(values), { at });
  return seasonal && [roundHalfUp(seasonal.expected, 1), roundHalfUp(seasonal.gap, 1)];
};

describe("seasonalOf(case, completion, history)", () => {
  it("is last year's share of the same months, beside the linear pace, which still decides", () => {
    const judged = judgeSeries(target(), series({ 2022: { 6: "30", 12: "90" }, 2023: { 6: "40" } }));
    expect(judged).toMatchObject({ completion: "40", expected: "50", verdict: "严重滞后" });
    expect(judged.seasonal && roundHalfUp(judged.seasonal.gap, 1)).toBe("6.7"); // 40 − 33.3
    expect(judged.seasonal?.observations.map(({ period }) => period)).toEqual(["2022-06", "2022-12"]);
    expect(judged.steps.map(({ name }) => name)).toEqual(["completion", "expected", "seasonal", "gap", "required"]);
    expect(judged.steps[2]?.text).toBe("季节序时进度：上年同期累计30个÷上年全年90个×100＝33.3%");
  });

  it("takes the whole to a due date within the year", () => {
    expect(shown({ 2022: { 3: "10", 6: "40", 12: "90" }, 2023: { 3: "50" } }, target({ due: month(6) }), 3)).toEqual([
      "25.0",
      "25.0",
    ]);
  });

  it.each<[string, Values]>([
    ["no last year", { 2023: { 6: "40" } }],
    ["no year's end", { 2022: { 6: "30" }, 2023: { 6: "40" } }],
    ["no same month", { 2022: { 5: "30", 12: "90" }, 2023: { 6: "40" } }],
    ["only the year before", { 2021: { 6: "30", 12: "90" }, 2023: { 6: "40" } }],
    ["a year of nothing", { 2022: { 6: "0", 12: "0" }, 2023: { 6: "40" } }],
    ["a year of losses", { 2022: { 6: "-3", 12: "90" }, 2023: { 6: "40" } }],
    ["more by June than by December", { 2022: { 6: "95", 12: "90" }, 2023: { 6: "40" } }],
    ["no month left", { 2022: { 12: "90" }, 2023: { 12: "40" } }],
  ])("is null with %s", (_, values) => {
    expect(shown(values, target(), Object.keys(values[2023] ?? {}).map(Number)[0])).toBeNull();
  });

  it("is null in another 口径, for caps and for goals of later years", () => {
    const now = series({ 2023: { 6: "40" } });
    const other = series({ 2022: { 6: "30", 12: "90" } }, { scope: "不含农户" });
    const asked = target({ comparableScopes: ["不含农户"] });
    expect(judgeSeries(asked, [...now, ...other]).seasonal).toBeNull();
    const values = { 2022: { 6: "30", 12: "90" }, 2023: { 6: "40" } };
    expect(shown(values, asking("<=", "100"))).toBeNull();
    expect(shown(values, target({ due: makePeriod(2025, 12) }))).toBeNull();
  });

  it("says that last year is 演示数据", () => {
    const last = series({ 2022: { 6: "30", 12: "90" } }, { illustrative: true });
    const { seasonal } = judgeSeries(target(), [...last, ...series({ 2023: { 6: "40" } })]);
    expect(seasonal?.observations.every(({ illustrative }) => illustrative)).toBe(true);
  });
});
