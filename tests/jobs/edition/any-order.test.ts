import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { publish } from "../../../pipeline/jobs/edition/publish.ts";
import { ingestFiles } from "../../../pipeline/jobs/ingest.ts";
import { withHome } from "../../../pipeline/jobs/open-home.ts";
import { makePeriod } from "../../../pipeline/model/period.ts";
import { listInputFiles } from "../../../pipeline/read/files.ts";
import { DEFAULT_READ_LIMITS } from "../../../pipeline/read/limits.ts";
import { memoryEffects, ROOT, scratchFolder } from "../../support/scratch-home.ts";
import { shippedHome } from "../../support/shipped-home.ts";

const SHEETS = listInputFiles([join(ROOT, "seeds/sheets")]);

/** When something was done is not content. */
const CLOCK_COLUMNS = ["received_at", "started_at", "finished_at", "created_at"];

interface Result {
  readonly rows: Readonly<Record<string, readonly string[]>>; // by table, sorted
  readonly papers: Readonly<Record<string, string>>; // by path, base64
}

/** What a home holds when the files have been read in turn and both papers published. */
async function work(files: readonly string[], now: string): Promise<Result> {
  const home = scratchFolder();
  const effects = memoryEffects(now);
  const options = { root: ROOT, home, hints: {}, limits: DEFAULT_READ_LIMITS, isDryRun: false };
  await ingestFiles(files, options, effects);
  await withHome({ home, root: ROOT, limits: DEFAULT_READ_LIMITS }, async (open) => {
    await publish(open, { period: makePeriod(2023, 6), kind: "monthly", asOf: null }, effects);
    await publish(open, { period: makePeriod(2023, 12), kind: "annual", asOf: null }, effects);
  });
  return contentOf(home);
}

function contentOf(home: string): Result {
  return { rows: dump(join(home, "jindu.sqlite")), papers: readFolder(join(home, "editions")) };
}

function dump(file: string): Result["rows"] {
  const database = new Database(file, { readonly: true });
  const tables = database.prepare<[], { name: string }>("SELECT name FROM sqlite_master WHERE type = 'table'").all();
  const entries = tables
    .filter(({ name }) => !name.startsWith("kysely_") && !name.startsWith("sqlite_"))
    .map(({ name }) => {
      const rows = database.prepare<[], Record<string, unknown>>(`SELECT * FROM "${name}"`).all();
      const lines = rows.map((row) => JSON.stringify(row, (key, value) => (CLOCK_COLUMNS.includes(key) ? 0 : value)));
      return [name, lines.sort()] as const;
    });
  database.close();
  return Object.fromEntries(entries);
}

function readFolder(folder: string): Result["papers"] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  return Object.fromEntries(paths.map((path) => [path.slice(folder.length), readFileSync(path).toString("base64")]));
}

describe("ingest and publish", () => {
  it("give the same content and the same bytes whatever the order, the repetitions and the clock", async () => {
    const once = contentOf(await shippedHome()); // by the clock of memoryEffects
    const backwards = await work([...SHEETS].reverse(), "2027-02-03T04:05:06.000Z");
    const twice = await work([...SHEETS.slice(30), ...SHEETS, ...SHEETS.slice(0, 30)], "2024-02-29T23:59:59.000Z");
    expect(Object.keys(once.papers)).toHaveLength(10);
    expect(once.rows.observation?.length).toBeGreaterThan(1900);
    expect(backwards).toEqual(once);
    expect(twice).toEqual(once);
  });
});
