import { describe, expect, it } from "vitest";
import type { Indicator } from "../../pipeline/model/indicator.ts";
import type { Target } from "../../pipeline/model/target.ts";
import { asking, judge } from "./assess-fixture.ts";

const COVERAGE = { nature: "rate", unit: "%", name: "5G网络覆盖率" } as const;
const share = (change: Partial<Target> = {}) => asking(">=", "100", { basis: "attain", unit: "%", ...change });

describe("a share above 100 %", () => {
  it.each<[string, Partial<Target>, Partial<Indicator>, string, boolean]>([
    ["a coverage of 100", {}, {}, "100.0", false],
    ["a coverage of 103", {}, {}, "103.0", true],
    ["a share to be kept", { basis: "keep", low: "95" }, {}, "100.1", true],
    ["a completion rate", {}, { name: "技改升级完成率" }, "103.0", false],
    ["a ratio of sales to output", {}, { name: "产销率" }, "100.2", false],
    ["growth", { basis: "growth", quantity: "yoy" }, { nature: "flow", unit: "个" }, "103.0", false],
    ["growth of a rate", { basis: "growth", quantity: "yoy" }, {}, "103.0", false],
    ["an amount", { unit: "个" }, { nature: "stock", unit: "个" }, "103", false],
  ])("%s", (_, asked, kind, actual, isAsked) => {
    const assessment = judge(share(asked), actual, { ...COVERAGE, ...kind });
    expect(assessment.reasons.some(({ code }) => code === "above-hundred")).toBe(isAsked);
    expect(assessment.verdict).toBe("已完成");
  });
});
