import { printableText } from "./model/printable-text.ts";

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6●○◐—]/u;

export interface TerminalColumn {
  readonly header: string;
  readonly align: "left" | "right";
}

/** Columns that `text` takes in a terminal: a Chinese character takes two. */
export function displayWidth(text: string): number {
  return [...text].reduce((width, character) => width + (WIDE.test(character) ? 2 : 1), 0);
}

/**
 * Writes to a stream that a person may be looking at: what sheets say is printed, never obeyed (`printableText`).
 *
 * Line ends of CSV, `\r\n`, stay.
 */
export function printTo(stream: { write(text: string): unknown }): (text: string) => void {
  return (text) => void stream.write(text.split("\r\n").map(printableText).join("\r\n"));
}

/**
 * Sets rows as aligned columns under a header and a rule, two blanks apart; no blanks at line ends. Every row is one
 * line, whatever its texts hold.
 *
 * @returns lines without a final line break
 */
export function formatTable(columns: readonly TerminalColumn[], rows: readonly (readonly string[])[]): string {
  const lines = rows.map((row) => row.map((text) => printableText(text).replaceAll("\n", " ")));
  const widths = columns.map(({ header }, index) =>
    Math.max(displayWidth(header), ...lines.map((row) => displayWidth(row[index] ?? ""))),
  );
  const line = (cells: readonly string[]) =>
    columns
      .map(({ align }, index) => pad(cells[index] ?? "", widths[index] ?? 0, align))
      .join("  ")
      .trimEnd();
  const rule = widths.map((width) => "-".repeat(width)).join("  ");
  return [line(columns.map(({ header }) => header)), rule, ...lines.map(line)].join("\n");
}

function pad(text: string, width: number, align: "left" | "right"): string {
  const blanks = " ".repeat(Math.max(0, width - displayWidth(text)));
  return align === "left" ? text + blanks : blanks + text;
}
