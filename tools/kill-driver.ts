// Kills a process at changes it makes to disk and database, spread over ingest, publish, deliver and archive, starts it anew, and
// holds the home against one in which nothing was killed: `tsx tools/kill-driver.ts [kills in all]`.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import Database from "better-sqlite3";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const MADE_BY_TIME = /_at$|^attempts$|^scheduled_for$|^stamp$/; // what the moment decides, and inodes
const NOT_COMPARED = new Set(["heartbeat", "sighting", "schedule_mark"]);

/** Jobs that are killed, after others that are not. */
export interface Phase {
  readonly name: string;
  readonly before: readonly string[]; // jobs that make the home ready
  readonly jobs: readonly string[];
}

const APRIL = "publish-monthly=2023-04";

export const PHASES: readonly Phase[] = [
  { name: "ingest", before: [], jobs: ["inbox"] },
  { name: "publish", before: ["inbox"], jobs: [APRIL] },
  { name: "deliver", before: ["inbox", APRIL], jobs: ["deliver"] },
];

/** What became of the kills of a phase. */
export interface Kills {
  readonly changes: number; // that an undisturbed run makes
  readonly kills: number; // that ended the process
  readonly differences: readonly string[]; // empty where every home came out the same
}

/** Kills a phase at `count` of its changes, evenly spread; at all where there are fewer. */
export function tryKills({ name, before, jobs }: Phase, count: number): Kills {
  const room = mkdtempSync(join(tmpdir(), `jindu-kill-${name}-`));
  try {
    const ready = join(room, "ready");
    fillInbox(ready);
    for (const job of before) mustRun(ready, [job]);
    const home = join(room, "home"); // one path for all: what is written may name it
    copyOf(ready, home);
    const counted = join(room, "count");
    mustRun(home, jobs, { JINDU_KILL_COUNT: counted });
    const changes = Number(readFileSync(counted, "utf8"));
    const expected = describeHome(home);
    const differences: string[] = [];
    let kills = 0;
    for (const at of spread(changes, count)) {
      rmSync(home, { recursive: true, force: true });
      copyOf(ready, home);
      if (runJobs(home, jobs, { JINDU_KILL_AT: String(at) }).signal === "SIGKILL") kills += 1;
      else differences.push(`${name} at ${at}: was not killed`);
      const again = runJobs(home, jobs);
      if (again.status !== 0) differences.push(`${name} at ${at}: ${again.stderr.slice(0, 500)}`);
      differences.push(...compare(expected, describeHome(home)).map((line) => `${name} at ${at}: ${line}`));
    }
    return { changes, kills, differences };
  } finally {
    rmSync(room, { recursive: true, force: true });
  }
}

/** One office's sheets of January to April: no month but April's has a paper, and that only on its closing day. */
function fillInbox(home: string): void {
  const folder = join(home, "inbox/市住建局");
  mkdirSync(folder, { recursive: true });
  for (const month of [1, 2, 4]) {
    const name = `2023年${month}月城建重点任务.xlsx`;
    cpSync(join(ROOT, "seeds/sheets/demo/住建局", name), join(folder, name));
  }
  cpSync(join(folder, "2023年4月城建重点任务.xlsx"), join(home, "inbox/市住建局/又一份.xlsx"));
}

function copyOf(home: string, to: string): void {
  cpSync(home, to, { recursive: true, preserveTimestamps: true });
}

function runJobs(home: string, jobs: readonly string[], more: Readonly<Record<string, string>> = {}) {
  const words = ["--import", join(ROOT, "tools/kill-point.mjs"), join(ROOT, "tools/kill-child.mjs"), ...jobs];
  const env = { ...process.env, JINDU_HOME: home, ...more };
  return spawnSync(process.execPath, words, { cwd: ROOT, env, encoding: "utf8" });
}

function mustRun(...words: Parameters<typeof runJobs>): void {
  const { status, stderr } = runJobs(...words);
  if (status !== 0) throw new Error(stderr);
}

function spread(changes: number, count: number): readonly number[] {
  const step = Math.max(1, changes / count);
  return [...new Set(Array.from({ length: Math.min(count, changes) }, (_, index) => 1 + Math.floor(index * step)))];
}

/** Every file but the database by its bytes, every row of the database but for its times. */
function describeHome(home: string): readonly string[] {
  const files = readdirSync(home, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.sqlite|\.lock/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => `${path.slice(home.length)} ${createHash("sha256").update(readFileSync(path)).digest("hex")}`);
  return [...files, ...describeRows(join(home, "jindu.sqlite"))].sort();
}

function describeRows(file: string): readonly string[] {
  const database = new Database(file);
  try {
    const query = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB 'kysely*'";
    const tables = database.prepare<[], { readonly name: string }>(query).all();
    return tables.flatMap(({ name }) => {
      if (NOT_COMPARED.has(name)) return [];
      const rows = database.prepare<[], Record<string, unknown>>(`SELECT * FROM ${name}`).all();
      return rows.map((row) => {
        // What a run counts is what its last attempt found: a killed one leaves the rest done.
        const isTold = (column: string) => name === "scheduled_run" && column === "counts";
        const kept = Object.entries(row).filter(([column]) => !MADE_BY_TIME.test(column) && !isTold(column));
        return `${name} ${JSON.stringify(Object.fromEntries(kept))}`;
      });
    });
  } finally {
    database.close();
  }
}

function compare(expected: readonly string[], found: readonly string[]): readonly string[] {
  const missing = expected.filter((line) => !found.includes(line)).map((line) => `missing ${line.slice(0, 300)}`);
  const added = found.filter((line) => !expected.includes(line)).map((line) => `added ${line.slice(0, 300)}`);
  const isRepeated = missing.length + added.length === 0 && expected.length !== found.length;
  return [...missing, ...added, ...(isRepeated ? [`${found.length} lines, ${expected.length} expected`] : [])];
}

if (import.meta.filename === process.argv[1]) {
  const all = Number(process.argv[2] ?? 200);
  let wrong = 0;
  for (const phase of PHASES) {
    const { changes, kills, differences } = tryKills(phase, Math.ceil(all / PHASES.length));
    console.log(`${phase.name}: ${kills} kills at ${changes} changes, ${differences.length} differences`);
    for (const line of differences.slice(0, 20)) console.log(`  ${line}`);
    wrong += differences.length;
  }
  process.exitCode = wrong === 0 ? 0 : 1;
}
