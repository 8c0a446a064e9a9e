import { describe, expect, it } from "vitest";
import { extractBook } from "../../pipeline/extract/book.ts";
import { bookOf, type GridValue, sheetOf } from "../support/grid.ts";
import { SEEDS } from "./clerk/clerk-sheet.ts";

type Rows = readonly (readonly GridValue[])[];

const TABLE: Rows = [["通辽市主要指标"], ["指标", "单位", "累计"], ["固定资产投资", "亿元", 213.4]];

function read(cover: Rows, table: Rows = TABLE, { file = "月报.xlsx", name = "封面" } = {}) {
  const sheets = [sheetOf(cover, { name }), sheetOf(table, { name: "投资" })];
  const { observations, issues } = extractBook(bookOf(sheets, file), SEEDS);
  return [
    ...observations.map(({ cell, period, span }) => `${cell} ${period} ${span}`),
    ...issues.map(({ code }) => code),
  ];
}

describe("a book with a cover", () => {
  it.each<[string, Rows]>([
    ["below the name of the report", [["通辽市统计月报"], ["2023年6月"]]],
    ["in the name of the report", [["通辽市2023年6月统计月报"], ["通辽市统计局编"]]],
    ["in Chinese digits", [["通辽市统计月报"], ["（二〇二三年六月）"]]],
    ["as a range", [["通辽市主要经济指标"], ["2023年1—6月"], ["第", 6, "期"]]],
  ])("dates the sheets that state no month, where its month stands %s", (_, cover) => {
    expect(read(cover)).toEqual(["C3 2023-06 ytd"]);
  });

  it.each<[string, Rows, Rows?, { file?: string; name?: string }?]>([
    ["stands below an office: the month of printing", [["通辽市统计月报"], ["通辽市统计局"], ["2023年7月"]]],
    ["stands beside an office", [["通辽市统计局"], ["通辽市统计月报"], ["2023年7月"]]],
    ["says when the report was made", [["资料印制：2023年7月"]]],
    ["is a day", [["通辽市统计月报"], ["2023年7月10日"]]],
    ["is one of two", [["通辽市统计月报"], ["2023年6月"], ["2023年7月"]]],
    ["has no year", [["通辽市统计月报"], ["6月"]]],
    [
      "is not what a sheet says",
      [["通辽市统计月报"], ["2023年6月"]],
      [["通辽市主要指标"], ["指标", "单位", "7月累计"], ["固定资产投资", "亿元", 213.4]],
    ],
    ["is not what the file's name says", [["通辽市统计月报"], ["2023年6月"]], TABLE, { file: "2022年月报.xlsx" }],
    ["stands on no cover", [["通辽市统计月报"], ["2023年6月"]], TABLE, { name: "说明" }],
  ])("dates nothing where its month %s", (_, cover, table, options) => {
    expect(read(cover, table, options)).toEqual(["missing-period"]);
  });

  it("says less than a sheet's own month", () => {
    const own: Rows = [["通辽市2023年6月主要指标"], ...TABLE.slice(1)];
    expect(read([["通辽市统计月报"], ["2023年5月"]], own)).toEqual(["C3 2023-06 ytd"]);
  });
});
