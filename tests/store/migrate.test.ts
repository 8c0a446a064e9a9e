import { readdirSync, readFileSync } from "node:fs";
import Database from "better-sqlite3";
import { Kysely, SqliteDialect } from "kysely";
import { describe, expect, it } from "vitest";
import { MIGRATIONS, migrate } from "../../pipeline/store/migrate.ts";
import { describeSchema } from "../../pipeline/store/schema.ts";
import { freshStore } from "../support/fresh-store.ts";

const FOLDER = new URL("../../pipeline/store/migrations/", import.meta.url);

function open(prepare: string): { readonly raw: Database.Database; readonly database: Kysely<unknown> } {
  const raw = new Database(":memory:");
  raw.exec(prepare);
  return { raw, database: new Kysely({ dialect: new SqliteDialect({ database: raw }) }) };
}

describe("migrate(database)", () => {
  it("makes the whole schema or none of it", async () => {
    const { raw, database } = open("CREATE TABLE submission (x)"); // in the way of the last migration
    await expect(migrate(database)).rejects.toThrow(/already exists/);
    expect(raw.inTransaction).toBe(false);
    expect(raw.prepare("SELECT name FROM sqlite_master").pluck().all()).toEqual(["submission"]);
    raw.exec("DROP TABLE submission");
    await migrate(database);
    await migrate(database); // nothing left to do
    expect(raw.prepare("SELECT name FROM kysely_migration ORDER BY name").pluck().all()).toEqual(
      Object.keys(MIGRATIONS),
    );
  });

  it("runs what is pending even if the clock was set back since", async () => {
    const { raw, database } = open("");
    await migrate(database);
    const [first, ...rest] = Object.keys(MIGRATIONS);
    raw.prepare("UPDATE kysely_migration SET timestamp = '2099-01-01T00:00:00.000Z' WHERE name = ?").run(first);
    await expect(migrate(database)).resolves.toBeUndefined();
    expect(rest.length).toBeGreaterThan(0);
  });
});

describe("the migrations", () => {
  const files = readdirSync(FOLDER).sort();

  it("are all listed, by the names of their files, in their order", () => {
    expect(Object.keys(MIGRATIONS)).toEqual(files.map((file) => file.slice(0, -".ts".length)));
    expect(files.filter((file) => !/^\d{4}-\d\d-\d\d-[a-z-]+\.ts$/.test(file))).toEqual([]);
  });

  it.each(files)("%s stands alone and only goes forward", (file) => {
    const text = readFileSync(new URL(file, FOLDER), "utf8");
    expect([...text.matchAll(/from "([^"]+)"/g)].map((match) => match[1])).toEqual(["kysely"]);
    expect([...text.matchAll(/^export .*?(\w+)\(/gm)].map((match) => match[1])).toEqual(["up"]);
  });

  it("come to the schema that openStore makes", async () => {
    const { raw, database } = open("");
    await migrate(database);
    const made: unknown[] = raw.prepare("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL").pluck().all();
    const schema = await describeSchema(await freshStore());
    expect(made.filter((statement) => !schema.includes(`${statement};\n`))).toEqual([]);
  });
});
