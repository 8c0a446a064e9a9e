import { describe, expect, it } from "vitest";
import { rankingsOf } from "../../pipeline/assess/rankings.ts";
import { assessTarget } from "../../pipeline/assess/target.ts";
import { whyOf } from "../../pipeline/assess/why.ts";
import type { Indicator } from "../../pipeline/model/indicator.ts";
import type { KnownObservation } from "../../pipeline/model/observation.ts";
import { makePeriod, type Period } from "../../pipeline/model/period.ts";
import type { Ranking } from "../../pipeline/model/ranking.ts";
import type { Region } from "../../pipeline/model/region.ts";
import type { Target } from "../../pipeline/model/target.ts";
import { CITY, growing, indicator, month, observation, RULES, target } from "./assess-fixture.ts";
import { amount, both, growth, REGIONS, surroundingsOf, ZONE } from "./why-fixture.ts";

const KULUN = "150524";
const NAIMAN: Region = { ...(REGIONS[4] as Region), code: "150525", name: "奈曼旗", shortName: "奈曼旗", order: 6 };
const FOUR = [...REGIONS, NAIMAN];

interface Setting {
  readonly targets?: readonly Target[];
  readonly measured?: Indicator;
  readonly regionalTargets?: readonly Target[];
  readonly period?: Period;
}

function rankings(observations: readonly KnownObservation[], setting: Setting = {}): readonly Ranking[] {
  const { targets = [growing(">=", "7")], measured = indicator(), regionalTargets = [], period = month(6) } = setting;
  const around = surroundingsOf(observations, { indicators: [measured], regionalTargets, regions: FOUR });
  const assess = (all: readonly Target[], at: Period) =>
    all.map((one) => {
      const own = observations.filter((o) => o.region === one.region);
      const context = { indicator: measured, period: at, observations: own, rules: RULES, isReported: true };
      const assessment = assessTarget(one, context);
      return { ...assessment, why: whyOf(assessment, measured, around) };
    });
  return rankingsOf(assess(targets, period), { period, surroundings: around, assessRegional: assess });
}

/** Rank, place and value of each row. */
function rows([ranking]: readonly Ranking[]) {
  return ranking?.rows.map(({ rank, name, value, reason }) => [rank, name, value, reason].join(" "));
}

describe("rankingsOf(assessments, context)", () => {
  it("ranks the counties from the most down, ties alike and the next skipped, without the city", () => {
    const observations = [
      growth(CITY, "9.9"),
      growth("150599", "9.8"),
      growth("150502", "8.0"),
      growth("150523", "5.0"),
      growth(KULUN, "5.0"),
      growth(NAIMAN.code, "-1.0"),
      growth(ZONE, "12.0"),
    ];
    const found = rankings(observations);
    expect(rows(found)).toEqual([
      "1 科尔沁区 8.0 ",
      "2 开鲁县 5.0 ",
      "2 库伦旗 5.0 ",
      "4 奈曼旗 -1.0 ",
      " 开发区 12.0 ", // marked, shown, never ranked
    ]);
    expect(found[0]).toMatchObject({ by: "growth", period: "2023-06", ranked: 4 });
    expect(found[0]?.rows.filter(({ developmentZone }) => developmentZone).map(({ region }) => region)).toEqual([ZONE]);
    expect(found[0]?.note).toContain("开发区单独列出，不参加排位");
  });

  it("ranks by the digits that are published", () => {
    const shown = { decimals: 1 };
    const observations = [
      growth("150502", "5.04", shown),
      growth("150523", "4.96", shown),
      growth(KULUN, "5.05", shown),
    ];
    expect(rows(rankings(observations))?.slice(0, 3)).toEqual(["1 库伦旗 5.1 ", "2 科尔沁区 5.0 ", "2 开鲁县 5.0 "]);
  });

  it("gives no rank without a value, and the reason", () => {
    const observations = [
      growth("150502", "5.0"),
      growth("150523", null),
      growth(KULUN, "4.0"),
      growth(KULUN, "4.1", { file: "b.xlsx" }),
    ];
    expect(rows(rankings(observations))).toEqual([
      "1 科尔沁区 5.0 ",
      " 开鲁县  missing",
      " 库伦旗  conflicting",
      " 开发区  not-reported",
      " 奈曼旗  not-reported",
    ]);
  });

  it("takes published figures before 演示数据", () => {
    const demo = growth("150502", "50.0", { illustrative: true, file: "demo.xlsx", vintage: "2024-12-01" });
    expect(rows(rankings([growth("150502", "5.0"), growth("150523", "6.0"), demo]))?.[0]).toBe("1 开鲁县 6.0 ");
    expect(rows(rankings([demo, growth("150523", "6.0")]))?.[0]).toBe("1 科尔沁区 50.0 ");
  });

  it("sets places beside each other in one 口径 only: the goal's own, else the first that may stand in", () => {
    const own = growing(">=", "7", { scope: "限额以上", comparableScopes: ["", "不含农户"] });
    const observations = [
      growth("150502", "5.0", { scope: "限额以上" }),
      growth("150523", "9.0"),
      growth(KULUN, "8.0", { scope: "不含农户" }),
    ];
    const [first] = rankings(observations, { targets: [own] });
    expect([first?.scope, first?.ranked]).toEqual(["限额以上", 1]);
    const [second] = rankings(observations.slice(1), { targets: [own] });
    expect([second?.scope, second?.ranked, second?.rows[0]?.name]).toEqual([null, 1, "开鲁县"]);
  });

  it.each<[string, Partial<Indicator>, number, number, string | null]>([
    ["the month before", {}, 6, 5, "2023-05"],
    ["1—2月 for March", { firstMonth: 2 }, 3, 2, "2023-02"],
    ["nothing for 1—2月", { firstMonth: 2 }, 2, 1, null],
    ["nothing for January", {}, 1, 12, null],
    ["the quarter before", { cadence: "quarterly", firstMonth: 3 }, 6, 3, "2023-03"],
    ["nothing for the first quarter", { cadence: "quarterly", firstMonth: 3 }, 3, 2, null],
  ])("compares ranks with %s", (_, change, at, before, previous) => {
    const year = before > at ? 2022 : 2023;
    const now = { period: month(at) };
    const then = { period: makePeriod(year, before), cell: "P1" };
    const observations = [
      ...[growth("150502", "8.0", now), growth("150523", "5.0", now), growth(KULUN, "4.0", now)],
      ...[growth("150502", "1.0", then), growth("150523", "3.0", then)],
    ];
    const [found] = rankings(observations, { measured: indicator(change), period: month(at) });
    expect(found?.previous).toBe(previous);
    const changes = found?.rows.slice(0, 3).map(({ name, rankChange }) => [name, rankChange]);
    const moved = previous === null ? [null, null] : [1, -1];
    expect(changes).toEqual([
      ["科尔沁区", moved[0]],
      ["开鲁县", moved[1]],
      ["库伦旗", null], // not ranked before
    ]);
  });

  it.each<[string, readonly string[], readonly string[], readonly (number | null)[], readonly string[]]>([
    ["the first is missing this time", ["", "7.0", "6.0", "5.0"], ["9.0", "7.0", "6.0", "5.0"], [0, 0, 0], ["150502"]],
    [
      "the first was missing last time",
      ["9.0", "7.0", "6.0", "5.0"],
      ["", "7.0", "6.0", "5.0"],
      [null, 0, 0, 0],
      ["150502"],
    ],
    ["one each time", ["9.0", "", "6.0", "5.0"], ["", "7.0", "5.0", "6.0"], [null, 1, -1], ["150502", "150523"]],
    ["nobody", ["4.0", "7.0", "6.0", "5.0"], ["9.0", "7.0", "6.0", "5.0"], [1, 1, 1, -3], []],
    [
      "everybody",
      ["9.0", "7.0", "", ""],
      ["", "", "6.0", "5.0"],
      [null, null],
      ["150502", "150523", KULUN, NAIMAN.code],
    ],
  ])("compares ranks only among places with a value in both releases: %s", (_, june, may, moved, apart) => {
    const places = ["150502", "150523", KULUN, NAIMAN.code];
    const of = (values: readonly string[], change: Partial<KnownObservation>) =>
      values.flatMap((value, at) => (value === "" ? [] : [growth(places[at] ?? CITY, value, change)]));
    const [found] = rankings([...of(june, {}), ...of(may, { period: month(5), cell: "P1" }), growth(ZONE, "3.0")]);
    const ranked = found?.rows.filter(({ rank }) => rank !== null);
    expect(ranked?.map(({ rankChange }) => rankChange)).toEqual(moved);
    expect(found?.rows.filter(({ rank }) => rank === null).every(({ rankChange }) => rankChange === null)).toBe(true);
    expect(found?.notCompared).toEqual(apart);
    const says = apart.length > 0 && moved.some((one) => one !== null);
    expect(found?.note.includes("位次升降只在两期都有数的地区之间比较")).toBe(says);
  });

  it("ranks the last quarter that is due, in a month without one", () => {
    const measured = indicator({ cadence: "quarterly", firstMonth: 3 });
    const [found] = rankings([growth("150502", "8.0", { period: month(3) })], { measured, period: month(5) });
    expect([found?.period, found?.ranked]).toEqual(["2023-03", 1]);
  });

  it("tells each place's share of the shortfall, as far as the parts explain it", () => {
    const observations = [
      ...both(CITY, "105.0", "5.0"),
      ...both("150502", "64.8", "8.0"),
      ...both("150523", "31.2", "4.0"),
      ...both(KULUN, "9.0", "-10.0"),
    ];
    const [found] = rankings(observations.filter(({ region }) => region !== NAIMAN.code));
    expect(found?.rows.map(({ name, gapShare }) => [name, gapShare])).toEqual([
      ["科尔沁区", "-30"],
      ["开鲁县", "45"],
      ["库伦旗", "85"],
      ["开发区", null],
      ["奈曼旗", null],
    ]);
    expect(found?.gapRest).toBeNull();
    const [open] = rankings(observations.filter(({ region }) => region !== "150523"));
    expect([open?.rows.map(({ gapShare }) => gapShare), open?.gapRest]).toEqual([
      ["-30", "85", null, null, null],
      "45",
    ]);
    const unexplained = observations.map((o) =>
      o.region === KULUN && o.quantity === "yoy" ? { ...o, value: "3.0" } : o,
    );
    expect(rankings(unexplained)[0]?.rows.every(({ gapShare }) => gapShare === null)).toBe(true);
  });

  it("has an indicator once by growth, and none where less is better or no county reports", () => {
    const observations = [growth(CITY, "5.0"), growth("150502", "5.0")];
    const twice = [growing(">=", "7"), growing(">=", "8", { id: "2023-002" })];
    expect(rankings(observations, { targets: twice }).map((one) => one.target)).toEqual(["2023-001"]);
    expect(rankings(observations, { targets: [growing("<=", "7")] })).toEqual([]);
    expect(rankings([growth(CITY, "5.0"), growth("150599", "5.0")])).toEqual([]);
    expect(rankings(observations, { targets: [growing(">=", "7", { region: "150502" })] })).toEqual([]);
  });

  describe("by completion", () => {
    const divided = (region: string, low: string) => target({ id: `r${region}`, region, low });
    const regionalTargets = [
      divided("150502", "60"),
      divided("150523", "30"),
      divided(KULUN, "10"),
      divided(ZONE, "5"),
    ];
    const amounts = [amount(CITY, "40"), amount("150502", "30"), amount("150523", "15.01"), amount(KULUN, "1")];
    const before = [amount("150502", "1"), amount("150523", "2")].map((o) => ({ ...o, cell: "P", period: month(5) }));

    it("ranks the regions that a target was set for by what is printed of their completion", () => {
      const observations = [...amounts, ...before, amount(ZONE, "5")];
      const found = rankings(observations, { targets: [target()], regionalTargets });
      expect(rows(found)).toEqual([
        "1 科尔沁区 50.0 ",
        "1 开鲁县 50.0 ", // 50.03 as printed
        "3 库伦旗 10.0 ",
        " 开发区 100.0 ",
        " 奈曼旗  no-target",
      ]);
      expect(found[0]).toMatchObject({ by: "completion", previous: "2023-05" });
      expect(found[0]?.rows.slice(0, 2).map(({ rankChange }) => rankChange)).toEqual([1, 0]);
    });

    it("ranks May's of a 错月 indicator at June, and December's once the city's has come", () => {
      const late = { targets: [target()], regionalTargets, measured: indicator({ lagMonths: 1 }) };
      const at = (number: number, all: typeof amounts) => all.map((o) => ({ ...o, period: month(number) }));
      const may = rankings(at(5, amounts), late);
      expect(may[0]).toMatchObject({ by: "completion", period: "2023-05", ranked: 3 });
      const december = rankings(at(12, amounts), { ...late, period: month(12) });
      expect(december[0]).toMatchObject({ by: "completion", period: "2023-12", ranked: 3 });
    });

    it("is not there without regional targets", () => {
      expect(rankings(amounts, { targets: [target()] })).toEqual([]);
    });
  });

  it("does not depend on the order of the observations", () => {
    const observations = ["150502", "150523", KULUN].flatMap((place) => both(place, "10", "5.0"));
    const other = observation({ region: NAIMAN.code, quantity: "yoy", unit: "%", value: "5.0", period: month(6) });
    expect(rankings([other, ...observations].reverse())).toEqual(rankings([other, ...observations]));
  });
});
