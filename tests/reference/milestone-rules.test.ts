import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readCsvRows } from "../../pipeline/read/csv-rows.ts";
import {
  parseMilestoneActions,
  parseMilestoneRules,
  parseMilestoneWords,
} from "../../pipeline/reference/milestone-rules.ts";

const seed = (name: string) => new URL(`../../seeds/${name}`, import.meta.url).pathname;
const yaml = readFileSync(seed("milestone-rules.yaml"), "utf8");
const row = (line: number, fields: Record<string, string>) => ({ line, fields });

describe("parseMilestoneRules(yaml, file)", () => {
  it("prints the thresholds that it judges by", () => {
    const { investment, lateMonths, text } = parseMilestoneRules(yaml, "r.yaml");
    expect({ investment, lateMonths }).toEqual({
      investment: { judgedFrom: 4, yellow: "10", red: "30" },
      lateMonths: 3,
    });
    expect(text.join("")).toContain("从4月起评价投资进度");
    expect(text.join("")).toContain("低于序时进度10～30个百分点（含端点）的亮黄灯");
    expect(text.join("")).not.toMatch(/[{}]/);
  });

  it.each([
    ["a threshold that no sentence tells", yaml.replace("连续{lateMonths}个月", "很久"), /lateMonths/],
    ["a slot without a threshold", yaml.replace("{lateMonths}", "{months}"), /months/],
    ["what is no number", yaml.replace("yellow: 10", "yellow: 十"), /第6行/],
    ["a month that there is not", yaml.replace("judgedFrom: 4", "judgedFrom: 13"), /第5行/],
    ["an unknown key", `${yaml}\nblue: 1\n`, /blue/],
  ])("refuses %s", (_, text, problem) => {
    expect(() => parseMilestoneRules(text, "r.yaml")).toThrow(problem);
  });
});

describe("parseMilestoneActions(rows, file)", () => {
  const actions = parseMilestoneActions(readCsvRows(seed("milestone-actions.csv")), "a.csv");

  it("says of every verb of the plan what it asks, and never less at the end than on the way", () => {
    const verbs = readCsvRows(seed("plans/2023/milestones.csv")).map(({ fields }) => fields.action ?? "");
    expect([...new Set(verbs)].filter((verb) => !actions.some(({ action }) => action === verb))).toEqual([]);
    expect(actions.find(({ action }) => action === "投产")).toEqual({ action: "投产", byDue: "投产", done: "投产" });
  });

  it("refuses a repeated verb and an unknown state", () => {
    const good = row(2, { action: "开工", by_due: "开工", done: "开工" });
    expect(() => parseMilestoneActions([good, { ...good, line: 3 }], "a.csv")).toThrow(/第3行.*重复/);
    expect(() => parseMilestoneActions([row(2, { action: "开工", by_due: "快了", done: "开工" })], "a.csv")).toThrow(
      /by_due/,
    );
  });
});

describe("parseMilestoneWords(rows, file)", () => {
  it("refuses a phrase given twice and a meaning that is none", () => {
    const good = row(2, { phrase: "已开工", meaning: "开工" });
    expect(() => parseMilestoneWords([good, { ...good, line: 3 }], "w.csv")).toThrow(/第3行.*重复/);
    expect(() => parseMilestoneWords([row(2, { phrase: "已开工", meaning: "好" })], "w.csv")).toThrow(/meaning/);
  });
});
