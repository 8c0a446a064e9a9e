import { describe, expect, it } from "vitest";
import { insertRun, listRuns } from "../../pipeline/store/runs.ts";
import { freshStore } from "../support/fresh-store.ts";
import { run } from "./sample-rows.ts";

describe("insertRun(store, run)", () => {
  it("gives back every run as it was given, by start", async () => {
    const store = await freshStore();
    const late = run({ job: "publish", subject: "2023-06-monthly", startedAt: "2023-07-11T03:00:00.000Z" });
    const early = run({ outcome: "failed", error: "磁盘已满", counts: {} });
    const ids = [await insertRun(store, late), await insertRun(store, early)];
    expect(ids).toEqual(["publish:2023-06-monthly:1", "ingest::1"]);
    expect(await listRuns(store)).toEqual([
      { id: "ingest::1", ...early },
      { id: "publish:2023-06-monthly:1", ...late },
    ]);
  });

  it("numbers the runs of a job on a subject, even within one millisecond", async () => {
    const store = await freshStore();
    const runs = [run(), run({ subject: "a" }), run(), run({ job: "deliver" }), run({ subject: "a" })];
    const ids = await Promise.all(runs.map((each) => insertRun(store, each)));
    expect(ids).toEqual(["ingest::1", "ingest:a:1", "ingest::2", "deliver::1", "ingest:a:2"]);
  });

  it.each([
    ["a failure that gives no reason", run({ outcome: "failed", error: null })],
    ["a reason without failure", run({ outcome: "done", error: "x" })],
    ["a time that is not UTC", run({ startedAt: "2023-07-11T09:00:00+08:00" })],
    ["a job without a name", run({ job: "" as never })],
  ])("refuses %s", async (_, bad) => {
    const store = await freshStore();
    await expect(insertRun(store, bad)).rejects.toMatchObject({ code: "SQLITE_CONSTRAINT_CHECK" });
    expect(await listRuns(store)).toEqual([]);
  });
});
