import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { diskWarnings } from "../../pipeline/jobs/status.ts";
import { RECORDED_JOBS, type RecordedJob } from "../../pipeline/model/run-outcome.ts";
import { beat } from "../../pipeline/store/heartbeats.ts";
import { insertRun } from "../../pipeline/store/runs.ts";
import { closeStore, openStore } from "../../pipeline/store/sqlite.ts";
import { run } from "../store/sample-rows.ts";
import { callCommand } from "../support/call-command.ts";
import { ROOT, scratchFolder } from "../support/scratch-home.ts";

const DEMO = join(ROOT, "seeds/sheets/demo/人社局/就业社保月报202306.csv");

describe("diskWarnings(room)", () => {
  it.each([
    [99 * 1024 * 1024, ["99 MB"]],
    [0, ["0 MB"]],
    [100 * 1024 * 1024, []],
    [null, []],
  ] as const)("warns of %s bytes: %j", (room, found) => {
    expect(diskWarnings(room)).toEqual(found.map((words) => expect.stringContaining(words)));
  });
});

describe("status(options, config, write)", () => {
  it.each([
    ["2023-07-20T00:01:30.000Z", "，在运行"],
    ["2023-07-19T23:00:00.000Z", "，在运行"], // set back a little; a warning says so
    ["2023-07-20T00:40:00.000Z", "已有 40 分钟没有"],
    ["2023-07-20T09:00:00.000Z", "已有 9 小时没有"],
    ["2023-07-24T00:00:00.000Z", "已有 4 天没有"],
  ])("says at %s whether the scheduler that beat at midnight is there: %s", async (now, words) => {
    const home = scratchFolder();
    const store = await openStore(join(home, "jindu.sqlite"));
    await beat(store, "schedule", "one", "2023-07-20T00:00:00.000Z");
    await closeStore(store);
    const { stdout } = await callCommand(["status"], home, {}, now);
    expect(/^定时.*$/m.exec(stdout)?.[0]).toContain(words);
    expect(/^定时.*$/m.exec(stdout)?.[0].includes("请重新启动")).toBe(words !== "，在运行");
  });

  it("tells the last run in Chinese, by Beijing's clock", async () => {
    const home = scratchFolder();
    await callCommand(["ingest", DEMO], home);
    const { stdout } = await callCommand(["status"], home);
    const told = /^最近 {2}读取报表，(\d{4}-\d\d-\d\d \d\d:\d\d)（北京时间），完成$/m.exec(stdout)?.[1];
    const { store } = JSON.parse((await callCommand(["status", "--json"], home)).stdout);
    expect(new Date(`${told?.replace(" ", "T")}:00+08:00`).toISOString().slice(0, 16)).toBe(
      store.lastRun.finishedAt.slice(0, 16),
    );
  });

  it.each(Object.keys(RECORDED_JOBS) as readonly RecordedJob[])(
    "tells of the last run of %s in Chinese",
    async (job) => {
      const home = scratchFolder();
      await callCommand(["ingest", DEMO], home);
      const store = await openStore(join(home, "jindu.sqlite"));
      await insertRun(store, run({ job, startedAt: "2999-01-01T00:00:00Z", finishedAt: "2999-01-01T00:00:00Z" }));
      await closeStore(store);
      const { stdout } = await callCommand(["status"], home);
      expect(/^最近 {2}(\S+?)，/m.exec(stdout)?.[1]).toMatch(/^\p{Script=Han}+$/u);
    },
  );
});
