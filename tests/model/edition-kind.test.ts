import { describe, expect, it } from "vitest";
import type { EditionKind } from "../../pipeline/model/edition.ts";
import { periodBefore } from "../../pipeline/model/edition-kind.ts";
import { makePeriod } from "../../pipeline/model/period.ts";

describe("periodBefore(kind, period)", () => {
  it.each<[EditionKind, number, number | null]>([
    ["monthly", 1, null],
    ["monthly", 2, 1],
    ["monthly", 12, 11],
    ["quarterly", 3, null],
    ["quarterly", 6, 3],
    ["quarterly", 12, 9],
    ["annual", 12, null],
  ])("of a %s paper of month %i is month %s", (kind, month, before) => {
    const expected = before === null ? null : makePeriod(2023, before);
    expect(periodBefore(kind, makePeriod(2023, month))).toBe(expected);
  });
});
