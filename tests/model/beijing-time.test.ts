import { describe, expect, it } from "vitest";
import { beijingClock, beijingDay, beijingTime } from "../../pipeline/model/beijing-time.ts";

describe("beijingDay(instant)", () => {
  it.each([
    ["2023-07-14T15:59:59.999Z", "2023-07-14"],
    ["2023-07-14T16:00:00.000Z", "2023-07-15"],
    ["2023-12-31T16:00:00Z", "2024-01-01"],
  ])("%s is %s", (instant, day) => {
    expect(beijingDay(instant)).toBe(day);
  });
});

describe("beijingClock(instant), beijingTime(instant)", () => {
  it.each([
    ["2023-07-14T15:59:59.999Z", "2023-07-14 23:59", "2023-07-14（周五）23:59"],
    ["2023-12-31T16:00:00Z", "2024-01-01 00:00", "2024-01-01（周一）00:00"],
  ])("%s is %s and %s", (instant, clock, time) => {
    expect([beijingClock(instant), beijingTime(instant)]).toEqual([clock, time]);
  });
});
