import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { replayPackage } from "../../../pipeline/jobs/archive/replay.ts";
import { publish } from "../../../pipeline/jobs/edition/publish.ts";
import { makePeriod } from "../../../pipeline/model/period.ts";
import { DEFAULT_READ_LIMITS } from "../../../pipeline/read/limits.ts";
import { archivedHome, archiveJune, inHome } from "../../support/archived-home.ts";
import { memoryEffects } from "../../support/scratch-home.ts";
import { inboxHome, sheet } from "../inbox/inbox-home.ts";

it("gives again, from its package alone, a paper that lists a sheet of which only the folder told whose it is", async () => {
  const home = await archivedHome();
  const inbox = inboxHome(home, "2023-07-25T01:00:00.000Z");
  inbox.put("财政局/6月.csv", sheet("5.2"));
  await inbox.take();
  const june = { period: makePeriod(2023, 6), kind: "monthly", asOf: null } as const;
  await inHome(home, (open) => publish(open, june, memoryEffects("2023-07-26T00:00:00.000Z")));
  const { folder, checks } = await archiveJune(home, "2023-07-27T00:00:00.000Z");
  const script = JSON.parse(readFileSync(join(folder, "data/process/replay.json"), "utf8"));
  const senders = script.originals.flatMap(({ sender = null }) => (sender === null ? [] : [sender]));
  expect(senders).toEqual(["finance"]);
  expect(checks.filter(({ result }) => result === "failed").map(({ id }) => id)).toEqual(["papers"]);
  expect(await replayPackage(folder, DEFAULT_READ_LIMITS)).toMatchObject({ ok: true, different: [] });
});
