import { describe, expect, it } from "vitest";
import type { Extraction } from "../../pipeline/extract/book.ts";
import type { Book, Cell, CellRange, Sheet } from "../../pipeline/model/cell.ts";
import { cellList } from "../support/cells.ts";
import { bookOf } from "../support/grid.ts";
import { extract } from "./small-vocabulary.ts";

const LEAST_MS = 100; // where the smaller sheet takes less, the larger may take as long as if it had taken this
const MOST_GROWTH = 3; // of the time, from a sheet to one twice as large: 2 where it grows as the sheet does, 4 with its square
const COUNTIES = ["科尔沁区", "开鲁县", "奈曼旗", "合计"];

/**
 * Sheets that are well formed, and slow to read for whoever looks at all rows for each row, or at all of a text for
 * each character: the smaller of the two sizes that are compared, and the sheet of a size.
 */
const SHEETS: Readonly<Record<string, readonly [number, (size: number) => Sheet]>> = {
  "section rows": [10_000, (size) => table(size, (row) => [`一、第${row % 100}部分`])],
  "rows of 合计": [5_000, (size) => table(size, () => ["合计", "亿元", 5, 3])],
  "rows of places": [5_000, (size) => table(size, (row) => [COUNTIES[row % 4] ?? "", "亿元", row, 3])],
  "rows, each moved in under the one above": [
    2_500,
    (size) => table(size, (row) => [`项${row % 50}`, "亿元", 5, 3], { indent: (row) => row }),
  ],
  ordinals: [2_500, (size) => table(size, (row) => [`${"一二三四五"[row % 5]}、项${row}`, "亿元", row, 3])],
  "rows without a label": [10_000, (size) => table(size, (row) => ["", "亿元", row, 3])],
  "names that nobody knows": [
    2_500,
    (size) => table(size, (row) => [`${row}规模以上工业企业增加值${row}`, "亿元", 5, 3]),
  ],
  "times the same fact": [10_000, (size) => table(size, () => ["规模以上工业增加值", "亿元", 5, 3])],
  "rows merged in pairs": [
    3_000,
    (size) =>
      table(size, (row) => [`项${row}`, "亿元", row % 2 ? 5 : "", 3], {
        merges: Array.from({ length: size / 2 }, (_, index) => {
          return { top: 4 + index * 2, bottom: 5 + index * 2, left: 3, right: 3 };
        }),
      }),
  ],
  "merges of 5,000 rows": [
    15_000,
    (size) =>
      table(5_000, (row) => [`项${row}`, "亿元", 5, 3], {
        merges: Array.from({ length: size }, (_, index) => {
          return { top: 3 + (index >> 13), bottom: 5_002, left: 5 + (index % 8_192), right: 5 + (index % 8_192) };
        }),
      }),
  ],
  "lines above a table": [
    5_000,
    (size) => {
      const lines = Array.from({ length: size }, (_, index) => [text(index + 1, 1, `通辽市2023年6月第${index}题`)]);
      const below = table(100, (row) => ["规模以上工业增加值", "亿元", row, 3], { top: size });
      return { ...below, cells: [...lines.flat(), ...below.cells] };
    },
  ],
  "columns with heads": [4_000, (size) => wide(size, (column) => `${2000 + (column % 24)}年${(column % 12) + 1}月`)],
  "columns of names": [2_500, (size) => wide(size, (column) => `项目${column}`)],
  "columns of 1-6月 and 同比": [2_500, (size) => wide(size, (column) => (column % 2 ? "同比增长%" : "1-6月"))],
};

const PIECES =
  "1 年 月 ( ) () (a) - % 一、 1. 其中 # , 1, 2023年 1-6月 同比 增长 * [1] 全市 通辽市 科尔沁区 单位: 单位:( 注 亿元 、 . a 和 表 累计 上年同期 ① 来源http://".split(
    " ",
  );

/** Milliseconds of work, whatever else the machine does. */
function timeOf(book: Book): number {
  const began = process.cpuUsage();
  extract(book);
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1_000;
}

/** The small one is read first, so that the compiler has done its part for both; what it gives is returned. */
function expectToGrowAsTheSheet(small: Book, double: Book): Extraction {
  const extraction = extract(small);
  const taken = timeOf(double);
  expect(taken).toBeLessThan(Math.max(timeOf(small), LEAST_MS) * MOST_GROWTH);
  return extraction;
}

describe("extractBook(book, vocabulary)", () => {
  it.each(Object.entries(SHEETS).map(([what, [size, make]]) => [size, what, make] as const))(
    "reads %i %s, and twice as many, in time that grows as the sheet does, and loses no cell",
    { retry: 2 }, // memory may be swept in one go and not in the other
    (size, _, make) => {
      const sheet = make(size);
      const { dispositions } = expectToGrowAsTheSheet(bookOf(sheet), bookOf(make(size * 2)));
      expect(dispositions).toHaveLength(cellList(sheet).length);
    },
  );

  it.each(PIECES)(
    "reads 20,000 characters of %j as title, head, label, unit and figure, and twice as many, in time that grows as they do",
    { retry: 1 },
    (piece) => void expectToGrowAsTheSheet(longTexts(piece, 10_000), longTexts(piece, 20_000)),
  );

  it("keeps no more parents of a row than any sheet has", () => {
    const sheet = table(200, () => ["某项", "亿元", 5, 3], { indent: (row) => row });
    expect(Math.max(...extract(bookOf(sheet)).observations.map(({ path }) => path.length))).toBe(50);
  });
});

function longTexts(piece: string, characters: number): Book {
  const long = piece.repeat(characters / piece.length);
  const cells = [
    ...[text(1, 1, long), text(2, 1, "指标"), text(2, 2, "单位"), text(2, 3, long), text(2, 4, "6月")],
    ...[text(3, 1, long), text(3, 2, long), text(3, 3, long), text(3, 4, `1${long}1`)],
    ...[text(4, 1, `x${long}y`), text(4, 2, `x${long}y`), text(4, 3, "5"), text(4, 4, "6")],
  ];
  return bookOf({ name: "表1", hidden: false, cells, merges: [] });
}

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
