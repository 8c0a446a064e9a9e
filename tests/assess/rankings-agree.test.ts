import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rank } from "../../pipeline/assess/ranking.ts";
import { growthField } from "../../pipeline/assess/ranking-fields.ts";
import { observationsByPlace } from "../../pipeline/assess/surroundings.ts";
import type { KnownObservation } from "../../pipeline/model/observation.ts";
import { regionalIndicators } from "../../pipeline/report/edition/region-figures.ts";
import {
  figuresFixture,
  indicatorFixture,
  JUNE,
  observationFixture,
  REGIONS,
  targetFixture,
  unknownFixture,
} from "../support/edition-input-fixture.ts";

const TARGET = targetFixture();
const INDICATOR = indicatorFixture();

/** Rates of a place in up to three files: published or 演示数据, of two vintages, some blank. */
const reports = fc.array(
  fc.record({
    tenths: fc.option(fc.integer({ min: -20, max: 20 }), { freq: 6 }),
    illustrative: fc.boolean(),
    vintage: fc.constantFrom("2023-07-12", "2023-07-18"),
    scope: fc.constantFrom(null, null, "其他口径"),
  }),
  { maxLength: 3 },
);

const counties = REGIONS.filter(({ kind }) => kind !== "city");

describe("rankings and the workbook's 位次", () => {
  it("agree whatever the bureaus report", () => {
    fc.assert(
      fc.property(fc.tuple(...counties.map(() => reports)), (drawn) => {
        const observations = drawn.flatMap((all, place) =>
          all.map(({ tenths, ...report }, index): KnownObservation => {
            const value = tenths === null ? null : (tenths / 10).toFixed(1).replace("-0.0", "0.0");
            const cell = `${"ABC"[index]}${place + 1}`;
            return observationFixture({ ...report, region: counties[place]?.code ?? null, value, cell });
          }),
        );
        const shown = figuresFixture(unknownFixture(TARGET));
        const around = { indicators: [INDICATOR], regions: REGIONS, regionalTargets: [] };
        const surroundings = { ...around, observations, observationsOf: observationsByPlace(observations) };
        const field = growthField(TARGET, INDICATOR, JUNE, surroundings);
        const rankings = field === null ? [] : [rank({ target: TARGET }, field, null, null)];
        const rows = rankings.flatMap((ranking) => ranking.rows);
        const input = { regions: REGIONS, regional: observations, rankings, period: JUNE };
        const [table] = regionalIndicators([shown], input);
        const ours = rows.flatMap(({ region, rank: place }) => (place === null ? [] : [`${region} ${place}`]));
        const theirs = [...(table?.rank ?? [])].map(([region, figure]) => `${region} ${figure.value}`);
        expect([...ours].sort()).toEqual(theirs.sort());
        const conflicts = rows.filter(({ reason }) => reason === "conflicting").map(({ region }) => region);
        const told = [...(table?.growthGaps ?? [])].filter(([, reason]) => reason === "conflicting");
        if (field !== null) expect(told.map(([region]) => region).sort()).toEqual([...conflicts].sort());
      }),
      { numRuns: 2000 },
    );
  });
});
