import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { normaliseConfig } from "../../../pipeline/config.ts";
import { attend, beatInHand, SCHEDULER } from "../../../pipeline/jobs/schedule/attend.ts";
import { keepSchedule } from "../../../pipeline/jobs/schedule/keep-schedule.ts";
import type { JobRoom } from "../../../pipeline/jobs/schedule/run-due.ts";
import { readHomeStatus } from "../../../pipeline/jobs/status.ts";
import { beat } from "../../../pipeline/store/heartbeats.ts";
import { closeStore, openStore } from "../../../pipeline/store/sqlite.ts";
import { readStatus } from "../../../pipeline/store/status.ts";
import { whileRaw } from "../../store/raw-database.ts";
import { ROOT, scratchFolder } from "../../support/scratch-home.ts";
import { fakeSchedule, NOTHING, timing } from "./fake-schedule.ts";

const MINUTE = 60 * 1000;

/** A schedule of one job on a file, which does something of the test's while the job is in hand. */
async function onFile(file: string, meanwhile: (room: JobRoom) => Promise<void>) {
  const schedule = await fakeSchedule([timing("check", "30 8 * * *")], "2023-07-20T00:00:00.000Z", [
    async () => {
      await meanwhile(room);
      return NOTHING;
    },
  ]);
  const room: JobRoom = { ...schedule.room, store: await openStore(file) };
  return { schedule, room };
}

describe("the heartbeat", () => {
  it("goes on while a job is in hand, of which status tells since when", async () => {
    const file = join(scratchFolder(), "jindu.sqlite");
    const { schedule, room } = await onFile(file, async (own) => {
      schedule.pass(25 * MINUTE);
      await beatInHand(own);
      expect(readStatus(file)).toMatchObject({
        schedule: { startedAt: "2023-07-20T00:00:00.000Z", beatAt: "2023-07-20T00:56:00.000Z" },
        atWork: { job: "check", due: "2023-07-20T00:30:00.000Z", since: "2023-07-20T00:31:00.000Z" },
      });
    });
    await attend(room, true);
    schedule.pass(31 * MINUTE);
    expect((await attend(room, false)).map(({ outcome }) => outcome)).toEqual(["done"]);
    expect(readStatus(file)?.atWork).toBeNull();
    await closeStore(room.store);
  });

  it("is never that of a second process, which does not get to work", async () => {
    const file = join(scratchFolder(), "jindu.sqlite");
    const { room } = await onFile(file, async () => {});
    await attend(room, true);
    const second: JobRoom = { ...room, owner: "second", alone: () => Promise.reject(new Error("taken")) };
    await expect(attend(second, true)).rejects.toThrow("taken");
    await beatInHand({ ...second, effects: { ...second.effects, now: () => "2023-07-20T09:00:00.000Z" } });
    expect(readStatus(file)?.schedule?.beatAt).toBe("2023-07-20T00:00:00.000Z");
    await beat(room.store, SCHEDULER, "third", "2023-07-20T10:00:00.000Z");
    await beatInHand(room);
    expect(readStatus(file)?.schedule?.beatAt).toBe("2023-07-20T10:00:00.000Z");
    await closeStore(room.store);
  });

  it("waits for nobody who is writing", async () => {
    const file = join(scratchFolder(), "jindu.sqlite");
    const { room } = await onFile(file, async () => {});
    await whileRaw(file, async (raw) => {
      raw.exec("BEGIN IMMEDIATE");
      const began = performance.now();
      await expect(beatInHand(room)).rejects.toMatchObject({ code: "STORE_BUSY" });
      expect(performance.now() - began).toBeLessThan(2000); // other connections wait for five seconds
    });
    await closeStore(room.store);
  });
});

describe("keepSchedule(setting, effects, strikes, started)", () => {
  it("tells once of a year without holidays, and of each trouble as long as it stays the same", async () => {
    const lines: string[] = [];
    const write = (line: string) => void lines.push(line);
    const effects = {
      now: () => "2030-12-01T00:00:00.000Z",
      random: randomBytes,
      logger: { info: write, warn: write, error: write },
      wait: async () => {},
    };
    const config = normaliseConfig({ JINDU_HOME: scratchFolder() });
    await keepSchedule(
      config,
      effects,
      async (work, { failed, inHand }) => {
        for (const isFirst of [true, false, false]) await work(isFirst);
        await inHand();
        for (let strike = 0; strike < 3; strike += 1) failed(new Error("disk"));
      },
      () => {},
    );
    expect(lines.filter((line) => line.includes("2031 年"))).toHaveLength(1);
    expect(lines.filter((line) => line.includes("disk"))).toHaveLength(1);
    const status = readHomeStatus({ home: config.home, root: ROOT }, "2030-12-01T00:00:00.000Z");
    expect(status.store?.schedule?.stoppedAt).toBe("2030-12-01T00:00:00.000Z");
    expect(status.warnings.map((warning) => /\d{4} 年/.exec(warning)?.[0])).toEqual(["2030 年", "2031 年"]);
    expect(readHomeStatus({ home: config.home, root: ROOT }, "2000-01-01T00:00:00.000Z").warnings).toHaveLength(1);
  });
});
