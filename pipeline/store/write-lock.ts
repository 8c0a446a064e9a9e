import type { Kysely } from "kysely";
import type { Tables } from "./database.ts";

/** A change of nothing, so that no other process writes between what a transaction reads and what it writes. */
export async function takeWriteLock(transaction: Kysely<Tables>): Promise<void> {
  await transaction.deleteFrom("data_issue").where("sha256", "=", "").execute();
}
