import type { Sheet } from "../model/cell.ts";
import type { ReadLimits } from "./limits.ts";
import { emptyOdsStyles, makeStyleReader } from "./ods-styles.ts";
import { type OdsContext, OdsTable } from "./ods-table.ts";
import { encrypted, tooLarge, unreadable, unsupported } from "./refusal.ts";
import { type XmlToken, xmlAttribute, xmlTokens } from "./xml-tokens.ts";
import type { Parts } from "./zip-guard.ts";

const ROOT = "office:spreadsheet";
const CELLS = ["table:table-cell", "table:covered-table-cell"];
/** What stands in or beside cells without being part of their value. */
const BESIDES =
  /^(?:office:annotation|office:forms|table:shapes|table:tracked-changes|draw:.*|text:(?:ruby-text|note))$/;
const LONGEST_BLANK = 1_000;

/**
 * Reads the tables of an .ods in the order of their tabs; formulas give the results that are kept with them.
 *
 * @param parts of the file, as the guard unpacked them
 * @throws PipelineError FORMAT_UNSUPPORTED, FILE_TOO_LARGE, FILE_UNREADABLE
 */
export function readOds(parts: Parts, file: string, limits: ReadLimits): readonly Sheet[] {
  if (parts.has("encrypted-package") || parts.get("meta-inf/manifest.xml")?.includes("encryption-data")) {
    throw encrypted(file);
  }
  const content = parts.get("content.xml");
  if (content === undefined) throw unreadable(file, "文件不完整，缺少内容部分 content.xml");
  if (!content.includes(`<${ROOT}`)) throw unsupported(file, "odf");
  const styles = emptyOdsStyles();
  try {
    const readStyle = makeStyleReader(styles);
    const named = parts.get("styles.xml")?.toString("utf8") ?? "";
    for (const token of named === "" ? [] : xmlTokens(named)) readStyle(token);
    return readTables(xmlTokens(content.toString("utf8")), { file, limits, styles });
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    throw unreadable(file, "工作表的内容不完整或写法不规范", { cause });
  }
}

function readTables(tokens: Iterable<XmlToken>, context: OdsContext): readonly Sheet[] {
  const readStyle = makeStyleReader(context.styles);
  const sheets: Sheet[] = [];
  let table: OdsTable | undefined;
  let cell: { readonly attributes: string; readonly text: CellText } | undefined;
  let isInside = false; // of the spreadsheet; before it stand the styles
  let cells = 0;
  let passedOver = 0; // how deep within something that is no part of a value
  for (const token of tokens) {
    const { type, name, attributes } = token;
    if (name === ROOT) isInside = type === "open";
    if (!isInside) readStyle(token);
    else if (passedOver > 0 || BESIDES.test(name)) passedOver += type === "open" ? 1 : type === "close" ? -1 : 0;
    else if (cell && CELLS.includes(name) && type === "close") {
      table?.addCell(cell.attributes, cell.text.finish());
      cell = undefined;
    } else if (cell) cell.text.add(token);
    else if (name === "table:table" && type === "open") {
      if (table) throw new SyntaxError("a table in a table");
      table = new OdsTable(attributes, context);
    } else if (name === "table:table" && table) {
      cells += table.cellCount;
      const { file, limits } = context;
      if (cells > limits.cells) throw tooLarge(file, "cells", { found: cells, limit: limits.cells });
      sheets.push(table.finish());
      table = undefined;
    } else if (type === "open" && CELLS.includes(name)) cell = { attributes, text: new CellText() };
    else if (type === "open" && name === "table:table-column") table?.addColumns(attributes);
    else if (name === "table:table-row" && type === "open") table?.openRow(attributes);
    else if (name === "table:table-row") table?.closeRow();
  }
  return sheets;
}

/** The text of a cell: its paragraphs as lines, blanks as they are meant. */
class CellText {
  readonly #paragraphs: string[] = [];
  #depth = 0; // of paragraphs

  add({ type, name, attributes, text }: XmlToken): void {
    if (name === "text:p" || name === "text:h") {
      this.#depth += type === "open" ? 1 : -1;
      if (type === "open") this.#paragraphs.push("");
    } else if (this.#depth === 0) return;
    else if (type === "text") {
      const blankless = text.replace(/[ \t\r\n]+/g, " ");
      this.#append(this.#paragraphs.at(-1) === "" ? blankless.replace(/^ /, "") : blankless);
    } else if (type === "open" && name === "text:line-break") this.#append("\n");
    else if (type === "open" && name === "text:tab") this.#append("\t");
    else if (type === "open" && name === "text:s") {
      this.#append(" ".repeat(Math.min(LONGEST_BLANK, Number(xmlAttribute(attributes, "text:c") ?? 1) || 1)));
    }
  }

  finish(): string {
    return this.#paragraphs.join("\n");
  }

  #append(text: string): void {
    this.#paragraphs[this.#paragraphs.length - 1] += text;
  }
}
