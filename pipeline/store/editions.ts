import type { Kysely } from "kysely";
import type { EditionKind } from "../model/edition.ts";
import type { Period } from "../model/period.ts";
import { ask, type Store, type Tables } from "./database.ts";
import { type EditionBasis, type EditionKey, recordBasis } from "./edition-bases.ts";
import { type JobRun, recordRun } from "./runs.ts";

/**
 * Where an edition is on its way: `undelivered` has left and somebody has not got it, because it was refused or came back;
 * `corrected` has been replaced by a later version that has left.
 */
export type EditionState = "draft" | "approved" | "delivered" | "undelivered" | "corrected";

export interface EditionTable {
  readonly period: Period;
  readonly kind: EditionKind;
  readonly region: string;
  readonly version: number;
  readonly state: EditionState;
  readonly as_of: string | null;
  readonly content_sha256: string;
  readonly created_at: string;
  readonly path: string;
  readonly makings: string | null; // SHA-256 of what its files were last made of
}

/** Which paper, whatever its version. */
export interface EditionName {
  readonly period: Period;
  readonly kind: EditionKind;
  readonly region: string;
}

/** One issue of the papers, as it was written. */
export interface EditionRecord extends EditionName {
  readonly version: number; // from 1
  readonly state: EditionState;
  readonly asOf: string | null; // "2023-07-15"; null for everything known
  readonly contentSha256: string; // hex
  readonly createdAt: string; // ISO 8601, UTC
  readonly path: string; // of its folder, from the home; with slashes
}

/**
 * Records an edition together with the run that made it and what it was made by, all or nothing.
 *
 * @returns "taken" if another process has recorded that version meanwhile; nothing is written then
 */
export async function insertEdition(
  store: Store,
  edition: EditionRecord,
  run: JobRun,
  basis?: EditionBasis,
): Promise<"inserted" | "taken"> {
  return ask(store, (database) =>
    database.transaction().execute(async (transaction) => {
      const insert = transaction.insertInto("edition").values(toRow(edition));
      const { numInsertedOrUpdatedRows } = await insert
        .onConflict((conflict) => conflict.columns(["period", "kind", "region", "version"]).doNothing())
        .executeTakeFirstOrThrow();
      if (numInsertedOrUpdatedRows !== 1n) return "taken";
      if (basis) await recordBasis(transaction, edition, basis);
      await recordRun(transaction, run);
      return "inserted";
    }),
  );
}

/** The highest version of a paper; undefined where there is none yet. */
export async function findLatestEdition(store: Store, name: EditionName): Promise<EditionRecord | undefined> {
  const row = await ask(store, (database) => versionsOf(database, name).executeTakeFirst());
  return row && toEdition(row);
}

/** The highest version of a paper that is of a day's knowledge; undefined where there is none yet. */
export async function findLatestAsOf(
  store: Store,
  name: EditionName,
  asOf: string | null,
): Promise<EditionRecord | undefined> {
  const row = await ask(store, (database) => versionsOf(database, name).where("as_of", "is", asOf).executeTakeFirst());
  return row && toEdition(row);
}

/**
 * Moves an edition on; nothing happens where it is in none of the states it may come from.
 *
 * @returns whether it has moved
 */
export async function moveEdition(
  store: Store,
  edition: EditionKey,
  from: readonly EditionState[],
  to: EditionState,
): Promise<boolean> {
  return ask(store, (database) => recordMove(database, edition, from, to));
}

/** The same within a transaction of the caller. */
export async function recordMove(
  database: Kysely<Tables>,
  key: EditionKey,
  from: readonly EditionState[],
  to: EditionState,
): Promise<boolean> {
  const { numUpdatedRows } = await withKey(database, key)
    .set({ state: to })
    .where("state", "in", from)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** What the files of an edition were last made of; null where that was not recorded. */
export async function findMakings(store: Store, key: EditionKey): Promise<string | null> {
  const query = (database: Kysely<Tables>) =>
    versionsOf(database, key).where("version", "=", key.version).executeTakeFirst();
  return (await ask(store, query))?.makings ?? null;
}

/**
 * Records what the files of an edition were last made of, once they stand on disk; what it said before is replaced.
 *
 * @param makings SHA-256, hex
 */
export async function recordMakings(store: Store, key: EditionKey, makings: string): Promise<void> {
  await ask(store, (database) => withKey(database, key).set({ makings }).executeTakeFirstOrThrow());
}

/** Every edition, by period, kind, region, version. */
export async function listEditions(store: Store): Promise<readonly EditionRecord[]> {
  const rows = await ask(store, (database) =>
    database
      .selectFrom("edition")
      .selectAll()
      .orderBy("period")
      .orderBy("kind")
      .orderBy("region")
      .orderBy("version")
      .execute(),
  );
  return rows.map(toEdition);
}

function withKey(database: Kysely<Tables>, { period, kind, region, version }: EditionKey) {
  return database
    .updateTable("edition")
    .where("period", "=", period)
    .where("kind", "=", kind)
    .where("region", "=", region)
    .where("version", "=", version);
}

/** The latest first. */
function versionsOf(database: Kysely<Tables>, { period, kind, region }: EditionName) {
  return database
    .selectFrom("edition")
    .selectAll()
    .where("period", "=", period)
    .where("kind", "=", kind)
    .where("region", "=", region)
    .orderBy("version", "desc")
    .limit(1);
}

function toRow(edition: EditionRecord): Omit<EditionTable, "makings"> {
  const { period, kind, region, version, state, path } = edition;
  const { asOf: as_of, contentSha256: content_sha256, createdAt: created_at } = edition;
  return { period, kind, region, version, state, as_of, content_sha256, created_at, path };
}

function toEdition(row: EditionTable): EditionRecord {
  const { period, kind, region, version, state, path } = row;
  const { as_of: asOf, content_sha256: contentSha256, created_at: createdAt } = row;
  return { period, kind, region, version, state, asOf, contentSha256, createdAt, path };
}
