import { describe, expect, it } from "vitest";
import { checkObservations } from "../../pipeline/check/observations.ts";
import { checkUnfinishedMonth } from "../../pipeline/check/unfinished-month.ts";
import type { Observation } from "../../pipeline/model/observation.ts";
import { makePeriod } from "../../pipeline/model/period.ts";

const observation = (change: Partial<Observation> = {}): Observation => ({
  ...{ sheet: "S", cell: "B2", label: "x", path: [], indicator: null, region: "150500" },
  ...{ period: makePeriod(2023, 7), span: "ytd", quantity: "value", scope: null, value: "5", unit: "亿元" },
  ...{ decimals: 0, status: "normal", statusReason: null },
  ...change,
});

describe("checkUnfinishedMonth(observations, stated)", () => {
  it.each<[string | null, Partial<Observation>, boolean]>([
    ["2023-07-10", {}, true],
    ["2023-07-24", {}, true],
    ["2023-07-25", {}, false],
    ["2023-07-31", {}, false],
    ["2023-08-01", {}, false],
    ["2023-06-30", {}, true],
    ["2022-12-31", {}, true],
    ["2023-07-10", { period: makePeriod(2023, 6) }, false],
    ["2023-07-10", { period: makePeriod(2023, 12), span: "year" }, true],
    ["2023-07-10", { status: "estimated" }, false],
    ["2023-07-10", { value: null, status: "missing", statusReason: "空白" }, false],
    [null, {}, false],
  ])("stated %s, %o: asked %s", (stated, change, isAsked) => {
    const codes = checkUnfinishedMonth([observation(change)], stated).map(({ code, cell }) => [code, cell]);
    expect(codes).toEqual(isAsked ? [["unfinished-month", "B2"]] : []);
  });

  it("takes the figures out of what is kept", () => {
    const kept = observation({ cell: "B3", period: makePeriod(2023, 6) });
    const checked = checkObservations([observation(), kept], { indicators: [], regions: [] }, { stated: "2023-07-10" });
    expect(checked).toMatchObject({
      observations: [kept],
      asked: [{ sheet: "S", cell: "B2" }],
    });
  });
});
