import type { IndicatorCode } from "../../pipeline/model/indicator.ts";
import { makePeriod } from "../../pipeline/model/period.ts";
import type { BroughtFact, FiledIssue, Reporting, SubmissionRecord } from "../../pipeline/model/reporting.ts";
import type { EditionInput } from "../../pipeline/report/edition/input.ts";
import { observationFixture } from "./edition-input-fixture.ts";

/** A figure of the city for a month of 2023. */
export function brought(indicator: string | null, month: number, change: Partial<BroughtFact> = {}): BroughtFact {
  return {
    ...{ indicator: indicator as IndicatorCode | null, period: makePeriod(2023, month), isValue: true, isOwn: true },
    ...change,
  };
}

/** Codes of indicators, as a list of what is due has them. */
export function codes(...names: readonly string[]): readonly IndicatorCode[] {
  return names as readonly IndicatorCode[];
}

/** A file of the statistics bureau, read without trouble, unless said otherwise; its hash follows from its name. */
export function recordFixture(file: string, change: Partial<SubmissionRecord> = {}): SubmissionRecord {
  const sha256 = Buffer.from(file).toString("hex").padEnd(64, "0").slice(-64);
  return {
    ...{ sha256, file, source: "monthly", bureau: "statistics", illustrative: false, vintage: "2023-07-12" },
    ...{
      receivedAt: "2023-07-12T08:00:00.000Z",
      outcome: "accepted",
      figures: 3,
      projects: 0,
      errors: 0,
      remarks: 0,
      brought: [],
      projectMonths: [],
    },
    ...change,
  };
}

/** A row of which nothing is due and nothing has come, unless said otherwise. */
export function reportingFixture(change: Partial<Reporting> = {}): Reporting {
  return {
    ...{ bureau: "statistics", source: "monthly", submission: null, due: [], missing: [], later: [] },
    ...{ projectsDue: false, state: "未报送" },
    ...change,
  };
}

/** An error at a cell of a file, unless said otherwise. */
export function issueFixture(record: SubmissionRecord, change: Partial<FiledIssue> = {}): FiledIssue {
  const { sha256, file, bureau, vintage } = record;
  return {
    ...{ sha256, file, bureau, vintage, code: "inexact-number", severity: "error", sheet: "Sheet1", cell: "C5" },
    ...{ message: "读不出确切的数", hint: "请填写确切的数" },
    ...change,
  };
}

const HOSTILE = recordFixture('=HYPERLINK("http://evil").xlsx', { errors: 2, remarks: 1, outcome: "partial" });
const SOUND = recordFixture("财政收支.xls", { source: null, bureau: "finance", figures: 12 });

/** What a month's edition is told of files: one sound, one with trouble and a hostile name, one missing, one not due. */
export function recordsOfJune(): Pick<EditionInput, "reporting" | "issues" | "sources" | "vintages"> {
  const revised = { sheet: "+cmd", file: "修订.xlsx", sha256: "77".repeat(32), vintage: "2023-07-20" };
  return {
    sources: [{ name: "monthly", title: "主要经济指标月报" }],
    reporting: [
      reportingFixture({ submission: HOSTILE, state: "有错误", due: codes("budget-revenue", "new-jobs") }),
      reportingFixture({
        source: "sheet-gone",
        due: codes("gross-domestic-product"),
        missing: codes("gross-domestic-product"),
      }),
      reportingFixture({ source: null, later: codes("grain"), state: "未到期" }),
      reportingFixture({ bureau: "finance", source: null, submission: SOUND, state: "已报送" }),
      reportingFixture({ bureau: null, projectsDue: true }),
    ],
    issues: [
      issueFixture(HOSTILE, { severity: "warning", cell: "A2", message: "=1+1" }),
      issueFixture(HOSTILE, { cell: "C10" }),
      issueFixture(HOSTILE, { cell: "C9" }),
      issueFixture(HOSTILE, { cell: null, sheet: null }),
      issueFixture(recordFixture("不用的.xlsx")),
    ],
    vintages: [
      observationFixture({ value: "-3.2" }),
      observationFixture({ value: "-3.05", ...revised, cell: "C8" }),
      observationFixture({ value: "801.25", quantity: "value", unit: "亿元" }),
      observationFixture({ value: "8013456", quantity: "value", unit: "万元", ...revised, cell: "C9" }),
    ],
  };
}
