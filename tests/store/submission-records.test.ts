import { describe, expect, it } from "vitest";
import { listFiledIssues, listSubmissionRecords } from "../../pipeline/store/submission-records.ts";
import { insertSubmission } from "../../pipeline/store/submissions.ts";
import { freshStore } from "../support/fresh-store.ts";
import { CITY, COUNTY, GROWTH, hash, issue, observation, REVENUE, reading, report, submission } from "./sample-rows.ts";

const question = { region: CITY, asOf: null };

async function filledStore() {
  const store = await freshStore();
  const observations = [
    observation({ cell: "C5", indicator: GROWTH }),
    observation({ cell: "C6", indicator: GROWTH, region: COUNTY }),
    observation({ cell: "C7", indicator: REVENUE, region: COUNTY }),
    observation({ cell: "C8", indicator: null, value: null, status: "missing", statusReason: "—" }),
  ];
  const issues = [
    issue("C9"),
    { ...issue("C10"), severity: "warning" as const },
    { ...issue("C11"), severity: "info" as const },
  ];
  await insertSubmission(
    store,
    reading(submission("june", { vintage: "2023-07-10" }), {
      observations,
      issues,
      reports: [report(), report({ cell: "B9" })],
    }),
  );
  await insertSubmission(store, reading(submission("later", { vintage: "2023-08-10" }), { issues: [issue("A1")] }));
  return store;
}

describe("listSubmissionRecords(store, question)", () => {
  it("counts what each file brought, and tells of what place it is", async () => {
    const found = await listSubmissionRecords(await filledStore(), question);
    const june = found.find(({ file }) => file === "june.xlsx");
    const { period } = observation();
    expect(june).toMatchObject({ sha256: hash("june"), figures: 3, projects: 2, errors: 1, remarks: 2 });
    expect(june?.receivedAt).toBe(submission("june").receivedAt);
    expect(june?.brought).toEqual([
      { indicator: null, period, isValue: false, isOwn: false },
      { indicator: REVENUE, period, isValue: true, isOwn: false },
      { indicator: GROWTH, period, isValue: true, isOwn: true },
    ]);
    expect(june?.projectMonths).toEqual([report().period]);
  });

  it("knows on a day only what had come", async () => {
    const store = await filledStore();
    const files = async (asOf: string) =>
      (await listSubmissionRecords(store, { ...question, asOf })).map(({ file }) => file);
    expect([await files("2023-07-09"), await files("2023-07-10")]).toEqual([[], ["june.xlsx"]]);
  });

  it("counts the last reading of a file only", async () => {
    const store = await filledStore();
    const given = submission("june", { vintage: "2023-07-10", readAs: hash("again") });
    await insertSubmission(store, reading(given, { observations: [observation()] }));
    const june = (await listSubmissionRecords(store, question)).find(({ file }) => file === "june.xlsx");
    expect(june).toMatchObject({ figures: 1, projects: 0, errors: 0, remarks: 0 });
  });
});

describe("listFiledIssues(store, asOf)", () => {
  it("lists the issues known by a day with their files, as they were found", async () => {
    const store = await filledStore();
    const cells = async (asOf: string | null) =>
      (await listFiledIssues(store, asOf))
        .map(({ file, vintage, cell, severity }) => `${file} ${vintage} ${cell} ${severity}`)
        .sort();
    const june = ["C10 warning", "C11 info", "C9 error"].map((one) => `june.xlsx 2023-07-10 ${one}`);
    expect(await cells("2023-07-31")).toEqual(june);
    expect(await cells(null)).toEqual([...june, "later.xlsx 2023-08-10 A1 error"]);
  });
});
