import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { describeSchema } from "../../pipeline/store/schema.ts";
import { freshStore } from "../support/fresh-store.ts";
import { scratchFile, withRaw } from "./raw-database.ts";

const GOLDEN = new URL("../golden/schema.sql", import.meta.url);

describe("describeSchema(store)", () => {
  it("is the schema that was agreed on", async () => {
    expect(await describeSchema(await freshStore())).toBe(readFileSync(GOLDEN, "utf8"));
  });

  it("is a script that makes the schema anew", async () => {
    const script = await describeSchema(await freshStore());
    const tables = withRaw(scratchFile(), (database) => {
      // Indexes come first in the script, so the tables they stand on must be made before them.
      const statements = script.split(/;\n\n|;\n$/).filter(Boolean);
      const ranked = [...statements].sort((a, b) => rank(a) - rank(b));
      for (const statement of ranked) database.exec(statement);
      return database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all();
    });
    expect(tables).toHaveLength(35);
  });

  it("types every column of ours strictly", async () => {
    const tables = (await describeSchema(await freshStore())).match(/CREATE TABLE \w[\s\S]*?;\n/g) ?? [];
    expect(tables).toHaveLength(33);
    expect(tables.filter((table) => !/\) STRICT(, WITHOUT ROWID)?;\n$/.test(table))).toEqual([]);
  });
});

function rank(statement: string): number {
  return /^create table/i.test(statement) ? 0 : 1;
}
