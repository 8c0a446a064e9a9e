import type { SheetTemplate, WorkbookTemplate } from "../../model/workbook-template.ts";
import type { RecordFacts } from "./record-facts.ts";

/** A sheet that an edition goes without, and what the contents say instead. */
export interface EmptyRecord {
  readonly name: string; // that the template gives the sheet
  readonly reason: string;
}

/**
 * Parts the sheets that an edition has from those that would hold no row, which nobody should have to turn over: 数据质量
 * without issues and 修订 without revisions, both in the template's order. A workbook of nothing else keeps them.
 */
export function partedSheets(
  workbook: WorkbookTemplate,
  records: Pick<RecordFacts, "issues" | "revisions">,
): { readonly workbook: WorkbookTemplate; readonly emptyRecords: readonly EmptyRecord[] } {
  const rows = { issues: records.issues.list.length, revisions: records.revisions.length };
  const reasonOf = ({ sheet, empty = "" }: SheetTemplate): string | undefined =>
    (sheet === "issues" || sheet === "revisions") && rows[sheet] === 0 ? empty : undefined;
  const sheets = workbook.sheets.filter((sheet) => reasonOf(sheet) === undefined);
  if (sheets.length === 0) return { workbook, emptyRecords: [] };
  return {
    workbook: { ...workbook, sheets },
    emptyRecords: workbook.sheets.flatMap((sheet) => {
      const reason = reasonOf(sheet);
      return reason === undefined ? [] : [{ name: sheet.name, reason }];
    }),
  };
}
