import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shiftDay } from "../../pipeline/model/day.ts";
import { dayBackupName, isHalfWritten, surplusBackups } from "../../pipeline/model/day-backup.ts";

const names = (days: readonly string[]) => days.map(dayBackupName);

describe("surplusBackups(names, rules, written)", () => {
  it.each<[string, readonly string[], [daily: number, monthly: number], readonly string[]]>([
    ["keeps the last days", ["2023-07-01", "2023-07-02", "2023-07-03"], [2, 0], ["2023-07-01"]],
    ["keeps the last of each month", ["2023-05-30", "2023-05-31", "2023-06-29", "2023-07-03"], [1, 12], ["2023-05-30"]],
    [
      "keeps so many months",
      ["2023-04-30", "2023-05-31", "2023-06-30", "2023-07-03"],
      [1, 2],
      ["2023-04-30", "2023-05-31"],
    ],
    ["counts months that have one", ["2022-01-31", "2023-06-30", "2023-07-03"], [1, 3], []],
    ["keeps all where there are few", ["2023-07-03"], [7, 12], []],
  ])("%s", (_, days, [daily, monthly], expected) => {
    const written = dayBackupName(days.at(-1) ?? "");
    expect(surplusBackups(names(days), { daily, monthly }, written)).toEqual(names(expected));
  });

  it.each([
    "jindu-2023-13-01.tar",
    "jindu-2023-07-01.tar.gz",
    "年底备份.tar",
    "jindu-2023-07-01 (1).tar",
    "x-jindu-2023-07-01.tar",
  ])("never removes %s, a name that we do not make", (name) => {
    expect(surplusBackups([name, ...names(["2023-07-02", "2023-07-03"])], { daily: 1, monthly: 0 }, "")).toEqual(
      names(["2023-07-02"]),
    );
  });

  it("keeps the one just written, though the clock was wrong and others are of later days", () => {
    const later = names(["2031-01-01", "2031-01-02"]);
    const written = dayBackupName("2023-07-03");
    expect(surplusBackups([written, ...later], { daily: 1, monthly: 1 }, written)).toEqual(names(["2031-01-01"]));
  });

  it("night after night keeps the last seven and the last of twelve months, however many years", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 1, max: 500 }), (first, nights) => {
        let kept: readonly string[] = [];
        const day = (night: number) => shiftDay("2019-01-01", first + night);
        for (let night = 0; night < nights; night += 1) {
          const all = [...kept, dayBackupName(day(night))];
          const gone = surplusBackups(all, { daily: 7, monthly: 12 }, dayBackupName(day(night)));
          kept = all.filter((name) => !gone.includes(name));
        }
        const days = Array.from({ length: nights }, (_, night) => day(night));
        const monthsEnds = days.filter((one, at) => days[at + 1]?.slice(0, 7) !== one.slice(0, 7));
        expect(kept).toEqual(names([...new Set([...monthsEnds.slice(-12), ...days.slice(-7)])].sort()));
      }),
      { numRuns: 50 },
    );
  });
});

describe("isHalfWritten(name)", () => {
  it.each([
    ["jindu-2023-07-01.tar.123.partial", true],
    ["jindu-2023-07-01.tar.123.sqlite.partial", true],
    ["jindu-2023-07-01.tar", false],
    ["b.tar.123.partial", false],
    ["jindu-2023-07-01.tar.partial", false],
  ])("of %s is %s", (name, expected) => {
    expect(isHalfWritten(name)).toBe(expected);
  });
});
