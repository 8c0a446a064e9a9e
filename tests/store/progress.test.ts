import { describe, expect, it } from "vitest";
import { makePeriod } from "../../pipeline/model/period.ts";
import type { Store } from "../../pipeline/store/database.ts";
import {
  listReferenceObservations,
  listTargetObservations,
  type ProgressQuestion,
} from "../../pipeline/store/progress.ts";
import { syncReference } from "../../pipeline/store/reference.ts";
import { insertSubmission } from "../../pipeline/store/submissions.ts";
import { freshStore } from "../support/fresh-store.ts";
import {
  CITY,
  COUNTY,
  GROWTH,
  observation,
  plan,
  REVENUE,
  reading,
  reference,
  submission,
  target,
} from "./sample-rows.ts";

const QUESTION: ProgressQuestion = { year: 2023, region: CITY, period: makePeriod(2023, 6), asOf: null };

async function filledStore(): Promise<Store> {
  const store = await freshStore();
  const targets = [
    target("2023-001"),
    target("2023-002", { basis: "flow", quantity: "value", unit: "亿元" }), // the same indicator, asked otherwise
    target("2023-003", { region: COUNTY }),
    target("2023-004", { indicator: null }),
    target("2023-005", { indicator: REVENUE }),
  ];
  await syncReference(store, reference({ plan: plan({ targets }) }));
  const old = plan({ year: 2022, targets: [target("2022-001")], milestones: [] });
  await syncReference(store, reference({ plan: old }));
  const early = [
    observation({ cell: "A1" }),
    observation({ cell: "A2", quantity: "value", span: "month" }),
    observation({ cell: "A3", period: makePeriod(2023, 1) }),
    observation({ cell: "A4", period: makePeriod(2022, 12) }),
    observation({ cell: "A5", region: COUNTY }),
    observation({ cell: "A6", period: makePeriod(2023, 12) }),
    observation({ cell: "A7", indicator: null }),
    observation({ cell: "A8", region: null }),
    observation({ cell: "A9", period: makePeriod(2024, 1) }),
  ];
  await insertSubmission(store, reading(submission("early"), { observations: early }));
  const late = [observation({ cell: "B1", value: "5.1" })];
  await insertSubmission(store, reading(submission("late", { vintage: "2023-08-01" }), { observations: late }));
  return store;
}

describe("listTargetObservations(store, question)", () => {
  it.each<[string, Partial<ProgressQuestion>, Readonly<Record<string, string>>]>([
    ["up to the period", {}, { "2023-001": "A4 A3 A2 A1 B1", "2023-003": "A5" }],
    ["up to January", { period: makePeriod(2023, 1) }, { "2023-001": "A4 A3", "2023-003": "" }],
    ["the whole year", { period: makePeriod(2023, 12) }, { "2023-001": "A4 A3 A2 A1 B1 A6", "2023-003": "A5" }],
    [
      "never beyond the plan's year",
      { period: makePeriod(2024, 6) },
      { "2023-001": "A4 A3 A2 A1 B1 A6", "2023-003": "A5" },
    ],
    ["as known on a day", { asOf: "2023-07-31" }, { "2023-001": "A4 A3 A2 A1", "2023-003": "A5" }],
    ["as known before anything", { asOf: "2023-07-09" }, { "2023-001": "", "2023-003": "" }],
    ["a county, for the city's targets and its own", { region: COUNTY }, { "2023-001": "A5", "2023-003": "A5" }],
  ])("joins %s", async (_, changes, expected) => {
    const joined = await listTargetObservations(await filledStore(), { ...QUESTION, ...changes });
    const cells = [...joined].map(([id, found]) => [id, found.map(({ cell }) => cell).join(" ")]);
    const general = expected["2023-001"];
    const rest = { "2023-002": general, "2023-004": "", "2023-005": "" };
    expect(Object.fromEntries(cells)).toEqual({ ...expected, ...rest });
  });

  it("goes back ten years before the plan's, as known on a day, and no further", async () => {
    const store = await filledStore();
    const cells = [2012, 2013, 2020].map((year) => observation({ cell: `C${year}`, period: makePeriod(year, 12) }));
    await insertSubmission(store, reading(submission("history"), { observations: cells }));
    const revised = [observation({ cell: "D2020", value: "4", period: makePeriod(2020, 12) })];
    await insertSubmission(store, reading(submission("revised", { vintage: "2023-09-01" }), { observations: revised }));
    const cellsAt = async (asOf: string | null) => {
      const joined = await listTargetObservations(store, { ...QUESTION, asOf });
      return joined.get("2023-001")?.flatMap(({ cell, period }) => (period < "2022" ? [cell] : []));
    };
    expect(await cellsAt("2023-08-31")).toEqual(["C2013", "C2020"]);
    expect(await cellsAt(null)).toEqual(["C2013", "C2020", "D2020"]);
  });

  it("knows each year's plan by itself", async () => {
    const question = { ...QUESTION, year: 2022, period: makePeriod(2023, 6) };
    const joined = await listTargetObservations(await filledStore(), question);
    expect([...joined].map(([id, found]) => [id, found.map(({ cell }) => cell)])).toEqual([["2022-001", ["A4"]]]);
  });

  it("is empty for a year without a plan", async () => {
    expect((await listTargetObservations(await filledStore(), { ...QUESTION, year: 2021 })).size).toBe(0);
  });
});

describe("listReferenceObservations(store, question)", () => {
  const relative = { basis: "growth", op: ">", low: null } as const;

  async function relatedStore(): Promise<Store> {
    const store = await freshStore();
    const targets = [
      target("2023-001"),
      target("2023-002", { ...relative, relativeTo: { indicator: REVENUE, region: COUNTY } }),
      target("2023-003", { ...relative, relativeTo: { indicator: REVENUE, region: CITY } }),
      target("2023-004", { ...relative, indicator: null, relativeTo: { indicator: GROWTH, region: CITY } }),
    ];
    await syncReference(store, reference({ plan: plan({ targets }) }));
    const observations = [
      observation({ cell: "A1", indicator: REVENUE, region: COUNTY }),
      observation({ cell: "A2", indicator: REVENUE }),
      observation({ cell: "A3" }),
      observation({ cell: "A4", indicator: REVENUE, region: COUNTY, period: makePeriod(2022, 6) }),
      observation({ cell: "A5", indicator: REVENUE, region: COUNTY, period: makePeriod(2023, 12) }),
    ];
    await insertSubmission(store, reading(submission("s"), { observations }));
    return store;
  }

  it.each<[Partial<ProgressQuestion>, Readonly<Record<string, string>>]>([
    [{}, { "2023-002": "A1", "2023-003": "A2", "2023-004": "A3" }],
    [{ period: makePeriod(2023, 12) }, { "2023-002": "A1 A5", "2023-003": "A2", "2023-004": "A3" }],
    [{ asOf: "2023-07-09" }, { "2023-002": "", "2023-003": "", "2023-004": "" }],
    [{ region: COUNTY }, { "2023-002": "A1", "2023-003": "A1", "2023-004": "" }],
    [{ year: 2022 }, {}],
  ])("%o: %o", async (change, expected) => {
    const found = await listReferenceObservations(await relatedStore(), { ...QUESTION, ...change });
    expect(Object.fromEntries([...found].map(([id, all]) => [id, all.map(({ cell }) => cell).join(" ")]))).toEqual(
      expected,
    );
  });
});
