import { spawn } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { listScheduledRuns } from "../../pipeline/store/scheduled-runs.ts";
import { closeStore, openStore } from "../../pipeline/store/sqlite.ts";
import { scratchFolder } from "../support/scratch-home.ts";

const SCHEDULER = new URL("scheduler-process.ts", import.meta.url).pathname;

/** Keeps a schedule over the hours from a start in a process of its own, and tells what it did, a line each. */
function scheduler(database: string, start: string, hours: number): Promise<readonly string[]> {
  const words = ["--import", "tsx", SCHEDULER, database, start, String(hours)];
  const child = spawn(process.execPath, words, { stdio: ["ignore", "pipe", "inherit"] });
  let told = "";
  child.stdout.on("data", (piece) => {
    told += piece;
  });
  return new Promise((resolve, reject) => {
    child.once("exit", (code) =>
      code === 0 ? resolve(told.split("\n").filter(Boolean)) : reject(new Error(`ended with ${code}`)),
    );
  });
}

describe("two schedulers on one store, each a process", () => {
  it("do each due time once between them, and each month in order", async () => {
    const database = join(scratchFolder(), "jindu.sqlite");
    await closeStore(await openStore(database));
    await scheduler(database, "2023-01-01T00:00:00.000Z", 1);
    const both = await Promise.all([1, 2].map(() => scheduler(database, "2023-01-01T01:00:00.000Z", 24 * 60)));
    const done = both.flat();
    expect(new Set(done).size).toBe(done.length);
    const store = await openStore(database);
    const runs = await listScheduledRuns(store);
    await closeStore(store);
    expect(runs.filter(({ outcome }) => outcome === "done")).toHaveLength(done.length);
    expect(runs.filter(({ outcome }) => outcome === null)).toEqual([]);
    expect(done.filter((line) => line.startsWith("publish-monthly")).sort()).toEqual(
      ["2022-12", "2023-01"].map((period) => `publish-monthly ${period}`),
    );
    for (const own of both) {
      const months = own.filter((line) => line.startsWith("publish-monthly"));
      expect(months).toEqual([...months].sort());
    }
  });
});
