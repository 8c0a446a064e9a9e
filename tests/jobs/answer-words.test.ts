import { describe, expect, it } from "vitest";
import { requireMeaning } from "../../pipeline/jobs/answer-words.ts";
import type { Reference } from "../../pipeline/jobs/reference.ts";
import type { QuestionWords } from "../../pipeline/model/question.ts";
import { VOCABULARY } from "../extract/small-vocabulary.ts";

const REFERENCE = { ...VOCABULARY, bureaus: [], rules: {} } as unknown as Reference;
const INDICATOR: QuestionWords = { kind: "indicator", label: "规模以上工业增加直", path: [] };
const REGION: QuestionWords = { kind: "region", label: "扎特旗", path: [] };

function meaning(answer: string, words = INDICATOR, reference = REFERENCE): string {
  const { code, scope } = requireMeaning(answer, words, reference);
  return scope === null ? code : `${code}@${scope}`;
}

describe("requireMeaning(answer, words, reference)", () => {
  it.each([
    ["1", "industry"],
    ["gdp", "gdp"],
    [" GDP ", "gdp"],
    ["地区 生产总值", "gdp"],
    ["限额以上固定资产投资", "investment@限额以上"],
    ["investment@不含农户", "investment@不含农户"],
    ["investment＠限上", "investment@限额以上"],
    ["固定资产投资@不含农户", "investment@不含农户"],
  ])("takes %s", (answer, expected) => {
    expect(meaning(answer)).toBe(expected);
  });

  it.each([
    ["1", "150526"],
    ["150521", "150521"],
    ["科左中旗", "150521"],
    ["扎旗", "150526"],
    ["科尔沁", "150502"],
  ])("takes %s for a place", (answer, expected) => {
    expect(meaning(answer, REGION)).toBe(expected);
  });

  it.each([
    ["2", INDICATOR, /没有第 2 个候选.*/],
    ["0", INDICATOR, /没有第 0 个候选/],
    ["99", INDICATOR, /没有第 99 个候选，只有 1 个/],
    ["工业增加", INDICATOR, /没有 "工业增加" 这个指标/],
    ["", INDICATOR, /没有 "" 这个指标/],
    ["150526", INDICATOR, /没有 "150526" 这个指标/],
    ["gdp@随便", INDICATOR, /口径 "随便" 不认识/],
    ["gdp", REGION, /没有 "gdp" 这个地区/],
    ["科右中旗", REGION, /没有 "科右中旗" 这个地区/],
    ["150526@实际", REGION, /地区没有口径/],
  ] as const)("refuses %s", (answer, words, problem) => {
    expect(() => meaning(answer, words)).toThrow(problem);
  });

  it("does not choose between two that share a name, but names both", () => {
    const [gdp, primary] = VOCABULARY.indicators;
    const shared = [gdp, primary].flatMap((one) => one ?? []);
    const indicators = shared.map((one) => ({ ...one, aliases: [...one.aliases, { text: "总值", scope: null }] }));
    try {
      meaning("总值", INDICATOR, { ...REFERENCE, indicators });
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({ code: "USAGE", hint: "请写代码：gdp 地区生产总值、primary 第一产业增加值" });
    }
  });
});
