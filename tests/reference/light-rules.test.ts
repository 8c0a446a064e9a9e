import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { PipelineError } from "../../pipeline/errors.ts";
import { defaultLightRules, parseCityRules, parseDefaultRules } from "../../pipeline/reference/light-rules.ts";
import { RULES as FIXTURE } from "../assess/assess-fixture.ts";

const SHIPPED = shipped("default");
const WHOLE = parseDefaultRules(SHIPPED, "default.yaml");
const RULES = defaultLightRules(WHOLE);
const KNOWN = { whole: WHOLE, isIndicator: (code: string) => code !== "no-such" };

describe("parseDefaultRules(text, file)", () => {
  it("reads the default thresholds, which are those that the tests of judging use", () => {
    expect({ ...RULES, name: FIXTURE.name, text: FIXTURE.text }).toEqual(FIXTURE);
  });

  it("fills the thresholds into the sentences, without signs or slots left", () => {
    const all = RULES.text.join("");
    expect(all).not.toMatch(/[{}-]/);
    const numbers = ["5", "5", "4", "2", "100", "1", "1", "5", "0.5", "2", "0.05", "0.05"]; // 100 is 100% of the goal
    expect(all.match(/\d+(\.\d+)?/g)).toEqual(numbers);
  });

  it.each([
    ["atLeast: -5,", "atLeast: -4,", "4个百分点（含）以内"],
    ["atLeast: -5,", "moreThan: -5,", "5个百分点（不含）以内"],
    ["worsening: 2", "worsening: 3", "连续3期"],
    ["worseningFrom: 4", "worseningFrom: 6", "6月以后"],
    ["points: 0.5", "points: 0.3", "0.3个百分点"],
    ["within: 0.05", "within: 0.04", "0.04个百分点"],
  ])("prints another threshold as soon as one is applied: %s to %s", (before, after, printed) => {
    const text = (file: string) => defaultLightRules(parseDefaultRules(file, "default.yaml")).text.join("");
    expect(text(SHIPPED)).not.toContain(printed);
    expect(text(SHIPPED.replace(before, after))).toContain(printed);
  });

  it.each<[string, string | RegExp, string, number]>([
    ["a threshold that is no number", "atLeast: 5,", "atLeast: 五,", 9],
    ["a verdict that no scale gives", "verdict: 滞后 }", "verdict: 已完成 }", 11],
    ["a light that there is not", "{ verdict: 严重滞后 }", "{ verdict: 严重滞后, light: 紫 }", 12],
    ["two edges of one band", "{ atLeast: 5,", "{ atLeast: 5, moreThan: 5,", 9],
    ["a band without an edge before the last", "{ atLeast: 0, verdict: 达序时 }", "{ verdict: 达序时 }", 10],
    ["a last band with an edge", "{ verdict: 严重滞后 }", "{ atLeast: -9, verdict: 严重滞后 }", 12],
    ["bands out of order", "atLeast: 5, verdict: 超序时", "atLeast: 0, verdict: 超序时", 10],
    ["a better verdict for less", "atLeast: 0, verdict: 达序时", "atLeast: 0, verdict: 滞后", 10],
    ["a better light for less", "{ verdict: 严重滞后 }", "{ verdict: 严重滞后, light: 绿 }", 12],
    ["a band that is behind above 0", "atLeast: -5, verdict: 滞后", "atLeast: 2, verdict: 滞后", 11],
    ["a band that is on pace below 0", "atLeast: 0, verdict: 达序时", "atLeast: -1, verdict: 达序时", 10],
    ["no band that ends at 0", /^ {4}- \{ atLeast: 0, .*\n/m, "", 9],
    ["an open band at 0", "atLeast: 0, verdict: 达序时", "moreThan: 0, verdict: 达序时", 9],
    [
      "nothing that is behind",
      /^ {4}- \{ atLeast: -5.*\n {4}- \{ verdict: 严重滞后 \}/m,
      "    - { verdict: 达序时 }",
      9,
    ],
    ["a month that there is not", "worseningFrom: 4", "worseningFrom: 13", 14],
    ["worsening at one reading", "worsening: 2", "worsening: 1", 13],
    ["shrinking that is better than far short", "shrinking: { verdict: 严重滞后 }", "shrinking: { verdict: 滞后 }", 21],
    ["a tolerance below zero", "points: 0.5", "points: -0.5", 28],
    ["a missing threshold", /^ {2}percent: .*\n/m, "", 28],
    ["an unknown threshold", "worsening: 2", "behind: 2", 13],
    ["a missing section", /^around:[\s\S]*(?=^steady:)/m, "", 1],
    ["a slot that is none", "不足{within}个百分点、", "不足{without}个百分点、", 33],
    ["a slot of a band that has no edge", "{第2档}以内", "{第3档}以内", 22],
    ["a threshold that no sentence tells", "{percent}%", "很少", 30],
    ["an edge that no sentence tells", "其中快{第1档}以上的为超序时", "快得多的为超序时", 15],
    ["a light that no sentence names", "亮红灯。到期未完成的", "亮灯。到期未完成的", 15],
    ["no name", "name: 默认规则", "name:", 5],
  ])("refuses %s, naming file and line", (_case, before, after, line) => {
    const text = SHIPPED.replace(before, after);
    expect(text).not.toBe(SHIPPED);
    const { code, location } = caught(() => parseDefaultRules(text, "default.yaml"));
    expect([code, location.file, location.line]).toEqual(["SEED_INVALID", "default.yaml", line]);
  });
});

describe("parseCityRules(text, file, whole)", () => {
  const TIANJIN = shipped("tianjin");
  const parse = (text: string) => parseCityRules(text, "tianjin.yaml", KNOWN);

  it("takes what the city does not state from the default set, and says so", () => {
    const { pace, growth, exceptions, text } = parse(TIANJIN);
    expect({ pace, growth }).toEqual({ pace: RULES.pace, growth: RULES.growth });
    expect(exceptions.map(({ indicators }) => indicators)).toEqual([["fixed-asset-investment"], ["special-bond-use"]]);
    const rest = text.findIndex((sentence) => sentence.includes("没有公布"));
    expect([text[0], text[rest]]).toEqual([expect.stringContaining("天津"), expect.stringContaining("默认规则")]);
    expect(text.slice(rest + 1)).toEqual(RULES.text);
    expect(text.slice(1, rest)).toHaveLength(2);
  });

  it("prints a sentence of the city's own in place of the default one", () => {
    const { text } = parseCityRules(shipped("xuancheng"), "xuancheng.yaml", KNOWN);
    expect(text).not.toContain(WHOLE.pace.text);
    expect(text).not.toContain(WHOLE.growth.text);
    expect(text).toContain(WHOLE.level.text);
  });

  it.each<[string, string | RegExp, string, number]>([
    ["no source", /^source: .*\n/m, "", 1],
    [
      "an exception of no rule",
      /^ {2}- indicators: \[special-bond-use\]\n[\s\S]*/m,
      "  - indicators: [special-bond-use]\n",
      14,
    ],
    ["an exception of no indicator", "[special-bond-use]", "[]", 14],
    ["an indicator that there is not", "[special-bond-use]", "[special-bond-use, no-such]", 14],
    ["an indicator named twice", "[special-bond-use]", "[fixed-asset-investment]", 6],
    ["a measure that is none", "占序时的百分比 #", "亿元 #", 16],
    ["less for the peer than for the plan", "belowPeer: { verdict: 滞后 }", "belowPeer: { verdict: 严重滞后 }", 12],
    ["no less for falling below the peer", "belowPeer: { verdict: 滞后 }", "belowPeer: { verdict: 达序时 }", 12],
    ["a missing sentence", /^ {6}text: 债券.*\n/m, "", 16],
  ])("refuses %s, naming file and line", (_case, before, after, line) => {
    const text = TIANJIN.replace(before, after);
    expect(text).not.toBe(TIANJIN);
    const { code, location } = caught(() => parse(text));
    expect([code, location.file, location.line]).toEqual(["SEED_INVALID", "tianjin.yaml", line]);
  });
});

function shipped(name: string): string {
  return readFileSync(new URL(`../../seeds/rules/${name}.yaml`, import.meta.url), "utf8");
}

function caught(run: () => unknown): PipelineError {
  try {
    run();
  } catch (error) {
    if (error instanceof PipelineError) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}
