import type { Figure } from "../../model/figure.ts";
import type { IndicatorCode } from "../../model/indicator.ts";
import type { Reporting, ReportingState } from "../../model/reporting.ts";
import { say, type Words } from "../prose/runs.ts";
import { countNames } from "./count-figures.ts";
import type { EditionInput } from "./input.ts";

/** A row of 报送情况 with its numbers. */
export interface ReportingFigures {
  readonly reporting: Reporting;
  readonly due: Figure;
  readonly missing: Figure;
  readonly later: Figure;
  readonly figures: Figure | null; // null where nothing has come, as the three below
  readonly projects: Figure | null;
  readonly errors: Figure | null;
  readonly remarks: Figure | null;
}

const STATES: Readonly<Record<ReportingState, string>> = {
  已报送: "received",
  有错误: "with-errors",
  已由后一份更正: "superseded",
  未报送: "missing",
  未到期: "not-due",
};

/** The rows of 报送情况 in their order, with the figures that they print. */
export function reportingFigures({
  reporting,
  indicators,
}: Pick<EditionInput, "reporting" | "indicators">): readonly ReportingFigures[] {
  const names = new Map(indicators.map(({ code, name }) => [code, name]));
  return reporting.map((row): ReportingFigures => {
    const id = reportingId(row);
    const list = (part: string, name: string, codes: readonly IndicatorCode[]) =>
      countNames(
        `${id}/${part}`,
        name,
        "项",
        codes.map((code) => names.get(code) ?? code),
      );
    const { submission } = row;
    const count = (part: "figures" | "projects" | "errors" | "remarks", name: string, unit: string): Figure | null => {
      if (submission === null) return null;
      const formula = `计数：${submission.file}中的${name}`;
      const derivation = { kind: "computed" as const, formula, operands: [] };
      return { id: `${id}/${part}`, name, value: String(submission[part]), unit, derivation };
    };
    return {
      reporting: row,
      due: list("due", "本期应报的指标", row.due),
      missing: list("missing", "尚未收到的指标", row.missing),
      later: list("later", "未到期的指标", row.later),
      figures: count("figures", "读出的数", "个"),
      projects: count("projects", "读出的项目进展", "项"),
      errors: count("errors", "错误", "个"),
      remarks: count("remarks", "提醒", "个"),
    };
  });
}

/** Every figure of the rows. */
export function figuresOfReporting(rows: readonly ReportingFigures[]): readonly Figure[] {
  return rows.flatMap(({ due, missing, later, figures, projects, errors, remarks }) => [
    ...[due, missing, later],
    ...[figures, projects, errors, remarks].flatMap((figure) => figure ?? []),
  ]);
}

/** How many rows are in each state, for the line above the table. */
export function stateFigures(rows: readonly ReportingFigures[]): Readonly<Record<ReportingState, Figure>> {
  const count = (state: ReportingState) =>
    countNames(
      `reporting/${STATES[state]}`,
      state,
      "份",
      rows.filter(({ reporting }) => reporting.state === state).map(({ reporting }) => reportingId(reporting)),
    );
  return {
    已报送: count("已报送"),
    有错误: count("有错误"),
    已由后一份更正: count("已由后一份更正"),
    未报送: count("未报送"),
    未到期: count("未到期"),
  };
}

/** How many files have come, and how many rows tell of what has not. */
export function reportingSummary(states: Readonly<Record<ReportingState, Figure>>): Words {
  const superseded = states.已由后一份更正;
  const corrected = superseded.value === "0" ? [] : say`，已由后一份更正的${superseded}份`;
  return say`收到的报表：没有错误的${states.已报送}份，有错误的${states.有错误}份${corrected}；未报送的${states.未报送}行，未到期的${states.未到期}行。`;
}

function reportingId({ bureau, source, submission, state }: Reporting): string {
  const what = submission ? submission.sha256 : `${source ?? "plan"}/${STATES[state]}`;
  return `reporting/${bureau ?? "unknown"}/${what}`;
}
