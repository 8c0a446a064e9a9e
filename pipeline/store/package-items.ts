import { type Kysely, sql } from "kysely";
import type { Retention } from "../model/archive-setting.ts";
import { ask, type Store, type Tables } from "./database.ts";

export interface PackageItemTable extends ItemSeries {
  readonly ordinal: number;
  readonly package: string;
  readonly item: string;
  readonly content_sha256: string | null;
}

/**
 * Within what the numbers of 件 run on without a gap (DA/T 22-2015). What was numbered before any 全宗号 was known is of the one
 * that was filled in first.
 */
export interface ItemSeries {
  readonly fonds: string | null; // 全宗号; null where it was not known yet
  readonly year: number;
  readonly retention: Retention;
  readonly department: string; // 机构代码
}

/** A 件 with its number. */
export interface NumberedItem extends ItemSeries {
  readonly ordinal: number; // 件号, from 1
  readonly item: string; // what it is, in its package: "2023-06-monthly"
  readonly contentSha256: string | null; // hex; null where it was archived before this was kept
}

/** The 件 of a package, by what they are. */
export async function listPackageItems(store: Store, name: string): Promise<readonly NumberedItem[]> {
  const rows = await ask(store, (database) =>
    database.selectFrom("package_item").selectAll().where("package", "=", name).orderBy("item").execute(),
  );
  return rows.map(({ package: _, content_sha256: contentSha256, ...item }) => ({ ...item, contentSha256 }));
}

/** The numbers given in a series, by number; one that a 件 kept stands once for each of its packages. */
export async function listSeries(store: Store, series: ItemSeries): Promise<readonly Numbered[]> {
  return ask(store, (database) => listGiven(database, series));
}

/** The 全宗号 by which 件 were numbered first; null where none has been yet. */
export async function findFirstFonds(store: Store): Promise<string | null> {
  return ask(store, (database) => firstFonds(database));
}

/** What has a number. */
export type Numbered = Pick<PackageItemTable, "package" | "item" | "ordinal">;

async function listGiven(
  database: Kysely<Tables>,
  { fonds, year, retention, department }: ItemSeries,
): Promise<readonly Numbered[]> {
  const first = (await firstFonds(database)) ?? fonds;
  return database
    .selectFrom("package_item")
    .select(["package", "item", "ordinal"])
    .where(sql<boolean>`coalesce(fonds, ${first}) IS ${fonds ?? first}`)
    .where("year", "=", year)
    .where("retention", "=", retention)
    .where("department", "=", department)
    .orderBy("ordinal")
    .orderBy("package")
    .execute();
}

async function firstFonds(database: Kysely<Tables>): Promise<string | null> {
  const row = await database
    .selectFrom("package_item")
    .innerJoin("package", "package.name", "package_item.package")
    .select("fonds")
    .where("fonds", "is not", null)
    .orderBy("bagged_at")
    .orderBy("fonds")
    .executeTakeFirst();
  return row?.fonds ?? null;
}

/**
 * Tells, within a transaction of the caller, whether a number was given before to another than the same 件 in the package that
 * is superseded.
 */
export async function isNumberTaken(
  database: Kysely<Tables>,
  { item, ordinal, ...series }: NumberedItem,
  { supersedes }: { readonly supersedes: string | null },
): Promise<boolean> {
  const given = await listGiven(database, series);
  const isKept = given.some((one) => one.package === supersedes && one.item === item && one.ordinal === ordinal);
  return !isKept && given.some((one) => one.ordinal >= ordinal);
}
