import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { backUp } from "../../../pipeline/jobs/backup/backup.ts";
import { restoreBackup } from "../../../pipeline/jobs/backup/restore.ts";
import { findHome, makeHome } from "../../../pipeline/jobs/home.ts";
import { describeCopy } from "../../../pipeline/store/copy.ts";
import { closeStore, openStore } from "../../../pipeline/store/sqlite.ts";
import { callCommand } from "../../support/call-command.ts";
import { ROOT, scratchFolder } from "../../support/scratch-home.ts";

const FOLDERS = ["notes", "receipts", "vault"];
const MOVES = 1 + FOLDERS.length + 1 + 1; // its name, each folder, the database, the folder they were in

async function backupOf(text: string): Promise<string> {
  const home = scratchFolder(afterAll);
  await closeStore(await openStore(join(home, "jindu.sqlite")));
  for (const name of FOLDERS) {
    mkdirSync(join(home, name));
    writeFileSync(join(home, name, "file"), text);
  }
  const file = join(scratchFolder(afterAll), "home.tar");
  backUp(home, file);
  return file;
}

/** Restores into an empty folder that is there, in a process that is killed; says how much of the move was done. */
function killedAt(move: string, file: string): string {
  const home = scratchFolder();
  const program = ["--import", join(ROOT, "tests/support/kill-at-move.mjs"), "dist/cli.js", "restore", file];
  const env = { ...process.env, JINDU_HOME: home, KILL_MOVE: move };
  expect(spawnSync(process.execPath, program, { cwd: ROOT, env }).signal).toBe("SIGKILL");
  return home;
}

/** What is there, but for the bytes of the database, which knows when it was restored. */
function treeOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const { mode } = statSync(path);
      const bytes = entry.isFile() && entry.name !== "jindu.sqlite" ? readFileSync(path, "latin1") : "";
      return `${path.slice(folder.length)} ${mode.toString(8)} ${bytes}`;
    })
    .sort();
}

const NOW = "2033-07-15T00:00:00.000Z";

describe("a restore into a folder that is there, killed while it moves files up", () => {
  let file = "";
  let whole: readonly string[] = [];
  beforeAll(async () => {
    file = await backupOf("一");
    const home = scratchFolder(afterAll);
    restoreBackup(file, home, NOW);
    whole = treeOf(home);
  });

  const points = [...Array(MOVES).keys()].flatMap((at) => [`${at + 1} before`, `${at + 1} after`]);

  it.each(points.slice(0, -1))("%s the move, opens for nobody, and is ended by the next restore", (point) => {
    const home = killedAt(point, file);
    const before = treeOf(home);
    for (const open of [findHome, makeHome]) {
      expect(() => open(home)).toThrow(expect.objectContaining({ code: "STORE_FAILED", location: { file: home } }));
    }
    expect(treeOf(home)).toEqual(before);
    expect(restoreBackup(file, home, NOW)).toMatchObject({
      ...{ home, files: FOLDERS.length + 1 },
      restoration: { restoredAt: expect.stringMatching(/Z$/) }, // of the one that was killed
    });
    expect(treeOf(home)).toEqual(whole);
    expect(() => findHome(home)).not.toThrow();
    expect(describeCopy(join(home, "jindu.sqlite")).isWhole).toBe(true);
  });

  it("is whole at the end, and the program moves nothing more", () => {
    const home = killedAt(points.at(-1) ?? "", file);
    expect(treeOf(home)).toEqual(whole);
  });

  it.each([
    ["status"],
    ["progress", "2023-06"],
    ["ingest", "seeds/sheets", "--dry-run"],
    ["backup", "/tmp/x.tar"],
    ["run"],
  ])("is refused by %s, and nothing is made", async (...words) => {
    const home = killedAt("3 before", file);
    const before = treeOf(home);
    const { status, stderr } = await callCommand(words, home);
    expect([status, stderr]).toEqual([1, expect.stringContaining("restore")]);
    expect(treeOf(home)).toEqual(before);
  });

  it("is not ended with another backup, nor where something has been put in the way", async () => {
    const home = killedAt("3 before", file);
    const other = await backupOf("二");
    const before = treeOf(home);
    expect(() => restoreBackup(other, home, NOW)).toThrow(expect.objectContaining({ code: "USAGE" }));
    expect(treeOf(home)).toEqual(before);
    mkdirSync(join(home, "vault"));
    expect(() => restoreBackup(file, home, NOW)).toThrow(expect.objectContaining({ code: "USAGE" }));
    expect(existsSync(join(home, "jindu.sqlite"))).toBe(false);
    rmSync(join(home, "vault"), { recursive: true });
    restoreBackup(file, home, NOW);
    expect(treeOf(home)).toEqual(whole);
  });
});
