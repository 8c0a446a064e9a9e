import { ask, makeStore, type Store } from "./database.ts";

/**
 * Does some reading while the database stands still for it, whatever other processes write meanwhile.
 *
 * @param read gets the database as it is at its first question; it must not write
 */
export async function atOneMoment<T>(store: Store, read: (still: Store) => Promise<T>): Promise<T> {
  return ask(store, (database) =>
    database.transaction().execute((transaction) => read(makeStore(store.file, transaction))),
  );
}
