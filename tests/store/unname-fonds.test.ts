import Database from "better-sqlite3";
import { Kysely, SqliteDialect } from "kysely";
import { expect, it } from "vitest";
import { MIGRATIONS } from "../../pipeline/store/migrate.ts";
import { hash } from "./sample-rows.ts";

const NAME = "2026-11-28-unname-fonds";

it("takes what stood in the place of a 全宗号 for none, and leaves one that was filled in", async () => {
  const raw = new Database(":memory:");
  const database = new Kysely<unknown>({ dialect: new SqliteDialect({ database: raw }) });
  for (const [name, { up }] of Object.entries(MIGRATIONS)) if (name < NAME) await up(database);
  const package_ = raw.prepare("INSERT INTO package VALUES (?, ?, ?, ?, ?, ?, '2023-07-25T00:00:00Z', 1)");
  const item = raw.prepare("INSERT INTO package_item VALUES (?, 'originals', ?, 2023, 'D10', 'FGW', 7, ?)");
  for (const [version, fonds] of [[1, "TL-FGW"], ...[8, 9, 10].map((number) => [number, "Z109"]), [11, "TL-FGW"]]) {
    const name = `TL-FGW-2023Q2-${version}`;
    package_.run("2023-Q2", version, name, version === 1 ? null : "TL-FGW-2023Q2-1", hash("content"), hash("seal"));
    item.run(name, fonds, hash("sheets"));
  }
  await MIGRATIONS[NAME]?.up(database);
  const rows = raw.prepare(
    "SELECT package, fonds, ordinal, content_sha256 FROM package_item ORDER BY ordinal, package",
  );
  expect(rows.raw().all()).toEqual(
    [
      [1, null],
      [10, "Z109"],
      [11, null],
      [8, "Z109"],
      [9, "Z109"],
    ].map(([version, fonds]) => {
      return [`TL-FGW-2023Q2-${version}`, fonds, 7, hash("sheets")];
    }),
  );
});
