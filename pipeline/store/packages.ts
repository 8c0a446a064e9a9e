import { ask, type Store } from "./database.ts";
import { isNumberTaken, type NumberedItem } from "./package-items.ts";
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
      for (const item of items) if (await isNumberTaken(transaction, item, record)) return "taken";
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

/**
 * Records that a package was made anew after a process was killed before it got its place: what is not reproducible in it has
 * changed.
 */
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
