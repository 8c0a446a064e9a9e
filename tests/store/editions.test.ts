import { describe, expect, it } from "vitest";
import { makePeriod } from "../../pipeline/model/period.ts";
import { type EditionRecord, findLatestEdition, insertEdition, listEditions } from "../../pipeline/store/editions.ts";
import { listRuns } from "../../pipeline/store/runs.ts";
import { freshStore } from "../support/fresh-store.ts";
import { CITY, COUNTY, hash, run } from "./sample-rows.ts";

const NAME = { period: makePeriod(2023, 6), kind: "monthly", region: CITY } as const;

function edition(version: number, changes: Partial<EditionRecord> = {}): EditionRecord {
  return {
    ...NAME,
    ...{ version, state: "draft", asOf: null, contentSha256: hash(`v${version}`) },
    ...{ createdAt: "2023-07-11T01:02:03.004Z", path: `editions/2023-06-monthly/v${version}`, ...changes },
  };
}

describe("insertEdition(store, edition, run)", () => {
  it("gives back what was given", async () => {
    const store = await freshStore();
    const given = edition(1, { asOf: "2023-07-15", state: "approved" });
    expect(await insertEdition(store, given, run({ job: "publish" }))).toBe("inserted");
    expect(await findLatestEdition(store, NAME)).toEqual(given);
    expect((await listRuns(store)).map(({ job }) => job)).toEqual(["publish"]);
  });

  it("writes nothing, not even the run, where the version is taken", async () => {
    const store = await freshStore();
    await insertEdition(store, edition(1), run());
    expect(await insertEdition(store, edition(1, { contentSha256: hash("other") }), run())).toBe("taken");
    expect(await listEditions(store)).toEqual([edition(1)]);
    expect(await listRuns(store)).toHaveLength(1);
  });

  it("writes no edition where the run cannot be written", async () => {
    const store = await freshStore();
    await expect(insertEdition(store, edition(1), run({ job: "" as never }))).rejects.toThrow();
    expect(await listEditions(store)).toEqual([]);
  });

  it.each([
    ["an absolute path", { path: "/editions/v1" }],
    ["a path that climbs", { path: "editions/../v1" }],
    ["a day that is none", { asOf: "2023-02-30" }],
    ["a moment for a day", { asOf: "2023-07-15T00:00:00Z" }],
    ["version 0", { version: 0 }],
    ["half a hash", { contentSha256: "abc" }],
  ])("refuses %s", async (_, changes) => {
    const attempt = insertEdition(await freshStore(), edition(1, changes), run());
    await expect(attempt).rejects.toMatchObject({ code: "SQLITE_CONSTRAINT_CHECK" });
  });
});

describe("findLatestEdition(store, name)", () => {
  it("takes the highest version, of that paper only", async () => {
    const store = await freshStore();
    for (const version of [2, 10, 9]) await insertEdition(store, edition(version), run());
    await insertEdition(store, edition(11, { region: COUNTY }), run());
    await insertEdition(store, edition(12, { kind: "quarterly" }), run());
    await insertEdition(store, edition(13, { period: makePeriod(2023, 7) }), run());
    expect(await findLatestEdition(store, NAME)).toEqual(edition(10));
    expect(await findLatestEdition(store, { ...NAME, kind: "annual" })).toBeUndefined();
    expect((await listEditions(store)).map(({ version }) => version)).toEqual([2, 9, 10, 11, 12, 13]);
  });
});
