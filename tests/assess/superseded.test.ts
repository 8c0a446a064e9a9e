import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { supersededFiles } from "../../pipeline/assess/superseded.ts";
import { makePeriod } from "../../pipeline/model/period.ts";
import type { SubmissionRecord } from "../../pipeline/model/reporting.ts";
import { brought, recordFixture } from "../support/records-fixture.ts";

const MORNING = { vintage: "2023-07-22", receivedAt: "2023-07-22T01:00:00.000Z" };
const LATER = { vintage: "2023-07-23", receivedAt: "2023-07-23T01:00:00.000Z" };
const JUNE = { brought: [brought("jobs", 6), brought("gdp", 6)] };
const PROJECTS = { projects: 22, projectMonths: [makePeriod(2023, 6)] };
const UNREAD = { source: null, bureau: null, outcome: "refused", errors: 1 } as const;

const bad = (change: Partial<SubmissionRecord> = {}) =>
  recordFixture("表（更正）.xlsx", { ...MORNING, ...JUNE, errors: 2, ...change, sha256: "a".repeat(64) });
const good = (change: Partial<SubmissionRecord> = {}) =>
  recordFixture("表.xlsx", { ...LATER, ...JUNE, ...change, sha256: "b".repeat(64) });
const SAME_NAME = { file: "表（更正）.xlsx" };

describe("supersededFiles(records, indicators)", () => {
  it.each<readonly [string, readonly SubmissionRecord[], string]>([
    ["a file alone", [bad()], ""],
    ["a later file of its source and month", [bad(), good()], "a"],
    ["one of another source", [bad(), good({ source: "other" })], ""],
    ["one of another source under its name", [bad(), good({ ...SAME_NAME, source: "other" })], "a"],
    ["one of no known source, as itself", [bad({ source: null }), good({ source: null })], ""],
    ["one of another bureau", [bad(), good({ ...SAME_NAME, bureau: "finance" })], ""],
    ["one of another month", [bad(), good({ ...SAME_NAME, brought: [brought("jobs", 7)] })], ""],
    ["one of the same day, under another name", [bad(), good({ vintage: "2023-07-22" })], ""],
    ["one of the same day, sent again", [bad(), good({ ...SAME_NAME, vintage: "2023-07-22" })], "a"],
    ["one of the same day and hour", [bad(), good({ ...SAME_NAME, ...MORNING })], ""],
    ["演示数据, as a published one", [bad(), good({ illustrative: true })], ""],
    ["演示数据, as such itself", [bad({ illustrative: true }), good({ illustrative: true })], "a"],
    ["a published one, as 演示数据", [bad({ illustrative: true }), good()], "a"],
    ["a part of it", [bad(), good({ brought: [brought("jobs", 6)] })], ""],
    ["a blank where it had a value", [bad(), good({ brought: [brought("jobs", 6, { isValue: false })] })], ""],
    [
      "a value where it had a blank, and a name understood",
      [bad({ brought: [brought("jobs", 6, { isValue: false }), brought(null, 6)] }), good()],
      "a",
    ],
    ["all of its projects", [bad(PROJECTS), good(PROJECTS)], "a"],
    ["some of its projects", [bad(PROJECTS), good({ ...PROJECTS, projects: 2 })], ""],
    ["one that could not be read", [bad(), good({ ...UNREAD, ...SAME_NAME, brought: [] })], ""],
    ["its name, where it could not be read", [bad({ ...UNREAD, brought: [] }), good(SAME_NAME)], "a"],
    [
      "its name and an older day, received later",
      [bad({ ...UNREAD, brought: [] }), good({ ...SAME_NAME, vintage: "2023-07-01" })],
      "a",
    ],
    ["another name, where it could not be read", [bad({ ...UNREAD, brought: [] }), good()], ""],
    [
      "its name from another bureau, where it could not be read",
      [bad({ ...UNREAD, bureau: "finance", brought: [] }), good(SAME_NAME)],
      "",
    ],
    [
      "its name before it, where it could not be read",
      [bad({ ...UNREAD, ...LATER, brought: [] }), good({ ...SAME_NAME, ...MORNING })],
      "",
    ],
  ])("by %s", (_case, records, expected) => {
    const found = [...supersededFiles(records, new Map())].map((hash) => hash[0]);
    expect(found.join("")).toBe(expected);
    expect(supersededFiles([...records].reverse(), new Map())).toEqual(supersededFiles(records, new Map()));
  });

  it("never leaves what was sent without a file that speaks", () => {
    const record = fc
      .record({
        ...{ file: fc.constantFrom("甲.xlsx", "乙.xlsx"), source: fc.constantFrom("monthly", null) },
        ...{ bureau: fc.constantFrom("statistics", null), illustrative: fc.boolean() },
        vintage: fc.constantFrom("2023-07-22", "2023-07-23"),
        receivedAt: fc.constantFrom(MORNING.receivedAt, LATER.receivedAt),
        brought: fc.constantFrom([], JUNE.brought, JUNE.brought.slice(1)),
      })
      .map((change) => recordFixture(change.file, change));
    fc.assert(
      fc.property(fc.array(record, { minLength: 1 }), (given) => {
        const records = given.map((one, index) => ({ ...one, sha256: String(index).padStart(64, "0") }));
        expect(supersededFiles(records, new Map()).size).toBeLessThan(records.length);
      }),
    );
  });
});
