import { describe, expect, it } from "vitest";
import { listPackageItems, listSeries, type NumberedItem } from "../../pipeline/store/package-items.ts";
import {
  findLatestPackage,
  forgetPackage,
  insertPackage,
  type PackageRecord,
  placePackage,
} from "../../pipeline/store/packages.ts";
import { listRuns } from "../../pipeline/store/runs.ts";
import { freshStore } from "../support/fresh-store.ts";
import { hash, run } from "./sample-rows.ts";

const SERIES = { fonds: "Z109", year: 2023, retention: "D10", department: "FGW" } as const;

function packed(version: number, quarter = "2023-Q2"): PackageRecord {
  const name = (number: number) => `TL-FGW-${quarter.replace("-", "")}-${number}`;
  const supersedes = version === 1 ? null : name(version - 1);
  const hashes = { contentSha256: hash("content"), sealSha256: hash("seal") };
  return { quarter, version, name: name(version), supersedes, ...hashes, baggedAt: "2023-07-25T00:00:00.000Z" };
}

function items(...ordinals: readonly number[]): readonly NumberedItem[] {
  return ordinals.map((ordinal) => ({
    ...SERIES,
    ordinal,
    item: `item-${ordinal}`,
    contentSha256: hash(`${ordinal}`),
  }));
}

describe("insertPackage(store, record, items)", () => {
  it("keeps package and 件", async () => {
    const store = await freshStore();
    expect(await insertPackage(store, packed(1), items(1, 2))).toBe("inserted");
    expect(await findLatestPackage(store, "2023-Q2")).toEqual({ ...packed(1), isPlaced: false });
    expect(await listPackageItems(store, packed(1).name)).toEqual(items(1, 2));
    expect((await listSeries(store, SERIES)).map(({ ordinal }) => ordinal)).toEqual([1, 2]);
    expect(await listSeries(store, { ...SERIES, retention: "Y" })).toEqual([]);
  });

  it.each<[string, PackageRecord, readonly NumberedItem[]]>([
    ["the version", packed(1), items(3)],
    ["a number", packed(1, "2023-Q3"), items(3, 2)],
    ["a number that is another's in the package before", packed(2), [{ ...(items(2)[0] as NumberedItem), item: "x" }]],
  ])("writes nothing where another process has taken %s", async (_, record, given) => {
    const store = await freshStore();
    await insertPackage(store, packed(1), items(1, 2));
    expect(await insertPackage(store, record, given)).toBe("taken");
    expect(await listSeries(store, SERIES)).toHaveLength(2);
  });

  it("lets a 件 keep the number that it had in the package before", async () => {
    const store = await freshStore();
    await insertPackage(store, packed(1), items(1, 2));
    expect(await insertPackage(store, packed(2), items(2, 3))).toBe("inserted");
    expect((await listSeries(store, SERIES)).map(({ ordinal }) => ordinal)).toEqual([1, 2, 2, 3]);
  });

  it.each<[string, Partial<PackageRecord>]>([
    ["a quarter that is none", { quarter: "2023-Q5" }],
    ["a correction of nothing", { version: 2 }],
    ["a correction of what is not there", { version: 2, supersedes: "TL-FGW-2023Q2-9" }],
    ["a name that leads elsewhere", { name: "../x" }],
  ])("refuses %s", async (_, changes) => {
    const store = await freshStore();
    await expect(insertPackage(store, { ...packed(1), ...changes }, [])).rejects.toThrow();
  });
});

describe("placePackage(store, name, run)", () => {
  it("records the run that made it, once", async () => {
    const store = await freshStore();
    await insertPackage(store, packed(1), items(1));
    for (const _ of [1, 2]) await placePackage(store, packed(1).name, run({ job: "archive" }));
    expect(await findLatestPackage(store, "2023-Q2")).toEqual({ ...packed(1), isPlaced: true });
    expect(await listRuns(store)).toHaveLength(1);
  });
});

describe("forgetPackage(store, name)", () => {
  it("frees the name and the numbers of one that was never placed, and leaves one that was", async () => {
    const store = await freshStore();
    await insertPackage(store, packed(1), items(1));
    await placePackage(store, packed(1).name, run({ job: "archive" }));
    await insertPackage(store, packed(2), items(2, 3));
    for (const version of [1, 2]) await forgetPackage(store, packed(version).name);
    expect(await findLatestPackage(store, "2023-Q2")).toMatchObject({ version: 1 });
    expect((await listSeries(store, SERIES)).map(({ ordinal }) => ordinal)).toEqual([1]);
  });
});
