import { describe, expect, it } from "vitest";
import { bookOf, type GridValue, sheetOf } from "../../support/grid.ts";
import { extract, facts, questions } from "../small-vocabulary.ts";

const TITLE = "2023年1—6月通辽市主要指标";
const HEAD = ["指标", "单位", "1—6月累计", "同比增长(%)"];
const READ = ["C3 investment 2023-06 ytd value 90 亿元", "D3 investment 2023-06 ytd yoy 31.7 %"];

function read(rows: readonly (readonly GridValue[])[], merges: readonly string[] = []) {
  return extract(bookOf(sheetOf(rows, { merges })));
}

/** What the other tests of this folder leave open of the traps that every reader of such sheets has met. */
describe("traps of real sheets", () => {
  it.each<[string, readonly GridValue[]]>([
    ["soft returns and wide blanks", ["指\u3000标\n名\u00a0称", "计量\r\n单位", "1—6月\n累计", "同比\n增长\v（％）"]],
    ["full-width digits and brackets", ["指标", "单位", "１－６月累计", "同比增长（％）"]],
    ["a sign of direction", ["指标", "单位", "1—6月累计", "增减±%"]],
  ])("are read through in a header: %s", (_, head) => {
    expect(facts(read([[TITLE], head, ["固定资产投资", "亿元", 90, 31.7]]))).toEqual(READ);
  });

  it.each<[string, GridValue, GridValue]>([
    ["typed as text", "90", "31.7"],
    ["with a thousands separator and a percent sign", "90", "31.7%"],
    ["in full width", "９０", "３１．７"],
    ["with a sign of its own", "90", "+31.7"],
    ["with a percent format", 90, { value: 0.317, format: "0.0%" }],
    ["with words", "90亿元", "增长31.7%"],
  ])("are read through in a number %s", (_, value, growth) => {
    expect(facts(read([[TITLE], HEAD, ["固定资产投资", "亿元", value, growth]]))).toEqual(READ);
  });

  it("are read through in a red negative without its sign", () => {
    const red = { value: -3.2, format: "0.0;[Red]0.0" };
    expect(facts(read([[TITLE], HEAD, ["固定资产投资", "亿元", 90, red]]))[1]).toContain("yoy -3.2 %");
  });

  it.each(["固定资产投资①", "固定资产投资[2]", "固定资产投资*", "固定资产投资（不含农户）①"])(
    "are read through in the label %s",
    (label) => {
      const [value] = facts(read([[TITLE], HEAD, [label, "亿元", 90, 31.7]]));
      expect(value).toMatch(/^C3 investment 2023-06 ytd value (?:不含农户 )?90 亿元$/);
    },
  );

  it("tell children by NBSP, wide blanks and alignment alike", () => {
    const children = [
      "\u00a0\u00a0税收收入",
      "　税收收入",
      { value: "税收收入", indent: 1 },
      "其中：税收收入",
      "#税收收入",
    ];
    for (const child of children) {
      const { observations } = read([[TITLE], HEAD, ["一般公共预算收入", "亿元", 63.6, 6], [child, "亿元", 45.2, 4]]);
      expect(observations[2]?.path).toEqual(["一般公共预算收入"]);
    }
  });

  it("switch the unit for the rest of a table where a unit line stands inside it", () => {
    const extraction = read([
      [TITLE],
      ["单位：亿元"],
      ["指标", "1—6月累计"],
      ["固定资产投资", 90],
      ["单位：万元"],
      ["一般公共预算收入", 636000],
      ["税收收入", 452000],
    ]);
    expect(facts(extraction)).toEqual([
      "B4 investment 2023-06 ytd value 90 亿元",
      "B6 revenue 2023-06 ytd value 636000 万元",
      "B7 tax 2023-06 ytd value 452000 万元",
    ]);
  });

  it("keep last year's revised figure beside this year's and compute nothing from it", () => {
    const head = ["指标", "单位", "1—6月累计", "上年同期", "同比增长(%)"];
    expect(facts(read([[TITLE], head, ["固定资产投资", "亿元", 90, 80, 10.1]]))).toEqual([
      "C3 investment 2023-06 ytd value 90 亿元",
      "D3 investment 2022-06 ytd value 80 亿元",
      "E3 investment 2023-06 ytd yoy 10.1 %",
    ]);
  });

  it("share a rank among equals", () => {
    const ranks = ["并列3", "3", "第3位", "3/8"].map((rank) =>
      facts(read([[TITLE], [...HEAD, "位次"], ["固定资产投资", "亿元", 90, 31.7, rank]])).at(-1),
    );
    expect(new Set(ranks)).toEqual(new Set(["E3 investment 2023-06 ytd rank 3 位"]));
  });

  it("hide rows and columns, whose figures are read and named", () => {
    const hidden = { value: 90, hidden: true };
    const extraction = read([[TITLE], HEAD, ["固定资产投资", "亿元", hidden, 31.7]]);
    expect(facts(extraction)).toEqual(READ);
    expect(questions(extraction)).toEqual([[null, "hidden-content"]]);
  });

  it("stack one head over another, whose words must not be lost", () => {
    const extraction = read([[TITLE], ["指标", "增速(%)"], ["指标", "累计（亿元）"], ["固定资产投资", 31.7]]);
    expect(extraction.observations).toEqual([]);
    expect(questions(extraction)).toEqual([["B3", "unread-header"]]);
  });
});
