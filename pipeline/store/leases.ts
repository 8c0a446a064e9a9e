import { ask, type Store } from "./database.ts";

export interface LeaseTable {
  readonly name: string;
  readonly owner: string;
  readonly expires_at: string;
}

/** Who wants a lease, when, until when, and how to tell whether another owner is still there. */
export interface LeaseClaim {
  readonly name: string;
  readonly owner: string;
  readonly now: string; // ISO 8601, UTC
  readonly expiresAt: string;
  readonly isAlive: (owner: string) => boolean;
}

/**
 * Takes a lease, or renews one's own: free, expired, and of an owner who is gone are taken alike.
 *
 * Of processes that ask at once, one gets it.
 */
export async function takeLease(store: Store, claim: LeaseClaim): Promise<boolean> {
  const { name, owner, now, expiresAt: expires_at, isAlive } = claim;
  return ask(store, (database) =>
    database.transaction().execute(async (transaction) => {
      const insert = transaction.insertInto("lease").values({ name, owner, expires_at });
      await insert.onConflict((conflict) => conflict.doNothing()).execute(); // takes the write lock in any case
      const row = await transaction.selectFrom("lease").selectAll().where("name", "=", name).executeTakeFirstOrThrow();
      if (row.owner !== owner && row.expires_at > now && isAlive(row.owner)) return false;
      await transaction.updateTable("lease").set({ owner, expires_at }).where("name", "=", name).execute();
      return true;
    }),
  );
}

/** Gives a lease back; somebody else's stays. */
export async function releaseLease(store: Store, name: string, owner: string): Promise<void> {
  await ask(store, (database) =>
    database.deleteFrom("lease").where("name", "=", name).where("owner", "=", owner).execute(),
  );
}
