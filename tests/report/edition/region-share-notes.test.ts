import { describe, expect, it } from "vitest";
import { observationsByPlace } from "../../../pipeline/assess/surroundings.ts";
import { assessTarget } from "../../../pipeline/assess/target.ts";
import { whyOf } from "../../../pipeline/assess/why.ts";
import { sumOf } from "../../../pipeline/model/balance.ts";
import type { Edition } from "../../../pipeline/model/edition.ts";
import { describeEdition } from "../../../pipeline/report/edition/describe.ts";
import { display } from "../../../pipeline/report/edition/display.ts";
import { textOf } from "../../../pipeline/report/prose/runs.ts";
import { CITY, indicatorFixture, JUNE, REGIONS, RULES, targetFixture } from "../../support/edition-input-fixture.ts";
import { COUNTIES, inputOf, rates, ZONE } from "./regions-fixture.ts";

const INDICATOR = indicatorFixture();
const GROUP = INDICATOR.name;
const EVERYBODY = [...COUNTIES, ZONE];

interface Month {
  readonly total: string; // of the city
  readonly rate: string;
  readonly reporting: readonly string[];
  readonly balancesShares?: boolean;
}

/** An edition of a month to which the places grew from 20亿元 each: the first by 1 %, the next by 2 %, 开发区 by 9 %. */
function editionOf({ total, rate: whole, reporting, balancesShares = false }: Month): Edition {
  const growths = reporting.map((place) => [place, (EVERYBODY.indexOf(place) + 1).toFixed(1)] as const);
  const amounts = growths.map(([place, rate]) => [place, (20 * (1 + Number(rate) / 100)).toFixed(1)] as const);
  const asAmount = { quantity: "value", unit: "亿元" } as const;
  const observations = [
    ...rates([[CITY, whole], ...growths]),
    ...rates([[CITY, total], ...amounts], asAmount).map((one) => ({ ...one, cell: `A${one.cell}` })),
  ];
  const own = observations.filter(({ region }) => region === CITY);
  const context = { indicator: INDICATOR, period: JUNE, observations: own, rules: RULES, isReported: true };
  const assessment = assessTarget(targetFixture({ scope: null }), context);
  const around = { indicators: [INDICATOR], regions: REGIONS, regionalTargets: [], observations };
  const why = whyOf(assessment, INDICATOR, { ...around, observationsOf: observationsByPlace(observations) });
  const input = inputOf(observations, {}, [{ ...assessment, why }]);
  return describeEdition({ ...input, workbook: { ...input.workbook, balancesShares } });
}

function notesOf({ sheets }: Edition): readonly string[] {
  return (sheets.find(({ name }) => name === "分旗县市区")?.notes ?? []).map(textOf);
}

const sharesOf = ({ figures }: Edition) => figures.filter(({ id }) => id.endsWith("/gap-share"));
const restOf = (edition: Edition) => sharesOf(edition).find(({ id }) => id.startsWith("region/rest/"));
const zoneNote = (edition: Edition) => notesOf(edition).find((one) => one.startsWith("※")) ?? "";

const BESIDE: Month = { total: "189.0", rate: "5.0", reporting: EVERYBODY }; // the nine add up to it
const INSIDE: Month = { total: "167.2", rate: "2.0", reporting: EVERYBODY }; // the counties do
const MISSING: Month = { total: "189.0", rate: "5.0", reporting: COUNTIES.slice(1) };

describe("the note on 开发区", () => {
  it("says that it is counted apart where it has a share of the gap", () => {
    const edition = editionOf(BESIDE);
    expect(sharesOf(edition).map(({ id }) => id)).toContain(`region/${ZONE}/${INDICATOR.code}/gap-share`);
    expect(zoneNote(edition)).toContain(`${GROUP}经核对不在各旗县市区的数之内`);
    expect(zoneNote(edition)).not.toContain("不能与各旗县市区相加");
  });

  it.each([
    ["the counties hold it", INSIDE],
    ["nothing tells", MISSING],
  ])("says that it takes no part where %s", (_, month) => {
    const edition = editionOf(month);
    expect(sharesOf(edition).some(({ id }) => id.includes(ZONE))).toBe(false);
    expect(zoneNote(edition)).toMatch(/不能与各旗县市区相加，不参加测算缺口占比。$/);
  });
});

describe("the note on what the shares of the gap leave open", () => {
  it.each([
    ["a place is missing", MISSING],
    ["the places do not explain the city's rate", INSIDE],
  ])("tells how much, where %s", (_, month) => {
    for (const balancesShares of [false, true]) {
      const edition = editionOf({ ...month, balancesShares });
      const rest = restOf(edition) ?? expect.fail();
      const note = notesOf(edition).find((one) => one.includes("列为其他"));
      expect(note).toContain(`${GROUP}${display(rest, "cell")}%`);
      const printed = sumOf(
        sharesOf(edition)
          .filter(({ id }) => !id.endsWith("/before"))
          .map((one) => display(one, "cell")),
      );
      expect(Math.abs(Number(printed) - 100)).toBeLessThan(balancesShares ? 1e-9 : 0.5);
      expect(rest.derivation).toMatchObject({
        kind: "computed",
        operands: expect.arrayContaining([expect.anything()]),
      });
    }
  });

  it("is none where they make it up, or nothing lags", () => {
    const whole = editionOf(BESIDE);
    expect(sharesOf(whole)).toHaveLength(EVERYBODY.length);
    const ahead = editionOf({ ...BESIDE, rate: "9.5" });
    expect(sharesOf(ahead)).toEqual([]);
    for (const one of [whole, ahead]) expect(notesOf(one).join("")).not.toContain("列为其他");
  });
});

describe("the note on shares that were moved", () => {
  it.each([
    ["5.2", "科尔沁左翼中旗"], // 科左中旗 in short
    ["4.4", "其他"],
  ])("names places as the table does: at %s%% %s", (rate, name) => {
    const edition = editionOf({ ...BESIDE, rate, balancesShares: true });
    const moved = edition.figures.filter(({ id }) => id.endsWith("/gap-share/before"));
    expect(moved).toHaveLength(1);
    expect(notesOf(edition).find((one) => one.startsWith("舍位平衡"))).toContain(`，${name}的${GROUP}缺口占比由`);
  });
});
