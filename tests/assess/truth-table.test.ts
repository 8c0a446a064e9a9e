import { describe, expect, it } from "vitest";
import { assessPlan } from "../../pipeline/assess/plan.ts";
import { assessTarget } from "../../pipeline/assess/target.ts";
import type { Light, Verdict } from "../../pipeline/model/assessment.ts";
import type { Cadence } from "../../pipeline/model/indicator.ts";
import type { KnownObservation } from "../../pipeline/model/observation.ts";
import type { Basis, Target } from "../../pipeline/model/target.ts";
import { shippedPlan, shippedReference } from "../plan/shipped-plan.ts";
import { asking, indicator, month, observation, RULES, target } from "./assess-fixture.ts";

interface Release {
  readonly name: string;
  readonly cadence: Cadence;
  readonly firstMonth: number;
  readonly lagMonths: number;
  readonly releases: string; // months of the year that have a figure
  readonly slots: string; // month whose figure has fallen due last, asked in January to December; · for none
}

/** When what has fallen due: written down by hand from standards of the field, section 2.1. */
const RELEASES: readonly Release[] = [
  ["monthly from January", "monthly", 1, 0, "1 2 3 4 5 6 7 8 9 10 11 12", "1 2 3 4 5 6 7 8 9 10 11 12"],
  ["monthly from January, late", "monthly", 1, 1, "1 2 3 4 5 6 7 8 9 10 11 12", "· 1 2 3 4 5 6 7 8 9 10 11"],
  ["monthly from 1—2月", "monthly", 2, 0, "2 3 4 5 6 7 8 9 10 11 12", "· 2 3 4 5 6 7 8 9 10 11 12"],
  ["monthly from 1—2月, late", "monthly", 2, 1, "2 3 4 5 6 7 8 9 10 11 12", "· · 2 3 4 5 6 7 8 9 10 11"],
  ["quarterly", "quarterly", 3, 0, "3 6 9 12", "· · 3 3 3 6 6 6 9 9 9 12"],
  ["quarterly, late", "quarterly", 3, 1, "3 6 9 12", "· · · 3 3 3 6 6 6 9 9 9"],
  ["half-yearly", "half-yearly", 6, 0, "6 12", "· · · · · 6 6 6 6 6 6 12"],
  ["half-yearly, late", "half-yearly", 6, 1, "6 12", "· · · · · · 6 6 6 6 6 6"],
  ["annual", "annual", 12, 0, "12", "· · · · · · · · · · · 12"],
  ["annual, late", "annual", 12, 1, "12", "· · · · · · · · · · · ·"],
].map(([name, cadence, firstMonth, lagMonths, releases, slots]) => {
  return { name, cadence, firstMonth, lagMonths, releases, slots } as Release;
});

/** How this release stands, from worst to best, then what is known where it is not there. */
const LEVELS = ["far", "near", "even", "ahead"] as const;
const UNKNOWN = ["earlier", "elsewhere", "never"] as const;

type Level = (typeof LEVELS)[number];
type Known = Level | (typeof UNKNOWN)[number];
type Judged = Exclude<Basis, "quota">;

const TARGETS: Readonly<Record<Basis, Target>> = {
  flow: asking(">=", "1200"),
  growth: asking(">=", "9", { basis: "growth", quantity: "yoy", unit: "%" }),
  keep: asking("<=", "5", { basis: "keep", unit: "%" }),
  attain: asking(">=", "90", { basis: "attain", unit: "%" }),
  event: asking(">=", "10", { basis: "event" }),
  quota: target({ basis: "quota", low: null }),
};

/** A flow of 1200 has 100 a month; ±60 are the 5 百分点 of 超序时, −72 are 6 below. */
const FLOW: Readonly<Record<Level, number>> = { far: -72, near: -12, even: 0, ahead: 60 };
const VALUES: Readonly<Record<Exclude<Judged, "flow">, Readonly<Record<Level, string>>>> = {
  growth: { far: "7.9", near: "8.0", even: "9.0", ahead: "9.5" },
  keep: { far: "9.0", near: "5.1", even: "5.0", ahead: "4.0" },
  attain: { far: "80.0", near: "89.5", even: "90.0", ahead: "95.0" },
  event: { far: "1", near: "9.6", even: "10", ahead: "11" },
};

/** Verdicts of the levels, from far to ahead: while the year runs, and on its last figure. */
const VERDICTS: Readonly<Record<Judged, readonly [string, string]>> = {
  flow: ["严重滞后 滞后 达序时 超序时", "严重滞后 滞后 已完成 已完成"],
  growth: ["严重滞后 滞后 达序时 达序时", "严重滞后 滞后 已完成 已完成"],
  keep: ["突破上限 突破上限 达序时 达序时", "突破上限 突破上限 已完成 已完成"],
  attain: ["滞后 滞后 已完成 已完成", "严重滞后 滞后 已完成 已完成"],
  event: ["未到期 未到期 已完成 已完成", "严重滞后 滞后 已完成 已完成"],
};

const LIGHTS: Readonly<Record<Verdict, Light>> = {
  ...{ 已完成: "green", 超序时: "green", 达序时: "green", 滞后: "yellow", 严重滞后: "red", 突破上限: "red" },
  ...{ 未到期: "grey", 未发布: "grey", 无数据来源: "grey", 待上级下达: "grey" },
};

/** The verdict by the tables above alone. */
function expected({ releases, slots, lagMonths }: Release, at: number, basis: Basis, known: Known): string {
  if (basis === "quota") return "待上级下达";
  const slot = slots.split(" ")[at - 1];
  if (slot === undefined || slot === "·") return "未到期";
  const level = LEVELS.indexOf(known as Level);
  if (level >= 0) return VERDICTS[basis][slot === "12" ? 1 : 0].split(" ")[level] ?? "";
  if (basis === "event" && at - lagMonths < 12) return "未到期";
  const hasEarlier = releases.split(" ")[0] !== slot;
  return known === "elsewhere" || (known === "earlier" && hasEarlier) ? "未发布" : "无数据来源";
}

function observationsOf({ releases, slots }: Release, at: number, basis: Basis, known: Known): KnownObservation[] {
  const slot = Number(slots.split(" ")[at - 1]?.replace("·", "0"));
  if (known === "elsewhere" || known === "never") return [];
  const level = known === "earlier" ? "even" : known;
  const months = releases.split(" ").map(Number);
  return months
    .filter((one) => (known === "earlier" ? one < slot : one <= slot))
    .map((one) => {
      const { quantity, unit } = TARGETS[basis];
      const isFlow = basis === "flow" || basis === "quota";
      const value = isFlow ? String(one * 100 + FLOW[level]) : VALUES[basis][level];
      return observation({ value, quantity, unit, period: month(one) });
    });
}

describe("cadence × 错月 × month × kind of goal × what is known", () => {
  const reached = new Set<string>();

  it.each(
    RELEASES.flatMap((release) =>
      (Object.keys(TARGETS) as Basis[]).map((basis) => [release.name, basis, release] as const),
    ),
  )("%s, %s", (_, basis, release) => {
    const { cadence, firstMonth, lagMonths } = release;
    for (let at = 1; at <= 12; at++) {
      for (const known of [...LEVELS, ...UNKNOWN]) {
        const assessment = assessTarget(TARGETS[basis], {
          indicator: indicator({ cadence, firstMonth, lagMonths }),
          period: month(at),
          observations: observationsOf(release, at, basis, known),
          rules: RULES,
          isReported: known === "elsewhere",
        });
        const verdict = expected(release, at, basis, known) as Verdict;
        expect([at, known, assessment.verdict, assessment.light]).toEqual([at, known, verdict, LIGHTS[verdict]]);
        expect(assessment.reasons.length).toBeGreaterThan(0);
        reached.add(assessment.verdict);
      }
    }
  });

  it("reaches every verdict there is", () => {
    expect([...reached].sort()).toEqual(Object.keys(LIGHTS).sort());
  });
});

describe("the targets of the plan that is shipped", () => {
  const plan = shippedPlan();
  const { indicators, regions } = shippedReference();

  it.each<[Verdict, string, number, string | null]>([
    ["已完成", "2023-013", 6, "540"],
    ["超序时", "2023-013", 6, "297"],
    ["达序时", "2023-013", 6, "270"],
    ["滞后", "2023-013", 6, "269"],
    ["严重滞后", "2023-013", 6, "242"],
    ["突破上限", "2023-009", 6, "5.01"],
    ["未到期", "2023-001", 2, null],
    ["未到期", "2023-012", 12, "60"],
    ["未发布", "2023-001", 3, null],
    ["无数据来源", "2023-030", 6, null],
    ["待上级下达", "2023-010", 6, null],
    ["滞后", "2023-031", 6, "189"],
    ["未到期", "2023-058", 9, "20"], // 林业 is judged from October on
    ["严重滞后", "2023-058", 10, "20"],
    ["滞后", "2023-016", 2, "90"], // 力争3月末
    ["滞后", "2023-016", 5, "80"],
    ["已完成", "2023-016", 5, "100"],
  ])("%s: %s in month %i with %s", (verdict, id, at, value) => {
    const asked = plan.targets.find((one) => one.id === id);
    if (!asked) throw new Error(id);
    const { indicator: code, quantity, unit, scope, region, basis } = asked;
    const span = basis === "flow" || basis === "growth" ? "ytd" : "instant";
    const known = { indicator: code, region, quantity, unit, scope, span, period: month(at) } as const;
    const assessments = assessPlan(plan.targets, {
      ...{ period: month(at), indicators, regions, rules: RULES },
      observations: new Map([[id, value === null ? [] : [observation({ ...known, value })]]]),
      reported: new Set(code === null ? [] : [code]),
    });
    expect(assessments.find((one) => one.target.id === id)?.verdict).toBe(verdict);
  });
});
