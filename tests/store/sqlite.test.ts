import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { ask } from "../../pipeline/store/database.ts";
import { syncReference } from "../../pipeline/store/reference.ts";
import { insertRun, listRuns } from "../../pipeline/store/runs.ts";
import { describeSchema } from "../../pipeline/store/schema.ts";
import { closeStore, openStore } from "../../pipeline/store/sqlite.ts";
import { insertSubmission, listSubmissions } from "../../pipeline/store/submissions.ts";
import { freshStore } from "../support/fresh-store.ts";
import { startScript } from "./child-script.ts";
import { fingerprint, scratchFile, whileRaw, withRaw } from "./raw-database.ts";
import { observation, reading, reference, run, submission } from "./sample-rows.ts";

/** A database that is up to date, and closed. */
async function closedDatabase(): Promise<string> {
  const file = scratchFile();
  await closeStore(await openStore(file));
  return file;
}

describe("openStore(file)", () => {
  it("makes a database where there is none, or an empty file", async () => {
    const schema = await describeSchema(await freshStore());
    const [missing, empty] = [scratchFile(), scratchFile()];
    writeFileSync(empty, "");
    for (const file of [missing, empty]) {
      const store = await openStore(file);
      expect(await describeSchema(store)).toBe(schema);
      await closeStore(store);
    }
  });

  it("does not write to one that is up to date, and leaves no file beside it", async () => {
    const file = scratchFile();
    const first = await openStore(file);
    await syncReference(first, reference());
    await insertSubmission(first, reading(submission("a"), { observations: [observation()] }));
    await closeStore(first);
    const before = fingerprint(file);
    const second = await openStore(file);
    expect(await syncReference(second, reference())).toBe("unchanged");
    expect(await insertSubmission(second, reading(submission("a"), { observations: [observation()] }))).toBe("known");
    await closeStore(second);
    expect(fingerprint(file)).toEqual(before);
    expect(readdirSync(dirname(file))).toEqual(["jindu.sqlite"]);
  });

  it.each([
    ["journal_mode", "wal"],
    ["synchronous", 1], // NORMAL
    ["foreign_keys", 1],
    ["busy_timeout", 5000],
  ])("sets %s to %s", async (pragma, expected) => {
    const store = await openStore(scratchFile());
    const { rows } = await ask(store, (database) => sql.raw<object>(`pragma ${pragma}`).execute(database));
    expect(rows.flatMap((row) => Object.values(row))).toEqual([expected]);
    await closeStore(store);
  });

  it("lets several processes make and fill the same database at once", async () => {
    const file = scratchFile();
    const children = ["a", "b", "c"].map((name) => startScript("insert-one.ts", file, name).end);
    expect(await Promise.all(children)).toEqual(Array(3).fill({ code: 0, signal: null, stderr: "" }));
    const store = await openStore(file);
    expect((await listSubmissions(store)).map((each) => each.file).sort()).toEqual(["a.xlsx", "b.xlsx", "c.xlsx"]);
    await closeStore(store);
  });

  it.each<[string, (file: string) => void | Promise<void>]>([
    ["what is no database", (file) => writeFileSync(file, "PK\u0003\u0004 工作簿".repeat(100))],
    ["another program's database", (file) => withRaw(file, (raw) => void raw.exec("CREATE TABLE address (name)"))],
    ["a newer program's database", makeNewer],
    ["a damaged database", damage],
    ["a folder in the file's place", (file) => void mkdirSync(file)],
  ])("refuses %s, and leaves it as it is", async (_, prepare) => {
    const file = scratchFile();
    await prepare(file);
    const before = contents(file);
    await expect(openStore(file)).rejects.toMatchObject({ code: "STORE_FAILED", location: { file } });
    expect(contents(file)).toEqual(before);
  });

  it("refuses a file in a folder that does not exist, keeping the cause", async () => {
    const file = join(dirname(scratchFile()), "nowhere", "jindu.sqlite");
    await expect(openStore(file)).rejects.toMatchObject({ code: "STORE_FAILED", cause: expect.any(Error) });
    expect(existsSync(dirname(file))).toBe(false);
  });
});

describe("a database that may grow no more", () => {
  it("says that the disk is full, takes back what was begun, and goes on when there is room", async () => {
    const store = await openStore(scratchFile());
    await syncReference(store, reference());
    const setting = (pragma: string) => ask(store, (database) => sql.raw(`PRAGMA ${pragma}`).execute(database));
    const observations = Array.from({ length: 20_000 }, (_, index) => observation({ cell: `A${index + 1}` }));
    await setting("max_page_count = 1"); // SQLite takes the least that it can: what there is
    const large = reading(submission("a"), { observations });
    await expect(insertSubmission(store, large)).rejects.toMatchObject({ code: "STORE_FAILED" });
    expect(await listSubmissions(store)).toEqual([]);
    await setting("max_page_count = 1000000");
    expect(await insertSubmission(store, large)).toBe("inserted");
    await closeStore(store);
  });
});

describe("a transaction that SQLite has taken back itself", () => {
  it("fails for the reason that it had, and the store goes on", async () => {
    const store = await freshStore();
    const failing = ask(store, (database) =>
      database.transaction().execute(async (transaction) => {
        await sql`ROLLBACK`.execute(transaction); // as SQLite does where a write finds the disk full
        throw new Error("why");
      }),
    );
    await expect(failing).rejects.toThrow("why");
    expect(await syncReference(store, reference())).toBe("changed");
  });
});

describe("a database that another process holds", () => {
  it("is busy for a writer, but can be read", async () => {
    const file = await closedDatabase();
    const store = await openStore(file, { busyTimeoutMs: 10 });
    await whileRaw(file, async (raw) => {
      raw.exec("BEGIN IMMEDIATE");
      await expect(insertRun(store, run())).rejects.toMatchObject({ code: "STORE_BUSY", location: { file } });
      await expect(syncReference(store, reference())).rejects.toMatchObject({ code: "STORE_BUSY" });
      const attempt = insertSubmission(store, reading(submission("a"), { observations: [observation()] }));
      await expect(attempt).rejects.toMatchObject({ code: "STORE_BUSY", cause: { code: "SQLITE_BUSY" } });
      expect(await listRuns(store)).toEqual([]);
      raw.exec("ROLLBACK");
    });
    expect(await insertSubmission(store, reading(submission("a"), { observations: [observation()] }))).toBe("inserted");
    await closeStore(store);
  });

  it("is busy to open while its schema is being made", async () => {
    const file = scratchFile();
    await whileRaw(file, async (raw) => {
      raw.exec("PRAGMA journal_mode = WAL; BEGIN IMMEDIATE");
      await expect(openStore(file, { busyTimeoutMs: 10 })).rejects.toMatchObject({ code: "STORE_BUSY" });
      raw.exec("ROLLBACK");
    });
    await closeStore(await openStore(file));
  });
});

async function makeNewer(file: string): Promise<void> {
  await closeStore(await openStore(file));
  withRaw(file, (raw) => void raw.exec("INSERT INTO kysely_migration VALUES ('2031-01-01-later', '2031-01-01')"));
}

async function damage(file: string): Promise<void> {
  await closeStore(await openStore(file));
  const bytes = readFileSync(file);
  writeFileSync(file, bytes.fill(0xa5, 100, 4096));
}

/** What stands in the file's folder, and the file's bytes. */
function contents(file: string): readonly string[] {
  const bytes = statSync(file).isFile() ? [readFileSync(file).toString("base64")] : [];
  return [...readdirSync(dirname(file)), ...bytes];
}
