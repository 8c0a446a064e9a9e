import { describe, expect, it } from "vitest";
import { explain } from "../../pipeline/assess/explain.ts";
import { assessPlan } from "../../pipeline/assess/plan.ts";
import { toProgressJson } from "../../pipeline/assess/progress-json.ts";
import type { Period } from "../../pipeline/model/period.ts";
import { CITY, growing, indicator, month, RULES } from "./assess-fixture.ts";
import { both, growth, surroundingsOf } from "./why-fixture.ts";

/** Last year 100 in the city, of which 60, 30 and 10. */
const OBSERVATIONS = [
  ...both(CITY, "105.0", "5.0"),
  ...both("150502", "64.8", "8.0"),
  ...both("150523", "31.2", "4.0"),
  ...both("150524", "9.0", "-10.0"),
  growth(CITY, "7.2", { period: month(5) }),
];

/** Of June, compared with an earlier month; null with none. */
function document(before: Period | null = month(5)) {
  const targets = [growing(">=", "7")];
  const surroundings = surroundingsOf(OBSERVATIONS);
  const own = new Map(targets.map(({ id }) => [id, OBSERVATIONS.filter(({ region }) => region === CITY)]));
  const known = { indicators: [indicator()], observations: own, reported: new Set(["sample"]) };
  const context = { ...known, period: month(6), rules: RULES, surroundings };
  const assessments = assessPlan(targets, context);
  const head = { period: month(6), asOf: null, region: CITY, rules: RULES.name };
  return toProgressJson(assessments, head, explain(assessments, context, before));
}

describe("toProgressJson(assessments, head, explanations)", () => {
  it("carries why, with contributions as balanced and shares in two digits", () => {
    const [assessment] = document().assessments;
    expect(assessment?.why?.sectors).toBeNull();
    expect(assessment?.why?.regions).toMatchObject({
      ...{ estimated: true, measure: "growth", weights: "derived", total: "5.0", goal: "7", gap: "-2.0" },
      ...{ down: ["150524", "150523"], up: ["150502"] },
      steps: expect.arrayContaining([expect.stringContaining("科尔沁区拉动")]),
    });
    const pull = assessment?.why?.regions?.pulls[0];
    expect(pull).toEqual({
      ...{ kind: "region", code: "150524", name: "库伦旗", developmentZone: false },
      ...{ rate: "-10.0", share: "10.00", points: "-1.0", gapPoints: "-1.7" },
      observations: ["A24", "Y24"].map((cell) => expect.objectContaining({ file: "a.xlsx", sheet: "S", cell })),
    });
  });

  it("carries rankings with shares of the gap in one digit, changes and roll-ups", () => {
    const { rankings, changes, rollUps } = document();
    expect(rankings[0]?.rows.slice(0, 3).map(({ rank, name, gapShare }) => [rank, name, gapShare])).toEqual([
      [1, "科尔沁区", "-30.0"],
      [2, "开鲁县", "45.0"],
      [3, "库伦旗", "85.0"],
    ]);
    expect(rankings[0]?.rows[0]?.observations[0]).toMatchObject({ cell: "Y02" });
    expect(changes.map(({ kind, from, to }) => [kind, from, to])).toEqual([["verdict", "达序时", "严重滞后"]]);
    expect(changes[0]?.observations[0]).not.toHaveProperty("sha256");
    expect(rollUps).toEqual([]);
    expect(document(null).changes).toEqual([]);
    expect(document(month(3)).changes.map(({ kind }) => kind)).toEqual(["newly-reported"]);
  });

  it("has the fields, empty, where nothing is explained", () => {
    const head = { period: month(6), asOf: null, region: CITY, rules: RULES.name };
    expect(toProgressJson([], head)).toEqual({
      ...head,
      assessments: [],
      tasks: [],
      rankings: [],
      changes: [],
      rollUps: [],
    });
  });
});
