import { describe, expect, it } from "vitest";
import type { GridValue } from "../support/grid.ts";
import { readClerk } from "./clerk/clerk-sheet.ts";

const HEAD = "同比增长(%)";
const LABELS = ["地区生产总值（亿元）", "社会消费品零售总额（亿元）", "固定资产投资（亿元）"];
const percent = (value: number) => ({ value, format: "0.0%" });

function fractionsIn(rows: readonly (readonly GridValue[])[]): readonly (string | null)[] {
  const frame = [["通辽市2023年6月主要经济指标"], [null, null, null, "单位：亿元"]];
  const { issues, observations } = readClerk({ name: "", rows: [...frame, ...rows], blocks: [] });
  const asked = issues.filter(({ code }) => code === "fraction-for-percent").map(({ cell }) => cell);
  expect(observations.filter(({ cell }) => asked.includes(cell))).toEqual([]);
  return asked;
}

const growths = (values: readonly GridValue[], head = HEAD) => [
  ["指标", "1-6月", head],
  ...values.map((value, index) => [LABELS[index] ?? "", 100 + index * 10.5, value]),
];

const single = (label: string, value: GridValue, unit: string) => [
  ["指标", "单位", "1-6月"],
  [label, unit, value],
];

describe("figures that may be fractions in the place of percentages", () => {
  it.each<[string, readonly (readonly GridValue[])[], readonly string[]]>([
    ["0.021 in General below percent formats", growths([percent(0.081), 0.021, percent(0.05)]), ["C5"]],
    ["-0.021 as well", growths([percent(0.081), -0.021, 0]), ["C5"]],
    ["8.1% as text beside 0.021", growths(["8.1%", 0.021, "5%"]), ["C5"]],
    ["a whole column of fractions", growths([0.081, 0.031, -0.021]), ["C4", "C5", "C6"]],
    ["with 0.05 among them", growths([0.081, 0.05, -0.021]), ["C4", "C5", "C6"]],
    ["under 同比 without a sign", growths([0.081, 0.031, -0.021], "同比增长"), ["C4", "C5", "C6"]],
    ["a rate of its own", single("规模以上工业产销率", 0.967, "%"), ["C4"]],
    ["in a percent format it is right", single("规模以上工业产销率", percent(0.967), "%"), []],
    ["percent formats throughout", growths([percent(0.081), percent(0.0312), percent(-0.021)]), []],
    ["small growths", growths([0.1, 0.5, 0.03]), []],
    ["one small growth among others", growths([5.3, 0.1, -0.03]), []],
    ["computed growths", growths([5.2873, 12.8812, -3.1]), []],
    ["zeros", growths([0, 0, 0]), []],
    ["points beside percent formats", growths([0.5, 0.1, -0.3], "比上年同期增减百分点"), []],
    ["percent format for points of the same sheet", growths([percent(0.081), 5.3, 3.1]), []],
  ])("%s", (_, rows, asked) => {
    expect(fractionsIn(rows)).toEqual(asked);
  });

  it("asks at 完成率 written as a fraction", () => {
    const rows = [
      ["指标", "1-6月", "完成年度计划(%)"],
      [LABELS[0] ?? "", 412.3, 0.583],
      [LABELS[1] ?? "", 112.3, 1.021],
    ];
    expect(fractionsIn(rows)).toEqual(["C4", "C5"]);
  });

  it("asks in a row of growths by month", () => {
    const rows = [
      ["指标", "1-4月", "1-5月", "1-6月"],
      ["地区生产总值同比增长（%）", percent(0.05), percent(0.061), 0.071],
    ];
    expect(fractionsIn(rows)).toEqual(["D4"]);
  });
});
