import { describe, expect, it } from "vitest";
import type { IndicatorCode } from "../../pipeline/model/indicator.ts";
import { asking, CITY, CODE, growing, indicator, month, observation, target } from "./assess-fixture.ts";
import { amount, assessed, both, growth, LAST_JUNE, pullsOf, why, ZONE } from "./why-fixture.ts";

/** 105 from 100 in the city: 60, 30 and 10 last year. */
const CITY_OWN = both(CITY, "105.0", "5.0");
const THREE = [...both("150502", "64.8", "8.0"), ...both("150523", "31.2", "4.0"), ...both("150524", "9.0", "-10.0")];

describe("whyOf(assessment, indicator, surroundings)", () => {
  it("gives each region its share of last year times its distance from the goal", () => {
    const { regions } = why([...CITY_OWN, ...THREE]) ?? {};
    expect(regions).toMatchObject({ total: "5.0", goal: "7", gap: "-2.0", weights: "derived", measure: "growth" });
    expect(regions?.pulls.map(({ name, share, points, gapPoints }) => [name, share, points, gapPoints])).toEqual([
      ["库伦旗", "10", "-1.0", "-1.7"],
      ["开鲁县", "30", "1.2", "-0.9"],
      ["科尔沁区", "60", "4.8", "0.6"],
    ]);
    expect(regions?.down.map(({ name }) => name)).toEqual(["库伦旗", "开鲁县"]);
    expect(regions?.up.map(({ name }) => name)).toEqual(["科尔沁区"]);
    expect(regions?.adjustments).toEqual([]);
    expect(regions?.leftOut).toEqual([{ code: ZONE, name: "开发区", reason: "counted-elsewhere" }]);
  });

  it("says so in a sentence that begins with 测算, with the arithmetic of each part", () => {
    const { regions } = why([...CITY_OWN, ...THREE]) ?? {};
    expect(regions?.text).toBe(
      "测算：分地区看，上半年样本增速低于目标2.0个百分点，其中库伦旗拉低1.7个百分点、开鲁县拉低0.9个百分点；" +
        "科尔沁区抬高0.6个百分点。开发区数据已含在其他旗县市区内，不重复计。（上年占比由本期总量和增速倒推）",
    );
    expect(regions?.steps[0]).toMatchObject({
      name: "pull",
      formula: "(64.8÷1.08)÷(105.0÷1.05)×100×(8.0−7)÷100",
      value: "0.6",
      unit: "百分点",
      estimated: true,
    });
    expect(regions?.steps[2]?.text).toBe("测算（库伦旗拉动）：占比10.00%×（增速负10.0%−目标7%）÷100＝负1.70个百分点");
  });

  it("traces every part to its cells", () => {
    const { regions } = why([...CITY_OWN, ...THREE]) ?? {};
    expect(regions?.pulls.map(({ observations }) => observations.map(({ cell }) => cell))).toEqual([
      ["A24", "Y24"],
      ["A23", "Y23"],
      ["A02", "Y02"],
    ]);
  });

  it("takes last year's own amounts where the total and every part has one", () => {
    const last = [CITY, "150502", "150523", "150524"].map((place, index) =>
      amount(place, ["100", "50", "40", "10"][index] ?? null, { period: LAST_JUNE, cell: `L${index}` }),
    );
    const { regions } = why([...CITY_OWN, ...THREE, ...last]) ?? {};
    expect(regions).toMatchObject({ weights: "last-year" });
    expect(regions?.pulls.map(({ name, share }) => [name, share])).toEqual([
      ["库伦旗", "10"],
      ["开鲁县", "40"],
      ["科尔沁区", "50"],
      ["其他", "0"],
    ]);
    const most = why([...CITY_OWN, ...THREE, ...last.slice(1)]);
    expect(most?.regions).toMatchObject({ weights: "derived" }); // the city's own is not known
  });

  it("asks for the amounts and rates to be looked at where the ones add up and the others do not", () => {
    const rates = [
      ...both("150502", "64.8", "8.0"),
      ...both("150523", "31.2", "4.0"),
      ...both("150524", "9.0", "-1.0"),
    ];
    const { regions } = why([...CITY_OWN, ...rates]) ?? {};
    expect(regions?.pulls.at(-1)).toMatchObject({ kind: "rest", name: "其他", code: null, rate: null });
    expect(regions?.text).toContain("不衔接，请核实");
  });

  it.each<[string, ReturnType<typeof both>, readonly string[] | null]>([
    ["a part without a rate", [...THREE.slice(0, 5), growth("150524", null)], ["no-rate"]],
    ["a part without an amount", [...THREE.slice(0, 4), growth("150524", "-10.0")], ["no-amount"]],
    ["a part that nobody reported", THREE.slice(0, 4), ["no-rate"]],
    ["a part whose sources disagree", [...THREE, growth("150524", "-9.0", { file: "b.xlsx" })], ["conflicting"]],
    ["a part that fell to nothing", [...THREE.slice(0, 4), ...both("150524", "0", "-100")], ["base-not-positive"]],
    ["a part below nothing", [...THREE.slice(0, 4), ...both("150524", "-9.0", "-10.0")], ["base-not-positive"]],
    [
      "a part that was nothing last year, so that it has no rate",
      [...THREE.slice(0, 4), amount("150524", "9.0"), amount("150524", "0", { period: LAST_JUNE })],
      ["base-not-positive"],
    ],
    ["one part alone", both("150502", "64.8", "8.0"), null],
    ["parts in another 口径", THREE.map((o) => ({ ...o, scope: "限额以上" })), null],
    ["rates without any amount", THREE.filter(({ quantity }) => quantity === "yoy"), null],
    ["amounts without any rate", THREE.filter(({ quantity }) => quantity === "value"), null],
    ["parts that hold less than half", [...both("150523", "31.2", "4.0"), ...both("150524", "9.0", "-10.0")], null],
    [
      "averages, that are no parts: each as large as the whole",
      ["150502", "150523"].flatMap((place) => both(place, "105", "5")),
      null,
    ],
  ])("leaves out %s, and says why", (_, parts, reasons) => {
    const { regions = null } = why([...CITY_OWN, ...parts]) ?? {};
    const told = regions?.leftOut.filter(({ code }) => code !== ZONE).map(({ reason }) => reason);
    expect(told ?? null).toEqual(reasons);
    if (reasons !== null) expect(regions?.pulls.at(-1)?.kind).toBe("rest"); // what is left out is not spread over others
  });

  it("takes published figures before 演示数据, and 演示数据 alone as such", () => {
    const demo = { illustrative: true, file: "demo.xlsx", vintage: "2024-06-01" };
    const { regions } = why([...CITY_OWN, ...THREE, growth("150523", "40.0", demo)]) ?? {};
    expect(regions?.pulls[1]).toMatchObject({ name: "开鲁县", rate: "4.0" });
    const invented = THREE.map((o) => ({ ...o, ...demo }));
    expect(why([...CITY_OWN, ...invented])).toBeNull(); // they never explain a published figure
    const all = [...CITY_OWN, ...THREE].map((o) => ({ ...o, ...demo }));
    expect(pullsOf(why(all))).toEqual(pullsOf(why([...CITY_OWN, ...THREE])));
    expect(why(all)?.regions).toMatchObject({ illustrative: true, text: expect.stringContaining("（含演示数据）") });
    const ofTotal = [...CITY_OWN.map((o) => ({ ...o, ...demo })), ...THREE];
    expect(why(ofTotal)?.regions).toMatchObject({
      illustrative: true,
      text: expect.stringContaining("（含演示数据）"),
    });
    expect(regions?.illustrative).toBe(false);
  });

  describe("开发区", () => {
    const zone = both(ZONE, "10.5", "5.0");
    it.each<[string, ReturnType<typeof both>, "counted" | string]>([
      [
        "inside, where the counties alone come to the city",
        [...both(CITY, "105.0", "5.0"), ...THREE, ...zone],
        "counted-elsewhere",
      ],
      ["beside them, where the city is all together", [...both(CITY, "115.5", "5.0"), ...THREE, ...zone], "counted"],
      [
        "left out, where nothing adds up",
        [...both(CITY, "130.0", "5.0"), ...THREE, ...zone],
        "maybe-counted-elsewhere",
      ],
      [
        "left out, where a county is missing and nothing can be told",
        [...both(CITY, "116.0", "5.0"), ...THREE.slice(0, 4), ...zone],
        "maybe-counted-elsewhere",
      ],
      ["left out without an amount", [...both(CITY, "130.0", "5.0"), ...THREE, growth(ZONE, "5.0")], "no-amount"],
    ])("is %s", (_, observations, expected) => {
      const { regions } = why(observations) ?? {};
      const reason = regions?.leftOut.find(({ code }) => code === ZONE)?.reason;
      const pull = regions?.pulls.find(({ developmentZone }) => developmentZone);
      expect(reason ?? (pull ? "counted" : "gone")).toBe(expected);
    });
  });

  it("takes 市本级 for a part only where it reports", () => {
    const own = both("150599", "21.0", "5.0");
    const { regions } = why([...both(CITY, "126.0", "5.0"), ...THREE, ...own]) ?? {};
    expect(regions?.pulls.map(({ name }) => name)).toEqual(["库伦旗", "开鲁县", "市本级", "科尔沁区"]);
    expect(regions?.leftOut.map(({ reason }) => reason)).toEqual(["counted-elsewhere"]);
  });

  it("breaks a total down by the indicators that are part of it", () => {
    const part = (code: string) => indicator({ code: code as IndicatorCode, name: code, partOf: CODE });
    const indicators = [indicator(), part("first"), part("second")];
    const of = (code: string, value: string, rate: string) =>
      both(CITY, value, rate).map((o) => ({ ...o, indicator: code as IndicatorCode }));
    const observations = [...CITY_OWN, ...of("first", "42.0", "5.0"), ...of("second", "63.0", "5.0")];
    const reasons = why(observations, { indicators });
    expect(pullsOf(reasons, "sectors")).toEqual(["second 3.0 -1.2", "first 2.0 -0.8"]);
    expect(reasons?.regions).toBeNull();
  });

  it.each([
    ["is met", growing(">=", "5")],
    ["is a cap", growing("<=", "4")],
    ["has to be kept", asking(">=", "200", { basis: "keep" })],
    ["has nothing reported", growing(">=", "7", { region: "150502", scope: "可比口径" })],
  ])("says nothing of a target that %s", (_, one) => {
    expect(why([...CITY_OWN, ...THREE], { target: one })).toBeNull();
  });

  it("knows the goal of 左右 and of a range by its lower number", () => {
    expect(why([...CITY_OWN, ...THREE], { target: growing("~", "7") })?.regions?.goal).toBe("7");
    const range = growing(">=", "7", { op: "range", high: "8" });
    expect(why([...CITY_OWN, ...THREE], { target: range })?.regions?.gap).toBe("-2.0");
  });

  describe("of an amount behind its pace", () => {
    const divided = (region: string, low: string, change = {}) => target({ id: `r${region}`, region, low, ...change });
    const all = [divided("150502", "60"), divided("150523", "30"), divided("150524", "10")];
    const amounts = [amount(CITY, "40"), amount("150502", "30"), amount("150523", "9"), amount("150524", "1")];

    it("spreads the shortfall against 序时 over the regions' own targets", () => {
      const { regions } = why(amounts, { target: target(), regionalTargets: all }) ?? {};
      expect(regions).toMatchObject({ measure: "pace", weights: "targets", total: "40.0", gap: "-10.0" });
      expect(regions?.pulls.map(({ name, rate, points, gapPoints }) => [name, rate, points, gapPoints])).toEqual([
        ["开鲁县", "30", "9.0", "-6.0"],
        ["库伦旗", "10", "1.0", "-4.0"],
        ["科尔沁区", "50", "30.0", "0.0"],
      ]);
    });

    it("counts a target in another unit at what it is worth", () => {
      const inTens = [...all.slice(0, 2), divided("150524", "0.001", { unit: "万个" })];
      expect(pullsOf(why(amounts, { target: target(), regionalTargets: inTens }))).toContain("库伦旗 1.0 -4.0");
    });

    it("leaves a row 其他 where a county has no target or no amount", () => {
      const { regions } = why(amounts, { target: target(), regionalTargets: all.slice(0, 2) }) ?? {};
      expect(regions?.leftOut.map(({ code, reason }) => [code, reason])).toEqual([
        ["150524", "no-target"],
        [ZONE, "no-target"],
      ]);
      expect(regions?.pulls.at(-1)).toMatchObject({ kind: "rest", points: "1.0", gapPoints: "-4.0" });
    });

    it("without regional targets tells the growth of the parts, held against nothing", () => {
      const rates = [growth(CITY, "5.0"), growth("150502", "8.0"), growth("150523", "4.0"), growth("150524", "-10.0")];
      const own = [amount(CITY, "42"), amount("150502", "25.92"), amount("150523", "12.48"), amount("150524", "3.6")];
      const { regions } = why([...own, ...rates], { target: target() }) ?? {};
      expect(regions).toMatchObject({ measure: "growth", goal: null, gap: null, total: "5.0" });
      expect(regions?.pulls.map(({ name, points, gapPoints }) => [name, points, gapPoints])).toEqual([
        ["库伦旗", "-1.0", null],
        ["开鲁县", "1.2", null],
        ["科尔沁区", "4.8", null],
      ]);
    });

    it("is silent without either", () => {
      expect(why(amounts, { target: target() })).toBeNull();
    });
  });

  it("does not depend on the order of the observations", () => {
    const observations = [...CITY_OWN, ...THREE, observation({ period: month(5) })];
    expect(why([...observations].reverse())).toEqual(why(observations));
  });

  it("speaks of a target that lags", () => {
    expect(assessed([...CITY_OWN, ...THREE]).verdict).toBe("严重滞后");
  });
});
