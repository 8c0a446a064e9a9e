import { describe, expect, it } from "vitest";
import { makePeriod } from "../../pipeline/model/period.ts";
import type { Store } from "../../pipeline/store/database.ts";
import {
  listIllustrativeIndicators,
  listObservations,
  listReportedIndicators,
  type ObservationFilter,
} from "../../pipeline/store/observations.ts";
import { insertSubmission } from "../../pipeline/store/submissions.ts";
import { freshStore } from "../support/fresh-store.ts";
import { CITY, COUNTY, GROWTH, hash, observation, REVENUE, reading, submission } from "./sample-rows.ts";

async function filledStore(): Promise<Store> {
  const store = await freshStore();
  const early = [
    observation({ cell: "A1" }),
    observation({ cell: "A2", period: makePeriod(2023, 5) }),
    observation({ cell: "A3", region: COUNTY }),
    observation({ cell: "A4", indicator: null, region: null }),
    observation({ cell: "A5", indicator: REVENUE, period: makePeriod(2022, 12) }),
  ];
  const late = [observation({ cell: "B1", value: "5.1" }), observation({ cell: "B2", indicator: REVENUE })];
  await insertSubmission(store, reading(submission("late", { vintage: "2023-08-01" }), { observations: late }));
  await insertSubmission(
    store,
    reading(submission("early", { vintage: "2023-07-10", illustrative: true }), { observations: early }),
  );
  return store;
}

describe("listObservations(store, filter)", () => {
  it.each<[string, ObservationFilter, readonly string[]]>([
    ["everything, by key, then vintage", {}, ["A4", "A5", "B2", "A2", "A1", "B1", "A3"]],
    ["a year", { year: 2023 }, ["A4", "B2", "A2", "A1", "B1", "A3"]],
    ["another year", { year: 2022 }, ["A5"]],
    ["a period", { period: makePeriod(2023, 5) }, ["A2"]],
    ["a period outside the year", { year: 2022, period: makePeriod(2023, 5) }, []],
    ["indicators", { indicators: [REVENUE] }, ["A5", "B2"]],
    ["two indicators", { indicators: [REVENUE, GROWTH] }, ["A5", "B2", "A2", "A1", "B1", "A3"]],
    ["regions", { regions: [COUNTY] }, ["A3"]],
    ["no indicators at all", { indicators: [] }, []],
    ["no regions at all", { regions: [] }, []],
    ["the day before the later vintage", { asOf: "2023-07-31" }, ["A4", "A5", "A2", "A1", "A3"]],
    ["the day of the later vintage", { asOf: "2023-08-01", indicators: [REVENUE] }, ["A5", "B2"]],
    ["the day before everything", { asOf: "2023-07-09" }, []],
    ["no day in particular", { asOf: null, period: makePeriod(2023, 6), indicators: [REVENUE] }, ["B2"]],
  ])("lists %s", async (_, filter, cells) => {
    const found = await listObservations(await filledStore(), filter);
    expect(found.map(({ cell }) => cell)).toEqual(cells);
  });

  it("says of each where and when it comes from", async () => {
    const [found] = await listObservations(await filledStore(), { regions: [COUNTY] });
    expect(found).toEqual({
      ...observation({ cell: "A3", region: COUNTY }),
      ...{ sha256: hash("early"), file: "early.xlsx", source: "statistics", bureau: "statistics-bureau" },
      ...{ illustrative: true, vintage: "2023-07-10", url: null },
    });
  });

  it("orders equal facts of one day by file hash, sheet and cell", async () => {
    const store = await freshStore();
    const cells = [
      ["二", "A1"],
      ["一", "B1"],
      ["一", "A2"],
    ] as const;
    const observations = cells.map(([sheet, cell]) => observation({ sheet, cell }));
    for (const name of ["x", "y", "z"]) await insertSubmission(store, reading(submission(name), { observations }));
    const found = await listObservations(store, { regions: [CITY] });
    const hashes = ["x", "y", "z"].map(hash).sort();
    const inFile = ["一/A2", "一/B1", "二/A1"];
    expect(found.map(({ sha256, sheet, cell }) => `${sha256}/${sheet}/${cell}`)).toEqual(
      hashes.flatMap((sha256) => inFile.map((place) => `${sha256}/${place}`)),
    );
  });
});

describe("listReportedIndicators(store, asOf)", () => {
  it("names each indicator once, whoever reported it and for whichever place", async () => {
    expect(await listReportedIndicators(await filledStore(), null)).toEqual([REVENUE, GROWTH].sort());
  });

  it("knows nothing of what came later", async () => {
    expect(await listReportedIndicators(await filledStore(), "2023-07-09")).toEqual([]);
  });
});

describe("listIllustrativeIndicators(store, asOf)", () => {
  it("names an indicator while nothing but 演示数据 has come of it", async () => {
    const store = await freshStore();
    const demo = submission("demo", { illustrative: true, vintage: "2023-07-01" });
    const observations = [observation(), observation({ cell: "C8", indicator: REVENUE })];
    await insertSubmission(store, reading(demo, { observations }));
    await insertSubmission(store, reading(submission("published"), { observations: [observation({ cell: "C9" })] }));
    expect(await listIllustrativeIndicators(store, null)).toEqual([REVENUE]);
    expect(await listIllustrativeIndicators(store, "2023-07-09")).toEqual([REVENUE, GROWTH].sort());
    expect(await listIllustrativeIndicators(store, "2023-06-30")).toEqual([]);
  });
});
