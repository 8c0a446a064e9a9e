import { Table, TableCell, TableLayoutType, TableRow, VerticalAlignTable, WidthType } from "docx";
import type { Align, Block, CellContent, RowDescription } from "../../model/edition.ts";
import type { Run } from "../../model/figure.ts";
import { lightText, type Theme } from "../../model/theme.ts";
import { headerCells, headerDepth } from "../sheet-layout.ts";
import { columnTwips } from "./column-widths.ts";
import { textWidthTwips } from "./measures.ts";
import { styledParagraph } from "./paragraphs.ts";
import { TABLE_STYLE_ID } from "./plain-styles.ts";
import { tableStyleId } from "./style-names.ts";

export type TableBlock = Extract<Block, { readonly kind: "table" }>;

/** Tables of at most so many rows stay on one page; of longer ones so many at either end do. */
const KEPT_TOGETHER_ROWS = 12;
const KEPT_AT_ENDS = 3;

/**
 * A table as wide as the 版心: header rows repeat on every page, no row is split, a short table stays on one page, and
 * of a long one never fewer than three rows stand at the foot or the head of a page.
 *
 * Standards of the field, section 1.5.
 */
export function briefingTable({ columns, rows }: TableBlock, theme: Theme): Table {
  const width = textWidthTwips(theme.page);
  const widths = columnTwips(
    columns.map(({ widthChars }) => widthChars),
    width,
  );
  const aligns = columns.map(({ align }) => align);
  const isShort = rows.length <= KEPT_TOGETHER_ROWS;
  return new Table({
    style: TABLE_STYLE_ID,
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    rows: [
      ...headerRows({ columns, rows }, widths),
      ...rows.map((row, index) => {
        const isLast = index === rows.length - 1;
        const isAtEnd = index < KEPT_AT_ENDS - 1 || index >= rows.length - KEPT_AT_ENDS;
        const keepNext = !isLast && (isShort || isAtEnd || isHeading(row));
        return new TableRow({ cantSplit: true, keepNext, children: rowCells(row, aligns, widths, theme) });
      }),
    ],
  });
}

function headerRows({ columns }: Pick<TableBlock, "columns" | "rows">, widths: readonly number[]): TableRow[] {
  const cells = headerCells(columns);
  return Array.from({ length: headerDepth(columns) }, (_unused, level) => {
    const children = cells
      .filter(({ row }) => row === level)
      .map(({ text, column, rowSpan, columnSpan }) =>
        tableCell([text], tableStyleId("tableHead", "center"), sum(widths.slice(column, column + columnSpan)), {
          rowSpan,
          columnSpan,
        }),
      );
    return new TableRow({ tableHeader: true, cantSplit: true, keepNext: true, children });
  });
}

function rowCells(row: RowDescription, aligns: readonly Align[], widths: readonly number[], theme: Theme): TableCell[] {
  if (row.kind === "section") {
    return [tableCell([row.text], tableStyleId("tableHead", "left"), sum(widths), { columnSpan: widths.length })];
  }
  const look = row.look === undefined && !isHeading(row) ? "tableText" : "tableHead";
  return widths.flatMap((_unused, index) => {
    const content = row.cells[index] ?? { kind: "blank" };
    if (joinsLeft(content)) return [];
    const joined = row.cells.slice(index + 1).findIndex((cell) => !joinsLeft(cell));
    const columnSpan = joined < 0 ? Math.max(1, row.cells.length - index) : joined + 1;
    const own = content.kind === "number" ? row.numbers : undefined;
    const align = row.look === "header" ? "center" : (own ?? aligns[index] ?? "left");
    const width = sum(widths.slice(index, index + columnSpan));
    const span = columnSpan > 1 ? { columnSpan } : {};
    return [tableCell(cellRuns(content, theme), tableStyleId(look, align), width, span)];
  });
}

/** A row of one cell heads those below. */
function isHeading(row: RowDescription): boolean {
  return row.kind === "section" || (row.cells.length > 1 && row.cells.slice(1).every(joinsLeft));
}

function joinsLeft(cell: CellContent): boolean {
  return cell.kind === "blank" && cell.joinsLeft === true;
}

/** Links stay plain words: paper has none. Lights stay black, as the whole of a 公文 is. */
function cellRuns(content: CellContent, theme: Theme): readonly Run[] {
  switch (content.kind) {
    case "text":
      return content.runs;
    case "number":
      return [{ figure: content.figure, text: content.text }];
    case "light":
      return [lightText({ ...theme.lights[content.light], ...(content.word && { word: content.word }) })];
    case "trend":
    case "blank":
      return [];
  }
}

function tableCell(
  runs: readonly Run[],
  styleId: string,
  width: number,
  span: { readonly rowSpan?: number; readonly columnSpan?: number } = {},
): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    children: [styledParagraph(styleId, runs)],
    ...span,
  });
}

function sum(widths: readonly number[]): number {
  return widths.reduce((total, width) => total + width, 0);
}
