import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assessPlan } from "../../pipeline/assess/plan.ts";
import { toProgressJson } from "../../pipeline/assess/progress-json.ts";
import { taskStandings } from "../../pipeline/assess/shared-task.ts";
import type { Assessment } from "../../pipeline/model/assessment.ts";
import type { Target } from "../../pipeline/model/target.ts";
import { CITY, CODE, indicator, month, observation, RULES, target } from "./assess-fixture.ts";

const task = "改造老旧小区";
const BOTH = [target({ id: "a", name: "个数", task }), target({ id: "b", name: "面积", task })];

/** Judges targets at June, each on an amount of its own; null where nothing has come. */
function assess(targets: readonly Target[], values: readonly (string | null)[]): readonly Assessment[] {
  const known = targets.map(({ id }, index) => {
    const value = values[index] ?? null;
    return [id, value === null ? [] : [observation({ value, period: month(6) })]] as const;
  });
  const context = { indicators: [indicator()], reported: new Set([CODE]), rules: RULES, period: month(6) };
  return assessPlan(targets, { ...context, observations: new Map(known) });
}

function remarks(assessments: readonly Assessment[]): readonly (string | undefined)[] {
  return assessments.map(({ reasons }) => reasons.find(({ code }) => code === "task-differs")?.text);
}

describe("two measures of one task", () => {
  it("say so where their lights differ, and keep their own verdicts", () => {
    const assessments = assess(BOTH, ["100", "46"]);
    expect(assessments.map(({ verdict }) => verdict)).toEqual(["已完成", "滞后"]);
    expect(remarks(assessments)).toEqual([
      "同一任务的另一项“面积”为滞后，“改造老旧小区”整体按较差的一项评为滞后",
      "同一任务的另一项“个数”为已完成，“改造老旧小区”整体按较差的一项评为滞后",
    ]);
  });

  it("say nothing where their lights are the same", () => {
    expect(remarks(assess(BOTH, ["100", "60"]))).toEqual([undefined, undefined]);
  });

  it("say nothing of other tasks, places and targets without one", () => {
    const apart: readonly Target[] = [
      target({ id: "a", task }),
      target({ id: "b", task: "其他" }),
      target({ id: "c" }),
      target({ id: "d" }),
      target({ id: "e", task, region: "150502" }),
    ];
    expect(remarks(assess(apart, ["100", "1", "100", "1", null])).filter(Boolean)).toEqual([]);
    expect(taskStandings(assess(apart, ["100", "1", "100", "1", null]))).toEqual([]);
  });

  it.each([
    [["1", "100"], "严重滞后"],
    [["1", null], "严重滞后"],
    [["46", null], "滞后"],
    [["100", null], "未发布"],
    [["50", "60"], "达序时"],
    [["60", "100"], "超序时"],
  ] as const)("%o make the task %s", (values, verdict) => {
    for (const order of [values, [...values].reverse()]) {
      const { tasks } = toProgressJson(assess(BOTH, order), {
        period: month(6),
        asOf: null,
        region: CITY,
        rules: "默认规则",
      });
      expect(tasks).toMatchObject([{ task, region: CITY, targets: ["a", "b"], verdict }]);
    }
  });

  it("are never better together than either alone", () => {
    const rank = (light: string) => ["green", "grey", "yellow", "red"].indexOf(light);
    const value = fc.option(fc.integer({ min: 0, max: 120 }).map(String), { nil: null });
    fc.assert(
      fc.property(value, value, (one, other) => {
        const assessments = assess(BOTH, [one, other]);
        const worst = Math.max(...assessments.map(({ light }) => rank(light)));
        expect(taskStandings(assessments).map(({ light }) => rank(light))).toEqual([worst]);
      }),
      { numRuns: 1_000 },
    );
  });
});
