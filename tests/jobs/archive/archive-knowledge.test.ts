import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { publish } from "../../../pipeline/jobs/edition/publish.ts";
import { makePeriod } from "../../../pipeline/model/period.ts";
import { archivedHome, archiveJune, inHome, takeIn } from "../../support/archived-home.ts";
import { memoryEffects } from "../../support/scratch-home.ts";

const MAY = { period: makePeriod(2023, 5), kind: "monthly", asOf: null } as const;
const JUNE = { period: makePeriod(2023, 6), kind: "monthly", asOf: null } as const;

async function replayOf(home: string): Promise<{ readonly result: unknown; readonly script: string }> {
  const { checks, folder } = await archiveJune(home, "2023-07-29T00:00:00.000Z");
  const { result, detail } = checks.find(({ id }) => id === "replay") ?? {};
  return { result: [result, detail], script: readFileSync(join(folder, "data/process/replay.json"), "utf8") };
}

describe("a package and what its papers knew", () => {
  it("carries in whose folder a file lay that nobody can read", async () => {
    const home = await archivedHome();
    await takeIn(home, "坏.pdf", "2023-07-22T01:00:00.000Z", "civil-affairs");
    const { version } = await inHome(home, (open) => publish(open, JUNE, memoryEffects("2023-07-22T02:00:00.000Z")));
    expect(version).toBe(2);
    await takeIn(home, "后来.pdf", "2023-07-22T03:00:00.000Z", "finance");
    expect((await replayOf(home)).result).toEqual(["passed", ""]);
  });

  it("holds what an edition knew, not what times would have it know", async () => {
    const home = await archivedHome();
    await inHome(home, (open) => publish(open, MAY, memoryEffects("2023-07-22T02:00:03.000Z")));
    await takeIn(home, "边写边来.pdf", "2023-07-22T02:00:01.000Z", "finance"); // read while the paper was being written
    const { result, script } = await replayOf(home);
    expect(result).toEqual(["passed", ""]);
    expect(script).not.toContain("边写边来");
  });

  it("gives each paper only what it knew, whichever was made first", async () => {
    const home = await archivedHome();
    await takeIn(home, "先来.pdf", "2023-07-22T01:00:00.000Z", "finance");
    await inHome(home, (open) => publish(open, MAY, memoryEffects("2023-07-20T12:00:00.000Z"))); // by a clock that was behind
    const { result, script } = await replayOf(home);
    expect(result).toEqual(["passed", ""]);
    expect(script).toContain("先来");
  });
});
