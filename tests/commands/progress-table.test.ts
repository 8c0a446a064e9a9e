import { describe, expect, it } from "vitest";
import { progressCsv } from "../../pipeline/commands/progress-csv.ts";
import { progressTable } from "../../pipeline/commands/progress-table.ts";
import { asking, growing, judge } from "../assess/assess-fixture.ts";

const PM25 = asking("<", "31.4", { basis: "attain", unit: "微克/立方米" });

/** The last line of the table, as words. */
function row(...[asked, actual, options]: Parameters<typeof judge>): readonly string[] {
  const lines = progressTable([judge(asked, actual, options)]).split("\n");
  return lines.at(-1)?.trim().split(/\s+/) ?? [];
}

describe("progressTable(assessments)", () => {
  it.each([
    [PM25, "43", "-11.6"], // not cut to the digits of the actual: the sentence says 11.6
    [growing(">=", "7"), "5.95", "-1.05百分点"],
    [asking(">=", "1.6"), "0.72", "-5.0百分点"],
    [asking(">=", "1.6"), "0.7199", "-5.01百分点"], // red, and not the same words as yellow
    [asking(">=", "12"), "7", "+8.3百分点"],
  ])("prints the gap of %o at %s as its sentence does: %s", (asked, actual, gap) => {
    expect(row(asked, actual, { at: 6 })).toContain(gap);
  });
});

describe("progressCsv(assessments)", () => {
  it("prints a gap in 百分点 with the digits of its sentence", () => {
    const judged = judge(asking(">=", "1.6"), "0.7199", { at: 6 });
    expect(progressCsv([judged]).split("\r\n")[1]).toContain(",45.0,50.0,-5.01,百分点,严重滞后,红,");
  });
});
