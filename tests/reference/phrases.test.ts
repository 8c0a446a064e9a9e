import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { PipelineError } from "../../pipeline/errors.ts";
import { PHRASE_SLOTS } from "../../pipeline/model/phrases.ts";
import { parsePhrases } from "../../pipeline/reference/phrases.ts";

const FILE = "templates/phrases.yaml";
const SHIPPED = readFileSync(new URL(`../../${FILE}`, import.meta.url), "utf8");
const LEVEL = 'level: "{period}{indicator}为{amount}[，{tempo}][，{goal}][，{note}]"';

/** The shipped patterns with that of a level replaced. */
function withLevel(line: string): string {
  expect(SHIPPED).toContain(LEVEL);
  return SHIPPED.replace(LEVEL, line);
}

function failure(text: string): PipelineError {
  try {
    parsePhrases(text, FILE);
  } catch (error) {
    if (error instanceof PipelineError) return error;
    throw error;
  }
  throw new Error("nothing thrown");
}

describe("parsePhrases(text, file)", () => {
  it("reads every pattern that there is, as shipped", () => {
    expect(Object.keys(parsePhrases(SHIPPED, FILE)).sort()).toEqual(Object.keys(PHRASE_SLOTS).sort());
  });

  it("uses every slot of every pattern, as shipped", () => {
    const left = Object.entries(PHRASE_SLOTS).flatMap(([name, slots]) => {
      const line = SHIPPED.split("\n").find((one) => one.startsWith(`${name}:`)) ?? "";
      return slots.filter((slot) => !line.includes(`{${slot}}`)).map((slot) => `${name}/${slot}`);
    });
    expect(left).toEqual([]);
  });

  it.each([
    ['level: "{indicator}为{ amount }。"', [{ slot: "indicator" }, "为", { slot: "amount" }]],
    ['level: "[（{goal}）]{amount}"', [{ optional: ["（", { slot: "goal" }, "）"] }, { slot: "amount" }]],
    ["level: 不再说明", ["不再说明"]],
  ])("takes words as they are, and slots and brackets apart: %s", (line, expected) => {
    expect(parsePhrases(withLevel(line), FILE).level).toEqual(expected);
  });

  it.each([
    ['level: "{indicater}为{amount}"', "indicator"],
    ['level: "{indicator}为{completion}"', "period"], // a slot of other patterns only
    ['levels: "{indicator}为{amount}"', "level"],
    ['level: "{indicator}为{amount"', "花括号"],
    ['level: "{indicator}为{amount}[，{goal}"', "方括号"],
    ['level: "{indicator}为{amount}[，[{goal}]]"', "方括号"],
    ['level: "{indicator}[为]{amount}"', "方括号"],
    ['level: "{indicator}为3{amount}"', "数字"],
    ['level: "{indicator},为{amount}"', "全角"],
    ['level: "{indicator} 为{amount}"', "全角"],
    ["level: ''", "留空"],
    ["level: [甲]", "level"],
    ["# nothing", "level"],
    ['not-due: "{period}"\nlevel: 某', "not-due"],
  ])("refuses %s, and says where and what is meant", (line, said) => {
    const text = withLevel(line);
    const { code, location, message } = failure(
      line.startsWith("not-due") ? text.replace(/^not-due: 目.*\n/m, "") : text,
    );
    expect([code, location?.file]).toEqual(["TEMPLATE_INVALID", FILE]);
    expect(message).toContain(said);
    const told = `第${SHIPPED.split("\n").indexOf(LEVEL) + 1}行`;
    if (!line.startsWith("#") && !line.startsWith("not-due")) expect(message).toContain(told);
  });
});
