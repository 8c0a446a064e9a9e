import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dueDayOf, dueStage, workingDaysBetween } from "../../pipeline/calendar/due-stage.ts";
import { isWorkingDay } from "../../pipeline/calendar/working-days.ts";
import { shiftDay } from "../../pipeline/model/day.ts";
import { makePeriod } from "../../pipeline/model/period.ts";

const RULES = { dueDay: 12, bureauDays: { statistics: 20 }, remindBefore: 2, escalateAfter: 3, stopAfter: 10 };

describe("dueDayOf(period, bureau, rules)", () => {
  it.each([
    [2023, 6, "finance", "2023-07-12"],
    [2023, 7, "finance", "2023-08-14"], // the 12th is a Saturday
    [2023, 7, "statistics", "2023-08-21"], // the 20th is a Sunday
    [2023, 12, null, "2024-01-12"],
  ])("of %i-%i, for %s: %s", (year, month, bureau, day) => {
    expect(dueDayOf(makePeriod(year, month), bureau, RULES)).toBe(day);
  });

  it("is put off over the National Day week, and by what offices are told", () => {
    const rules = { ...RULES, dueDay: 1 };
    expect(dueDayOf(makePeriod(2023, 9), null, rules)).toBe("2023-10-07");
    expect(dueDayOf(makePeriod(2023, 9), null, rules, { off: ["2023-10-07"] })).toBe("2023-10-08");
  });
});

describe("dueStage(today, due, rules)", () => {
  it.each([
    ["2023-08-09", "early"],
    ["2023-08-10", "before"],
    ["2023-08-11", "before"],
    ["2023-08-14", "due"],
    ["2023-08-15", "overdue"],
    ["2023-08-16", "overdue"],
    ["2023-08-17", "escalated"],
    ["2023-08-25", "escalated"],
    ["2023-08-28", "over"],
    ["2024-08-28", "over"],
  ])("on %s, due on 2023-08-14: %s", (today, stage) => {
    expect(dueStage(today, "2023-08-14", RULES)).toBe(stage);
  });
});

describe("workingDaysBetween(from, to)", () => {
  it.each([
    ["2023-08-14", "2023-08-14", 0],
    ["2023-08-14", "2023-08-10", 0],
    ["2023-08-14", "2023-08-15", 1],
    ["2023-08-11", "2023-08-13", 0],
    ["2023-09-28", "2023-10-08", 2],
  ])("from %s to %s: %i", (from, to, count) => {
    expect(workingDaysBetween(from, to)).toBe(count);
  });

  it("counts the working days one by one", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 0, max: 40 }), (start, length) => {
        const from = shiftDay("2010-01-01", start);
        const days = Array.from({ length }, (_, index) => shiftDay(from, index + 1));
        expect(workingDaysBetween(from, shiftDay(from, length))).toBe(days.filter((day) => isWorkingDay(day)).length);
      }),
      { numRuns: 100 },
    );
  });
});
