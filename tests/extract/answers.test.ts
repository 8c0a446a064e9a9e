import { describe, expect, it } from "vitest";
import { type Extraction, extractBook } from "../../pipeline/extract/book.ts";
import type { Answer } from "../../pipeline/model/answer.ts";
import type { QuestionWords } from "../../pipeline/model/question.ts";
import { bookOf, type GridValue, sheetOf } from "../support/grid.ts";
import { facts, fate, profileOf, questions, VOCABULARY } from "./small-vocabulary.ts";

type Rows = readonly (readonly GridValue[])[];

const SOURCES = [profileOf("husbandry", ["畜牧"]), profileOf("trade", ["商贸"])];
const HEAD = ["指标", "单位", "1—6月累计", "同比增长(%)"];
const HERD = ["2023年6月通辽市畜牧业主要指标"];

function read(rows: Rows, answers: readonly Answer[] = [], name = "Sheet1"): Extraction {
  return extractBook(bookOf(sheetOf(rows, { name })), { ...VOCABULARY, sources: SOURCES, answers });
}

function asked({ questions }: Extraction): readonly (readonly [string, string, number])[] {
  return questions.map(({ path, label, cell, figures }) => [[...path, label].join("/"), cell ?? "", figures]);
}

/** Answers the nth question that reading the rows leaves open. */
function answer(
  rows: Rows,
  code: string,
  { at = 0, scope = null as string | null, source = "husbandry" } = {},
): Answer {
  const { kind, label, path } = read(rows).questions[at] as QuestionWords;
  return { kind, label, path, source, sha256: null, verdict: "is", code, scope };
}

describe("what is asked about a name", () => {
  it("is its words under the table's topic and its parents, with the figures that wait", () => {
    const rows = [HERD, HEAD, ["一、蒙古马", "万头", 3, 1.2], ["  其中：种马（万头）", "", 1, "—"]];
    expect(asked(read(rows))).toEqual([
      ["畜牧/蒙古马", "A3", 2],
      ["畜牧/蒙古马/种马", "A4", 1],
    ]);
  });

  it("is the same in the next month, whatever the words of form and time", () => {
    const later = [["2023年1—7月通辽市畜牧业主要指标完成情况表"], HEAD, ["3.蒙古马", "万头", 4, 1.5]];
    expect(read(later).questions[0]).toMatchObject({ label: "蒙古马", path: ["畜牧"] });
  });

  it("is the head with the heads above it, over rows of places", () => {
    const rows = [
      HERD,
      ["旗县", "大畜", ""],
      ["", "蒙古马（万头）", "牛存栏（万头）"],
      ["开鲁县", 1, 2],
      ["扎旗", 3, 4],
    ];
    expect(asked(read(rows))).toEqual([["畜牧/大畜/蒙古马", "B3", 2]]);
  });

  it("is the title where only the title could say it", () => {
    const rows = [["2023年1—6月各旗县蒙古马增速"], ["地区", "增速(%)"], ["开鲁县", 1], ["扎旗", 3]];
    expect(asked(read(rows))).toEqual([["蒙古马", "A1", 2]]);
  });

  it("is a place by its name alone; a 合计 is no name to be asked for", () => {
    const rows = [HERD, ["地区", "牛存栏（万头）"], ["开鲁县", 1], ["扎特旗", 3], ["合计", 4]];
    expect(asked(read(rows))).toEqual([["扎特旗", "A4", 1]]);
    expect(questions(read(rows))).toContainEqual(["A5", "unknown-region"]);
  });
});

describe("an answer", () => {
  const rows = [HERD, HEAD, ["蒙古马", "万头", 3, 1.2]];

  it("gives the figures their indicator, with its 口径, and asks no more", () => {
    const settled = read(rows, [answer(rows, "cattle", { scope: "不含农户" })]);
    expect([questions(settled), settled.questions]).toEqual([[], []]);
    expect(facts(settled)).toEqual([
      "C3 cattle 2023-06 instant value 不含农户 3 万头",
      "D3 cattle 2023-06 instant yoy 不含农户 1.2 %",
    ]);
    expect(fate(settled, "C3")).toBe("used");
  });

  it.each<[string, Rows]>([
    ["under another parent", [HERD, HEAD, ["大畜", "万头", 9, 1], ["  其中：蒙古马", "万头", 3, 1.2]]],
    ["in a table about something else", [["2023年6月通辽市畜牧业屠宰指标"], HEAD, ["蒙古马", "万头", 3, 1.2]]],
    ["in another source's sheet", [["2023年6月通辽市商贸主要指标"], HEAD, ["蒙古马", "万头", 3, 1.2]]],
    ["in a sheet of nobody known", [["2023年6月通辽市主要指标"], HEAD, ["蒙古马", "万头", 3, 1.2]]],
    ["on another label", [HERD, HEAD, ["蒙古马1", "万头", 3, 1.2]]],
  ])("does not hold %s", (_, others) => {
    const settled = read(others, [answer(rows, "cattle")]);
    expect(settled.observations.map(({ indicator }) => indicator)).not.toContain("cattle");
    expect(settled.questions.length).toBeGreaterThan(0);
  });

  it("settles a label under its parent only, and not the one of the same name elsewhere", () => {
    const part = ["  其中：第二产业", "亿元", 40, 2];
    const both = [HERD, HEAD, ["固定资产投资", "亿元", 90, 1], part, ["地区生产总值", "亿元", 99, 1], part];
    const settled = read(both, [answer(both, "industrial-investment")]);
    expect(facts(settled).filter((fact) => /^C/.test(fact))).toEqual([
      "C3 investment 2023-06 ytd value 90 亿元",
      "C4 industrial-investment 2023-06 ytd value 40 亿元",
      "C5 gdp 2023-06 ytd value 99 亿元",
      "C6 secondary 2023-06 ytd value 40 亿元",
    ]);
  });

  it("settles a head and a title", () => {
    const head = [HERD, ["旗县", "蒙古马（万头）"], ["开鲁县", 1], ["扎旗", 3]];
    expect(facts(read(head, [answer(head, "cattle")]))).toEqual([
      "B3 cattle 150523 2023-06 instant value 1 万头",
      "B4 cattle 150526 2023-06 instant value 3 万头",
    ]);
    const title = [["2023年1—6月各旗县蒙古马增速"], ["地区", "增速(%)"], ["开鲁县", 1], ["扎旗", 3]];
    const settled = read(title, [answer(title, "cattle")], "畜牧");
    expect([questions(settled), facts(settled)]).toEqual([
      [],
      ["B3 cattle 150523 2023-06 instant yoy 1 %", "B4 cattle 150526 2023-06 instant yoy 3 %"],
    ]);
  });

  it("settles a place, which then belongs to the places of every table", () => {
    const places = [HERD, ["地区", "牛存栏（万头）"], ["开鲁县", 1], ["扎特旗", 3]];
    const settled = read(places, [answer(places, "150526")]);
    expect([questions(settled), facts(settled)[1]]).toEqual([[], "B4 cattle 150526 2023-06 instant value 3 万头"]);
  });

  it("leaves words of measure their meaning, as they have it behind a name from the seeds", () => {
    const grown = (name: string) => [
      HERD,
      ["指标", "单位", "1—6月"],
      [`${name}增减`, "万头", 3],
      [`${name}增长`, "%", 3],
    ];
    const answers = [answer(grown("蒙古马"), "cattle"), answer(grown("蒙古马"), "cattle", { at: 1 })];
    const settled = read(grown("蒙古马"), answers);
    expect(facts(settled)).toEqual(["C4 cattle 2023-06 instant yoy 3 %"]);
    const byName = read(grown("牛存栏"));
    expect([facts(settled), questions(settled)]).toEqual([facts(byName), questions(byName)]);
    const head = [HERD, ["旗县", "1—6月蒙古马增减（万头）"], ["开鲁县", 1], ["扎旗", 3]];
    expect(read(head, [answer(head, "cattle")]).observations.map(({ indicator }) => indicator)).toEqual([null, null]);
  });

  it("does not make a unit right that the indicator cannot have", () => {
    const settled = read([HERD, HEAD, ["蒙古马", "亿元", 3, 1.2]], [answer(rows, "cattle")]);
    expect(questions(settled)).toEqual([["C3", "unit-mismatch"]]);
    expect(facts(settled)).toEqual(["D3 cattle 2023-06 instant yoy 1.2 %"]);
  });

  it("sets figures aside where the name is none of the city's", () => {
    const none: Answer = { ...answer(rows, "cattle"), verdict: "none", code: null, scope: null };
    const settled = read(rows, [none]);
    expect([questions(settled), settled.questions]).toEqual([[["A3", "set-aside"]], []]);
    expect(settled.issues[0]).toMatchObject({ severity: "info" });
    expect(facts(settled)[0]).toBe("C3 ? 2023-06 ytd value 3 万头");
    expect(settled.dispositions.find(({ cell }) => cell === "C3")).toMatchObject({
      kind: "ignored",
      reason: "按答复不归入",
    });
    const places = [HERD, ["地区", "牛存栏（万头）"], ["开鲁县", 1], ["扎赉特旗", 3]];
    const foreign: Answer = { ...answer(places, "150526"), verdict: "none", code: null, scope: null };
    expect(questions(read(places, [foreign]))).toEqual([["A4", "set-aside"]]);
  });

  it("with a code that is in no list any more asks again, and says so", () => {
    const settled = read(rows, [answer(rows, "camels")]);
    expect([questions(settled), settled.questions.length]).toEqual([[["A3", "unknown-indicator"]], 1]);
    expect(settled.issues[0]?.message).toContain("以前答复的代码 camels 已不在名录中");
    const places = [HERD, ["地区", "牛存栏（万头）"], ["开鲁县", 1], ["扎特旗", 3]];
    const lost = read(places, [answer(places, "150999")]);
    expect([questions(lost), lost.issues[0]?.message.includes("150999")]).toEqual([[["A4", "unknown-region"]], true]);
  });

  it("on one file holds for its hash only, and wins there over the source's", () => {
    const general = answer(rows, "cattle");
    const own: Answer = { ...answer(rows, "retail"), source: null, sha256: "0".repeat(64) };
    const other: Answer = { ...own, sha256: "1".repeat(64) };
    const indicator = (answers: readonly Answer[]) => read(rows, answers).observations.map((o) => o.indicator)[0];
    expect(indicator([general, other])).toBe("cattle");
    expect(indicator([other])).toBeNull();
    expect(indicator([own, general])).toBe("retail"); // a growth in % fits any
  });
});
