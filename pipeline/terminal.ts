import { printableText } from "./model/printable-text.ts";

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6●○◐—]/u;

export interface TerminalColumn {
  readonly header: string;
  readonly align: "left" | "right";
  readonly wraps?: boolean; // gives up width where the table is too wide, and goes on in the line below; one column at most
}

/** A row's texts by column, or the words of a heading that stands alone. */
export type TerminalRow = readonly string[] | string;

const BYTE_ORDER_MARK = "\ufeff";
const NARROWEST = 12;
const GAP = "  ";
const UNBROKEN = /[（“【《]?(?:[\d.,%+-]+|.)[，。；：、）”】》％]{0,2}/gsu;

/** Columns that `text` takes in a terminal: a Chinese character takes two. */
export function displayWidth(text: string): number {
  return [...text].reduce((width, character) => width + (WIDE.test(character) ? 2 : 1), 0);
}

/**
 * Writes to a stream that a person may be looking at: what sheets say is printed, never obeyed (`printableText`).
 *
 * Line ends of CSV, `\r\n`, stay, and so does the mark that its text may begin with.
 */
export function printTo(stream: { write(text: string): unknown }): (text: string) => void {
  return (text) => {
    const mark = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : "";
    stream.write(mark + text.split("\r\n").map(printableText).join("\r\n"));
  };
}

/**
 * Sets rows as aligned columns under a header and a rule, two blanks apart; no blanks at line ends. Every row is one
 * line, whatever its texts hold, unless the table is wider than `maxWidth` and a column wraps.
 *
 * @returns lines without a final line break
 */
export function formatTable(
  columns: readonly TerminalColumn[],
  rows: readonly TerminalRow[],
  maxWidth = Number.POSITIVE_INFINITY,
): string {
  const printable = rows.map((row) => (typeof row === "string" ? onOneLine(row) : row.map(onOneLine)));
  const widths = fit(columns, naturalWidths(columns, printable), maxWidth);
  const line = (cells: readonly string[]) =>
    columns
      .map(({ align }, index) => pad(cells[index] ?? "", widths[index] ?? 0, align))
      .join(GAP)
      .trimEnd();
  const rule = widths.map((width) => "-".repeat(width)).join(GAP);
  const body = printable.flatMap((row) => {
    if (typeof row === "string") return wrapText(row, maxWidth);
    const wrapped = row.map((text, index) => wrapText(text, widths[index] ?? 0));
    const height = Math.max(...wrapped.map((lines) => lines.length));
    return Array.from({ length: height }, (_, at) => line(wrapped.map((lines) => lines[at] ?? "")));
  });
  return [line(columns.map(({ header }) => header)), rule, ...body].join("\n");
}

/**
 * Breaks a text into lines of at most `width` terminal columns; the empty text is one line.
 *
 * Numbers stay whole, and marks stay with the character that they follow or open.
 */
export function wrapText(text: string, width: number): readonly string[] {
  const lines: string[] = [""];
  for (const [piece] of text.matchAll(UNBROKEN)) {
    const last = lines.length - 1;
    const isFull = displayWidth(`${lines[last]}${piece}`) > width;
    if (isFull && lines[last] !== "") lines.push(piece.trimStart());
    else lines[last] += piece;
  }
  return lines;
}

function onOneLine(text: string): string {
  return printableText(text).replaceAll("\n", " ");
}

function naturalWidths(columns: readonly TerminalColumn[], rows: readonly TerminalRow[]): readonly number[] {
  const cells = rows.filter((row) => typeof row !== "string");
  return columns.map(({ header }, index) =>
    Math.max(displayWidth(header), ...cells.map((row) => displayWidth(row[index] ?? ""))),
  );
}

function fit(columns: readonly TerminalColumn[], widths: readonly number[], maxWidth: number): readonly number[] {
  const total = widths.reduce((sum, width) => sum + width, GAP.length * (widths.length - 1));
  const surplus = Math.max(0, total - maxWidth);
  return widths.map((width, index) => (columns[index]?.wraps ? Math.max(NARROWEST, width - surplus) : width));
}

function pad(text: string, width: number, align: "left" | "right"): string {
  const blanks = " ".repeat(Math.max(0, width - displayWidth(text)));
  return align === "left" ? text + blanks : blanks + text;
}
