import { describe, expect, it } from "vitest";
import { callCommand } from "../support/call-command.ts";
import { scratchFolder } from "../support/scratch-home.ts";

describe("jindu plan show --json", () => {
  it("has the fields that scripts rely on", async () => {
    const { plan, targets, milestones, numbers } = JSON.parse(
      (await callCommand(["plan", "show", "--json"], scratchFolder())).stdout,
    );
    expect([numbers.total > 150, numbers.unaccounted]).toEqual([true, []]);
    expect(plan).toMatchObject({ year: 2023, documentNumber: "通政发〔2023〕21号" });
    expect(targets[0]).toMatchObject({
      ...{
        id: "2023-001",
        chapter: 0,
        name: "地区生产总值",
        indicator: "gdp",
        quantity: "yoy",
        op: "~",
        low: "7",
        high: "7",
      },
      ...{ unit: "%", due: "2023-12", strength: "预期性", explicit: true, review: false },
      source: { text: expect.any(String), start: expect.any(Number), end: expect.any(Number) },
    });
    expect(Object.keys(milestones[0])).toEqual(
      expect.arrayContaining(["id", "chapter", "project", "task", "action", "due", "source"]),
    );
  });
});
