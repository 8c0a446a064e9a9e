import type { SheetDescription } from "../../model/edition.ts";
import { ISSUE_KINDS } from "../../model/issue-kinds.ts";
import type { FiledIssue } from "../../model/reporting.ts";
import type { SheetTemplate } from "../../model/workbook-template.ts";
import { textCell } from "./cells.ts";
import type { EditionFacts } from "./facts.ts";
import { SEVERITY_NAMES } from "./open-issues.ts";
import { filterable, type RowCells, sheetFrame, templatedRow } from "./sheet-frame.ts";

/** 数据质量: every open issue of the files behind the edition, errors first. */
export function issuesSheet(facts: EditionFacts, sheet: SheetTemplate): SheetDescription {
  const { list } = facts.issues;
  return {
    ...sheetFrame(facts, sheet),
    ...filterable(sheet, "问题"),
    rows: list.map((issue, index) => templatedRow(sheet.columns, issueCells(issue, index + 1, facts))),
    notes: [["错误：有关的数没有采用，改正后才能采用。提醒：请核对；没有写明未采用的，数已采用。说明：不需要处理。"]],
  };
}

function issueCells(issue: FiledIssue, number: number, { names }: EditionFacts): RowCells {
  const { severity, code, bureau, file, vintage, sheet, cell, message, hint } = issue;
  return {
    number: textCell(String(number)),
    severity: textCell(SEVERITY_NAMES[severity]),
    kind: textCell(ISSUE_KINDS[code]?.title ?? code),
    bureau: textCell(names.bureau(bureau) ?? "—"),
    file: textCell(file),
    vintage: textCell(vintage),
    sheet: textCell(sheet ?? "—"),
    cell: textCell(cell ?? "—"),
    message: textCell(message),
    hint: textCell(hint),
  };
}
