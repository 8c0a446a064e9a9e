import type { Kysely } from "kysely";
import type { EditionKind } from "../model/edition.ts";
import type { Period } from "../model/period.ts";
import { ask, type Store, type Tables } from "./database.ts";
import type { Knowledge } from "./known-then.ts";

/** Names one version of a paper. */
export interface EditionKey {
  readonly period: Period;
  readonly kind: EditionKind;
  readonly region: string;
  readonly version: number;
}

/** What an edition was made by. */
export interface EditionBasis {
  readonly rules: string; // name of the rule set, as in seeds/rules/
  readonly files: Readonly<Record<string, string>>; // SHA-256 in the vault, by path from the project's root
  readonly known: Knowledge | null; // null where it was recorded before this was kept
}

export interface EditionBasisTable extends EditionKey {
  readonly rules: string;
  readonly files: string; // JSON object
  readonly known: string | null; // JSON object
}

/** Records what an edition was made by, within a transaction of the caller or without one; the first record stays. */
export async function recordBasis(database: Kysely<Tables>, key: EditionKey, basis: EditionBasis): Promise<void> {
  const { period, kind, region, version } = key;
  const files = JSON.stringify(Object.fromEntries(Object.entries(basis.files).sort(([a], [b]) => (a < b ? -1 : 1))));
  const known = basis.known && JSON.stringify(basis.known);
  await database
    .insertInto("edition_basis")
    .values({ period, kind, region, version, rules: basis.rules, files, known })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The same where the edition was recorded before. */
export async function insertBasis(store: Store, key: EditionKey, basis: EditionBasis): Promise<void> {
  await ask(store, (database) => recordBasis(database, key, basis));
}

/** What an edition was made by; undefined where it was not recorded. */
export async function findBasis(store: Store, key: EditionKey): Promise<EditionBasis | undefined> {
  const row = await ask(store, (database) =>
    database
      .selectFrom("edition_basis")
      .selectAll()
      .where("period", "=", key.period)
      .where("kind", "=", key.kind)
      .where("region", "=", key.region)
      .where("version", "=", key.version)
      .executeTakeFirst(),
  );
  return row && { rules: row.rules, files: JSON.parse(row.files), known: row.known && JSON.parse(row.known) };
}
