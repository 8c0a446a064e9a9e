import { describe, expect, it } from "vitest";
import { asked, type Change, june } from "./june.ts";

const TRADE = "进出口总额";
const REVENUE = "一般公共预算收入";
const trade: Change = { indicator: "imports-exports", label: TRADE, value: "16.8" };
const exports: Change = { indicator: "exports", label: "出口总额", path: [TRADE], value: "12.1" };
const revenue: Change = { label: REVENUE };
const tax: Change = { indicator: "tax-revenue", label: "税收收入", path: [REVENUE], value: "35.2" };
const PART = "C3 part-above-total";
const BOTH = ["C2 part-above-total", PART];

describe("checkPartAboveTotal(observations, indicators)", () => {
  it.each<readonly [string, Change, Change, readonly string[]]>([
    ["a part of its total", trade, exports, []],
    ["in its own 万元", trade, { ...exports, value: "121350", unit: "万元" }, []],
    ["somewhat more than its total", trade, { ...exports, value: "17.0" }, BOTH],
    ["all of it, rounded", { ...trade, value: "17", decimals: 0 }, { ...exports, value: "17.4" }, []],
    ["fewer 万元 than the total has 亿元", revenue, { ...tax, value: "51.2", unit: "万元" }, [PART]],
    ["in another column", { ...trade, span: "month" }, { ...exports, value: "17.0" }, []],
    ["in another sheet", { ...trade, sheet: "T" }, { ...exports, value: "17.0" }, []],
    ["under something else", trade, { ...exports, path: ["外贸"], value: "17.0" }, []],
    ["what may be below zero", { ...trade, label: "净额" }, { ...exports, path: ["净额"], value: "19" }, []],
    ["what is of another kind", revenue, { ...tax, indicator: "coal-output", value: "400", unit: "万吨" }, []],
  ])("%s", (_, total, part, expected) => {
    expect(asked(june("C2", total), june("C3", part))).toEqual(expected);
  });
});
