import { describe, expect, it } from "vitest";
import type { IndicatorCode } from "../../pipeline/model/indicator.ts";
import type { SourceProfile } from "../../pipeline/model/source.ts";
import { requireKnownCodes } from "../../pipeline/reference/known-codes.ts";
import { parseSource } from "../../pipeline/reference/sources.ts";
import { shippedReference } from "../plan/shipped-plan.ts";

const seeds = shippedReference();
const PROFILE: SourceProfile = parseSource(
  "finance",
  `title: 财政收支月报
bureau: finance
recognise: [财政]
region: "150500"
regions: { 本区: "150502" }
units: { 收入合计: 万元 }
indicators: { 收入合计: budget-revenue }`,
  "finance.yaml",
);

describe("requireKnownCodes(seeds)", () => {
  it("is content with the shipped tables and a profile that fits them", () => {
    expect(() => requireKnownCodes({ ...seeds, sources: [PROFILE] })).not.toThrow();
  });

  it.each<[string, Partial<SourceProfile>]>([
    ["a bureau", { bureau: "no-such" }],
    ["a region of its own", { region: "150999" }],
    ["a region of a label", { regions: { 本区: "150999" } }],
    ["an indicator", { indicators: { 收入合计: { code: "no-such" as IndicatorCode, scope: null } } }],
    ["a unit that its indicator cannot have", { units: { 收入合计: "万亩" } }],
    ["a unit that an indicator known by name cannot have", { units: { 税收收入: "人" } }],
  ])("refuses a profile with %s that leads nowhere", (_case, change) => {
    const sources = [{ ...PROFILE, ...change }];
    expect(() => requireKnownCodes({ ...seeds, sources })).toThrow(expect.objectContaining({ code: "SEED_INVALID" }));
  });

  it("refuses an indicator whose publisher is no bureau", () => {
    const bureaus = seeds.bureaus.filter(({ code }) => code !== "finance");
    expect(() => requireKnownCodes({ ...seeds, bureaus, sources: [] })).toThrow(
      expect.objectContaining({ code: "SEED_INVALID" }),
    );
  });
});
