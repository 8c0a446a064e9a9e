import { describe, expect, it } from "vitest";
import type { IndicatorCode } from "../../pipeline/model/indicator.ts";
import { regionalTargets } from "../../pipeline/plan/regional-targets.ts";
import { shippedPlan, shippedReference } from "./shipped-plan.ts";

describe("regionalTargets(plan, shares, regions)", () => {
  const plan = shippedPlan();
  const { regions } = shippedReference();
  const [first] = plan.targets;

  it.each([
    ["a number of its own", null],
    ["a relative goal", { indicator: "gdp" as IndicatorCode, region: "150000" }],
  ])("takes the document's number where the city has %s", (_, relativeTo) => {
    const targets = first
      ? [{ ...first, op: ">=" as const, low: relativeTo ? null : "7", high: null, relativeTo }]
      : [];
    const value = {
      ...{ target: first?.id ?? "", region: "150502", low: "6.5", high: null },
      ...{ document: "分解方案", source: "增长6.5%" },
    };
    const [divided] = regionalTargets({ ...plan, targets }, [{ file: "f.csv", line: 2, value }], regions);
    expect(divided).toMatchObject({ id: `${first?.id}-150502`, region: "150502", low: "6.5", relativeTo: null });
  });
});
