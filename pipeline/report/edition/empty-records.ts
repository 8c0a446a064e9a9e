import type { SheetKey, SheetTemplate, WorkbookTemplate } from "../../model/workbook-template.ts";
import type { RecordFacts } from "./record-facts.ts";

/** A sheet that an edition goes without, and what the contents say instead. */
export interface EmptyRecord {
  readonly name: string; // that the template gives the sheet
  readonly reason: string;
}

/** Why a sheet of records has nothing to list. */
const REASONS = {
  issues: "本期所用的报表没有未解决的问题，不设此表",
  revisions: "没有修订：计划所用的数都只有一个值，或者重新发布时没有变，不设此表",
} as const satisfies Partial<Record<SheetKey, string>>;

/**
 * Parts the sheets that an edition has from those that would hold no row, which nobody should have to turn over: 数据质量
 * without issues and 修订 without revisions, both in the template's order. A workbook of nothing else keeps them.
 */
export function partedSheets(
  workbook: WorkbookTemplate,
  records: Pick<RecordFacts, "issues" | "revisions">,
): { readonly workbook: WorkbookTemplate; readonly emptyRecords: readonly EmptyRecord[] } {
  const rows = { issues: records.issues.list.length, revisions: records.revisions.length };
  const reasonOf = ({ sheet }: SheetTemplate): string | undefined =>
    (sheet === "issues" || sheet === "revisions") && rows[sheet] === 0 ? REASONS[sheet] : undefined;
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
