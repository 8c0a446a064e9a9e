import { describe, expect, it } from "vitest";
import { ask } from "../../pipeline/store/database.ts";
import { reserveAgain, reserveDue } from "../../pipeline/store/reservations.ts";
import {
  beginRun,
  findLastBegun,
  finishRun,
  forgetQuietRuns,
  listPendingRuns,
  listScheduledRuns,
  pendingRuns,
} from "../../pipeline/store/scheduled-runs.ts";
import { closeStore, openStore } from "../../pipeline/store/sqlite.ts";
import { freshStore } from "../support/fresh-store.ts";
import { scratchFile, withRaw } from "./raw-database.ts";

const at = (hour: number) => `2023-07-20T${String(hour).padStart(2, "0")}:00:00.000Z`;
const toDo = (hour: number) => ({ job: "inbox", due: at(hour), scheduledFor: at(hour), outcome: null, note: null });

describe("listPendingRuns(store)", () => {
  it("gives what is not finished, in order, and looks it up by an index", async () => {
    const store = await freshStore();
    for (const hour of [3, 1, 2]) await reserveAgain(store, toDo(hour), at(3));
    await finishRun(store, { job: "inbox", due: at(1) }, { outcome: "done", finishedAt: at(4), error: null });
    expect((await listPendingRuns(store)).map(({ due }) => due)).toEqual([at(2), at(3)]);
    const file = scratchFile();
    await closeStore(await openStore(file));
    const query = await ask(store, async (database) => pendingRuns(database).compile().sql);
    const plan = withRaw(file, (raw) => raw.prepare(`EXPLAIN QUERY PLAN ${query}`).all());
    expect(plan).toEqual([expect.objectContaining({ detail: expect.stringContaining("INDEX scheduled_run_pending") })]);
  });
});

describe("findLastBegun(store, job)", () => {
  it("passes over what was never begun", async () => {
    const store = await freshStore();
    for (const hour of [1, 2, 3]) await reserveAgain(store, toDo(hour), at(3));
    expect(await findLastBegun(store, "inbox")).toBeNull();
    for (const hour of [2, 1]) await beginRun(store, { job: "inbox", due: at(hour) }, at(3));
    expect((await findLastBegun(store, "inbox"))?.due).toBe(at(2));
  });
});

describe("forgetQuietRuns(store, job, before)", () => {
  it("keeps what was left out, what found something, and what is not over", async () => {
    const store = await freshStore();
    const out = (hour: number) => ({ ...toDo(hour), outcome: "skipped" as const, note: "此前还有 9 次" });
    await reserveDue(store, "inbox", { before: null, now: at(1) }, []);
    await reserveDue(store, "inbox", { before: at(1), now: at(6) }, [out(1), ...[2, 3, 4, 9].map(toDo)]);
    const end = { outcome: "done", finishedAt: at(6), error: null } as const;
    for (const hour of [2, 9]) await finishRun(store, { job: "inbox", due: at(hour) }, end);
    await finishRun(store, { job: "inbox", due: at(3) }, { ...end, outcome: "failed", error: "x" });
    await forgetQuietRuns(store, "inbox", at(8));
    expect((await listScheduledRuns(store)).map(({ due }) => due)).toEqual([1, 3, 4, 9].map(at));
  });
});

describe("reserveDue(store, job, looks, due)", () => {
  it("reserves nothing where another process has looked meanwhile", async () => {
    const store = await freshStore();
    await reserveDue(store, "inbox", { before: null, now: at(1) }, []);
    await reserveDue(store, "inbox", { before: null, now: at(2) }, [toDo(2)]);
    await reserveDue(store, "inbox", { before: at(0), now: at(2) }, [toDo(2)]);
    expect(await listScheduledRuns(store)).toEqual([]);
    await reserveDue(store, "inbox", { before: at(1), now: at(2) }, [toDo(2)]);
    await reserveDue(store, "inbox", { before: at(1), now: at(2) }, [toDo(1)]);
    expect((await listScheduledRuns(store)).map(({ due }) => due)).toEqual([at(2)]);
  });
});
