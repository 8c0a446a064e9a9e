import { ask, type Store } from "./database.ts";
import type { EditionKey } from "./edition-bases.ts";

export interface RenderingTable extends EditionKey {
  readonly makings: string; // SHA-256, hex
}

/** What the files of an edition were last made of; undefined where that was not recorded. */
export async function findMakings(
  store: Store,
  { period, kind, region, version }: EditionKey,
): Promise<string | undefined> {
  const row = await ask(store, (database) =>
    database
      .selectFrom("rendering")
      .select("makings")
      .where("period", "=", period)
      .where("kind", "=", kind)
      .where("region", "=", region)
      .where("version", "=", version)
      .executeTakeFirst(),
  );
  return row?.makings;
}

/** Records what the files of an edition were last made of, once they stand on disk; what it said before is replaced. */
export async function recordMakings(
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
