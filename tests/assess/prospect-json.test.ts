import { describe, expect, it } from "vitest";
import { toProgressJson } from "../../pipeline/assess/progress-json.ts";
import type { KnownObservation } from "../../pipeline/model/observation.ts";
import type { Target } from "../../pipeline/model/target.ts";
import { CITY, growing, month, target } from "./assess-fixture.ts";
import { judgeSeries, rates, series } from "./series-fixture.ts";

const HISTORY = series({
  ...Object.fromEntries([2018, 2019, 2020, 2021, 2022].map((year) => [year, { 3: "21", 6: "43", 12: "91" }])),
  2023: { 6: "45.5" },
});

function json(asked: Target, observations: readonly KnownObservation[], change = {}) {
  const assessment = judgeSeries(asked, observations, change);
  return toProgressJson([assessment], { period: month(6), asOf: null, region: CITY, rules: "默认规则" }).assessments[0];
}

describe("progress --json of what is reckoned", () => {
  it("rounds at this last step, and keeps the names of the model", () => {
    const one = json(target(), HISTORY);
    expect(one).toMatchObject({
      required: "54.5",
      seasonal: { expected: "47.3", gap: "-1.8", illustrative: false },
      wayHome: {
        ...{ months: 6, rest: { count: "6", unit: "个月" }, amount: "54.5", each: "9.1", unit: "个", growth: "13.5" },
        ...{ weight: null, best: { growth: "0.0", year: 2022 }, chance: "难以", illustrative: false },
      },
      outlook: {
        ...{ low: "96.2", mid: "96.3", high: "96.4", unit: "个", method: "seasonal-share", error: "0.00" },
        ...{ errorUnit: "%", years: 4, illustrative: false },
      },
    });
    expect(one?.steps.map(({ name, value }) => [name, value])).toEqual([
      ["completion", "45.5"],
      ["expected", "50.0"],
      ["seasonal", "47.3"],
      ["gap", "-4.5"],
      ["required", "54.5"],
    ]);
    expect(one?.steps[0]).toEqual({
      ...{ name: "completion", label: "完成率", formula: "45.5÷100×100", value: "45.5", unit: "%", estimated: false },
      operands: [
        { name: "累计完成", value: "45.5", unit: "个" },
        { name: "年度目标", value: "100", unit: "个" },
      ],
      text: "完成率：累计完成45.5个÷年度目标100个×100＝45.5%",
    });
  });

  it("prints four digits of a weight", () => {
    const last = series({ 2022: { 6: "43", 12: "91" } });
    const one = json(growing(">=", "7"), [...last, ...rates({ 2023: { 6: "7.6" } })], { price: "real" });
    expect(one?.wayHome).toMatchObject({ weight: { by: "last-year", share: "0.4725" }, growth: "6.5", amount: null });
  });

  it("marks each that rests on 演示数据 of earlier years, with its cells", () => {
    const one = json(target(), [
      ...HISTORY.filter(({ period }) => period >= "2023"),
      ...HISTORY.filter(({ period }) => period < "2023").map((o) => ({ ...o, illustrative: true })),
    ]);
    expect(one).toMatchObject({
      ...{ illustrative: false, seasonal: { illustrative: true }, wayHome: { illustrative: true } },
      outlook: { illustrative: true },
    });
    expect(one?.seasonal?.observations).toMatchObject([
      { cell: "C20226", value: "43" },
      { cell: "C202212", value: "91" },
    ]);
  });

  it("marks each where the actual alone is 演示数据, as its sentence does", () => {
    const one = json(
      target(),
      HISTORY.map((o) => ({ ...o, illustrative: o.period >= "2023" })),
    );
    expect(one).toMatchObject({
      ...{ illustrative: true, seasonal: { illustrative: true }, wayHome: { illustrative: true } },
      outlook: { illustrative: true },
    });
    expect(one?.wayHome?.text).toContain("（含演示数据）");
  });

  it("is null where nothing is known", () => {
    expect(json(target({ indicator: null }), [])).toMatchObject({
      seasonal: null,
      wayHome: null,
      outlook: null,
      steps: [],
    });
  });
});
