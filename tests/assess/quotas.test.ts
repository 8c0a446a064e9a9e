import { describe, expect, it } from "vitest";
import { withQuotas } from "../../pipeline/assess/quotas.ts";
import { assessTarget } from "../../pipeline/assess/target.ts";
import type { Quota } from "../../pipeline/model/quota.ts";
import type { Target } from "../../pipeline/model/target.ts";
import { indicator, month, observation, RULES, target } from "./assess-fixture.ts";

const WAITING = target({ basis: "quota", low: null });
const QUOTA: Quota = {
  ...{ target: WAITING.id, basis: "flow", op: ">=", low: "200", high: null, unit: "个" },
  ...{ document: "内政办发〔2023〕12号", received: "2023-04-10" },
};

function judged(asked: Target | undefined, value: string) {
  if (!asked) throw new Error("no target");
  const observations = [observation({ value, unit: asked.unit, quantity: asked.quantity, period: month(6) })];
  return assessTarget(asked, { indicator: indicator(), period: month(6), observations, rules: RULES });
}

describe("withQuotas(targets, quotas, asOf)", () => {
  it.each([
    [null, "达序时"],
    ["2023-04-10", "达序时"],
    ["2023-04-09", "待上级下达"],
  ] as const)("as of %s: %s", (asOf, verdict) => {
    const [asked] = withQuotas([WAITING], [QUOTA], asOf);
    expect(judged(asked, "100").verdict).toBe(verdict);
  });

  it.each<[Partial<Quota>, Partial<Target>, string, string]>([
    [{}, {}, "100", "达序时"],
    [{}, {}, "20", "严重滞后"],
    [{ basis: "keep", op: "<=", low: null, high: "50" }, {}, "51", "突破上限"],
    [{ basis: "attain" }, {}, "200", "已完成"],
    [
      { basis: "growth", op: "<=", low: null, high: "-3.2", unit: "%" },
      { quantity: "yoy", unit: "%" },
      "-3.5",
      "达序时",
    ],
  ])("judges by what the row gives: %o", (change, own, value, verdict) => {
    const [asked] = withQuotas([{ ...WAITING, ...own }], [{ ...QUOTA, ...change }], null);
    const assessment = judged(asked, value);
    expect(assessment.verdict).toBe(verdict);
    expect(assessment.target).toMatchObject({ quota: { document: QUOTA.document, received: QUOTA.received } });
    expect(assessment.reasons.at(-1)).toEqual({
      code: "quota-received",
      text: "目标数据上级下达的内政办发〔2023〕12号（2023年4月10日收到）",
    });
  });

  it("says where the number comes from even where nothing is known", () => {
    const [asked = WAITING] = withQuotas([WAITING], [QUOTA], null);
    const context = { indicator: indicator(), period: month(6), observations: [], rules: RULES };
    expect(assessTarget(asked, context).reasons.map(({ code }) => code)).toEqual(["no-source", "quota-received"]);
  });

  it("takes the last received, whatever the order of the rows, and the earlier one before that", () => {
    const raised = { ...QUOTA, low: "300", received: "2023-07-01" };
    for (const quotas of [
      [QUOTA, raised],
      [raised, QUOTA],
    ]) {
      expect(withQuotas([WAITING], quotas, null)[0]?.low).toBe("300");
      expect(withQuotas([WAITING], quotas, "2023-06-30")[0]?.low).toBe("200");
    }
  });

  it("leaves other targets alone", () => {
    const others = [target(), target({ id: "2023-002", basis: "quota", low: null })];
    expect(withQuotas(others, [QUOTA], null)).toEqual(others);
  });
});
