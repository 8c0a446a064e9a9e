import { describe, expect, it } from "vitest";
import { checkObservations } from "../../pipeline/check/observations.ts";
import { bookOf, sheetOf } from "../support/grid.ts";
import { asked, type Change, growth, june, shipped } from "./june.ts";

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

  it.each<readonly [string, readonly (readonly (string | number | null)[])[], boolean]>([
    ["全市 blank altogether, of which there is no observation", [["全市", "", null]], true],
    ["全市 with its unit alone", [["全 市", null, "万元"]], true],
    ["a place with a sign", [["全市", null, "—"]], false],
    ["the name of no place", [["各旗县", null, null]], false],
    ["全市 farther above", [["全市"], ["地区", null, "累计"]], false],
  ])("%s: asked %s", (_, above, isAsked) => {
    const places = column([null, "523000", "92000", "70000", "60000"]).slice(1);
    const rows = [...(above.length === 1 ? [["一般公共预算收入"], ...above] : above)];
    const { sheets } = bookOf(sheetOf(rows));
    const { issues } = checkObservations(
      places.map((one) => ({ ...one, sheet: sheets[0]?.name ?? "" })),
      shipped,
      { sheets },
    );
    const codes = issues.map(({ cell, code }) => `${cell} ${code}`);
    expect(codes).toEqual(isAsked ? cells("blank-first-row", 3, 4, 5, 6) : []);
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
