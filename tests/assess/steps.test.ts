import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Assessment } from "../../pipeline/model/assessment.ts";
import { roundHalfUp } from "../../pipeline/model/decimal.ts";
import type { Basis, Op, Target } from "../../pipeline/model/target.ts";
import { asking, growing, judge, month, target } from "./assess-fixture.ts";
import { offBy } from "./series-fixture.ts";

const lines = ({ steps }: Assessment) => steps.map(({ name, formula, text }) => [name, formula, text]);

describe("stepsOf(case, judgement)", () => {
  it("shows the sum of a flow with its numbers, as data and as sentences", () => {
    const judged = judge(asking(">=", "647.4", { unit: "亿元" }), "629", { at: 10 });
    expect(lines(judged)).toEqual([
      ["completion", "629÷647.4×100", "完成率：累计完成629亿元÷年度目标647.4亿元×100＝97.2%"],
      ["expected", "10÷12×100", "序时进度：已过10个月÷全年12个月×100＝83.3%"],
      [
        "gap",
        "629÷647.4×100−10÷12×100",
        "差距：累计完成629亿元÷年度目标647.4亿元×100−已过10个月÷全年12个月×100＝13.8个百分点",
      ],
      ["required", "647.4−629", "测算（尚需）：年度目标647.4亿元−累计完成629亿元＝18.4亿元"],
    ]);
    const [completion] = judged.steps;
    expect(completion?.operands).toEqual([
      { name: "累计完成", value: "629", unit: "亿元", figure: "actual" },
      { name: "年度目标", value: "647.4", unit: "亿元", figure: "low" },
    ]);
    expect(judged.steps.map(({ estimated }) => estimated)).toEqual([false, false, false, true]);
  });

  it.each<[string, Assessment, string]>([
    ["a growth", judge(growing(">=", "7"), "7.6", { at: 6 }), "差距：增速7.6%−年度目标7%＝0.6个百分点"],
    ["a fall", judge(growing(">=", "7"), "-1.2", { at: 6 }), "差距：增速负1.2%−年度目标7%＝负8.2个百分点"],
    ["about", judge(growing("~", "7"), "5.2"), "差距：增速5.2%−年度目标7%＝负1.8个百分点"],
    [
      "two digits",
      judge(asking("<=", "5", { basis: "keep", unit: "%" }), "3.89"),
      "差距：年度控制目标5%−实际3.89%＝1.11个百分点",
    ],
    [
      "the lower end",
      judge(target({ op: "range", low: "8", high: "10", basis: "keep" }), "7"),
      "差距：实际7个−年度目标下限8个＝负1个",
    ],
    [
      "the upper end",
      judge(target({ op: "range", low: "8", high: "10", basis: "keep" }), "11"),
      "差距：年度目标上限10个−实际11个＝负1个",
    ],
    ["too many", judge(asking("=", "0", { basis: "keep" }), "2"), "差距：年度目标0个−实际2个＝负2个"],
    [
      "past its date",
      judge(asking(">=", "100", { due: month(3) }), "97", { at: 5 }),
      "差距：累计完成97个÷目标100个×100−100＝负3.0个百分点",
    ],
    [
      "a cap of what adds up",
      judge(asking("<=", "100"), "63", { at: 6 }),
      "差距：年度控制目标100个−累计完成63个＝37个",
    ],
  ])("tells the gap of %s", (_, judged, text) => {
    expect(judged.steps.find(({ name }) => name === "gap")?.text).toBe(text);
  });

  it("needs nothing once the goal is passed", () => {
    const step = judge(target(), "120", { at: 6 }).steps.find(({ name }) => name === "required");
    expect([step?.value, step?.formula]).toEqual(["0", "100−120，小于0按0计"]);
  });

  it("says how a stock is complete and how far from its goal", () => {
    const judged = judge(asking(">=", "370", { basis: "attain", unit: "万头" }), "340.5", { at: 6, nature: "stock" });
    expect(lines(judged).map(([, formula]) => formula)).toEqual(["340.5÷370×100", "340.5−370"]);
  });

  it("has none without a figure", () => {
    expect(judge(target({ indicator: null }), "1").steps).toEqual([]);
  });

  const decimal = (min: number) => fc.integer({ min, max: 99_999 }).map((n) => (n / 10).toFixed(1));
  const cases = fc.record({
    op: fc.constantFrom<Op>(">=", "<=", "<", ">", "=", "~", "range"),
    basis: fc.constantFrom<Basis>("flow", "growth", "keep", "attain"),
    goal: decimal(-500),
    actual: decimal(-99_999),
    at: fc.integer({ min: 1, max: 12 }),
    unit: fc.constantFrom("个", "%"),
    due: fc.constantFrom(month(3), month(6), month(12)),
    judgedFrom: fc.constantFrom(1, 10),
  });

  it("comes by every printed formula to the very figure judged by, for every op and basis", () => {
    fc.assert(
      fc.property(cases, ({ op, basis, goal, actual, at, unit, due, judgedFrom }) => {
        const quantity = basis === "growth" ? "yoy" : "value";
        const change: Partial<Target> = { basis, unit, due, quantity };
        const asked =
          op === "range"
            ? target({ ...change, op, low: goal, high: `1${goal.replace("-", "")}` })
            : asking(op, goal, change);
        const judged = judge(asked, actual, { at, judgedFrom });
        const figures = {
          completion: judged.completion,
          expected: judged.expected,
          gap: judged.gap,
          required: judged.required,
        };
        const known = Object.entries(figures).filter(([, value]) => value !== null);
        expect(judged.steps.map(({ name }) => name)).toEqual(known.map(([name]) => name));
        for (const step of judged.steps) {
          const figure = figures[step.name as keyof typeof figures] ?? "";
          expect(roundHalfUp(step.value, 20)).toBe(roundHalfUp(figure, 20));
          expect(offBy(step)).toBeLessThan(1e-6);
          expect(step.text).not.toMatch(/-|undefined|null/);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
