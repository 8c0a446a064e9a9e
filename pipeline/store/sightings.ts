import { ask, type Store } from "./database.ts";
import { takeWriteLock } from "./write-lock.ts";

export interface SightingTable {
  readonly place: string;
  readonly stamp: string;
  readonly since: string;
}

/** How a file in the inbox looked, and since when it has looked so. */
export interface Sighting {
  readonly place: string; // path from the inbox, with slashes
  readonly stamp: string; // equal where nothing has changed
}

/**
 * Notes how files look now and tells since when each has looked so; those of the folder that are gone are forgotten.
 *
 * @param folder path from the inbox
 * @param now ISO 8601, UTC; where the clock has been set back, a file has looked so since now
 * @returns times by place
 */
export async function lookAgain(
  store: Store,
  folder: string,
  seen: readonly Sighting[],
  now: string,
): Promise<ReadonlyMap<string, string>> {
  return ask(store, (database) =>
    database.transaction().execute(async (transaction) => {
      await takeWriteLock(transaction);
      const inFolder = (await transaction.selectFrom("sighting").selectAll().execute()).filter(({ place }) =>
        place.startsWith(`${folder}/`),
      );
      const known = new Map(inFolder.map((row) => [row.place, row]));
      const sinceOf = ({ place, stamp }: Sighting) => {
        const before = known.get(place);
        return before?.stamp === stamp && before.since <= now ? before.since : now;
      };
      const rows = seen.map((sighting) => ({ ...sighting, since: sinceOf(sighting) }));
      const places = new Set(seen.map(({ place }) => place));
      for (const { place } of inFolder) {
        if (!places.has(place)) await transaction.deleteFrom("sighting").where("place", "=", place).execute();
      }
      for (const row of rows) {
        const { stamp, since } = row;
        if (known.get(row.place)?.since === since && known.get(row.place)?.stamp === stamp) continue;
        const insert = transaction.insertInto("sighting").values(row);
        await insert.onConflict((conflict) => conflict.column("place").doUpdateSet({ stamp, since })).execute();
      }
      return new Map(rows.map(({ place, since }) => [place, since]));
    }),
  );
}
