import { describe, expect, it } from "vitest";
import type { MilestoneReport } from "../../pipeline/model/milestone-report.ts";
import { makePeriod } from "../../pipeline/model/period.ts";
import type { Store } from "../../pipeline/store/database.ts";
import { listMilestoneReports } from "../../pipeline/store/milestone-reports.ts";
import { closeStore, openStore } from "../../pipeline/store/sqlite.ts";
import { findSubmission, insertSubmission, type Submission } from "../../pipeline/store/submissions.ts";
import { freshStore } from "../support/fresh-store.ts";
import { scratchFile, withRaw } from "./raw-database.ts";
import { hash, reading, submission } from "./sample-rows.ts";

const month = (at: number) => makePeriod(2023, at);

function report(changes: Partial<MilestoneReport> = {}): MilestoneReport {
  return {
    ...{
      sheet: "项目",
      cell: "B5",
      project: "样本路",
      key: "样本路",
      period: month(6),
      words: "主体施工",
      wordsCell: "H5",
    },
    ...{ state: "在建", halted: true, plannedStart: month(3), started: month(4), plannedFinish: month(10) },
    ...{ finished: null, plannedInvestment: { value: "1200.50", unit: "万元", cell: "E5" } },
    ...{ completedInvestment: { value: "0", unit: "万元", cell: "F5" }, percent: null, ...changes },
  };
}

function take(store: Store, name: string, reports: readonly MilestoneReport[], changes: Partial<Submission> = {}) {
  return insertSubmission(store, reading(submission(name, changes), { reports }));
}

const known = async (store: Store, asOf: string | null = null, until = month(6)) =>
  (await listMilestoneReports(store, { year: 2023, until, asOf })).map((r) => `${r.file} ${r.period} ${r.state}`);

describe("listMilestoneReports(store, filter)", () => {
  it("gives back everything as it was given, with its file", async () => {
    const store = await freshStore();
    const bare = report({
      cell: "B6",
      words: null,
      wordsCell: null,
      state: null,
      halted: false,
      plannedInvestment: null,
    });
    await take(store, "a", [report(), bare], { illustrative: true });
    const from = { sha256: hash("a"), file: "a.xlsx", source: "statistics", bureau: "statistics-bureau" };
    const vintage = { illustrative: true, vintage: "2023-07-10", url: null };
    const found = await listMilestoneReports(store, { year: 2023, until: month(6), asOf: null });
    expect(found).toEqual([report(), bare].map((one) => ({ ...one, ...from, ...vintage })));
    expect((await findSubmission(store, hash("a")))?.reports).toEqual([report(), bare]);
  });

  it("tells what was known by a day: revisions and later months are not", async () => {
    const store = await freshStore();
    await take(store, "may", [report({ period: month(5), state: "开工", halted: false })], { vintage: "2023-06-08" });
    await take(store, "june", [report()], { vintage: "2023-07-08" });
    await take(store, "revised", [report({ state: "竣工", halted: false })], { vintage: "2023-07-20" });
    expect(await known(store, "2023-06-30")).toEqual(["may.xlsx 2023-05 开工"]);
    expect(await known(store, "2023-07-10")).toEqual(["may.xlsx 2023-05 开工", "june.xlsx 2023-06 在建"]);
    expect(await known(store)).toHaveLength(3);
    expect(await known(store, null, month(5))).toEqual(["may.xlsx 2023-05 开工"]);
  });

  it("takes the last reading of a file only, and nothing of other years", async () => {
    const store = await freshStore();
    await take(store, "a", [report({ state: null, halted: false })]);
    expect(await take(store, "a", [report()])).toBe("inserted");
    expect(await take(store, "a", [report()])).toBe("known");
    await take(store, "b", [report({ period: makePeriod(2022, 12) })]);
    expect(await known(store)).toEqual(["a.xlsx 2023-06 在建"]);
  });
});

describe("milestone_report", () => {
  it.each([
    "UPDATE milestone_report SET state = '竣工'",
    "DELETE FROM milestone_report",
    "INSERT OR REPLACE INTO milestone_report SELECT * FROM milestone_report",
  ])("is append-only: %s", async (statement) => {
    const file = scratchFile();
    const store = await openStore(file);
    await take(store, "a", [report()]);
    await closeStore(store);
    expect(() => withRaw(file, (database) => database.prepare(statement).run())).toThrow(/append-only/);
  });

  it.each([
    ["a state that is none", { state: "快了" as never }],
    ["a month that is none", { plannedStart: "2023-13" as never }],
    ["words without their cell", { wordsCell: null }],
    ["a halt without a state", { state: null }],
    ["a place that is none", { cell: "5B" }],
  ])("refuses %s", async (_, changes) => {
    const store = await freshStore();
    await expect(take(store, "a", [report(changes)])).rejects.toThrow();
    expect(await findSubmission(store, hash("a"))).toBeUndefined();
  });
});
