import { describe, expect, it } from "vitest";
import { firstBodyRow, headerCells, headerDepth } from "../../pipeline/report/sheet-layout.ts";
import { column } from "../support/edition-fixture.ts";

const FLAT = [column("甲", 5), column("乙", 5)];
const GROUPED = [
  column("指标", 5),
  column("本月", 5, "right", "增速"),
  column("累计", 5, "right", "增速"),
  column("单位", 5),
  column("位次", 5, "right", "增速"),
];

describe("firstBodyRow(sheet)", () => {
  it.each([
    ["no lines, one header row", [], FLAT, 3],
    ["two lines, one header row", [["a"], ["b"]], FLAT, 5],
    ["two lines, two header rows", [["a"], ["b"]], GROUPED, 6],
  ])("with %s", (_case, lines, columns, expected) => {
    expect(firstBodyRow({ lines, columns })).toBe(expected);
  });

  it("leaves no room above the header of a plain sheet", () => {
    expect(firstBodyRow({ plain: true, lines: [["a"]], columns: FLAT })).toBe(2);
  });
});

describe("headerCells(columns)", () => {
  it("stands columns side by side where none has a group", () => {
    expect(headerDepth(FLAT)).toBe(1);
    expect(headerCells(FLAT).map(({ text, rowSpan }) => [text, rowSpan])).toEqual([
      ["甲", 1],
      ["乙", 1],
    ]);
  });

  it("merges neighbours of a group, not columns of the same group that stand apart", () => {
    expect(
      headerCells(GROUPED).map(({ text, row, column: at, rowSpan, columnSpan }) => [
        text,
        row,
        at,
        rowSpan,
        columnSpan,
      ]),
    ).toEqual([
      ["指标", 0, 0, 2, 1],
      ["增速", 0, 1, 1, 2],
      ["单位", 0, 3, 2, 1],
      ["增速", 0, 4, 1, 1],
      ["本月", 1, 1, 1, 1],
      ["累计", 1, 2, 1, 1],
      ["位次", 1, 4, 1, 1],
    ]);
  });
});
