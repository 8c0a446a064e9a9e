import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { restoreBackup } from "../../../pipeline/jobs/backup/restore.ts";
import { describeCopy } from "../../../pipeline/store/copy.ts";
import { archivedHome, makeWritable } from "../../support/archived-home.ts";
import { callCommand } from "../../support/call-command.ts";
import { runScheduled } from "../../support/run-scheduled.ts";
import { memoryEffects, scratchFolder } from "../../support/scratch-home.ts";

const NIGHT = "2023-07-31T14:30:00.000Z"; // 22:30 in Beijing

const backUpAt = (home: string, now: string, settings = {}) => runScheduled(home, "backup", now, settings);

describe("the job backup", () => {
  it("writes one file a day, named by the day in Beijing, and a later one of the day in its place", async () => {
    const home = await archivedHome();
    expect(await backUpAt(home, "2023-07-31T16:30:00.000Z")).toMatchObject({
      outcome: "done",
      note: "jindu-2023-08-01.tar",
    });
    const first = readFileSync(join(home, "backups/jindu-2023-08-01.tar"));
    mkdirSync(join(home, "inbox/财政局"), { recursive: true });
    writeFileSync(join(home, "inbox/财政局/又一份.csv"), "x");
    await backUpAt(home, "2023-08-01T14:30:00.000Z");
    expect(readdirSync(join(home, "backups"))).toEqual(["jindu-2023-08-01.tar"]);
    expect(readFileSync(join(home, "backups/jindu-2023-08-01.tar")).length).toBeGreaterThan(first.length);
  });

  it("holds no backup in itself, and comes back as the home was", async () => {
    const home = await archivedHome();
    await backUpAt(home, "2023-07-30T14:30:00.000Z");
    await backUpAt(home, NIGHT);
    const restored = join(scratchFolder(), "restored");
    restoreBackup(join(home, "backups/jindu-2023-07-31.tar"), restored, memoryEffects().now());
    expect(readdirSync(restored)).not.toContain("backups");
    expect(describeCopy(join(restored, "jindu.sqlite"))).toEqual(describeCopy(join(home, "jindu.sqlite")));
    makeWritable(restored);
  });

  it("keeps the last seven days and the last of each month, and leaves what is not ours", async () => {
    const home = await archivedHome();
    const backups = scratchFolder();
    const july = Array.from({ length: 9 }, (_, index) => `jindu-2023-07-2${index + 1}.tar`);
    const others = [
      "jindu-2023-05-30.tar",
      "jindu-2023-05-31.tar",
      "jindu-2022-01-31.tar",
      "jindu-2023-07-01.zip",
      "王.tar",
    ];
    for (const name of [...july, ...others]) writeFileSync(join(backups, name), "");
    const run = await backUpAt(home, NIGHT, { JINDU_BACKUPS: backups });
    expect([run.outcome, run.counts.removed]).toEqual(["done", 4]);
    expect(readdirSync(backups).sort()).toEqual([...july.slice(3), ...others.slice(1), "jindu-2023-07-31.tar"].sort());
  });

  it("clears away what a killed one left, of its own names only", async () => {
    const home = await archivedHome();
    const backups = scratchFolder();
    const left = [
      "jindu-2023-07-30.tar.77.partial",
      "jindu-2023-07-30.tar.77.sqlite.partial",
      "jindu-2023-07-31.tar.8.partial",
    ];
    for (const name of [...left, "mine.tar.77.partial"]) writeFileSync(join(backups, name), "half");
    await backUpAt(home, NIGHT, { JINDU_BACKUPS: backups });
    expect(readdirSync(backups).sort()).toEqual(["jindu-2023-07-31.tar", "mine.tar.77.partial"]);
  });

  it("removes nothing where something is missing in the home: the older ones may have it", async () => {
    const home = await archivedHome();
    const backups = scratchFolder();
    const older = Array.from({ length: 9 }, (_, index) => `jindu-2023-07-2${index + 1}.tar`);
    for (const name of older) writeFileSync(join(backups, name), "");
    rmSync(join(home, "editions/2023-06-monthly/v1"), { recursive: true });
    const run = await backUpAt(home, NIGHT, { JINDU_BACKUPS: backups });
    expect([run.outcome, run.counts.missing, run.counts.removed]).toEqual(["done-with-errors", 1, undefined]);
    expect(run.note).toContain("editions/2023-06-monthly/v1");
    expect(readdirSync(backups).sort()).toEqual([...older, "jindu-2023-07-31.tar"].sort());
  });

  it("fails where the disk for it is not there, and makes no folder in its stead", async () => {
    const home = await archivedHome();
    const disk = join(scratchFolder(), "usb");
    const run = await backUpAt(home, NIGHT, { JINDU_BACKUPS: join(disk, "backups") });
    expect([run.outcome, run.error?.includes(disk)]).toEqual(["failed", true]);
    expect(readdirSync(join(disk, ".."))).toEqual([]);
  });

  it("is told of by `status`", async () => {
    const home = await archivedHome();
    await backUpAt(home, NIGHT);
    const { store } = JSON.parse((await callCommand(["status", "--json"], home)).stdout);
    expect(store.backup).toEqual({ finishedAt: NIGHT, outcome: "done", note: "jindu-2023-07-31.tar" });
    expect((await callCommand(["status"], home)).stdout).toContain(
      "备份  2023-07-31（周一）22:30（北京时间），jindu-2023-07-31.tar",
    );
  });
});
