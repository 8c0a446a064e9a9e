import { describe, expect, it } from "vitest";
import { type DueTime, dueTimes, isCronLine, nextDueTimes } from "../../pipeline/calendar/due-times.ts";
import { beijingTime } from "../../pipeline/model/beijing-time.ts";
import { periodEndedBy } from "../../pipeline/model/scheduled-job.ts";

const NONE = { off: [], on: [] };

describe("nextDueTimes(timing, after, count, notices)", () => {
  it.each([
    ["every", "0 10 31 * *", "2023-01-01", ["2023-01-31（周二）10:00", "2023-03-31（周五）10:00"]],
    ["every", "59 23 28-29 2 *", "2024-02-01", ["2024-02-28（周三）23:59", "2024-02-29（周四）23:59"]],
    ["every", "0 0 1 * *", "2023-03-31", ["2023-04-01（周六）00:00", "2023-05-01（周一）00:00"]],
    ["working", "30 8 * * *", "2023-09-28", ["2023-09-28（周四）08:30", "2023-10-07（周六）08:30"]], // 国庆, then 补班
    ["next-working", "0 10 20 * *", "2023-05-01", ["2023-05-22（周一）10:00", "2023-06-20（周二）10:00"]],
    ["next-working", "0 10 1 10 *", "2023-10-03", ["2023-10-07（周六）10:00", "2024-10-08（周二）10:00"]],
    ["next-working", "0 10 * * *", "2023-04-28", ["2023-04-28（周五）10:00", "2023-05-04（周四）10:00"]], // moved onto one
  ] as const)("%s %s after %s", (days, cron, after, expected) => {
    const start = new Date(`${after}T00:00:00+08:00`).toISOString();
    const first = nextDueTimes({ cron, days }, start, 6, NONE).map(({ at }) => beijingTime(at));
    expect(first.filter((time) => expected.includes(time as never)).slice(0, 2)).toEqual(expected);
    expect(first[0]).toBe(expected[0]);
  });

  it("keeps the day that a time was moved from, so that a month stays its own", () => {
    const [moved] = nextDueTimes({ cron: "0 10 30 4 *", days: "next-working" }, "2023-04-29T00:00:00.000Z", 1, NONE);
    expect(moved).toEqual({ at: "2023-05-04T02:00:00.000Z", day: "2023-04-30" });
    expect(periodEndedBy(moved?.day ?? "", "month")).toBe("2023-03");
  });

  it("minds days that an office was told of", () => {
    const notices = { off: ["2023-07-20"], on: ["2023-07-22"] };
    const [first] = nextDueTimes({ cron: "0 10 20 * *", days: "next-working" }, "2023-07-01T00:00:00.000Z", 1, notices);
    expect(beijingTime(first?.at ?? "")).toBe("2023-07-21（周五）10:00");
  });
});

describe("dueTimes(timing, span, notices)", () => {
  it("includes the end and not the beginning, and counts what it leaves out", () => {
    const span = { after: "2023-07-20T02:00:00.000Z", upTo: "2023-07-20T03:00:00.000Z" };
    const timing = { cron: "*/10 * * * *", days: "every" } as const;
    const { times, left } = dueTimes(timing, { ...span, limit: 4 }, NONE);
    expect(times.map(({ at }) => at.slice(14, 16))).toEqual(["30", "40", "50", "00"]);
    expect(left).toBe(2);
  });
});

describe("dueTimes with keys", () => {
  const month = ({ day }: DueTime) => periodEndedBy(day, "month");
  const span = { after: "2023-03-31T00:00:00.000Z", upTo: "2023-06-30T00:00:00.000Z", keyOf: month };

  it("counts the times for one month as one, the first, before it cuts", () => {
    const { times, left } = dueTimes({ cron: "0 10 1-25 * *", days: "every" }, { ...span, limit: 2 }, NONE);
    expect(times.map((time) => [time.day, month(time)])).toEqual([
      ["2023-05-01", "2023-04"],
      ["2023-06-01", "2023-05"],
    ]);
    expect(left).toBe(1);
  });

  it("keeps two months whose times are moved onto one", () => {
    const timing = { cron: "0 10 30 4 *", days: "next-working" } as const;
    const both = { cron: "0 10 1,30 4,5 *", days: "next-working" } as const;
    expect(dueTimes(timing, { ...span, limit: 9 }, NONE).times.map(month)).toEqual(["2023-03"]);
    const moved = dueTimes(both, { ...span, upTo: "2023-05-20T00:00:00.000Z", limit: 9 }, NONE).times;
    expect(moved.map((time) => [time.at.slice(0, 10), month(time)])).toEqual([
      ["2023-04-03", "2023-03"],
      ["2023-05-04", "2023-04"],
    ]);
  });
});

describe("isCronLine(text)", () => {
  it.each([
    ["0 10 20 * *", true],
    ["*/5 7-20 * * 1-5", true],
    ["0 0 10 20 * *", false], // six
    ["0 10 31 2 *", false], // never
    ["60 10 * * *", false],
    ["every day", false],
    ["", false],
  ])("%s: %s", (text, expected) => {
    expect(isCronLine(text)).toBe(expected);
  });
});

describe("periodEndedBy(day, span)", () => {
  it.each([
    ["2023-07-20", "month", "2023-06"],
    ["2023-01-31", "month", "2022-12"],
    ["2023-07-01", "quarter", "2023-06"],
    ["2023-06-30", "quarter", "2023-03"],
    ["2023-01-25", "quarter", "2022-12"],
    ["2024-02-28", "year", "2023-12"],
    ["2023-12-31", "year", "2022-12"],
  ] as const)("%s, %s: %s", (day, span, expected) => {
    expect(periodEndedBy(day, span)).toBe(expected);
  });
});
