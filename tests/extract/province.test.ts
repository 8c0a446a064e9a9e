import { describe, expect, it } from "vitest";
import { extractBook } from "../../pipeline/extract/book.ts";
import { parseSource } from "../../pipeline/reference/sources.ts";
import { shippedReference } from "../plan/shipped-plan.ts";
import { bookOf, type GridValue, sheetOf } from "../support/grid.ts";

const PROVINCE = "150000";
const CITY = "150500";

/** What comes of a sheet by the shipped tables: cell, region and value; then the places and kinds of the issues. */
function read(rows: readonly (readonly GridValue[])[], says = "") {
  const { indicators, regions } = shippedReference();
  const profile = parseSource("monthly", `title: 某局月报\nbureau: statistics\nrecognise: [某局月报]\n${says}`, "f");
  const book = bookOf(sheetOf(rows, { name: "Sheet1" }));
  const { observations, issues } = extractBook(book, { indicators, regions, sources: [profile], city: CITY });
  return {
    facts: observations.map(({ cell, region, value }) => [cell, region, value]),
    questions: issues.filter(({ severity }) => severity === "error").map(({ code }) => code),
  };
}

const TITLE = ["通辽市某局月报2023年1—6月"];
const ROW = ["规模以上工业增加值", 7.6, 7.1];

describe("the level above the city", () => {
  it("is known by no name: a figure of 全区 or 内蒙古 is never the city's, nor taken without a word", () => {
    for (const whole of ["全区", "内蒙古"]) {
      const { facts } = read([TITLE, ["指标", "全市同比增长(%)", `${whole}同比增长(%)`], ROW]);
      expect(facts.filter(([cell, region]) => String(cell) === "C3" && region !== null)).toEqual([]);
    }
  });

  it.each(["内蒙古自治区通辽市某局月报2023年1—6月", "内蒙古通辽市某局月报2023年1—6月"])(
    "leaves %s the city's",
    (title) => {
      const { facts, questions } = read([[title], ["指标", "同比增长(%)"], ["规模以上工业增加值", 7.6]]);
      expect([facts, questions]).toEqual([[["B3", CITY, "7.6"]], []]);
    },
  );

  it("is what a source's profile says a label means", () => {
    const says = `regions: { 全区: "${PROVINCE}" }`;
    const rows = [TITLE, ["地区", "规模以上工业增加值同比增长(%)"], ["全市", 7.6], ["全区", 7.1]];
    expect(read(rows, says)).toEqual({
      facts: [
        ["B3", CITY, "7.6"],
        ["B4", PROVINCE, "7.1"],
      ],
      questions: [],
    });
  });
});
