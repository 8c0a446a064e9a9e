import type { Sheet } from "../model/cell.ts";
import type { AskedPlace } from "../model/disposition.ts";
import { grouped } from "../model/grouped.ts";
import type { Indicator } from "../model/indicator.ts";
import type { Issue } from "../model/issue.ts";
import type { Observation } from "../model/observation.ts";
import type { Region } from "../model/region.ts";
import { type FindBlankRow, makeFindBlankRow } from "./blank-rows.ts";
import { checkBlankTotal } from "./blank-total.ts";
import { checkGrowthContradiction } from "./growth-contradiction.ts";
import { checkImpossibleShare } from "./impossible-share.ts";
import { checkLeftoverYear } from "./leftover-year.ts";
import { checkMonthAboveTotal } from "./month-above-total.ts";
import { checkNegativeAmount } from "./negative-amount.ts";
import { checkPartAboveTotal } from "./part-above-total.ts";
import { checkPartOfOne } from "./part-of-one.ts";
import { checkRegionAboveCity } from "./region-above-city.ts";
import { checkSwappedGrowth } from "./swapped-growth.ts";
import { checkUnexpectedMonth } from "./unexpected-month.ts";
import { checkUnfinishedMonth } from "./unfinished-month.ts";
import { checkUnlikelyAmount } from "./unlikely-amount.ts";
import { checkUnlikelyGrowth } from "./unlikely-growth.ts";
import { checkUnlikelyUnit } from "./unlikely-unit.ts";

/** What one file's observations come to after the checks. */
export interface Checked {
  readonly observations: readonly Observation[]; // without those that an error asks about
  readonly issues: readonly Issue[]; // check by check, each in file order
  readonly asked: readonly AskedPlace[]; // where the observations stand that were left out
}

/** What is known of indicators and places, whatever has been sent. */
export interface Known {
  readonly indicators: readonly Indicator[];
  readonly regions: readonly Region[];
}

/** What the file says beside its figures. */
export interface Filed {
  readonly sheets?: readonly Sheet[]; // that the figures come from, for rows without any figure
  readonly stated?: string | null; // the day that the file states, "2023-07-10"
}

type Check = (
  observations: readonly Observation[],
  indicators: ReadonlyMap<string, Indicator>,
  regions: ReadonlyMap<string, Region>,
  findBlankRow: FindBlankRow,
) => readonly Issue[];

/** What is wrong by itself comes before what is wrong beside another, so that the other stays usable. */
const ALONE: readonly Check[] = [
  checkUnexpectedMonth,
  checkUnlikelyUnit,
  checkUnlikelyAmount,
  checkNegativeAmount,
  checkImpossibleShare,
  checkPartOfOne,
];

/** All of these see the same figures: one that is asked about beside its sum may be wrong beside its city too. */
const BESIDE: readonly Check[] = [
  checkBlankTotal,
  checkPartAboveTotal,
  checkMonthAboveTotal,
  checkRegionAboveCity,
  checkGrowthContradiction,
  checkLeftoverYear,
  checkSwappedGrowth,
  checkUnlikelyGrowth,
];

/**
 * Holds one file's observations against each other and against what is known of their indicators; no figure is in two
 * errors.
 */
export function checkObservations(
  observations: readonly Observation[],
  { indicators, regions }: Known,
  { sheets = [], stated = null }: Filed = {},
): Checked {
  const indicatorOf = new Map<string, Indicator>(indicators.map((indicator) => [indicator.code, indicator]));
  const regionOf = new Map(regions.map((region) => [region.code, region]));
  const findBlankRow = makeFindBlankRow(sheets, regions);
  const run = (check: Check, left: readonly Observation[]) => check(left, indicatorOf, regionOf, findBlankRow);
  const passThrough = ({ observations: left, issues, asked }: Checked, found: readonly Issue[]): Checked => {
    const errors = placesOfErrors(found);
    return {
      observations: without(left, errors),
      issues: [...issues, ...found],
      asked: [...asked, ...errors],
    };
  };
  const all: Checked = { observations, issues: [], asked: [] };
  const over = passThrough(all, checkUnfinishedMonth(observations, stated));
  const alone = ALONE.reduce((checked, check) => passThrough(checked, run(check, checked.observations)), over);
  return passThrough(alone, firstOfEachPlace(BESIDE.flatMap((check) => run(check, alone.observations))));
}

function firstOfEachPlace(issues: readonly Issue[]): readonly Issue[] {
  return [...grouped(issues, ({ sheet, cell }) => `${sheet}|${cell}`).values()].flatMap(([first]) => first ?? []);
}

function placesOfErrors(issues: readonly Issue[]): readonly AskedPlace[] {
  return issues.flatMap(({ severity, sheet, cell }) =>
    severity === "error" && sheet !== null && cell !== null ? [{ sheet, cell }] : [],
  );
}

function without(observations: readonly Observation[], places: readonly AskedPlace[]): readonly Observation[] {
  const asked = new Set(places.map(({ sheet, cell }) => `${sheet}|${cell}`));
  return asked.size === 0 ? observations : observations.filter(({ sheet, cell }) => !asked.has(`${sheet}|${cell}`));
}
