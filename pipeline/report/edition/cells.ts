import type { Align, CellContent, ColumnDescription, RowDescription } from "../../model/edition.ts";
import type { Figure, Run } from "../../model/figure.ts";
import { display } from "./display.ts";

/** A cell of words; without any it is blank. */
export function textCell(words: string | readonly Run[] | null, link?: string): CellContent {
  const runs = typeof words === "string" ? [words] : (words ?? []);
  if (runs.length === 0 || runs.every((run) => run === "")) return { kind: "blank" };
  return { kind: "text", runs, ...(link !== undefined && { link }) };
}

/** A cell that holds a figure as a number; "—" where there is none. */
export function figureCell(figure: Figure | null | undefined, link?: string): CellContent {
  if (!figure) return textCell("—");
  const text = display(figure, "cell");
  return { kind: "number", figure: figure.id, text, ...(link !== undefined && { link }) };
}

/** A cell that holds a figure digit for digit as published. */
export function publishedCell(figure: Figure): CellContent {
  return { kind: "number", figure: figure.id, text: display(figure, "source") };
}

/** An ordinary row. */
export function dataRow(cells: readonly CellContent[]): RowDescription {
  return { kind: "data", cells };
}

/** A row of words that heads a further table on the same sheet. */
export function headerRow(words: readonly string[]): RowDescription {
  return { kind: "data", cells: words.map((word) => textCell(word)), look: "header" };
}

/** A column; `group` puts it under an upper header that its neighbours of the same group share. */
export function column(header: string, widthChars: number, align: Align, group?: string): ColumnDescription {
  return { header, widthChars, align, ...(group !== undefined && { group }) };
}
