import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { reportingOf } from "../../pipeline/assess/reporting.ts";
import type { Bureau } from "../../pipeline/model/bureau.ts";
import type { Indicator, IndicatorCode } from "../../pipeline/model/indicator.ts";
import { makePeriod } from "../../pipeline/model/period.ts";
import type { SubmissionRecord } from "../../pipeline/model/reporting.ts";
import { planFixture } from "../support/edition-input-fixture.ts";
import { brought, recordFixture } from "../support/records-fixture.ts";
import { indicator, target } from "./assess-fixture.ts";

const known = (code: string, change: Partial<Indicator> = {}): Indicator =>
  indicator({ code: code as IndicatorCode, ...change });

const INDICATORS = [
  known("jobs"),
  known("profit", { lagMonths: 1, firstMonth: 2 }),
  known("gdp", { cadence: "quarterly" }),
  known("grain", { cadence: "annual", publisher: "survey" }),
];
const BUREAUS: readonly Bureau[] = ["statistics", "survey"].map((code) => ({
  ...{ code, name: code, shortName: code, aliases: [] },
}));

/** A month's sheet with the figures of jobs, unless said otherwise. */
const sheet = (month: number, change: Partial<SubmissionRecord> = {}) =>
  recordFixture(`${month}月.xlsx`, { brought: [brought("jobs", month)], ...change });

function reporting(records: readonly SubmissionRecord[], month: number, planned: readonly string[] = []) {
  const targets = planned.map((code, index) => target({ id: `t${index}`, indicator: code as IndicatorCode }));
  const period = makePeriod(2023, month);
  return reportingOf(records, { plan: planFixture(targets), period, indicators: INDICATORS, bureaus: BUREAUS });
}

/** A row in a line: file or sheet, state, what is due, missing, not due. */
const lines = (...asked: Parameters<typeof reporting>) =>
  reporting(...asked).map(({ source, submission, state, due, missing, later }) =>
    [submission?.file ?? source ?? "计划", state, `应${due}`, `缺${missing}`, `后${later}`].join(" "),
  );

describe("reportingOf(records, context)", () => {
  it.each([
    ["nothing was sent and nothing is planned", [], 6, [], []],
    ["the month's sheet came", [sheet(5), sheet(6)], 6, [], ["6月.xlsx 已报送 应jobs 缺 后"]],
    ["a sheet of another month is not listed", [sheet(6)], 5, [], []],
    ["a sheet that came once is not expected", [sheet(5)], 6, [], []],
    [
      "nor is one that came twice in another year",
      [1, 2].map((n) => sheet(n, { brought: [brought("jobs", n, { period: makePeriod(2022, n) })] })),
      6,
      [],
      [],
    ],
    ["a sheet that came twice is missing", [sheet(4), sheet(5)], 6, [], ["monthly 未报送 应jobs 缺jobs 后"]],
    [
      "a quarterly sheet is not due in May",
      [3, 6].map((n) => sheet(n, { brought: [brought("gdp", n)] })),
      8,
      [],
      ["monthly 未到期 应 缺 后gdp"],
    ],
    [
      "and is in September",
      [3, 6].map((n) => sheet(n, { brought: [brought("gdp", n)] })),
      9,
      [],
      ["monthly 未报送 应gdp 缺gdp 后"],
    ],
    [
      "a late figure makes a sheet of the month in which it falls due",
      [sheet(6, { brought: [brought("profit", 5)] })],
      6,
      [],
      ["6月.xlsx 已报送 应profit 缺 后"],
    ],
    [
      "a sheet that leaves out what it had is told",
      [sheet(5, { brought: [brought("jobs", 5), brought("profit", 4)] }), sheet(6)],
      6,
      [],
      ["6月.xlsx 已报送 应jobs,profit 缺profit 后"],
    ],
    [
      "a blank is no figure",
      [sheet(6, { brought: [brought("jobs", 6, { isValue: false })] })],
      6,
      [],
      ["6月.xlsx 已报送 应jobs 缺jobs 后"],
    ],
    [
      "what another sheet brings is not missing",
      [sheet(4), sheet(5), recordFixture("别处.csv", { source: null, brought: [brought("jobs", 6)] })],
      6,
      [],
      ["monthly 未报送 应jobs 缺 后", "别处.csv 已报送 应 缺 后"],
    ],
    ["errors are told", [sheet(6, { errors: 2, outcome: "partial" })], 6, [], ["6月.xlsx 有错误 应jobs 缺 后"]],
    [
      "a file that a later one has corrected",
      [
        sheet(6, { errors: 2, outcome: "partial" }),
        sheet(6, { sha256: "f".repeat(64), file: "6月（更正）.xlsx", vintage: "2023-07-23" }),
      ],
      6,
      [],
      ["6月.xlsx 已由后一份更正 应jobs 缺 后", "6月（更正）.xlsx 已报送 应jobs 缺 后"],
    ],
    [
      "a refused file is told whatever the month",
      [recordFixture("坏.xlsx", { outcome: "refused", errors: 1, source: null })],
      6,
      [],
      ["坏.xlsx 有错误 应 缺 后"],
    ],
    ["a planned indicator of which nobody sent anything", [], 6, ["jobs"], ["计划 未报送 应jobs 缺jobs 后"]],
    ["one that is not due is not missing", [], 6, ["grain"], ["计划 未到期 应 缺 后grain"]],
    ["one whose quarter never came stays missing", [], 8, ["gdp"], ["计划 未报送 应gdp 缺gdp 后"]],
    ["one that stands until the next quarter does not", [sheet(6, { brought: [brought("gdp", 6)] })], 8, ["gdp"], []],
    [
      "the counties' figure is not the city's",
      [sheet(6, { brought: [brought("jobs", 6, { isOwn: false })] })],
      6,
      ["jobs"],
      ["6月.xlsx 已报送 应jobs 缺 后", "计划 未报送 应jobs 缺jobs 后"],
    ],
    ["each is told once", [sheet(4), sheet(5)], 6, ["jobs", "jobs"], ["monthly 未报送 应jobs 缺jobs 后"]],
  ] as const)("%s", (_case, records, month, planned, expected) => {
    expect(lines(records, month, planned)).toEqual(expected);
  });

  it("expects projects of a sheet that told of them twice", () => {
    const schedule = (at: number) =>
      recordFixture(`${at}.xlsx`, { projectMonths: [makePeriod(2023, at)], projects: 5 });
    expect(reporting([schedule(4), schedule(5)], 6)).toMatchObject([{ state: "未报送", projectsDue: true, due: [] }]);
    expect(reporting([schedule(4), schedule(5)], 5)).toMatchObject([{ state: "已报送", projectsDue: false }]);
  });

  it("says the same for any order of what was sent, bureau by bureau, and loses no file of the month", () => {
    const records = [4, 5, 6].flatMap((at) => [
      sheet(at),
      sheet(at, { sha256: `${at}`.repeat(64), file: `${at}再.xlsx` }),
      recordFixture(`${at}无.xlsx`, { source: null, bureau: null, brought: [brought(null, at)] }),
      recordFixture(`${at}调查.xlsx`, { source: "survey-sheet", bureau: "survey", brought: [brought("grain", at)] }),
    ]);
    const expected = reporting(records, 6, ["gdp", "grain"]);
    expect(expected.flatMap(({ submission }) => submission?.file ?? [])).toHaveLength(4);
    expect(expected.map(({ bureau }) => bureau)).toEqual([
      ...["statistics", "statistics", "statistics", "survey", "survey", null],
    ]);
    const shuffled = fc.shuffledSubarray(records, { minLength: records.length, maxLength: records.length });
    fc.assert(
      fc.property(shuffled, (other) => {
        expect(reporting(other, 6, ["gdp", "grain"])).toEqual(expected);
      }),
    );
  });
});
