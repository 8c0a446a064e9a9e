import { toAddress } from "../../model/cell.ts";
import type { CellContent, RowDescription, SheetDescription } from "../../model/edition.ts";
import { numeralsIn } from "../../model/numeral.ts";
import { runsText } from "../printable.ts";
import { firstBodyRow, firstNoteRow, headerCells, headerDepth } from "../sheet-layout.ts";

/**
 * Every cell of words that holds a number, and every comment that does, by place: 数据来源!B7, 指标对照!E7 批注. Titles, lines,
 * headers and notes of a sheet are cells too; a plain sheet's are left out, its rows stand in data.csv.
 */
export function wordedPlaces(sheets: readonly SheetDescription[]): Readonly<Record<string, string>> {
  const worded = sheets.filter(({ plain }) => !plain).flatMap(inSheet);
  return Object.fromEntries(worded.filter(([, text]) => numeralsIn(text).length > 0));
}

/** What a workbook's charts say themselves, where it holds a number: their titles and the units of their axes; each once, in reading order. */
export function chartWords(sheets: readonly SheetDescription[]): readonly string[] {
  const said = sheets
    .flatMap(({ charts = [] }) => charts)
    .flatMap(({ chart: { title, unit, secondaryUnit } }) => [title, unit, secondaryUnit ?? ""]);
  return [...new Set(said)].filter((text) => numeralsIn(text).length > 0);
}

type Worded = readonly [place: string, text: string];

function inSheet(sheet: SheetDescription): readonly Worded[] {
  const { name, title, lines, columns, rows, notes } = sheet;
  const at = (row: number, column: number) => `${name}!${toAddress(row, column)}`;
  const bodyRow = firstBodyRow(sheet);
  const headRow = bodyRow - headerDepth(columns);
  const noteRow = firstNoteRow(sheet);
  return [
    [at(1, 1), title],
    ...lines.map((line, index): Worded => [at(2 + index, 1), runsText(line)]),
    ...headerCells(columns).map(({ text, row, column }): Worded => [at(headRow + row, column + 1), text]),
    ...rows.flatMap((row, index) =>
      cellsOf(row).flatMap((cell, column) => inCell(cell, at(bodyRow + index, column + 1))),
    ),
    ...notes.map((note, index): Worded => [at(noteRow + index, 1), runsText(note)]),
  ];
}

function cellsOf(row: RowDescription): readonly CellContent[] {
  return row.kind === "data" ? row.cells : [{ kind: "text", runs: [row.text] }];
}

function inCell(cell: CellContent, place: string): readonly Worded[] {
  const comment = "comment" in cell && cell.comment !== undefined ? [[`${place} 批注`, cell.comment] as const] : [];
  return cell.kind === "text" ? [[place, runsText(cell.runs)], ...comment] : comment;
}
