import { describe, expect, it } from "vitest";
import type { Cell, CellRange, Sheet } from "../../pipeline/model/cell.ts";
import { cellList } from "../support/cells.ts";
import { bookOf } from "../support/grid.ts";
import { extract } from "./small-vocabulary.ts";

const LONGEST_MS = 15_000; // on a busy machine; where time grows with the square of a sheet, each of these takes minutes
const COUNTIES = ["科尔沁区", "开鲁县", "奈曼旗", "合计"];

/** Sheets that are well formed, and slow to read for whoever looks at all rows for each row, or at all of a text for each character. */
const SHEETS: Readonly<Record<string, () => Sheet>> = {
  "100,000 section rows": () => table(100_000, (row) => [`一、第${row % 100}部分`]),
  "20,000 rows of 合计": () => table(20_000, () => ["合计", "亿元", 5, 3]),
  "20,000 rows of places": () => table(20_000, (row) => [COUNTIES[row % 4] ?? "", "亿元", row, 3]),
  "5,000 rows, each moved in under the one above": () =>
    table(5_000, (row) => [`项${row % 50}`, "亿元", 5, 3], { indent: (row) => row }),
  "20,000 ordinals": () => table(20_000, (row) => [`${"一二三四五"[row % 5]}、项${row}`, "亿元", row, 3]),
  "100,000 rows without a label": () => table(100_000, (row) => ["", "亿元", row, 3]),
  "20,000 names that nobody knows": () => table(20_000, (row) => [`${row}规模以上工业企业增加值${row}`, "亿元", 5, 3]),
  "20,000 times the same fact": () => table(20_000, () => ["规模以上工业增加值", "亿元", 5, 3]),
  "10,000 merged ranges": () =>
    table(20_000, (row) => [`项${row}`, "亿元", row % 2 ? 5 : "", 3], {
      merges: Array.from({ length: 10_000 }, (_, index) => {
        return { top: 4 + index * 2, bottom: 5 + index * 2, left: 3, right: 3 };
      }),
    }),
  "10,000 lines above a table": () => {
    const lines = Array.from({ length: 10_000 }, (_, index) => [text(index + 1, 1, `通辽市2023年6月第${index}题`)]);
    const below = table(100, (row) => ["规模以上工业增加值", "亿元", row, 3], { top: 10_000 });
    return { ...below, cells: [...lines.flat(), ...below.cells] };
  },
  "16,384 columns with heads": () => wide(16_383, (column) => `${2000 + (column % 24)}年${(column % 12) + 1}月`),
  "5,000 columns of names": () => wide(5_000, (column) => `项目${column}`),
  "5,000 columns of 1-6月 and 同比": () => wide(5_000, (column) => (column % 2 ? "同比增长%" : "1-6月")),
};

const PIECES =
  "1 年 月 ( ) () (a) - % 一、 1. 其中 # , 1, 2023年 1-6月 同比 增长 * [1] 全市 通辽市 科尔沁区 单位: 单位:( 注 亿元 、 . a 和 表 累计 上年同期 ① 来源http://".split(
    " ",
  );

describe("extractBook(book, vocabulary)", () => {
  it.each(Object.entries(SHEETS))("reads %s in time that grows as the sheet does", (_, make) => {
    const book = bookOf(make());
    const began = performance.now();
    const { dispositions } = extract(book);
    expect(performance.now() - began).toBeLessThan(LONGEST_MS);
    expect(dispositions).toHaveLength(cellList(book.sheets[0]).filter(isFilled).length ?? 0);
  });

  it.each(PIECES)("reads 30,000 characters of %j as title, head, label, unit and figure", (piece) => {
    const long = piece.repeat(30_000 / piece.length);
    const cells = [
      ...[text(1, 1, long), text(2, 1, "指标"), text(2, 2, "单位"), text(2, 3, long), text(2, 4, "6月")],
      ...[text(3, 1, long), text(3, 2, long), text(3, 3, long), text(3, 4, `1${long}1`)],
      ...[text(4, 1, `x${long}y`), text(4, 2, `x${long}y`), text(4, 3, "5"), text(4, 4, "6")],
    ];
    const began = performance.now();
    extract(bookOf({ name: "表1", hidden: false, cells, merges: [] }));
    expect(performance.now() - began).toBeLessThan(LONGEST_MS);
  });

  it("keeps no more parents of a row than any sheet has", () => {
    const sheet = table(200, () => ["某项", "亿元", 5, 3], { indent: (row) => row });
    expect(Math.max(...extract(bookOf(sheet)).observations.map(({ path }) => path.length))).toBe(50);
  });
});

interface TableShape {
  readonly indent?: (row: number) => number;
  readonly merges?: readonly CellRange[];
  readonly top?: number; // rows above the title
}

function table(
  rows: number,
  values: (row: number) => readonly (string | number)[],
  { indent = () => 0, merges = [], top = 0 }: TableShape = {},
): Sheet {
  const head = [text(top + 1, 1, "通辽市2023年6月主要指标")];
  const names = ["指标", "单位", "1-6月累计", "同比增长(%)"].map((name, column) => text(top + 2, column + 1, name));
  const body = Array.from({ length: rows }, (_, row) =>
    values(row).map((value, column) => ({ ...text(top + 3 + row, column + 1, value), indent: indent(row) })),
  );
  return { name: "表1", hidden: false, cells: [...head, ...names, ...body.flat()].filter(isFilled), merges };
}

function wide(columns: number, head: (column: number) => string): Sheet {
  const heads = Array.from({ length: columns }, (_, column) => text(2, column + 2, head(column)));
  const body = Array.from({ length: 10 }, (_, row) => [
    text(row + 3, 1, "规模以上工业增加值"),
    ...Array.from({ length: columns }, (_, column) => text(row + 3, column + 2, column)),
  ]);
  const cells = [text(1, 1, "通辽市2023年6月主要指标（亿元）"), text(2, 1, "指标"), ...heads, ...body.flat()];
  return { name: "表1", hidden: false, cells, merges: [] };
}

function text(row: number, column: number, value: string | number): Cell {
  const raw =
    typeof value === "number"
      ? ({ type: "number", value: String(value) } as const)
      : ({ type: "text", text: value } as const);
  return { row, column, raw, numberFormat: "General", indent: 0, hidden: false };
}

function isFilled({ raw }: Cell): boolean {
  return raw.type !== "text" || raw.text !== "";
}
