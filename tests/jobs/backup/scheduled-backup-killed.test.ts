import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { restoreBackup } from "../../../pipeline/jobs/backup/restore.ts";
import { makeProject } from "../../../tools/kills/project.ts";
import { runProgram } from "../../../tools/kills/run-program.ts";
import { archivedHome, makeWritable } from "../../support/archived-home.ts";
import { memoryEffects, scratchFolder } from "../../support/scratch-home.ts";

const KILLS = 4;
const OLDER = Array.from({ length: 9 }, (_, index) => `jindu-2023-06-2${index + 1}.tar`);
const WORK = ["jobs", "backup=2023-07-10T00:00:00.000Z"];

let project: string;

function backUp(home: string, backups: string, more: Readonly<Record<string, string>> = {}) {
  const place = { project, home, scratch: scratchFolder(), minute: 0, mail: { JINDU_BACKUPS: backups } };
  return runProgram(place, WORK, more);
}

function olderBackups(): string {
  const folder = scratchFolder();
  for (const name of OLDER) writeFileSync(join(folder, name), name);
  return folder;
}

describe("a nightly backup, killed at changes it makes to the disk", () => {
  beforeAll(async () => {
    project = scratchFolder(afterAll);
    await makeProject(project, { months: [], hasOddFiles: false, isByMail: false });
  });

  it("comes to the same files when it is run again, and until then nothing that was there is lost", async () => {
    const trace = join(scratchFolder(), "trace");
    const undisturbed = olderBackups();
    expect(await backUp(await archivedHome(), undisturbed, { JINDU_KILL_TRACE: trace })).toMatchObject({ code: 0 });
    const kinds = readFileSync(trace, "utf8").trimEnd().split("\n");
    for (let kill = 0; kill < KILLS; kill += 1) {
      const at = 1 + Math.floor((kill * (kinds.length - 1)) / (KILLS - 1));
      const [home, backups] = [await archivedHome(), olderBackups()];
      const killed = await backUp(home, backups, { JINDU_KILL_AT: `${at} before ${kinds[at - 1]}` });
      expect(killed, `${at}`).toMatchObject({ signal: "SIGKILL" });
      const left = readdirSync(backups);
      const isWritten = left.includes("jindu-2023-07-10.tar");
      if (!isWritten) expect(left, `${at}`).toEqual(expect.arrayContaining(OLDER));
      expect(await backUp(home, backups), `${at}`).toMatchObject({ code: 0 });
      expect(readdirSync(backups), `${at}`).toEqual(readdirSync(undisturbed));
      const restored = join(scratchFolder(), "restored");
      restoreBackup(join(backups, "jindu-2023-07-10.tar"), restored, memoryEffects().now());
      makeWritable(restored);
    }
  });
});
