import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { isCronLine } from "../../pipeline/calendar/due-times.ts";
import { endlessBreak } from "../../pipeline/calendar/working-days.ts";
import { PipelineError } from "../../pipeline/errors.ts";
import { shiftDay } from "../../pipeline/model/day.ts";
import { parseSchedule } from "../../pipeline/reference/schedule.ts";

const SHIPPED = readFileSync(new URL("../../seeds/schedule.yaml", import.meta.url), "utf8");
const OFF_LINE = SHIPPED.slice(0, SHIPPED.indexOf("  off: []")).split("\n").length;

const parse = (yaml: string) => parseSchedule(yaml, "x.yaml", { isCronLine, endlessBreak });

/** The lines that a schedule with these days off is refused for. */
function linesOf(off: readonly string[], on: readonly string[] = []): readonly number[] {
  const list = (days: readonly string[]) => days.map((day) => `\n    - ${day}`).join("") || " []";
  const yaml = SHIPPED.replace("  off: []", `  off:${list(off)}`).replace("  on: []", `  on:${list(on)}`);
  try {
    parse(yaml);
    return [];
  } catch (error) {
    if (!(error instanceof PipelineError && error.code === "SEED_INVALID")) throw error;
    return [...error.message.matchAll(/第(\d+)行/g)].map((match) => Number(match[1]));
  }
}

function daysFrom(first: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => shiftDay(first, index));
}

describe("parseSchedule(yaml, file, calendar)", () => {
  it("reads what ships", () => {
    expect(parse(SHIPPED).days).toEqual({ off: [], on: [] });
  });

  it.each([
    ["a week", daysFrom("2023-07-17", 5), []],
    ["two weeks with their week-ends", daysFrom("2023-07-17", 12), [1]], // the weekends before and after make 16 days
    ["three weeks", daysFrom("2023-07-17", 21), [1]],
    ["a week beside the National Day week", daysFrom("2023-10-07", 8), [1]],
  ])("of %s off, refuses what nothing could be put off over, naming the line", (_, off, expected) => {
    expect(linesOf(off).map((line) => line - OFF_LINE)).toEqual(expected);
  });

  it("refuses a day that is off and worked", () => {
    expect(linesOf(["2027-02-08", "2027-02-09"], ["2027-02-09"])).toEqual([OFF_LINE + 2]);
  });

  it.each([
    ["publish-monthly", "0 10 31 * *", true],
    ["publish-monthly", "0 10 20,30 * *", true],
    ["publish-monthly", "0 10 28 * *", false],
    ["publish-monthly", "0 10 L * *", false],
    ["archive", "0 2 29 2,5,8,11 *", true],
    ["inbox", "0 10 31 * *", false],
  ])("of %s at %s, refuses a day that some months lack where a period would go without: %s", (job, cron, isRefused) => {
    const line = SHIPPED.split("\n").indexOf(`  ${job}:`) + 2;
    const lines = SHIPPED.split("\n");
    lines[line - 1] = `    cron: "${cron}"`;
    const parsing = () => parse(lines.join("\n"));
    if (isRefused)
      expect(parsing).toThrow(expect.objectContaining({ code: "SEED_INVALID", location: { file: "x.yaml", line } }));
    else expect(parsing).not.toThrow();
  });
});
