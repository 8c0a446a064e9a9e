import { toAddress } from "../../model/cell.ts";
import type { Block, CellContent, Edition, PrintedFigure, SheetDescription } from "../../model/edition.ts";
import type { FigureId, FigureText, Run } from "../../model/figure.ts";
import { runsText } from "../printable.ts";
import { firstBodyRow, firstNoteRow, headerDepth } from "../sheet-layout.ts";

/**
 * Every figure text of an edition with its place, in reading order: the workbook sheet by sheet, then the briefing.
 *
 * A place in the workbook is sheet and cell (指标对照!E7). In the briefing paragraphs count from 1, title and
 * headings included (第3段), and so do tables and their rows, header rows included (表1 第2行第4列). The cells behind
 * a chart are those of its points (图1 本年/1—6月): column head, then the row's name. Such a place stands for two, the
 * cell of the workbook within the chart and, where a series is drawn from it, the point that the chart itself keeps.
 */
export function printedFigures({ sheets, blocks }: Pick<Edition, "sheets" | "blocks">): readonly PrintedFigure[] {
  return [...sheets.flatMap(inSheet), ...inBriefing(blocks)];
}

/** The figures of the same places, as often as they are printed. */
export function printedIds({ sheets, blocks }: Pick<Edition, "sheets" | "blocks">): readonly FigureId[] {
  const ids = inBriefing(blocks).map(({ figure }) => figure);
  for (const sheet of sheets)
    eachInSheet(sheet, (_row, _column, texts) => ids.push(...texts.map(({ figure }) => figure)));
  return ids;
}

/** A sheet may have a hundred thousand cells: only those with a figure get a place. */
function inSheet(sheet: SheetDescription): readonly PrintedFigure[] {
  const found: PrintedFigure[] = [];
  eachInSheet(sheet, (row, column, texts) => {
    found.push(...place("workbook", `${sheet.name}!${toAddress(row, column)}`, texts));
  });
  return found;
}

type Visit = (row: number, column: number, texts: readonly FigureText[]) => void;

/** Visits the cells that have a figure, in reading order. */
function eachInSheet(sheet: SheetDescription, visit: Visit): void {
  const add: Visit = (row, column, texts) => {
    if (texts.length > 0) visit(row, column, texts);
  };
  const [bodyRow, noteRow] = [firstBodyRow(sheet), firstNoteRow(sheet)];
  for (const [index, line] of sheet.lines.entries()) add(2 + index, 1, inRuns(line));
  for (const [index, row] of sheet.rows.entries()) {
    if (row.kind === "section") continue;
    for (const [column, cell] of row.cells.entries()) add(bodyRow + index, column + 1, inCell(cell));
  }
  for (const [index, note] of sheet.notes.entries()) add(noteRow + index, 1, inRuns(note));
}

function inBriefing(blocks: readonly Block[]): readonly PrintedFigure[] {
  let paragraphs = 0;
  let tables = 0;
  let charts = 0;
  return blocks.flatMap((block) => {
    if (block.kind === "issue-line") return [];
    if (block.kind === "paragraph") {
      paragraphs += 1;
      return place("briefing", `第${paragraphs}段`, inRuns(block.runs));
    }
    if (block.kind === "chart") {
      charts += 1;
      return inChart(block.cells, `图${charts}`);
    }
    tables += 1;
    return inTable(block, tables);
  });
}

function inTable(table: Extract<Block, { kind: "table" }>, number: number): readonly PrintedFigure[] {
  const depth = headerDepth(table.columns);
  return table.rows.flatMap((row, index) =>
    row.kind === "section"
      ? []
      : row.cells.flatMap((cell, column) =>
          place("briefing", `表${number} 第${depth + index + 1}行第${column + 1}列`, inCell(cell)),
        ),
  );
}

function inChart({ columns, rows }: SheetDescription, chart: string): readonly PrintedFigure[] {
  return rows.flatMap((row) => {
    const [name, ...cells] = row.kind === "data" ? row.cells : [];
    const point = name?.kind === "text" ? runsText(name.runs) : "";
    return cells.flatMap((cell, index) =>
      place("briefing", `${chart} ${columns[index + 1]?.header}/${point}`, inCell(cell)),
    );
  });
}

function inCell(cell: CellContent): readonly FigureText[] {
  if (cell.kind === "number") return [{ figure: cell.figure, text: cell.text }];
  return cell.kind === "text" ? inRuns(cell.runs) : [];
}

function inRuns(runs: readonly Run[]): readonly FigureText[] {
  return runs.filter((run) => typeof run !== "string");
}

function place(paper: PrintedFigure["paper"], where: string, texts: readonly FigureText[]): readonly PrintedFigure[] {
  return texts.map(({ figure, text }) => ({ figure, text, paper, place: where }));
}
