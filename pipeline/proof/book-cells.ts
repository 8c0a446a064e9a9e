import { child, childrenOf, textIn, within, type XmlElement } from "../ooxml/xml-tree.ts";
import { type Paper, partOf } from "./paper.ts";

/** What the cells of a workbook hold, by sheet and address: `数据!B2`; numbers as they are stored. */
export type BookCells = ReadonlyMap<string, BookCell>;

export interface BookCell {
  readonly sheet: string;
  readonly at: string; // A1
  readonly text: string;
  readonly isNumber: boolean;
}

/**
 * Reads every cell of every sheet of a small workbook: shared, inline and computed words, numbers.
 *
 * @param prefix where the workbook's parts stand in the paper: word/embeddings/chart1.xlsx!/
 */
export function readBookCells(paper: Paper, prefix: string): BookCells {
  const open = (path: string) => partOf(paper, `${prefix}${path}`);
  const words = childrenOf(open("xl/sharedstrings.xml"), "si").map(wordsOf);
  const sheets = [...paper.keys()].filter(
    (path) => path.startsWith(`${prefix}xl/worksheets/`) && path.endsWith(".xml"),
  );
  const cells = new Map<string, BookCell>();
  for (const path of sheets.sort()) {
    const sheet = path.slice(prefix.length);
    for (const cell of within(child(open(sheet), "sheetData"), "c")) {
      const at = cell.attributes.get("r") ?? "";
      const read = cellOf(cell, words);
      if (read.text !== "") cells.set(`${sheet}!${at}`, { sheet, at, ...read });
    }
  }
  return cells;
}

function cellOf(cell: XmlElement, words: readonly string[]): Pick<BookCell, "text" | "isNumber"> {
  const type = cell.attributes.get("t") ?? "n";
  const value = child(cell, "v");
  const inline = child(cell, "is");
  if (inline) return { text: wordsOf(inline), isNumber: false };
  const written = value === undefined ? "" : textIn(value);
  if (type === "s") return { text: words[Number(written)] ?? "", isNumber: false };
  return { text: written, isNumber: type === "n" };
}

function wordsOf(element: XmlElement): string {
  return childrenOf(element)
    .filter(({ name }) => name === "t" || name === "r")
    .map((node) => (node.name === "t" ? textIn(node) : within(node, "t").map(textIn).join("")))
    .join("");
}
