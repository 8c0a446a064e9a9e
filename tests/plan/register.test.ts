import { describe, expect, it } from "vitest";
import { registerPlan } from "../../pipeline/plan/register.ts";
import { shippedPlan, shippedReference } from "./shipped-plan.ts";

const register = registerPlan(shippedPlan(), shippedReference().indicators);
const targetOf = (name: string) => register.targets.find((target) => target.name === name);

describe("registerPlan(plan, indicators)", () => {
  it("has the fields that scripts rely on", () => {
    const fields = "id chapter name indicator quantity op low high unit due strength explicit review source".split(" ");
    for (const target of register.targets) expect(Object.keys(target)).toEqual(expect.arrayContaining(fields));
    for (const milestone of register.milestones) {
      expect(Object.keys(milestone)).toEqual(
        expect.arrayContaining(["id", "chapter", "project", "task", "action", "due", "source"]),
      );
      expect(Object.keys(milestone.source)).toEqual(["text", "start", "end"]);
    }
  });

  it("survives JSON unchanged, without the plan's text", () => {
    expect(JSON.parse(JSON.stringify(register))).toEqual(register);
    expect(register.plan).not.toHaveProperty("text");
  });

  it.each([
    ["城镇新增就业", { low: "12000", high: null, unit: "人" }],
    ["粮食产量", { low: "9000000000", high: null, unit: "公斤" }],
    ["重点建设项目完成投资", { low: "45000000000", high: null, unit: "元" }],
    ["新增新能源装机", { low: "3800000", high: null, unit: "千瓦" }],
    ["改造城镇老旧小区面积", { low: "1008600", high: null, unit: "平方米" }],
    ["能繁母猪保有量", { low: "150000", high: "150000", unit: "头" }],
    ["工业园区亩均产值", { low: "1400000", high: null, unit: "元/亩" }],
    ["城镇登记失业率", { low: null, high: "5", unit: "%" }],
    ["自治区下达的节能减排降碳任务", { low: null, high: null, unit: "%" }],
  ])("gives %s in base units", (name, base) => {
    expect(targetOf(name)?.base).toEqual(base);
  });

  it.each([
    ["地区生产总值", "quarterly"],
    ["一般公共预算收入", "monthly"],
    ["粮食产量", "annual"],
    ["自治区下达的节能减排降碳任务", null],
  ])("gives %s the cadence %s", (name, cadence) => {
    expect(targetOf(name)?.cadence).toBe(cadence);
  });
});
