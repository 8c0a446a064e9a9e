import { describe, expect, it } from "vitest";
import { parsePhrases } from "../../../pipeline/reference/phrases.ts";
import { sentence, tellBy } from "../../../pipeline/report/prose/phrase.ts";
import { textOf } from "../../../pipeline/report/prose/runs.ts";
import { shippedPhrasesText } from "../../support/shipped-templates.ts";
import { figureOf } from "./golden-facts.ts";

/** Tells by the shipped patterns, one of them reworded. */
function reworded(name: string, pattern: string) {
  const line = new RegExp(`^${name}: .*$`, "m");
  expect(shippedPhrasesText()).toMatch(line);
  return tellBy(parsePhrases(shippedPhrasesText().replace(line, `${name}: "${pattern}"`), "phrases.yaml"));
}

const AMOUNT = {
  period: "6月末",
  indicator: "牛存栏",
  amount: "362.4万头",
  tempo: "",
  goal: "比年度目标少7.6万头",
  note: "",
};

describe("tellBy(phrases)", () => {
  it.each([
    ["{indicator}达到{amount}，{goal}", "牛存栏达到362.4万头，比年度目标少7.6万头"],
    ["{goal}的是{indicator}", "比年度目标少7.6万头的是牛存栏"],
    ["{indicator}{amount}[，{tempo}][（{goal}）]", "牛存栏362.4万头（比年度目标少7.6万头）"],
    ["{indicator}{amount}[，{tempo}，{goal}]。", "牛存栏362.4万头"], // one empty slot takes the others with it
    ["{indicator}{tempo}{note}", "牛存栏"],
  ])("tells as staff have worded it: %s", (pattern, text) => {
    expect(textOf(reworded("level", pattern)("level", AMOUNT))).toBe(text);
  });

  it("keeps numbers traceable, and leaves out brackets around one that is not there", () => {
    const tell = reworded("lagging-beside", "{light}{count}项[，余{left}项]");
    const own = { light: "黄灯", told: figureOf("1"), list: "甲", count: figureOf("20", "count/yellow") };
    expect(tell("lagging-beside", { ...own, left: null })).toEqual([
      "黄灯",
      { figure: "count/yellow", text: "20" },
      "项",
    ]);
    expect(textOf(tell("lagging-beside", { ...own, left: figureOf("7") }))).toBe("黄灯20项，余7项");
  });
});

describe("sentence(words)", () => {
  it("puts a full stop behind words, and nothing behind none", () => {
    expect([sentence(["甲"]), sentence([])]).toEqual([["甲。"], []]);
  });
});
