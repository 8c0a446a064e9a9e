import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Explanations } from "../../../pipeline/assess/explain.ts";
import { withHome } from "../../../pipeline/jobs/open-home.ts";
import { loadPlan } from "../../../pipeline/jobs/plan.ts";
import { judge } from "../../../pipeline/jobs/progress.ts";
import type { Assessment } from "../../../pipeline/model/assessment.ts";
import type { EditionKind } from "../../../pipeline/model/edition.ts";
import { makePeriod } from "../../../pipeline/model/period.ts";
import { DEFAULT_READ_LIMITS } from "../../../pipeline/read/limits.ts";
import { ROOT } from "../../support/scratch-home.ts";
import { shippedHome } from "../../support/shipped-home.ts";

/** What the city published of 2023, against its goals: the outcome of the year. */
const OUTCOMES: readonly (readonly [string, string, string, "green" | "red"])[] = [
  ["地区生产总值", "yoy", "5.2", "red"],
  ["规模以上工业增加值", "yoy", "0.5", "red"],
  ["限额以上固定资产投资", "yoy", "24.3", "red"],
  ["社会消费品零售总额", "yoy", "4.5", "red"],
  ["一般公共预算收入", "yoy", "9", "green"],
  ["实施重点建设项目", "value", "612", "green"],
  ["新签约千万元以上招商引资项目", "value", "591", "green"],
  ["招商引资到位资金", "yoy", "68.6", "green"],
  ["争取上级到位资金", "yoy", "26.8", "green"],
  ["粮食产量", "value", "189", "green"],
  ["牛存栏", "value", "385.8", "green"],
];

describe("the outcome of 2023, from the shipped sheets", () => {
  let assessments: readonly Assessment[] = [];
  let explanations: Explanations;

  const judged = (home: string, kind: EditionKind) =>
    withHome({ home, root: ROOT, limits: DEFAULT_READ_LIMITS }, (open) =>
      judge(open, loadPlan(ROOT, 2023, open.reference), { kind, period: makePeriod(2023, 12), asOf: null }),
    );
  let home = "";

  beforeAll(async () => {
    home = await shippedHome(afterAll);
    ({ assessments, explanations } = await judged(home, "annual"));
  });

  it("is compared with no period of its own year", () => {
    expect(explanations.changes).toEqual([]);
  });

  it.each(["monthly", "quarterly"] as const)(
    "is compared by a %s paper with no period of which nothing is known",
    async (kind) => {
      const { comparedWith, changes } = (await judged(home, kind)).explanations;
      expect(comparedWith).toBeNull();
      expect(new Set(changes.map((change) => change.kind))).not.toContain("verdict");
      expect(new Set(changes.map((change) => change.kind))).not.toContain("judging-begins");
    },
  );

  it.each(OUTCOMES)("judges %s (%s) at %s as %s", (name, quantity, actual, light) => {
    const found = assessments.find(({ target }) => target.name === name && target.quantity === quantity);
    expect([found?.actual === null ? null : Number(found?.actual), found?.light]).toEqual([Number(actual), light]);
  });

  it("leaves every goal without a published outcome grey", () => {
    const judged = assessments.filter(({ light }) => light !== "grey").map(({ target }) => target.name);
    expect([...judged].sort()).toEqual(OUTCOMES.map(([name]) => name).sort());
  });

  it("rests on no 演示数据", () => {
    expect(assessments.flatMap(({ observations }) => observations).filter(({ illustrative }) => illustrative)).toEqual(
      [],
    );
  });

  it.each(["限额以上固定资产投资", "牛存栏"])("says that the 口径 of %s differs", (name) => {
    const found = assessments.find(({ target }) => target.name === name);
    expect(found?.reasons.map(({ code }) => code)).toContain("scope-differs");
  });

  it("does not take 新建和改造提升高标准农田 56万亩 for the 16 of the goal", () => {
    const found = assessments.find(({ target }) => target.name === "新建高标准农田");
    expect([found?.actual, found?.light]).toEqual([null, "grey"]);
  });
});
