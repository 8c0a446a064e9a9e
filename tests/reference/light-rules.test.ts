import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { PipelineError } from "../../pipeline/errors.ts";
import { parseLightRules } from "../../pipeline/reference/light-rules.ts";

const SHIPPED = readFileSync(new URL("../../seeds/rules/default.yaml", import.meta.url), "utf8");
const RULES = parseLightRules(SHIPPED, "default.yaml");

describe("parseLightRules(text, file)", () => {
  it("reads the default thresholds", () => {
    const { pace, growth, level, around } = RULES;
    expect({ pace, growth, level, around }).toEqual({
      pace: { ahead: "5", yellow: "-5" },
      growth: { yellow: "1" },
      level: { yellowPoints: "1", yellowPercent: "5" },
      around: { points: "0.5", percent: "2" },
    });
  });

  it("fills the thresholds into the sentences, without signs or slots left", () => {
    const all = RULES.text.join("");
    expect(all).not.toMatch(/[{}-]/);
    expect(all.match(/\d+(\.\d+)?/g)).toEqual(["5", "5", "5", "1", "1", "5", "0.5", "2"]);
  });

  it("prints another threshold as soon as one is applied", () => {
    const changed = parseLightRules(SHIPPED.replace("points: 0.5", "points: 0.3"), "default.yaml");
    expect(changed.around.points).toBe("0.3");
    expect(changed.text.join("")).toContain("0.3个百分点");
  });

  it.each([
    ["a threshold that is no number", "ahead: 5", "ahead: 五"],
    ["a band on the wrong side", "yellow: -5", "yellow: 5"],
    ["a tolerance below zero", "points: 0.5", "points: -0.5"],
    ["a missing threshold", /^ {2}percent: .*\n/m, ""],
    ["an unknown threshold", "ahead: 5", "ahead: 5\n  behind: 5"],
    ["a slot that is none", "{growth.yellow}", "{growth.red}"],
    ["a threshold that no sentence tells", "{around.percent}%", "很少"],
    ["no name", "name: 默认规则", "name:"],
  ])("refuses %s, naming file and line", (_case, before, after) => {
    const text = SHIPPED.replace(before, after);
    expect(text).not.toBe(SHIPPED);
    const { code, location } = caught(() => parseLightRules(text, "default.yaml"));
    expect([code, location.file]).toEqual(["SEED_INVALID", "default.yaml"]);
    expect(location.line).toBeGreaterThan(1);
  });
});

function caught(run: () => unknown): PipelineError {
  try {
    run();
  } catch (error) {
    if (error instanceof PipelineError) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}
