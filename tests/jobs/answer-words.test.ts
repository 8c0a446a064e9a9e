import { describe, expect, it } from "vitest";
import { PipelineError } from "../../pipeline/errors.ts";
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

const CODES = [...VOCABULARY.indicators, ...VOCABULARY.regions].map(({ code }): string => code);
const PLACES = VOCABULARY.regions.map(({ code }) => code);

function refusal(attempt: () => unknown): PipelineError {
  try {
    attempt();
  } catch (error) {
    if (error instanceof PipelineError) return error;
    throw error;
  }
  return expect.unreachable();
}

/** The codes that the hint names, in its order. */
function offeredCodes({ hint = "" }: PipelineError): readonly string[] {
  return (hint.match(/[\w-]+/g) ?? []).filter((word) => CODES.includes(word));
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
    ["2", INDICATOR, ["industry"]],
    ["0", INDICATOR, ["industry"]],
    ["99", INDICATOR, ["industry"]],
    ["工业增加", INDICATOR, ["industry", "primary", "secondary"]],
    ["", INDICATOR, []],
    ["150526", INDICATOR, []],
    ["gdp@随便", INDICATOR, ["investment"]],
    ["gdp", REGION, PLACES],
    ["科右中旗", REGION, PLACES],
    ["150526@实际", REGION, []],
  ] as const)("refuses %j", (answer, words, codes) => {
    const error = refusal(() => meaning(answer, words));
    expect([error.code, offeredCodes(error)]).toEqual(["USAGE", codes]);
  });

  it("does not choose between two that share a name, but names both", () => {
    const [gdp, primary] = VOCABULARY.indicators;
    const shared = [gdp, primary].flatMap((one) => one ?? []);
    const indicators = shared.map((one) => ({ ...one, aliases: [...one.aliases, { text: "总值", scope: null }] }));
    const error = refusal(() => meaning("总值", INDICATOR, { ...REFERENCE, indicators }));
    expect([error.code, offeredCodes(error)]).toEqual(["USAGE", ["gdp", "primary"]]);
  });
});
