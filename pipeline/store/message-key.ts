import { ask, type Store } from "./database.ts";

export interface MessageKeyTable {
  readonly id: 1;
  readonly secret: string;
}

/** The secret of this home by which its Message-IDs are made, 64 hex digits; undefined while there is none. */
export async function findMessageKey(store: Store): Promise<string | undefined> {
  const row = await ask(store, (database) => database.selectFrom("message_key").select("secret").executeTakeFirst());
  return row?.secret;
}

/** Keeps this as the home's secret where it has none yet, once and for all. @returns the one that it has */
export async function keepMessageKey(store: Store, made: string): Promise<string> {
  await ask(store, (database) =>
    database
      .insertInto("message_key")
      .values({ id: 1, secret: made })
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  );
  const kept = await findMessageKey(store);
  return kept ?? made;
}
