import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  endlessBreak,
  isWorkingDay,
  shiftWorkingDays,
  unannouncedYears,
} from "../../pipeline/calendar/working-days.ts";
import { shiftDay } from "../../pipeline/model/day.ts";
import { ROOT } from "../support/scratch-home.ts";

const anyDay = fc.integer({ min: 0, max: 20 * 365 }).map((days) => shiftDay("2006-01-01", days));

describe("isWorkingDay(day)", () => {
  it.each([
    ["2023-01-27", false, "Friday in the Spring Festival"],
    ["2023-01-28", true, "Saturday worked instead"],
    ["2023-01-29", true, "Sunday worked instead"],
    ["2023-04-05", false, "Qingming, a Wednesday"],
    ["2023-06-25", true, "Sunday worked instead"],
    ["2023-10-06", false, "Friday in the National Day week"],
    ["2023-10-07", true, "Saturday worked instead"],
    ["2023-10-08", true, "Sunday worked instead"],
    ["2023-10-09", true, "an ordinary Monday"],
    ["2023-10-14", false, "an ordinary Saturday"],
    ["2024-02-09", true, "New Year's Eve of 2024, a Friday, was no holiday"],
    ["2024-02-18", true, "Sunday worked instead"],
  ])("%s: %s, %s", (day, expected) => {
    expect(isWorkingDay(day)).toBe(expected);
  });

  it("heeds what offices have been told of a year that is not announced yet", () => {
    const notice = { off: ["2031-01-23"], on: ["2031-01-25"] };
    expect([isWorkingDay("2031-01-23"), isWorkingDay("2031-01-25")]).toEqual([true, false]);
    expect([isWorkingDay("2031-01-23", notice), isWorkingDay("2031-01-25", notice)]).toEqual([false, true]);
  });

  it.each(["America/New_York", "Asia/Shanghai", "Pacific/Kiritimati"])(
    "is the same where the machine is in %s",
    (TZ) => {
      const script = `import("${ROOT}dist/calendar/working-days.js").then(({ isWorkingDay }) =>
      console.log(["2023-10-06", "2023-10-07", "2023-10-08", "2023-10-09"].map((day) => isWorkingDay(day)).join()))`;
      const { stdout } = spawnSync(process.execPath, ["-e", script], { encoding: "utf8", env: { ...process.env, TZ } });
      expect(stdout.trim()).toBe("false,true,true,true");
    },
  );
});

describe("shiftWorkingDays(day, count)", () => {
  it.each([
    ["2023-09-28", 1, "2023-10-07"],
    ["2023-10-07", -1, "2023-09-28"],
    ["2023-10-01", 0, "2023-10-07"],
    ["2023-10-01", 1, "2023-10-07"],
    ["2023-10-09", 0, "2023-10-09"],
    ["2023-10-13", 3, "2023-10-18"],
  ])("from %s, %i on, is %s", (day, count, expected) => {
    expect(shiftWorkingDays(day, count)).toBe(expected);
  });

  it("comes back to the working day it went from, and lands on working days only", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 30 }), (day, count) => {
        const from = shiftWorkingDays(day, 0);
        const to = shiftWorkingDays(from, count);
        expect([isWorkingDay(to), to > from, shiftWorkingDays(to, -count)]).toEqual([true, true, from]);
      }),
      { numRuns: 200 },
    );
  });
});

describe("unannouncedYears(day, ahead, notice)", () => {
  it.each([
    ["2023-07-20", {}, []],
    ["1970-01-01", {}, []], // by a clock that has lost its battery
    ["2030-11-16", {}, [2030]],
    ["2030-12-01", {}, [2030, 2031]],
    ["2030-12-01", { off: ["2030-10-01", "2031-10-03"] }, []], // typed in from the announcement
    ["2031-07-20", { off: ["2031-08-01"] }, [2031]], // a day of the place only
  ])("on %s, knowing of %j: %j", (day, notice, expected) => {
    expect(unannouncedYears(day, 45, notice)).toEqual(expected);
  });
});

describe("endlessBreak(notice)", () => {
  it("finds what no day could be put off over, and nothing else", () => {
    const spans = fc.array(fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 1, max: 16 })), {
      maxLength: 3,
    });
    fc.assert(
      fc.property(spans, (drawn) => {
        const off = drawn.flatMap(([from, length]) => {
          return Array.from({ length }, (_, index) => shiftDay("2023-08-01", from + index));
        });
        const notice = { off, on: [] };
        const days = Array.from({ length: 200 }, (_, index) => shiftDay("2023-07-01", index));
        const fails = days.some((day) =>
          [0, 1, -1].some((count) => throws(() => shiftWorkingDays(day, count, notice))),
        );
        expect(endlessBreak(notice) !== null).toBe(fails);
      }),
      { numRuns: 100 },
    );
  });
});

function throws(work: () => unknown): boolean {
  try {
    work();
    return false;
  } catch {
    return true;
  }
}
