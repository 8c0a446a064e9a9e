import { describe, expect, it } from "vitest";
import { reasonWords, withFigures } from "../../../pipeline/report/prose/reasons.ts";
import { textOf } from "../../../pipeline/report/prose/runs.ts";
import { figuresFixture, judgedFixture, targetFixture, unknownFixture } from "../../support/edition-input-fixture.ts";

describe("reasonWords(target)", () => {
  it("says with figures what the arithmetic says, and adds the other reasons once", () => {
    const reasons = [
      { code: "goal-missed" as const, text: "累计增长0.5%，低于年度目标8.5个百分点" },
      { code: "scope-differs" as const, text: "口径不同。" },
      { code: "scope-differs" as const, text: "口径不同。" },
    ];
    const words = reasonWords(figuresFixture(judgedFixture(targetFixture(), "0.5", { gap: "-8.5", reasons })));
    expect(words).toEqual(["低于年度目标", { figure: "2023-001/gap", text: "8.5" }, "个百分点；口径不同"]);
  });

  it("tells the completion once where its reason tells it", () => {
    const target = targetFixture({ basis: "flow", quantity: "value", low: "100", unit: "户" });
    const text = "完成年度目标的37.1%；该指标年内进度不均衡，10月以前不评价进度";
    const reasons = [{ code: "not-judged-yet" as const, text }];
    const words = reasonWords(figuresFixture(judgedFixture(target, "37.1", { completion: "37.1", reasons })));
    expect(textOf(words)).toBe(text);
    expect(words).toContainEqual({ figure: "2023-001/completion", text: "37.1" });
  });

  it("finds the conflicting values of a refused figure", () => {
    const { observations } = judgedFixture(targetFixture(), "5.2");
    const { observations: others } = judgedFixture(targetFixture(), "5.3", {}, { file: "另.xlsx" });
    const text = "同一个数前后不一致：5.2%（a.xlsx › 6月 › C7）；5.3%（另.xlsx › 6月 › C7），请核实后再作评价";
    const reasons = [{ code: "conflicting" as const, text }];
    const words = reasonWords(
      figuresFixture(unknownFixture(targetFixture(), { observations: [...observations, ...others], reasons })),
    );
    expect(textOf(words)).toBe(text);
    expect(words.flatMap((run) => (typeof run === "string" ? [] : [run.text]))).toEqual(["5.2", "5.3"]);
  });
});

describe("withFigures(text, target)", () => {
  it.each([
    ["截至6月应有1—6月数", []],
    ["0.5个工作日", []],
    ["增长0.5%", ["0.5"]],
    ["共9%的9项", ["9"]],
    ["10.5%和0.55%", []],
  ])("%s", (text, expected) => {
    const words = withFigures(text, figuresFixture(judgedFixture(targetFixture(), "0.5", { gap: "-8.5" })));
    expect(textOf(words)).toBe(text);
    expect(words.flatMap((run) => (typeof run === "string" ? [] : [run.text]))).toEqual(expected);
  });
});
