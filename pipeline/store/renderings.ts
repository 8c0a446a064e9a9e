import { ask, type Store } from "./database.ts";
import type { EditionKey } from "./edition-bases.ts";
import { type EditionName, type EditionRecord, toEdition } from "./editions.ts";

export interface RenderingTable extends EditionKey {
  readonly makings: string; // SHA-256, hex
}

/** The version of a paper that was last made of just this; undefined where there is none. */
export async function findRendering(
  store: Store,
  { period, kind, region }: EditionName,
  makings: string,
): Promise<EditionRecord | undefined> {
  const row = await ask(store, (database) =>
    database
      .selectFrom("rendering as r")
      .innerJoin("edition as e", (join) =>
        join
          .onRef("e.period", "=", "r.period")
          .onRef("e.kind", "=", "r.kind")
          .onRef("e.region", "=", "r.region")
          .onRef("e.version", "=", "r.version"),
      )
      .selectAll("e")
      .where("r.period", "=", period)
      .where("r.kind", "=", kind)
      .where("r.region", "=", region)
      .where("r.makings", "=", makings)
      .orderBy("e.version", "desc")
      .executeTakeFirst(),
  );
  return row && toEdition(row);
}

/** Records what the files of an edition were last made of, once they stand on disk; what it said before is replaced. */
export async function recordRendering(
  store: Store,
  { period, kind, region, version }: EditionKey,
  makings: string,
): Promise<void> {
  await ask(store, (database) =>
    database
      .insertInto("rendering")
      .values({ period, kind, region, version, makings })
      .onConflict((conflict) => conflict.columns(["period", "kind", "region", "version"]).doUpdateSet({ makings }))
      .execute(),
  );
}
