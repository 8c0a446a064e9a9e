import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { describeCopy } from "../../pipeline/store/copy.ts";
import { archivedHome, makeWritable, PACKAGE } from "../support/archived-home.ts";
import { runCommand } from "../support/run-command.ts";
import { ROOT, scratchFolder } from "../support/scratch-home.ts";
import { sheet } from "./inbox/inbox-home.ts";

const FULL = `--import ${new URL("../support/full-disk.mjs", import.meta.url).href}`;
const SHEETS = join(ROOT, "seeds/sheets/demo/财政局");
const NOBODY = 65_534;

function filesOf(folder: string): Readonly<Record<string, string>> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith("jindu.sqlite"))
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  return Object.fromEntries(paths.sort().map((path) => [path, readFileSync(join(folder, path), "latin1")]));
}

describe("a full disk", () => {
  it.each<[string, (folder: string) => readonly string[], number]>([
    ["ingest", () => ["ingest", SHEETS], 100],
    ["publish", () => ["publish", "2023-05"], 60_000],
    ["archive", () => ["archive", "2023-Q2"], 500_000],
    ["backup", (folder) => ["backup", join(folder, "b.tar")], 200_000],
  ])("stops %s with plain words, and nothing that was there is lost", async (command, words, left) => {
    const [home, folder] = [await archivedHome(), scratchFolder()];
    if (command === "archive") {
      makeWritable(join(home, PACKAGE));
      execFileSync("rm", ["-r", join(home, PACKAGE)]);
    }
    const before = filesOf(home);
    const known = describeCopy(join(home, "jindu.sqlite"));
    const full = { NODE_OPTIONS: FULL, DISK_LEFT: String(left), JINDU_OFFICE: "none" };
    const { status, stderr } = runCommand(words(folder), home, full);
    expect([status, stderr]).toEqual([1, expect.stringContaining("磁盘已满")]);
    expect(stderr).not.toMatch(/ENOSPC|\n {4}at /);
    const after = filesOf(home);
    for (const [path, bytes] of Object.entries(before)) expect(after[path] === bytes, path).toBe(true);
    expect(describeCopy(join(home, "jindu.sqlite")).vault).toEqual(expect.arrayContaining([...known.vault]));
    expect(readdirSync(folder)).toEqual([]);
    const again = runCommand(words(folder), home, { JINDU_OFFICE: "none" });
    expect(again.stderr).not.toContain("磁盘");
    expect(again.status).toBe(command === "archive" ? 1 : 0); // papers of two months were never made
  });
});

describe("a full disk at night", () => {
  it("is told in the ledger, and leaves the older backups alone", async () => {
    const [home, folder] = [await archivedHome(), scratchFolder()];
    const older = Array.from({ length: 9 }, (_, index) => `jindu-2023-07-2${index + 1}.tar`);
    for (const name of older) writeFileSync(join(folder, name), name);
    const full = { NODE_OPTIONS: FULL, DISK_LEFT: "200000", JINDU_BACKUPS: folder };
    const { status, stdout } = runCommand(["jobs", "run", "backup"], home, full);
    expect([status, stdout]).toEqual([1, expect.stringContaining("磁盘已满")]);
    expect(runCommand(["jobs", "history"], home).stdout).toContain("磁盘已满");
    expect(filesOf(folder)).toEqual(Object.fromEntries(older.map((name) => [name, name])));
    expect(runCommand(["jobs", "run", "backup"], home, { JINDU_BACKUPS: folder }).status).toBe(0);
    expect(readdirSync(folder)).toHaveLength(7); // today's and six of July, the last of which is its month's last
  });
});

describe("a full disk on the closing day", () => {
  it("is waited for, which status and jobs list tell; with room again the paper is made, once", async () => {
    const home = await archivedHome();
    onTestFinished(() => makeWritable(home));
    const closing = ["jobs", "backfill", "publish-monthly", "--from", "2023-06-01", "--to", "2023-06-30"];
    const full = { NODE_OPTIONS: FULL, DISK_LEFT: "60000" };
    for (let look = 0; look < 4; look += 1) {
      const { status, stderr } = runCommand(closing, home, full);
      expect([status, stderr]).toEqual([1, expect.stringContaining("磁盘已满")]);
    }
    expect(JSON.parse(runCommand(["status", "--json"], home).stdout).store.waiting).toMatchObject([
      { job: "publish-monthly", due: "2023-05" },
    ]);
    expect(runCommand(["status"], home).stdout).toMatch(/^等着 {2}.*2023年5月/m);
    expect(runCommand(["jobs", "list"], home).stdout).toMatch(/^ {2}等着 {2}.*2023年5月/m);
    expect(existsSync(join(home, "editions/2023-05-monthly/v1"))).toBe(false);
    expect(runCommand(closing, home).status).toBe(0);
    expect(readdirSync(join(home, "editions/2023-05-monthly"))).toEqual(["v1"]);
    expect(JSON.parse(runCommand(["status", "--json"], home).stdout).store.waiting).toEqual([]);
  });
});

/** Rights do not bind root, so that a user without any runs the program then. */
const asNobody = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};

function run(words: readonly string[], home: string) {
  return spawnSync(process.execPath, ["dist/cli.js", ...words], {
    ...{ cwd: ROOT, encoding: "utf8", ...asNobody },
    env: { ...process.env, JINDU_HOME: home, JINDU_OFFICE: "none" },
  });
}

const canRun = run(["--help"], "/nowhere").status === 0;

/** Gives a home to the user who runs the program. */
function handOver(home: string): void {
  if (process.getuid?.() === 0) execFileSync("chown", ["-R", `${NOBODY}:${NOBODY}`, home]);
}

describe("a bureau's folder without rights", () => {
  it.skipIf(!canRun)("keeps none of the others' sheets back, and its own are read once it has them", () => {
    const home = scratchFolder();
    const inbox = join(home, "inbox");
    for (const bureau of ["市财政局", "市住建局"]) {
      mkdirSync(join(inbox, bureau, "处理中"), { recursive: true });
      writeFileSync(join(inbox, bureau, "处理中/6月.csv"), sheet(bureau === "市财政局" ? "5.2" : "5.3"));
    }
    handOver(home);
    chmodSync(join(inbox, "市财政局"), 0);
    const first = run(["run", "--json"], home);
    expect(first.status, first.stderr).toBe(1);
    expect(JSON.parse(first.stdout)).toMatchObject({
      files: [{ bureau: "housing" }],
      unusable: [{ folder: "市财政局", problem: expect.stringContaining("没有读写权限") }],
    });
    chmodSync(join(inbox, "市财政局"), 0o755);
    expect(JSON.parse(run(["run", "--json"], home).stdout)).toMatchObject({
      files: [{ bureau: "finance" }],
      unusable: [],
    });
  });
});

describe("a read-only home", () => {
  it.skipIf(!canRun).each([[["ingest", SHEETS]], [["publish", "2023-05"]], [["archive", "2023-Q2"]], [["status"]]])(
    "stops %j with plain words, and nothing is lost",
    async (words) => {
      const home = await archivedHome();
      chmodSync(home, 0o755);
      const before = filesOf(home);
      execFileSync("chmod", ["-R", "a-w,a+rX", home]);
      const { status, stderr } = run(words, home);
      expect([status, stderr]).toEqual([1, expect.stringMatching(/只读|没有权限|打不开|读写失败/)]);
      expect(stderr).not.toMatch(/EACCES|EROFS|SQLITE|\n {4}at /);
      expect(filesOf(home)).toEqual(before);
      expect(existsSync(join(home, "jindu.sqlite"))).toBe(true);
    },
  );
});
