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
 *
 * @param table its name in formulas and lists of names
 */
export function filterable({ columns }: SheetTemplate, table: string): Pick<SheetDescription, "table"> {
  const heads = columns.map(({ header }) => header.toLowerCase());
  const isPlain = columns.every(({ group }) => group === null) && new Set(heads).size === heads.length;
  return isPlain ? { table } : {};
}

/** What each column of a template says of a row; a column that nothing is said of is blank. */
export type RowCells = Readonly<Record<string, CellContent>>;

/** A row with its cells in the order in which the template has their columns. */
export function templatedRow(columns: readonly ColumnTemplate[], cells: RowCells): RowDescription {
  return dataRow(columns.map(({ column }) => cells[column] ?? { kind: "blank" }));
}

/** Tells where a row of a sheet stands, by its index from 0, section rows included: "数据来源!A7". */
export type RowAddress = (index: number) => string | undefined;

/** Finds rows of another sheet of the same workbook; undefined for each where the workbook has no such sheet. */
export function rowFinder(facts: EditionFacts, key: SheetKey): RowAddress {
  const sheet = facts.input.workbook.sheets.find((one) => one.sheet === key);
  if (!sheet) return () => undefined;
  const top = firstBodyRow(sheetFrame(facts, sheet));
  return (index) => `${sheet.name}!${toAddress(top + index, 1)}`;
}

/** The cell of a column in a row of the sheet, from 1: "F12"; undefined where the sheet has no such column. */
export function columnAddress({ columns }: SheetTemplate, column: string, row: number): string | undefined {
  const at = columns.findIndex((one) => one.column === column);
  return at < 0 ? undefined : toAddress(row, at + 1);
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
