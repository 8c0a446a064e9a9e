import type { KnownObservation } from "../model/observation.ts";
import { makePeriod, type Period } from "../model/period.ts";
import { ask, type Store } from "./database.ts";
import { sortKnown } from "./observation-order.ts";
import { KNOWN_COLUMNS, toKnown } from "./observation-rows.ts";

/** Earlier years that last year's pace, the way home and the outlook are reckoned from. */
const YEARS_OF_HISTORY = 10;

/** What was asked: which plan, for which place, up to when. */
export interface ProgressQuestion {
  readonly year: number; // of the plan
  readonly region: string;
  readonly period: Period;
  readonly asOf: string | null; // "2023-07-15": published or received up to that day; null for everything known
}

/**
 * Joins every target of a year's plan to the observations that may speak to it, by target id.
 *
 * These are the target's indicator in its place, within the plan's year and the ten years before it, up to the period:
 * of every quantity, span, scope and vintage, because which of them speaks is for the judge to say. A target that is set for the plan's
 * own region is held against `region`; one that names a place of its own, against that place. Every target is there,
 * with no observations where none are known; each list is ordered as `listObservations` orders.
 */
export async function listTargetObservations(
  store: Store,
  question: ProgressQuestion,
): Promise<ReadonlyMap<string, readonly KnownObservation[]>> {
  const { year } = question;
  const targets = await ask(store, (database) =>
    database.selectFrom("target").select("id").where("year", "=", year).orderBy("id").execute(),
  );
  const byTarget = new Map<string, KnownObservation[]>(targets.map(({ id }) => [id, []]));
  const subject: Subject = { indicator: "t.indicator", place: "t.region", firstYear: year - YEARS_OF_HISTORY };
  for (const row of await joinObservations(store, question, subject)) byTarget.get(row.target)?.push(toKnown(row));
  return new Map([...byTarget].map(([id, observations]) => [id, sortKnown(observations)]));
}

/**
 * The observations of the figures that relative goals are held against (高于全区平均增速), by target id; chosen, and
 * ordered, as `listTargetObservations` does. A figure of the plan's own region is asked of `region`.
 *
 * @returns only the targets that are held against another figure
 */
export async function listReferenceObservations(
  store: Store,
  question: ProgressQuestion,
): Promise<ReadonlyMap<string, readonly KnownObservation[]>> {
  const { year } = question;
  const targets = await ask(store, (database) =>
    database
      .selectFrom("target")
      .select("id")
      .where("year", "=", year)
      .where("relative_indicator", "is not", null)
      .orderBy("id")
      .execute(),
  );
  const byTarget = new Map<string, KnownObservation[]>(targets.map(({ id }) => [id, []]));
  if (targets.length === 0) return byTarget;
  const subject: Subject = { indicator: "t.relative_indicator", place: "t.relative_region", firstYear: year };
  for (const row of await joinObservations(store, question, subject)) byTarget.get(row.target)?.push(toKnown(row));
  return new Map([...byTarget].map(([id, observations]) => [id, sortKnown(observations)]));
}

/** The figure that a row of `target` speaks of, and the first year of it that counts. */
interface Subject {
  readonly indicator: "t.indicator" | "t.relative_indicator";
  readonly place: "t.region" | "t.relative_region"; // of the plan's own region, the region asked about
  readonly firstYear: number;
}

function joinObservations(
  store: Store,
  { year, region, period, asOf }: ProgressQuestion,
  { indicator, place, firstYear }: Subject,
) {
  return ask(store, (database) =>
    database
      .selectFrom("target as t")
      .innerJoin("plan as p", "p.year", "t.year")
      .innerJoin("observation as o", (join) =>
        join.onRef("o.indicator", "=", indicator).on((eb) => {
          const isOwn = eb(place, "=", eb.ref("p.region"));
          return eb("o.region", "=", eb.case().when(isOwn).then(region).else(eb.ref(place)).end());
        }),
      )
      .innerJoin("current_submission as s", (join) =>
        join.onRef("s.sha256", "=", "o.sha256").onRef("s.reading", "=", "o.reading"),
      )
      .select("t.id as target")
      .select(KNOWN_COLUMNS)
      .where("t.year", "=", year)
      .where("o.period", ">=", makePeriod(firstYear, 1))
      .where("o.period", "<=", makePeriod(year, 12))
      .where("o.period", "<=", period)
      .$if(asOf !== null, (query) => query.where("s.vintage", "<=", asOf))
      .execute(),
  );
}
