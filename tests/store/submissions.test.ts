import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Store } from "../../pipeline/store/database.ts";
import { listObservations } from "../../pipeline/store/observations.ts";
import { listRuns } from "../../pipeline/store/runs.ts";
import { closeStore, openStore } from "../../pipeline/store/sqlite.ts";
import { findSubmission, insertSubmission, listSubmissions } from "../../pipeline/store/submissions.ts";
import { freshStore } from "../support/fresh-store.ts";
import { dump, fingerprint, scratchFile } from "./raw-database.ts";
import { hash, issue, observation, reading, run, submission } from "./sample-rows.ts";

function take(store: Store, name: string, cells: readonly string[]): Promise<"inserted" | "known"> {
  const observations = cells.map((cell) => observation({ cell }));
  const given = submission(name);
  return insertSubmission(
    store,
    reading(given, { observations, issues: [issue("Z9"), issue("A1")], run: run({ subject: given.sha256 }) }),
  );
}

describe("insertSubmission(store, reading)", () => {
  it("gives back everything as it was given, in the order given", async () => {
    const store = await freshStore();
    const given = submission("a", { illustrative: true, url: "https://example.cn/a", source: null, bureau: null });
    const observations = [
      observation({ cell: "D9", path: ["第二产业", "工业"], scope: "限额以上", value: "-0.50" }),
      observation({ cell: "A1", path: [], indicator: null, region: null, unit: null, value: "007" }),
      observation({ cell: "B2", value: null, status: "missing", statusReason: "…" }),
    ];
    const issues = [issue("Z9"), issue("A1")];
    await insertSubmission(store, reading(given, { observations, issues, run: run({ subject: given.sha256 }) }));
    expect(await findSubmission(store, given.sha256)).toEqual({ ...given, observations, reports: [], issues });
    expect(await listSubmissions(store)).toEqual([given]);
    expect(await findSubmission(store, hash("another"))).toBeUndefined();
  });

  it("keeps a refused file of unknown format with its issue", async () => {
    const store = await freshStore();
    const given = submission("a", { format: null, outcome: "refused" });
    await insertSubmission(store, reading(given, { issues: [issue("A1")], run: run({ outcome: "done-with-errors" }) }));
    expect(await findSubmission(store, given.sha256)).toEqual({
      ...given,
      observations: [],
      reports: [],
      issues: [issue("A1")],
    });
  });

  it("takes the same bytes once: the second time not even the run is written", async () => {
    const file = scratchFile();
    const store = await openStore(file);
    expect(await take(store, "a", ["A1", "A2"])).toBe("inserted");
    const before = fingerprint(file);
    expect(await take(store, "a", ["A1", "A2"])).toBe("known");
    const observations = ["A1", "A2"].map((cell) => observation({ cell }));
    const renamed = submission("a", { file: "b.xlsx", receivedAt: "2023-08-01T00:00:00.000Z" });
    const issues = [issue("Z9"), issue("A1")];
    expect(await insertSubmission(store, reading(renamed, { observations, issues }))).toBe("known");
    expect(fingerprint(file)).toEqual(before);
    expect((await listRuns(store)).map(({ id }) => id)).toEqual([`ingest:${hash("a")}:1`]);
    await closeStore(store);
  });

  it("adds a reading that comes out differently, which counts from then on; the earlier one stays", async () => {
    const file = scratchFile();
    const store = await openStore(file);
    await take(store, "a", ["A1", "A2"]);
    const later = submission("a", {
      file: "b.xlsx",
      receivedAt: "2023-08-01T00:00:00.000Z",
      hints: { period: "2023-06" },
    });
    expect(
      await insertSubmission(store, reading(later, { observations: [observation({ cell: "A1", value: "9.9" })] })),
    ).toBe("inserted");
    const { file: name, receivedAt } = submission("a");
    const found = await findSubmission(store, hash("a"));
    expect(found).toMatchObject({ file: name, receivedAt, hints: { period: "2023-06" }, issues: [] });
    expect((await listObservations(store)).map(({ cell, value }) => [cell, value])).toEqual([["A1", "9.9"]]);
    expect(await listSubmissions(store)).toHaveLength(1);
    await closeStore(store);
    expect(dump(file).observation).toHaveLength(3);
  });

  it.each([
    ["a value that is no number", observation({ value: "1,5" })],
    ["a cell that is there already", observation({ cell: "A1" })],
    ["a null without a reason", observation({ value: null, status: "missing" })],
  ])("leaves nothing behind where %s stands in the middle", async (_, bad) => {
    const file = scratchFile();
    const store = await openStore(file);
    const empty = dump(file);
    const observations = Array.from({ length: 250 }, (_, row) => observation({ cell: `A${row + 1}` }));
    observations.splice(120, 1, bad);
    await expect(insertSubmission(store, reading(submission("a"), { observations }))).rejects.toThrow();
    expect(dump(file)).toEqual(empty);
    expect(await take(store, "a", ["A1"])).toBe("inserted");
    await closeStore(store);
  });

  it("leaves nothing behind where the run cannot be written", async () => {
    const store = await freshStore();
    const bad = run({ outcome: "failed", error: null });
    await expect(
      insertSubmission(store, reading(submission("a"), { observations: [observation()], run: bad })),
    ).rejects.toThrow();
    expect([await listSubmissions(store), await listObservations(store)]).toEqual([[], []]);
  });

  it("takes many files at once without mixing them", async () => {
    const store = await freshStore();
    const names = Array.from({ length: 20 }, (_, index) => `file-${index % 10}`);
    const results = await Promise.all(names.map((name) => take(store, name, ["A1", "A2"])));
    expect(results.filter((result) => result === "inserted")).toHaveLength(10);
    expect(await listObservations(store)).toHaveLength(20);
  });

  it("makes the same database whatever the order", async () => {
    const names = ["a", "b", "c", "d"];
    const build = async (order: readonly string[]) => {
      const file = scratchFile();
      const store = await openStore(file);
      for (const name of order) await take(store, name, [`A${names.indexOf(name) + 1}`, "B1"]);
      const listed = await listObservations(store);
      await closeStore(store);
      return { rows: dump(file), listed };
    };
    const expected = await build(names);
    const orders = fc.shuffledSubarray([...names, ...names], { minLength: 8 });
    await fc.assert(
      fc.asyncProperty(orders, async (order) => {
        expect(await build(order)).toEqual(expected);
      }),
      { numRuns: 12 },
    );
  });
});
