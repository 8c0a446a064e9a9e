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
    ['level: "{indicator}为３{amount}"', "“３”"],
    ['level: "{indicator}为{amount}，约三成"', "“三”"],
    ['level: "前三季度{indicator}为{amount}"', "“三”"],
    ['level: "{indicator}为{amount}，居第二位"', "“二”"],
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

  const DIRECTIONS = "增长 下降 上升 回落 加快 放缓 高于 低于 快于 慢于 持平 收窄 扩大 转好 突破 不低于 由降转增".split(
    " ",
  );

  type Directed = readonly [name: string, pattern: string, word: string];
  const DIRECTED: readonly Directed[] = [
    ...DIRECTIONS.map((word): Directed => ["level", `{indicator}${word}，为{amount}`, word]),
    ["since", "同比下降，已连续{count}{unit}滞后", "下降"],
    ["level", "{indicator}升{amount}", "升"],
    ["level", "{indicator}[，低于{goal}]", "低于"],
    ["brief-growth", "{list}同比增长{rates}", "增长"],
    ["brief-progress", "{list}{rates}，慢于{pace}", "慢于"],
    ["not-judged", "滞后，尚不评价进度", "滞后"],
    ["overview-held", "其中，慢于序时进度{held}项", "慢于"],
    ["changes-worse", "评价转好的{count}项：{list}", "转好"],
    ["milestones-behind", "{standing}加快的{count}项：{list}", "加快"],
  ];

  it.each(DIRECTED)("refuses in %s the direction of %s", (name, pattern, word) => {
    const lines = SHIPPED.split("\n");
    const at = lines.findIndex((line) => line.startsWith(`${name}:`));
    const { code, location, message } = failure(lines.with(at, `${name}: "${pattern}"`).join("\n"));
    expect([code, location]).toEqual(["TEMPLATE_INVALID", { file: FILE, line: at + 1 }]);
    expect(message).toContain(`“${word}”`);
  });

  it.each([
    ["since", "已有{count}{unit}落后"],
    ["growth", "{period}，{indicator}增速[为{growth}]"],
    ["headline-growth", "[{period}，]从增长目标看，"],
    ["regions", "{indicator}增速，{leaders}领先，{rates}；{last}落后，{last-rates}"],
    ["overview-judged", "{year}年计划进一步统一的{total}项目标中，{judged}项可以评价，与上一期相同"],
    ["level", "{indicator}规模以上工业增加值为{amount}"],
  ])("takes in %s what goes with every number: %s", (name, pattern) => {
    const lines = SHIPPED.split("\n");
    const at = lines.findIndex((line) => line.startsWith(`${name}:`));
    expect(parsePhrases(lines.with(at, `${name}: "${pattern}"`).join("\n"), FILE)).toHaveProperty(name);
  });
});
