import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseAddress, toAddress } from "../../pipeline/model/cell.ts";
import type { Observation } from "../../pipeline/model/observation.ts";
import { cellList } from "../support/cells.ts";
import { bookOf, type GridValue, sheetOf } from "../support/grid.ts";
import { extract } from "./small-vocabulary.ts";

const WORDS = [
  "2023年6月通辽市主要指标",
  "单位：亿元、%",
  "指标",
  "地区",
  "计量单位",
  "本月",
  "1—6月累计",
  "同比增长(%)",
  "增减",
  "位次",
  "年度计划",
  "备注",
  "一、工业",
  "其中：税收收入",
  "固定资产投资（不含农户）",
  "开鲁县",
  "合计",
  "亿元",
  "—",
  "…",
  "下降1.2%",
  "约5",
  "注：初步数据",
  "联系电话：",
  "　",
];

const value: fc.Arbitrary<GridValue> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(null) },
  { weight: 5, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 4, arbitrary: fc.integer({ min: -50, max: 3000 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<GridValue>(
      { value: 0.053, format: "0.0%" },
      { raw: { type: "uncached" } },
      { value: 9, format: "0.0," },
    ),
  },
);
const rows = fc.array(fc.array(value, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 12 });

describe("extractBook(book) over any cells", () => {
  it("gives every non-blank cell exactly one disposition", () => {
    fc.assert(
      fc.property(rows, (cells) => {
        const sheet = sheetOf(cells);
        const { dispositions } = extract(bookOf(sheet));
        const filled = cellList(sheet).filter(({ raw }) => raw.type !== "text" || raw.text.trim() !== "");
        expect(dispositions.map(({ cell }) => cell)).toEqual(filled.map(({ row, column }) => toAddress(row, column)));
      }),
      { numRuns: 400 },
    );
  });

  it("leaves no figure without an observation, a reason or a question", () => {
    fc.assert(
      fc.property(rows, (cells) => {
        const sheet = sheetOf(cells);
        const { dispositions, observations, issues } = extract(bookOf(sheet));
        const observed = new Set(observations.map(({ cell }) => cell));
        const asked = new Set(issues.filter(({ code }) => code === "unread-cell").map(({ cell }) => cell));
        const numbers = new Set(
          cellList(sheet)
            .filter(({ raw }) => raw.type === "number")
            .map((c) => toAddress(c.row, c.column)),
        );
        for (const { cell, kind, reason } of dispositions.filter((disposition) => numbers.has(disposition.cell))) {
          if (kind === "unread") expect(asked).toContain(cell);
          if (kind === "asked") expect(issues.length).toBeGreaterThan(0);
          if (kind === "ignored") expect(reason).not.toBeNull();
          if (kind === "used" && !observed.has(cell)) expect(observations.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 400 },
    );
  });
});

const HEADS = ["本月", "本月同比增长(%)", "1—6月累计", "累计同比增长(%)", "年度计划", "为年度计划的%"] as const;
const LABELS = [
  "固定资产投资",
  "社会消费品零售总额",
  "　其中：税收收入",
  "未知的指标",
  "一、一般公共预算收入",
] as const;
const figures = fc.array(
  fc.array(fc.integer({ min: 1, max: 999 }), { minLength: HEADS.length, maxLength: HEADS.length }),
  {
    minLength: LABELS.length,
    maxLength: LABELS.length,
  },
);

function table(numbers: readonly (readonly number[])[], order: readonly number[]): GridValue[][] {
  return [
    ["2023年6月通辽市主要指标"],
    ["单位：亿元、%"],
    ["指标", ...order.map((column) => HEADS[column] ?? "")],
    ...numbers.map((row, index) => [LABELS[index] ?? "", ...order.map((column) => row[column] ?? null)]),
  ];
}

const IN_ORDER = HEADS.map((_, index) => index);

/** An observation without its place. */
function fact({ cell: _, ...rest }: Observation): string {
  return JSON.stringify(rest);
}

describe("extractBook(book) of a table that is moved about", () => {
  it("finds the same facts behind blank rows and columns, as many cells farther on", () => {
    fc.assert(
      fc.property(figures, fc.nat(6), fc.nat(4), (numbers, down, right) => {
        const plain = extract(bookOf(sheetOf(table(numbers, IN_ORDER))));
        const padding = Array.from({ length: down }, (): GridValue[] => []);
        const shifted = table(numbers, IN_ORDER).map((row) => [...Array.from({ length: right }, () => null), ...row]);
        const moved = extract(bookOf(sheetOf([...padding, ...shifted])));
        const expected = plain.observations.map((observation) => {
          const place = parseAddress(observation.cell) ?? { row: 0, column: 0 };
          return { ...observation, cell: toAddress(place.row + down, place.column + right) };
        });
        expect(expected.length).toBe(25);
        expect(moved.observations).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  it("finds the same facts whatever order its columns stand in", () => {
    fc.assert(
      fc.property(figures, fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }), (numbers, order) => {
        const plain = extract(bookOf(sheetOf(table(numbers, [0, 1, 2, 3, 4]))));
        const swapped = extract(bookOf(sheetOf(table(numbers, order))));
        expect(swapped.observations.map(fact).sort()).toEqual(plain.observations.map(fact).sort());
      }),
      { numRuns: 60 },
    );
  });

  it("says the same twice", () => {
    fc.assert(
      fc.property(rows, (cells) => {
        expect(extract(bookOf(sheetOf(cells)))).toEqual(extract(bookOf(sheetOf(cells))));
      }),
      { numRuns: 40 },
    );
  });
});
