import { describe, expect, it } from "vitest";
import { assessTarget } from "../../pipeline/assess/target.ts";
import { releaseMonths, timingOf } from "../../pipeline/assess/timing.ts";
import type { Cadence } from "../../pipeline/model/indicator.ts";
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
