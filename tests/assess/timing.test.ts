import { describe, expect, it } from "vitest";
import { assessTarget } from "../../pipeline/assess/target.ts";
import { timingOf } from "../../pipeline/assess/timing.ts";
import { type Cadence, type Indicator, releaseMonths } from "../../pipeline/model/indicator.ts";
import { makePeriod, monthOf } from "../../pipeline/model/period.ts";
import type { Basis } from "../../pipeline/model/target.ts";
import { indicator, month, observation, RULES, target } from "./assess-fixture.ts";

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/** Month of the reading that counts, for January to December; "·" while nothing has fallen due. */
const SLOTS: readonly (readonly [Cadence, number, string])[] = [
  ["monthly", 1, "1 2 3 4 5 6 7 8 9 10 11 12"],
  ["monthly", 2, "· 2 3 4 5 6 7 8 9 10 11 12"],
  ["quarterly", 1, "· · 3 3 3 6 6 6 9 9 9 12"],
  ["quarterly", 3, "· · 3 3 3 6 6 6 9 9 9 12"],
  ["half-yearly", 1, "· · · · · 6 6 6 6 6 6 12"],
  ["annual", 1, "· · · · · · · · · · · 12"],
];

describe("timingOf(target, indicator, period)", () => {
  it.each(SLOTS)("%s from month %i: %s", (cadence, firstMonth, months) => {
    const slots = MONTHS.map((at) => {
      const [slot] = timingOf(target(), indicator({ cadence, firstMonth }), month(at)).slots;
      return slot === undefined ? "·" : monthOf(slot);
    });
    expect(slots.join(" ")).toBe(months);
  });

  it("names the first release while nothing has fallen due", () => {
    expect(timingOf(target(), indicator({ cadence: "quarterly" }), month(2)).next).toBe("2023-03");
    expect(timingOf(target(), indicator({ firstMonth: 2 }), month(1)).next).toBe("2023-02");
  });

  it("lets any reading from the due date on speak, the latest first", () => {
    const march = target({ due: month(3) });
    expect(timingOf(march, indicator(), month(2)).slots).toEqual(["2023-02"]);
    expect(timingOf(march, indicator(), month(5)).slots).toEqual(["2023-05", "2023-04", "2023-03"]);
    expect(timingOf(target({ due: month(4) }), indicator({ cadence: "quarterly" }), month(5)).slots).toEqual([
      "2023-03",
    ]);
  });

  it("asks about last year's goal at last year's December", () => {
    expect(timingOf(target(), indicator(), makePeriod(2024, 2)).slots).toEqual(["2023-12"]);
    expect(timingOf(target({ due: makePeriod(2025, 12) }), indicator(), month(5)).slots).toEqual(["2023-05"]);
  });
});

describe("错月", () => {
  /** Month of the reading that counts when figures come so many months late. */
  it.each<[Cadence, number, number, string]>([
    ["monthly", 1, 1, "· 1 2 3 4 5 6 7 8 9 10 11"],
    ["monthly", 2, 1, "· · 2 3 4 5 6 7 8 9 10 11"],
    ["monthly", 2, 2, "· · · 2 3 4 5 6 7 8 9 10"],
    ["quarterly", 3, 1, "· · · 3 3 3 6 6 6 9 9 9"],
    ["half-yearly", 6, 1, "· · · · · · 6 6 6 6 6 6"],
    ["annual", 12, 1, "· · · · · · · · · · · ·"],
  ])("%s from month %i, %i later: %s", (cadence, firstMonth, lagMonths, months) => {
    const one = indicator({ cadence, firstMonth, lagMonths });
    const slots = MONTHS.map((at) => timingOf(target(), one, month(at)).slots[0]);
    expect(slots.map((slot) => (slot === undefined ? "·" : monthOf(slot))).join(" ")).toBe(months);
  });

  const late = (change: Partial<Indicator> = {}) => indicator({ lagMonths: 1, ...change });

  it("names the first release until it has come", () => {
    expect(timingOf(target(), late({ firstMonth: 2 }), month(2))).toMatchObject({ slots: [], next: "2023-02" });
    expect(timingOf(target(), late({ cadence: "annual" }), month(12))).toMatchObject({ slots: [], next: "2023-12" });
  });

  it("takes December's at December where it has come already, since no later paper of the plan asks", () => {
    expect(timingOf(target(), late(), month(12))).toMatchObject({ early: ["2023-12"], slots: ["2023-11"] });
    expect(timingOf(target(), late(), month(6)).early).toEqual([]);
    expect(timingOf(target(), late({ cadence: "quarterly" }), month(12)).early).toEqual(["2023-12"]);
    expect(timingOf(target(), late(), makePeriod(2024, 1))).toMatchObject({ early: [], slots: ["2023-12"] });
    expect(timingOf(target({ due: makePeriod(2025, 12) }), late(), makePeriod(2024, 1)).slots).toEqual([]);
  });

  it("counts from the due date on what has come by then", () => {
    expect(timingOf(target({ due: month(3) }), late(), month(3)).slots).toEqual(["2023-02"]);
    expect(timingOf(target({ due: month(3) }), late(), month(5)).slots).toEqual(["2023-04", "2023-03"]);
  });

  it("judges May at June by May's pace", () => {
    const observations = [4, 5, 6].map((at) => observation({ value: String(at * 10), period: month(at) }));
    const context = { indicator: late(), rules: RULES, observations };
    const assessment = assessTarget(target({ low: "120" }), { ...context, period: month(6) });
    expect(assessment).toMatchObject({ observedPeriod: "2023-05", actual: "50", verdict: "达序时" });
    expect(Number(assessment.expected)).toBeCloseTo(41.67, 1);
    const december = assessTarget(target({ low: "120" }), {
      ...context,
      observations: [11, 12].map((at) => observation({ value: String(at * 10), period: month(at) })),
      period: month(12),
    });
    expect(december).toMatchObject({ observedPeriod: "2023-12", verdict: "已完成" });
  });

  it("says that figures come late where none is there", () => {
    const text = (at: number, change: Partial<Indicator>) =>
      assessTarget(target(), {
        ...{ indicator: late(change), period: month(at), observations: [], rules: RULES, isReported: true },
      }).reasons[0]?.text;
    expect(text(6, {})).toBe("错月发布，截至5月应有1—5月数，尚未收到");
    expect(text(2, { firstMonth: 2 })).toBe("该指标按月发布，错月发布，1—2月数发布前不作评价");
  });

  it("waits for the figures of an event's date", () => {
    const event = target({ basis: "event", due: month(3) });
    const context = { indicator: late(), observations: [], rules: RULES, isReported: true };
    const reasons = [2, 3, 4].map((at) => assessTarget(event, { ...context, period: month(at) }).reasons[0]);
    expect(reasons.map((reason) => reason?.code)).toEqual(["not-due", "not-due", "not-published"]);
    expect(reasons[1]?.text).toBe("应于2023年3月末前完成，该时点的数尚未到发布时间");
  });
});

describe("a figure held against another", () => {
  it("counts where both are published", () => {
    const [monthly, quarterly] = [indicator({ firstMonth: 2 }), indicator({ cadence: "quarterly", lagMonths: 1 })];
    expect(timingOf(target(), monthly, month(6), quarterly).slots).toEqual(["2023-03"]);
    expect(timingOf(target(), monthly, month(7), quarterly).slots).toEqual(["2023-06"]);
    expect(timingOf(target(), monthly, month(2), quarterly)).toMatchObject({ slots: [], next: "2023-03" });
  });
});

describe("releaseMonths(indicator)", () => {
  it("starts where the first release is", () => {
    expect(releaseMonths(indicator({ firstMonth: 2 }))).toEqual(MONTHS.slice(1));
  });
});

/** Verdict of every month when nothing, everything, or everything but the latest has come. */
describe("cadence × month × what is known", () => {
  const KNOWN = ["nothing", "all", "all but the latest"] as const;
  const BASES: readonly Basis[] = ["flow", "growth", "keep", "attain"];

  it.each(SLOTS.flatMap((row) => BASES.map((basis) => [...row, basis] as const)))(
    "%s from month %i (%s), %s",
    (cadence, firstMonth, months, basis) => {
      const one = indicator({ cadence, firstMonth });
      const quantity = basis === "growth" ? "yoy" : "value";
      const goal = target({ basis, quantity, unit: "%" });
      for (const [index, slot] of months.split(" ").entries()) {
        for (const known of KNOWN) {
          const last = known === "nothing" || slot === "·" ? 0 : Number(slot) - (known === "all" ? 0 : 1);
          const observations = releaseMonths(one)
            .filter((at) => at <= last)
            .map((at) => observation({ value: "1000", quantity, unit: "%", period: month(at) }));
          const { verdict } = assessTarget(goal, {
            indicator: one,
            period: month(index + 1),
            observations,
            rules: RULES,
          });
          const late = observations.length === 0 ? "无数据来源" : "未发布";
          const met = basis === "keep" || basis === "growth" ? (slot === "12" ? "已完成" : "达序时") : "已完成";
          const expected = slot === "·" ? "未到期" : known === "all" ? met : late;
          expect([index + 1, known, verdict]).toEqual([index + 1, known, expected]);
        }
      }
    },
  );
});
