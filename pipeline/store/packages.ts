import { type Kysely, sql } from "kysely";
import type { Retention } from "../model/archive-setting.ts";
import { ask, type Store, type Tables } from "./database.ts";
import { type JobRun, recordRun } from "./runs.ts";
import { takeWriteLock } from "./write-lock.ts";

export interface PackageTable {
  readonly quarter: string;
  readonly version: number;
  readonly name: string;
  readonly supersedes: string | null;
  readonly content_sha256: string;
  readonly seal_sha256: string;
  readonly bagged_at: string;
  readonly placed: number; // 0 or 1
}

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

/** A package as it was archived. */
export interface PackageRecord {
  readonly quarter: string; // "2023-Q2"
  readonly version: number; // from 1
  readonly name: string; // of its folder
  readonly supersedes: string | null; // name of the package that it corrects
  readonly contentSha256: string; // of all that is reproducible in it
  readonly sealSha256: string; // of its tagmanifest-sha512.txt
  readonly baggedAt: string; // ISO 8601, UTC
}

/** A package that has been recorded. */
export interface RecordedPackage extends PackageRecord {
  readonly isPlaced: boolean; // false until its folder has got its name, and for good where a process was killed before
}

/**
 * Records a package with its 件, all or nothing, before its folder gets its name. A 件 has the number that it had in the
 * package before, or one that nobody had.
 *
 * @returns "taken" if another process has recorded that version or one of the numbers meanwhile; nothing is written then
 */
export async function insertPackage(
  store: Store,
  record: PackageRecord,
  items: readonly NumberedItem[],
): Promise<"inserted" | "taken"> {
  return ask(store, (database) =>
    database.transaction().execute(async (transaction) => {
      await takeWriteLock(transaction);
      const same = await transaction
        .selectFrom("package")
        .select("name")
        .where((eb) =>
          eb.or([eb("name", "=", record.name), eb.and({ quarter: record.quarter, version: record.version })]),
        )
        .executeTakeFirst();
      if (same) return "taken";
      for (const item of items) if (await isTaken(transaction, item, record)) return "taken";
      await transaction.insertInto("package").values(toRow(record)).execute();
      for (const { contentSha256: content_sha256, ...item } of items) {
        const row = { ...item, content_sha256, package: record.name };
        await transaction.insertInto("package_item").values(row).execute();
      }
      return "inserted";
    }),
  );
}

/** Records that a package's folder has got its name, with the run that made it; one that has it already stays as it is. */
export async function placePackage(store: Store, name: string, run: JobRun): Promise<void> {
  await ask(store, (database) =>
    database.transaction().execute(async (transaction) => {
      const update = transaction.updateTable("package").set({ placed: 1 }).where("name", "=", name);
      const { numUpdatedRows } = await update.where("placed", "=", 0).executeTakeFirstOrThrow();
      if (numUpdatedRows === 1n) await recordRun(transaction, run);
    }),
  );
}

/** Takes back the record of a package that was never placed: its name and its numbers are free again. */
export async function forgetPackage(store: Store, name: string): Promise<void> {
  await ask(store, (database) =>
    database.transaction().execute(async (transaction) => {
      await takeWriteLock(transaction);
      const unplaced = transaction
        .selectFrom("package")
        .select("name")
        .where("name", "=", name)
        .where("placed", "=", 0);
      await transaction.deleteFrom("package_item").where("package", "in", unplaced).execute();
      await transaction.deleteFrom("package").where("name", "=", name).where("placed", "=", 0).execute();
    }),
  );
}

/** Records that a package was made anew after a process was killed before it got its place: what is not reproducible in it has changed. */
export async function renewSeal(store: Store, { name, sealSha256 }: Pick<PackageRecord, "name" | "sealSha256">) {
  await ask(store, (database) =>
    database.updateTable("package").set({ seal_sha256: sealSha256 }).where("name", "=", name).execute(),
  );
}

/** The highest version of a quarter's package; undefined where it was never archived. */
export async function findLatestPackage(store: Store, quarter: string): Promise<RecordedPackage | undefined> {
  const row = await ask(store, (database) =>
    database
      .selectFrom("package")
      .selectAll()
      .where("quarter", "=", quarter)
      .orderBy("version", "desc")
      .executeTakeFirst(),
  );
  return row && toRecord(row);
}

/** Every package, by quarter and version. */
export async function listPackages(store: Store): Promise<readonly RecordedPackage[]> {
  const rows = await ask(store, (database) =>
    database.selectFrom("package").selectAll().orderBy("quarter").orderBy("version").execute(),
  );
  return rows.map(toRecord);
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

async function isTaken(
  database: Kysely<Tables>,
  { item, ordinal, ...series }: NumberedItem,
  { supersedes }: PackageRecord,
): Promise<boolean> {
  const given = await listGiven(database, series);
  const isKept = given.some((one) => one.package === supersedes && one.item === item && one.ordinal === ordinal);
  return !isKept && given.some((one) => one.ordinal >= ordinal);
}

function toRow(record: PackageRecord): PackageTable {
  const { quarter, version, name, supersedes } = record;
  const { contentSha256: content_sha256, sealSha256: seal_sha256, baggedAt: bagged_at } = record;
  return { quarter, version, name, supersedes, content_sha256, seal_sha256, bagged_at, placed: 0 };
}

function toRecord(row: PackageTable): RecordedPackage {
  const { quarter, version, name, supersedes } = row;
  const { content_sha256: contentSha256, seal_sha256: sealSha256, bagged_at: baggedAt } = row;
  return { quarter, version, name, supersedes, contentSha256, sealSha256, baggedAt, isPlaced: row.placed === 1 };
}
