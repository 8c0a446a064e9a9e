import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import type { KillPoint } from "../../../tools/kills/choose.ts";
import { startMailServer } from "../../../tools/kills/mail-server.ts";
import { PHASES } from "../../../tools/kills/phases.ts";
import { dropFolder, killAt, preparePhase } from "../../../tools/kills/try-kills.ts";
import { scratchFolder } from "../../support/scratch-home.ts";

/** .ci/run tries every kind of boundary of every phase: tools/kill-driver.ts. */
describe("a process killed at a change it makes, and started anew", () => {
  it.each<[phase: string, mode: KillPoint["mode"], kind: string, unsure: readonly (string | null)[]]>([
    ["ingest", "within", "writeSync vault .partial", [null]],
    ["publish", "before", "renameSync editions", [null]],
    ["deliver by mail", "before", "socket last of the mail", ["lost"]],
    ["deliver by mail", "after", "socket last of the mail", ["arrived", "lost"]], // what was written may be on its way or not
    ["archive", "before", "rmSync archive .partial", [null]],
  ])("%s, %s %s: comes to what an undisturbed one comes to", async (name, mode, kind, unsure) => {
    const folder = scratchFolder((remove) =>
      onTestFinished(() => {
        dropFolder(folder);
        remove();
      }),
    );
    const lane = { folder: join(folder, "lane"), server: await startMailServer() };
    onTestFinished(() => lane.server.close());
    const phase = PHASES.find((one) => one.name === name);
    if (phase === undefined) throw new RangeError(name);
    const prepared = await preparePhase(phase, join(folder, "phase"), lane);
    const at = prepared.kinds.indexOf(kind) + 1;
    const result = await killAt(prepared, { at, mode }, lane);
    expect(result.differences).toEqual([]);
    expect(unsure).toContain(result.unsure);
  });
});
