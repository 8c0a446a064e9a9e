import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { restoreBackup } from "../../pipeline/jobs/restore.ts";
import { archivedHome, makeWritable } from "../support/archived-home.ts";
import { ROOT, scratchFolder } from "../support/scratch-home.ts";

const KILLS = 4;
const OLDER = Array.from({ length: 9 }, (_, index) => `jindu-2023-06-2${index + 1}.tar`);
const DUE = "2023-07-10T00:00:00.000Z"; // by which tools/kill-child.mjs runs a job

function backUp(home: string, backups: string, more: Readonly<Record<string, string>> = {}) {
  const words = ["--import", join(ROOT, "tools/kill-point.mjs"), join(ROOT, "tools/kill-child.mjs"), `backup=${DUE}`];
  const env = { ...process.env, JINDU_HOME: home, JINDU_BACKUPS: backups, ...more };
  return spawnSync(process.execPath, words, { cwd: ROOT, env, encoding: "utf8" });
}

function olderBackups(): string {
  const folder = scratchFolder();
  for (const name of OLDER) writeFileSync(join(folder, name), name);
  return folder;
}

describe("a nightly backup, killed at changes it makes to the disk", () => {
  it("comes to the same files when it is run again, and until then nothing that was there is lost", async () => {
    const counted = join(scratchFolder(), "count");
    const undisturbed = olderBackups();
    expect(backUp(await archivedHome(), undisturbed, { JINDU_KILL_COUNT: counted }).status).toBe(0);
    const changes = Number(readFileSync(counted, "utf8"));
    for (let kill = 0; kill < KILLS; kill += 1) {
      const at = 1 + Math.floor((kill * (changes - 1)) / (KILLS - 1));
      const [home, backups] = [await archivedHome(), olderBackups()];
      expect(backUp(home, backups, { JINDU_KILL_AT: String(at) }).signal, `${at}`).toBe("SIGKILL");
      const left = readdirSync(backups);
      const isWritten = left.includes("jindu-2023-07-10.tar");
      if (!isWritten) expect(left, `${at}`).toEqual(expect.arrayContaining(OLDER));
      expect(backUp(home, backups).status, `${at}`).toBe(0);
      expect(readdirSync(backups), `${at}`).toEqual(readdirSync(undisturbed));
      const restored = join(scratchFolder(), "restored");
      restoreBackup(join(backups, "jindu-2023-07-10.tar"), restored);
      makeWritable(restored);
    }
  });
});
