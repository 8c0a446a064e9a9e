import { toAddress } from "../../model/cell.ts";
import type { CellContent, ColumnDescription, RowDescription, SheetDescription } from "../../model/edition.ts";
import { periodName } from "../../model/period.ts";
import type { ColumnTemplate, SheetKey, SheetTemplate } from "../../model/workbook-template.ts";
import { firstBodyRow } from "../sheet-layout.ts";
import { dataRow } from "./cells.ts";
import type { EditionFacts } from "./facts.ts";
import { sheetLines } from "./sheet-lines.ts";

/** What a sheet takes from its template and from the edition as a whole. */
export type SheetFrame = Pick<
  SheetDescription,
  "name" | "title" | "lines" | "columns" | "orientation" | "frozenColumns" | "tabColour"
>;

/** The frame of a sheet: name, title, lines and columns as templates/workbook.yaml has them. */
export function sheetFrame(facts: EditionFacts, sheet: SheetTemplate): SheetFrame {
  const { name, title, orientation, frozenColumns, tabColour, columns } = sheet;
  const summary = facts.summaries[sheet.sheet];
  return {
    name,
    title: filledTitle(title, facts),
    lines: [...sheetLines(facts), ...(summary ? [summary] : [])],
    columns: columns.map(toColumn),
    orientation,
    frozenColumns,
    ...(tabColour !== null && { tabColour }),
  };
}

/**
 * Makes a sheet without section rows an Excel table with filters, where office staff have left its columns such as a
 * table may have: none under a head of its own, no head twice.
 */
export function filterable({ sheet, columns }: SheetTemplate): Pick<SheetDescription, "table"> {
  const heads = columns.map(({ header }) => header.toLowerCase());
  const isPlain = columns.every(({ group }) => group === null) && new Set(heads).size === heads.length;
  return isPlain ? { table: sheet } : {};
}

/** What each column of a template says of a row; a column that nothing is said of is blank. */
export type RowCells = Readonly<Record<string, CellContent>>;

/** A row with its cells in the order in which the template has their columns. */
export function templatedRow(columns: readonly ColumnTemplate[], cells: RowCells): RowDescription {
  return dataRow(columns.map(({ column }) => cells[column] ?? { kind: "blank" }));
}

/**
 * Where a row of another sheet of the same workbook stands: "数据来源!A7".
 *
 * @param index 0-based, among the rows of the sheet, section rows included
 * @returns undefined where the workbook has no such sheet, or the sheet no such column
 */
export function rowAddress(facts: EditionFacts, key: SheetKey, index: number, column?: string): string | undefined {
  const sheet = facts.input.workbook.sheets.find((one) => one.sheet === key);
  const at = sheet?.columns.findIndex((one) => column === undefined || one.column === column) ?? -1;
  if (!sheet || at < 0) return undefined;
  const { lines, columns } = sheetFrame(facts, sheet);
  return `${sheet.name}!${toAddress(firstBodyRow({ lines, columns }) + index, at + 1)}`;
}

/** {plan}, {period} and {region} in a title. */
function filledTitle(title: string, { input: { plan, period, region } }: EditionFacts): string {
  return title
    .replaceAll("{plan}", plan.title)
    .replaceAll("{period}", periodName(period, "ytd"))
    .replaceAll("{region}", region.name);
}

function toColumn({ header, widthChars, align, group }: ColumnTemplate): ColumnDescription {
  return { header, widthChars, align, ...(group !== null && { group }) };
}
