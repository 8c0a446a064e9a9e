import { describe, expect, it } from "vitest";
import { progressTable } from "../../pipeline/commands/progress-table.ts";
import { displayWidth } from "../../pipeline/terminal.ts";
import { judgedFixture, month, targetFixture } from "../support/edition-input-fixture.ts";

const inJune = (id: string, name: string) =>
  judgedFixture(targetFixture({ id, name }), "6.2", { gap: "-2.8", period: month(7) });

describe("progressTable(assessments)", () => {
  it("marks an actual of an earlier month and says below of which", () => {
    const july = judgedFixture(targetFixture({ name: "乙" }), "6.4", { period: month(7), observedPeriod: month(7) });
    const late = judgedFixture(
      targetFixture({ id: "2023-003", name: "丙" }),
      "6.5",
      { period: month(7), observedPeriod: month(5) },
      { period: month(5) },
    );
    const lines = progressTable([inJune("2023-001", "甲"), july, late, inJune("2023-004", "丁")]).split("\n");
    expect(lines.filter((line) => line.includes("6.2*")).length).toBe(2);
    expect(lines.some((line) => line.includes("6.5*"))).toBe(true);
    expect(lines.some((line) => line.includes("6.4*"))).toBe(false);
    expect(lines.slice(-2)).toEqual(["", "* 实际为较早一期的数：上半年（甲增速、丁增速）；1—5月（丙增速）"]);
  });

  it("says nothing where all are of the month asked about, and stays within a hundred columns", () => {
    expect(progressTable([judgedFixture(targetFixture(), "6.2")])).not.toMatch(/较早|\*/);
    const many = Array.from({ length: 20 }, (_, index) => inJune(`2023-${index + 100}`, "居民人均可支配收入"));
    expect(Math.max(...progressTable(many).split("\n").map(displayWidth))).toBeLessThanOrEqual(100);
  });
});
