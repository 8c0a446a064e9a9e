import { describe, expect, it } from "vitest";
import { asked, type Change, growth, june } from "./june.ts";

const REGIONS = ["150500", "150502", "150521", "150522", "150523"];

/** A column of places from C2 down; null is a blank cell. */
function column(values: readonly (string | null)[], change: Change = {}, blank = "空白") {
  return values.map((value, row) => {
    const gap = value === null ? ({ status: "missing", statusReason: blank } as const) : {};
    return june(`C${row + 2}`, { unit: "万元", region: REGIONS[row] ?? null, value, ...gap, ...change });
  });
}

const cells = (code: string, ...rows: readonly number[]) => rows.map((row) => `C${row} ${code}`);

describe("checkRegionAboveCity(observations, indicators, regions)", () => {
  it.each<readonly [string, readonly string[], Change, readonly string[]]>([
    ["right", ["523000", "92000", "70000", "60000"], {}, []],
    ["a place above the city", ["52300", "523000", "7000", "6000"], {}, cells("region-above-city", 2, 3)],
    ["all of it, and no more", ["92000", "92000", "0", "0"], {}, []],
    [
      "together three times it",
      ["60000", "52000", "51000", "50000", "50000"],
      {},
      cells("region-above-city", 2, 3, 4, 5, 6),
    ],
    ["together not twice it", ["100000", "52000", "51000", "50000"], {}, []],
    ["an income a head", ["30000", "37719", "24028", "24000"], { indicator: "urban-income", unit: "元" }, []],
    ["a rate", ["90.5", "95.1", "80", "80"], { indicator: "good-air-days", unit: "%" }, []],
    ["a profit beside losses", ["20000", "52000", "100", "100"], { indicator: "industrial-profit" }, []],
  ])("%s", (_, values, change, expected) => {
    expect(asked(...column(values, change))).toEqual(expected);
  });

  it("compares one fact only", () => {
    const city = june("B2", { value: "5.23", span: "month" });
    expect(asked(city, june("C3", { value: "6.1", region: "150502" }))).toEqual([]);
  });
});

describe("checkBlankTotal(observations, indicators, regions)", () => {
  const slid = [null, "523000", "92000", "70000", "60000"];

  it.each<readonly [string, readonly (string | null)[], Change, string, readonly string[]]>([
    ["全市 blank over places that all have a figure", slid, {}, "空白", cells("blank-first-row", 3, 4, 5, 6)],
    ["a sign in place of 全市", slid, {}, "—", []],
    ["a gap among the places", [null, "523000", null, "70000", "60000"], {}, "空白", []],
    ["a gap among the places only", ["523000", null, "92000", "70000", "60000"], {}, "空白", []],
    ["too few to tell", [null, "92000", "70000"], {}, "空白", []],
    ["a rank", slid.map((one) => one && "3"), { quantity: "rank", unit: null }, "空白", []],
  ])("%s", (_, values, change, blank, expected) => {
    const given = column(values, change, blank);
    expect(asked(...given)).toEqual(expected);
  });

  it("asks where the first place of a table without 全市 is blank, and about growths too", () => {
    const [, ...places] = column([null, null, "92000", "70000", "60000"]);
    expect(asked(...places)).toEqual(cells("blank-first-row", 4, 5, 6));
    const rates = ["8.1", "7.1", "6.1"].map((rate, row) =>
      growth(`D${row + 3}`, rate, { region: REGIONS[row + 1] ?? null }),
    );
    const blank = growth("D2", "0", { value: null, status: "missing", statusReason: "空白" });
    expect(asked(blank, ...rates)).toEqual(["D3", "D4", "D5"].map((cell) => `${cell} blank-first-row`));
  });
});
