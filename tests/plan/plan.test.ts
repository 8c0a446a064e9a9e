import { describe, expect, it } from "vitest";
import { PipelineError } from "../../pipeline/errors.ts";
import type { IndicatorCode } from "../../pipeline/model/indicator.ts";
import type { Milestone } from "../../pipeline/model/milestone.ts";
import { makePeriod } from "../../pipeline/model/period.ts";
import type { PlanHeader } from "../../pipeline/model/plan.ts";
import type { Quota } from "../../pipeline/model/quota.ts";
import type { Target } from "../../pipeline/model/target.ts";
import { assemblePlan, type PlanParts } from "../../pipeline/plan/plan.ts";
import { chapterStarts } from "../../pipeline/plan/quotations.ts";
import { shippedParts, shippedPlan, shippedReference } from "./shipped-plan.ts";

const parts = shippedParts();
const reference = shippedReference();
const plan = shippedPlan();

const NO_SUCH = "no-such" as IndicatorCode;
const OTHER = { indicator: "gdp" as IndicatorCode, region: "150500" };
const RELATIVE = { relativeTo: OTHER, low: null, high: null, op: ">" } as const;

describe("assemblePlan(parts, reference)", () => {
  it("quotes only words that stand at their offsets", () => {
    const sources = [...plan.targets, ...plan.milestones].map(({ source }) => source);
    expect(sources.map(({ start, end }) => plan.text.slice(start, end))).toEqual(sources.map(({ text }) => text));
  });

  it("names each milestone's project in the words quoted, or a part of them", () => {
    const strangers = plan.milestones.filter(({ project, source }) => project && !sharesWords(project, source.text));
    expect(strangers).toEqual([]);
  });

  it("keeps the order of the text whatever the order of the rows", () => {
    const shuffled = { ...parts, targets: [...parts.targets].reverse(), milestones: [...parts.milestones].reverse() };
    expect(assemblePlan(shuffled, reference)).toEqual(plan);
  });

  it.each<[string, string, Partial<Target>]>([
    ["an id that repeats", "2023-005", { id: "2023-004" }],
    ["words that stand elsewhere", "2023-005", { source: { text: "一般公共预算收入增长7%", start: 0, end: 12 } }],
    ["words that stand nowhere", "2023-005", { source: { text: "一般公共预算收入增长8%", start: 507, end: 519 } }],
    ["the wrong chapter", "2023-005", { chapter: 1 }],
    ["a number that the words do not have", "2023-005", { low: "70" }],
    ["a floor without a low", "2023-005", { low: null }],
    ["a floor with a high", "2023-005", { high: "7" }],
    ["a cap without a high", "2023-009", { high: null }],
    ["左右 with two numbers", "2023-001", { high: "8" }],
    ["a range upside down", "2023-113", { low: "10", high: "8" }],
    ["a range without an end", "2023-113", { high: null }],
    ["a unit that nobody knows", "2023-008", { unit: "个人" }],
    ["a unit of another dimension", "2023-008", { unit: "亿元" }],
    ["growth in another unit than %", "2023-005", { unit: "亿元" }],
    ["growth that is no growth", "2023-005", { quantity: "value" }],
    ["an unknown indicator", "2023-005", { indicator: "no-such" as IndicatorCode }],
    [
      "an unknown indicator to be held against",
      "2023-005",
      { ...RELATIVE, relativeTo: { ...OTHER, indicator: NO_SUCH } },
    ],
    ["an unknown place to be held against", "2023-005", { ...RELATIVE, relativeTo: { ...OTHER, region: "150598" } }],
    ["a range that is relative", "2023-005", { ...RELATIVE, op: "range" }],
    ["another unit than that of the figure it is held against", "2023-008", { ...RELATIVE, op: ">" }],
    ["a relative goal that nothing measures", "2023-005", { ...RELATIVE, op: ">", indicator: null }],
    ["an unknown bureau", "2023-005", { bureau: "no-such" }],
    ["an unknown region", "2023-005", { region: "150598" }],
    ["a due date before the plan", "2023-005", { due: makePeriod(2022, 12) }],
  ])("refuses a target with %s", (_case, id, change) => {
    const line = parts.targets.find(({ value }) => value.id === id)?.line;
    const targets = parts.targets.map((row) =>
      row.value.id === id ? { ...row, value: { ...row.value, ...change } } : row,
    );
    expect(placesOf({ ...parts, targets })).toEqual([["plans/2023/targets.csv", line]]);
  });

  it.each<[string, Partial<Milestone>]>([
    ["an id that a target has", { id: "2023-001" }],
    ["words that stand nowhere", { source: { text: "开工", start: 0, end: 2 } }],
    ["the wrong chapter", { chapter: 9 }],
    ["an unknown bureau", { bureau: "no-such" }],
  ])("refuses a milestone with %s", (_case, change) => {
    const [first, ...rest] = parts.milestones;
    if (!first) throw new Error("the plan has no milestone");
    const milestones = [{ ...first, value: { ...first.value, ...change } }, ...rest];
    expect(placesOf({ ...parts, milestones })).toEqual([["plans/2023/milestones.csv", first.line]]);
  });

  const quota: Quota = {
    ...{ target: "2023-060", basis: "growth", op: "<=", low: null, high: "-3.2", unit: "%" },
    ...{ document: "内发改〔2023〕1号", received: "2023-04-10" },
  };
  const quotaFile = "plans/2023/quotas.csv";

  it("takes the numbers that a higher level set, and several of different days", () => {
    const quotas = [quota, { ...quota, received: "2023-07-01" }];
    const rows = quotas.map((value, index) => ({ file: quotaFile, line: index + 2, value }));
    expect(assemblePlan({ ...parts, quotas: rows }, reference).quotas).toEqual(quotas);
    expect(plan.quotas).toEqual([]);
  });

  it.each<[string, Partial<Quota>]>([
    ["a target that there is not", { target: "2023-999" }],
    ["a target that does not wait", { target: "2023-001" }],
    ["a cap without a high", { high: null }],
    ["a unit that nobody knows", { unit: "个人" }],
    ["a number for growth in another unit", { unit: "万亩" }],
    ["growth for a target that is none", { target: "2023-010" }],
    ["the same day twice", {}],
  ])("refuses a quota with %s", (_case, change) => {
    const rows = [quota, { ...quota, ...change }].map((value, index) => ({ file: quotaFile, line: index + 2, value }));
    expect(placesOf({ ...parts, quotas: rows })).toEqual([[quotaFile, 3]]);
  });

  it("names only columns that the table of quotas has", () => {
    const value = { ...quota, target: "2023-010" };
    const assemble = () => assemblePlan({ ...parts, quotas: [{ file: quotaFile, line: 2, value }] }, reference);
    expect(assemble).toThrow(/“basis”栏：2023-010 不是增速目标，不能写 growth/);
    expect(assemble).not.toThrow(/quantity/);
  });

  it.each<[string, Partial<PlanHeader>]>([
    ["a region that nobody knows", { region: "100000" }],
    ["a chapter that the text does not have", { chapters: [...parts.header.value.chapters, "十全十美"] }],
    ["chapters out of order", { chapters: [...parts.header.value.chapters].reverse() }],
  ])("refuses a header with %s", (_case, change) => {
    const header = { ...parts.header, value: { ...parts.header.value, ...change } };
    expect(placesOf({ ...parts, header })).toEqual([["plans/2023/plan.yaml", 1]]);
  });

  it("takes a goal that is held against another figure", () => {
    const targets = parts.targets.map((row) =>
      row.value.id === "2023-005" ? { ...row, value: { ...row.value, ...RELATIVE } } : row,
    );
    const found = assemblePlan({ ...parts, targets }, reference).targets.find(({ id }) => id === "2023-005");
    expect(found).toMatchObject({ ...RELATIVE });
  });

  it("tells every problem at once", () => {
    const targets = parts.targets.map((row) => ({ ...row, value: { ...row.value, unit: "个人" } }));
    const message = caught({ ...parts, targets }).message;
    expect(message.match(/第\d+行/g)).toHaveLength(targets.length);
  });
});

describe("chapterStarts(text, chapters)", () => {
  it("finds titles whatever the width of their commas, in their order", () => {
    expect(chapterStarts("开篇\n一、甲,乙\n二、丙", ["开篇", "甲，乙", "丙"])).toEqual([0, 5, 11]);
  });

  it("finds no title before the one it follows", () => {
    expect(chapterStarts("丙甲", ["开篇", "甲", "丙"])).toEqual([0, 1, -1]);
  });
});

function caught(broken: PlanParts): PipelineError {
  try {
    assemblePlan(broken, reference);
  } catch (error) {
    if (error instanceof PipelineError) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}

function placesOf(broken: PlanParts): readonly (readonly [string | undefined, number | undefined])[] {
  const { code, location } = caught(broken);
  expect(code).toBe("SEED_INVALID");
  return [[location.file, location.line]];
}

/** Projects of a list share words (通齐、集赤通长高铁), so a name may be put together of two stretches. */
function sharesWords(project: string, source: string): boolean {
  return [...project].every((character) => source.includes(character));
}
