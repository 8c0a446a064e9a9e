import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import Database from "better-sqlite3";

/** What a process leaves that was killed and went on: how often it began, and when files were seen. */
const NOT_COMPARED_TABLES = new Set(["heartbeat", "sighting", "schedule_mark"]);
const NOT_COMPARED_COLUMNS: Readonly<Record<string, readonly string[]>> = {
  receipt: ["stamp"], // has the file's inode
  scheduled_run: ["attempts", "counts"], // what a run counts is what its last attempt found: a killed one leaves the rest done
  delivery: ["attempts"],
};

/** What a run says of a package that the killed process had made. */
const FOUND_DONE = " 没有变化";

/** Turns a row into what is compared of it. */
export type RowView = (table: string, row: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;

/**
 * Describes a home, a line each: every folder and file with its permissions, files with their bytes but for the database, of
 * which every row. Sorted; the home's own path is left out of it.
 */
export function describeHome(home: string, view: RowView = (_, row) => row): readonly string[] {
  const entries = readdirSync(home, { recursive: true, withFileTypes: true })
    .filter(({ name }) => !/\.sqlite(?:-wal|-shm)?$|\.lock(?:-journal)?$/.test(name))
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const content = entry.isFile() ? createHash("sha256").update(contentOf(path)).digest("hex") : "folder";
      return `${path.slice(home.length)} ${(statSync(path).mode & 0o777).toString(8)} ${content}`;
    });
  const rows = describeRows(join(home, "jindu.sqlite"), view).map((line) => line.replaceAll(home, ""));
  return [...entries, ...rows].sort();
}

/** The bytes; of what is told of deliveries, not what their rows are not compared by either. */
function contentOf(path: string): Uint8Array | string {
  const bytes = readFileSync(path);
  if (basename(path) !== "送达回执.csv") return bytes;
  const lines = bytes
    .toString("utf8")
    .split("\r\n")
    .map((line) => line.split(","));
  const hidden = lines[0]?.map((column) => TOLD_OTHERWISE.has(column));
  return JSON.stringify(lines.map((cells) => cells.filter((_, index) => !hidden?.[index])));
}

const TOLD_OTHERWISE = new Set(["送出时间", "对方答复", "尝试次数"]);

function describeRows(file: string, view: RowView): readonly string[] {
  const database = new Database(file);
  try {
    const health = database.pragma("integrity_check", { simple: true });
    if (health !== "ok") return [`database ${health}`];
    const query = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB 'kysely*'";
    const tables = database.prepare<[], { readonly name: string }>(query).all();
    return tables.flatMap(({ name }) => {
      if (NOT_COMPARED_TABLES.has(name)) return [];
      const hidden = NOT_COMPARED_COLUMNS[name] ?? [];
      const rows = database.prepare<[], Record<string, unknown>>(`SELECT * FROM ${name}`).all();
      return rows.map((row) => {
        const kept = Object.entries(view(name, row)).filter(([column]) => !hidden.includes(column));
        return `${name} ${JSON.stringify(Object.fromEntries(kept))}`.replace(FOUND_DONE, "");
      });
    });
  } finally {
    database.close();
  }
}

/** The lines that one description has and the other has not, as often as that is. */
export function compareStates(expected: readonly string[], found: readonly string[]): readonly string[] {
  const balance = new Map<string, number>();
  for (const line of expected) balance.set(line, (balance.get(line) ?? 0) - 1);
  for (const line of found) balance.set(line, (balance.get(line) ?? 0) + 1);
  return [...balance].flatMap(([line, count]) =>
    count === 0 ? [] : [`${count < 0 ? "missing" : "added"} ${line.slice(0, 400)}`],
  );
}
