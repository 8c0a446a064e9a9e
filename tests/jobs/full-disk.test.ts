import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { backUp } from "../../pipeline/jobs/backup/backup.ts";
import { describeCopy } from "../../pipeline/store/copy.ts";
import { archivedHome, makeWritable, PACKAGE } from "../support/archived-home.ts";
import { runCommand } from "../support/run-command.ts";
import { ROOT, scratchFolder } from "../support/scratch-home.ts";
import { hasSmallDisk, onFullDisk } from "../support/small-disk.ts";
import { sheet } from "./inbox/inbox-home.ts";

const SHEETS = join(ROOT, "seeds/sheets/demo/财政局");

function filesOf(folder: string): Readonly<Record<string, string>> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/^(?:jindu\.sqlite|\w+\.lock)/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  return Object.fromEntries(paths.sort().map((path) => [path, readFileSync(join(folder, path), "latin1")]));
}

/** The same as it would have been with room from the first, but for what the time of making is in. */
function expectSame(home: string, undisturbed: string): void {
  const [found, expected] = [filesOf(home), filesOf(undisturbed)];
  expect(Object.keys(found)).toEqual(Object.keys(expected));
  const differing = Object.keys(found).filter(
    (path) => !/^(?:archive|receipts)\//.test(path) && found[path] !== expected[path],
  );
  expect(differing).toEqual([]);
  const known = (folder: string) => describeCopy(join(folder, "jindu.sqlite"));
  expect(known(home)).toEqual(known(undisturbed));
}

describe.skipIf(!hasSmallDisk)("a disk that is really full", () => {
  let home = "";
  beforeAll(async () => {
    home = await archivedHome(afterAll);
    makeWritable(home);
    const taken = join(home, "inbox/市财政局/处理中");
    mkdirSync(taken, { recursive: true });
    for (const month of [4, 5]) writeFileSync(join(taken, `${month}月.csv`), sheet("5.2", month));
  });

  it.each<[string, readonly string[], readonly number[]]>([
    ["ingest", ["ingest", SHEETS], [0, 200_000]],
    ["run", ["run"], [60_000]],
    ["publish", ["publish", "2023-05"], [0, 200_000]],
    ["deliver", ["deliver", "2023-06-monthly"], [0, 60_000]],
    ["archive", ["archive", "2023-Q2"], [0, 500_000]],
    [
      "jobs backfill",
      ["jobs", "backfill", "publish-monthly", "--from", "2023-06-01", "--to", "2023-06-30"],
      [0, 200_000],
    ],
    ["jobs run check", ["jobs", "run", "check"], [0]],
    ["remind", ["remind"], [0]],
    ["jobs history", ["jobs", "history"], [0]],
  ])("stops %s with plain words; with room again it ends as if nothing had been", (_, words, rooms) => {
    const undisturbed = join(scratchFolder(), "home");
    cpSync(home, undisturbed, { recursive: true });
    const before = join(scratchFolder(), "home");
    cpSync(home, before, { recursive: true });
    if (words[0] === "archive")
      for (const one of [before, undisturbed]) rmSync(join(one, PACKAGE), { recursive: true });
    const expected = runCommand(words, undisturbed, { JINDU_OFFICE: "none" });
    for (const left of rooms) {
      const { first, again, disk } = onFullDisk(before, words, left);
      onTestFinished(() => makeWritable(disk));
      const told = `${first.stdout}${first.stderr}`;
      expect([left, first.status, told]).toEqual([left, 1, expect.stringMatching(/磁盘已满/)]);
      expect(told).not.toMatch(/ENOSPC|SQLITE|\n {4}at /);
      expect([left, again.status, again.stderr]).toEqual([left, expected.status, expect.not.stringMatching(/磁盘/)]);
      expectSame(join(disk, "home"), undisturbed);
    }
    for (const one of [before, undisturbed]) makeWritable(one);
  });

  it("lets `status` look all the same, and leaves nothing of its own", () => {
    const { first, again, disk } = onFullDisk(home, ["status"], 0);
    expect([first.status, first.stderr, first.stdout.replace(/注意 {2}磁盘.*\n/, "")]).toEqual([0, "", again.stdout]);
    expect(readdirSync(join(disk, "home")).filter((name) => /-(?:wal|shm)$/.test(name))).toEqual([]);
    makeWritable(disk);
  });

  it.each([0, 300_000])("leaves nothing of a backup that does not fit, with room for %i bytes", (left) => {
    const { first, again, disk } = onFullDisk(home, ["backup", "DISK/b.tar"], left);
    onTestFinished(() => makeWritable(disk));
    expect([first.status, first.stderr]).toEqual([1, expect.stringMatching(/磁盘已满|读写失败/)]);
    expect(again.status, again.stderr).toBe(0);
    expect(readdirSync(disk).sort()).toEqual(["b.tar", "home"]);
  });

  it.each([0, 150_000, 600_000])(
    "names the disk of the backups where that one is full, with room for %i bytes",
    (left) => {
      const backups = { JINDU_HOME: home, JINDU_BACKUPS: "DISK/backups" };
      const { first } = onFullDisk(null, ["jobs", "run", "backup"], left, backups);
      expect([first.status, first.stdout]).toEqual([1, expect.stringMatching(/\/disk\/backups[^：]*：磁盘已满/)]);
      expect(first.stdout).not.toContain(home);
    },
  );

  it.each([0, 300_000])("leaves nothing of a home that does not fit, with room for %i bytes", (left) => {
    const file = join(scratchFolder(), "b.tar");
    backUp(home, file);
    const { first, again, disk } = onFullDisk(null, ["restore", file], left);
    onTestFinished(() => makeWritable(disk));
    expect([first.status, first.stderr]).toEqual([1, expect.stringMatching(/磁盘已满|读写失败/)]);
    expect([again.status, again.stderr]).toEqual([0, ""]); // an empty home: nothing was left of the first
    expect(existsSync(join(disk, "home/jindu.sqlite"))).toBe(true);
    expectSame(join(disk, "home"), home);
  });
});
