import type { CellContent, SheetDescription } from "../../model/edition.ts";
import type { Figure } from "../../model/figure.ts";
import type { IndicatorCode } from "../../model/indicator.ts";
import type { SubmissionOutcome } from "../../model/reporting.ts";
import type { SheetTemplate } from "../../model/workbook-template.ts";
import { inTable, joinWords, type Words } from "../prose/runs.ts";
import { figureCell, textCell } from "./cells.ts";
import type { EditionFacts } from "./facts.ts";
import type { ReportingFigures } from "./reporting-figures.ts";
import { filterable, type RowCells, rowFinder, sheetFrame, templatedRow } from "./sheet-frame.ts";
import { sheetName, whereNamed } from "./template-names.ts";

const OUTCOME_NAMES: Readonly<Record<SubmissionOutcome, string>> = {
  accepted: "全部读取",
  partial: "部分读取",
  refused: "没有读取",
};

const ELSEWHERE = "无，都已由别的报表报来";

/** 报送情况: who sent what for the month, and what is missing. */
export function submissionsSheet(facts: EditionFacts, sheet: SheetTemplate): SheetDescription {
  const places = filePlaces(facts);
  return {
    ...sheetFrame(facts, sheet),
    ...filterable(sheet, "报送"),
    rows: facts.reporting.map((row, index) => templatedRow(sheet.columns, rowCells(row, index + 1, facts, places))),
    notes: [
      ["本期应报，是按发布制度本期应当出数的指标：报表曾经报过的，以及计划目标所用的。未到期的不算缺报。"],
      ["本年以前月份至少来过两期的报表，才列为应报；没有对应报表的指标，列在负责发布的单位名下。"],
      ["数据版本是报表写明的发布日期，没有写明的是收到的日期。尚未收到，指任何报表都没有报送本期的数。"],
      [`已由后一份更正，指同一单位同一期的报表后来又报了一份${latestOnly(facts)}。`],
    ],
  };
}

/** Where only the later file's issues are listed; nothing where there is no such sheet. */
function latestOnly(facts: EditionFacts): string {
  return whereNamed([sheetName(facts, "issues")], (issues) => `；“${issues}”只列后一份的问题`).join("");
}

function rowCells(row: ReportingFigures, number: number, facts: EditionFacts, places: FilePlaces): RowCells {
  const { input, names } = facts;
  const { bureau, source, submission, state } = row.reporting;
  return {
    number: textCell(String(number)),
    bureau: textCell(names.bureau(bureau) ?? "单位不明"),
    sheet: textCell(input.sources.find(({ name }) => name === source)?.title ?? noSheet(submission !== null)),
    due: dueCell(row, facts),
    missing: missingCell(row, facts),
    file: textCell(submission?.file ?? "—"),
    vintage: textCell(submission?.vintage ?? "—"),
    illustrative: textCell(submission === null ? "—" : submission.illustrative ? "是" : "否"),
    outcome: textCell(submission ? OUTCOME_NAMES[submission.outcome] : "—"),
    figures: figureCell(row.figures, places.sourceOf(submission?.sha256)),
    projects: figureCell(row.projects),
    errors: issueCell(row.errors, places.issueOf(submission?.sha256)),
    remarks: issueCell(row.remarks, places.issueOf(submission?.sha256)),
    state: textCell(state),
  };
}

function noSheet(hasFile: boolean): string {
  return hasFile ? "没有认出是哪种报表" : "没有收到过含这些指标的报表";
}

function dueCell({ reporting, due, later }: ReportingFigures, facts: EditionFacts): CellContent {
  const parts = [
    listWords(due, reporting.due, facts),
    reporting.projectsDue ? ["项目进展"] : [],
    reporting.later.length === 0 ? [] : ["未到期的", ...listWords(later, reporting.later, facts)],
  ];
  return textCell(orDash(joinWords(parts, "；")));
}

function missingCell(row: ReportingFigures, facts: EditionFacts): CellContent {
  const { due, missing, submission, projectsDue } = row.reporting;
  const areProjectsMissing = projectsDue && (submission?.projects ?? 0) === 0;
  if (submission === null && due.length > 0 && missing.length === 0 && !areProjectsMissing) return textCell(ELSEWHERE);
  const parts = [missingWords(row, facts), areProjectsMissing ? ["项目进展"] : []];
  return textCell(orDash(joinWords(parts, "；")));
}

/** What has come, where that is less than what has not: the list of what is due stands beside it. */
function missingWords({ reporting, missing: figure }: ReportingFigures, facts: EditionFacts): Words {
  const { due, missing } = reporting;
  const come = due.filter((code) => !missing.includes(code));
  if (missing.length === 0 || come.length >= missing.length) return listWords(figure, missing, facts);
  const except = come.length === 0 ? "全部" : `除${listedNames(come, facts)}以外的全部`;
  return [inTable(figure), `项：${except}`];
}

function orDash(words: Words): Words {
  return words.length === 0 ? ["—"] : words;
}

/** 3项：甲、乙、丙; nothing where there are none. */
function listWords(figure: Figure, codes: readonly IndicatorCode[], facts: EditionFacts): Words {
  return codes.length === 0 ? [] : [inTable(figure), `项：${listedNames(codes, facts)}`];
}

function listedNames(codes: readonly IndicatorCode[], { names }: EditionFacts): string {
  return codes.map((code) => names.indicator(code) ?? code).join("、");
}

/** Where other sheets first tell of a file, by its hash. */
interface FilePlaces {
  readonly sourceOf: (sha256: string | undefined) => string | undefined; // in 数据来源
  readonly issueOf: (sha256: string | undefined) => string | undefined; // in 数据质量
}

function filePlaces(facts: EditionFacts): FilePlaces {
  const finder = (key: "sources" | "issues", hashes: readonly string[]) => {
    const addressOf = rowFinder(facts, key);
    return (sha256: string | undefined) => {
      const at = sha256 === undefined ? -1 : hashes.indexOf(sha256);
      return at < 0 ? undefined : addressOf(at);
    };
  };
  return {
    sourceOf: finder(
      "sources",
      facts.sources.map(({ observation }) => observation.sha256),
    ),
    issueOf: finder(
      "issues",
      facts.issues.list.map(({ sha256 }) => sha256),
    ),
  };
}

/** A count of issues, which leads to the first of them. */
function issueCell(figure: Figure | null, place: string | undefined): CellContent {
  return figureCell(figure, figure?.value === "0" ? undefined : place);
}
