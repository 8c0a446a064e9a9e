import { sql } from "kysely";
import type { KnownObservation, Observation } from "../model/observation.ts";
import { ask, type Store } from "./database.ts";
import { sortKnown } from "./observation-order.ts";
import { KNOWN_COLUMNS, toKnown } from "./observation-rows.ts";
import type { Submission } from "./submissions.ts";

/**
 * What other files say on the subjects of a file's figures, from its vintage on: values of the same indicator, place and
 * period, published ones for a published file and 演示数据 for another. Ordered as `listObservations` orders.
 *
 * One query, whatever the size of the file.
 */
export async function listRivalFigures(
  store: Store,
  { sha256, vintage, illustrative }: Pick<Submission, "sha256" | "vintage" | "illustrative">,
  observations: readonly Observation[],
): Promise<readonly KnownObservation[]> {
  const subjects = subjectsOf(observations);
  if (subjects.length === 0) return [];
  const json = JSON.stringify(subjects);
  const rows = await ask(store, (database) =>
    database
      .selectFrom("observation as o")
      .innerJoin("current_submission as s", (join) =>
        join.onRef("s.sha256", "=", "o.sha256").onRef("s.reading", "=", "o.reading"),
      )
      .select(KNOWN_COLUMNS)
      .where(
        sql<boolean>`(o.indicator, o.region, o.period) IN
          (SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(${json}))`,
      )
      .where("o.value", "is not", null)
      .where("o.sha256", "<>", sha256)
      .where("s.vintage", ">=", vintage)
      .where("s.illustrative", "=", Number(illustrative))
      .execute(),
  );
  return sortKnown(rows.map(toKnown));
}

/** Unsettled figures are nobody's rivals: no target looks at them. */
function subjectsOf(observations: readonly Observation[]): readonly (readonly string[])[] {
  const subjects = new Map<string, readonly string[]>();
  for (const { indicator, region, period, value } of observations) {
    if (indicator === null || region === null || value === null) continue;
    subjects.set(`${indicator}|${region}|${period}`, [indicator, region, period]);
  }
  return [...subjects.values()];
}
