import type { Sheet } from "../model/cell.ts";
import { stemOf } from "./delimited.ts";
import { HtmlGrid } from "./html-grid.ts";
import { type HtmlToken, htmlAttribute, htmlTokens } from "./html-tokens.ts";
import type { ReadLimits } from "./limits.ts";
import { unreadable, unsupported } from "./refusal.ts";

const BLOCKS = /^(?:p|div|h[1-6]|li|center|body|form|section|caption)$/;
const SHEET_NAME = /<x:Name>([^<&]+)<\/x:Name>/g;
const RESAVE = "请用 Excel 或 WPS 打开，另存为 .xlsx 后重新上传";

/**
 * Reads the tables of a web page as one sheet, one below the other, as Excel opens them; many systems export such
 * pages under the name .xls. Every cell is text as it is shown; lines outside the tables become rows of one cell.
 *
 * @param file base name; it names the sheet where the page does not
 * @throws PipelineError FORMAT_UNSUPPORTED for a page without a table, FILE_UNREADABLE, FILE_TOO_LARGE
 */
export function readHtml(html: string, file: string, limits: ReadLimits): Sheet {
  const { cells, merges } = readPage(html, file, limits);
  const names = [...html.matchAll(SHEET_NAME)].map((match) => match[1] ?? "");
  return { name: names.length === 1 && names[0] ? names[0] : stemOf(file), hidden: false, cells, merges };
}

function readPage(html: string, file: string, limits: ReadLimits): HtmlGrid {
  const page = new Page(file, limits);
  try {
    for (const token of htmlTokens(html)) page.add(token);
    return page.finish();
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    throw unreadable(file, "网页的内容不完整或写法不规范，表格可能缺行", { cause });
  }
}

/** What has been seen of a page so far. Rows and cells end where the next begins, as browsers take it. */
class Page {
  readonly #file: string;
  readonly #grid: HtmlGrid;
  #tables = 0;
  #isInTable = false;
  #isInRow = false;
  #cell: string | undefined; // attributes of the cell at hand
  #isColoured = false;
  #text = "";

  constructor(file: string, limits: ReadLimits) {
    this.#file = file;
    this.#grid = new HtmlGrid(file, limits);
  }

  add({ type, name, attributes, text }: HtmlToken): void {
    if (type === "text") this.#append(text.replace(/[ \t\r\n\f]+/g, " "));
    else if (name === "br") this.#append("\n");
    else if (name === "table") this.#tableTag(type);
    else if (!this.#isInTable || name === "caption") this.#outside(name);
    else if (name === "td" || name === "th") this.#cellTag(type, attributes);
    else if (name === "tr") this.#rowTag(type, attributes);
    else if (name === "col" && type === "open") this.#grid.addColumn(attributes);
    else if (BLOCKS.test(name) && this.#text !== "") this.#append("\n");
    else if (/mso-ignore\s*:\s*color/i.test(htmlAttribute(attributes, "style") ?? "")) this.#isColoured = true;
  }

  /** @throws SyntaxError where the page breaks off within a table; PipelineError FORMAT_UNSUPPORTED without one */
  finish(): HtmlGrid {
    if (this.#isInTable) throw new SyntaxError("a table stays open");
    this.#endLine();
    if (this.#tables === 0) throw unsupported(this.#file, "html");
    return this.#grid;
  }

  #tableTag(type: "open" | "close"): void {
    if (type === "open" && this.#isInTable) {
      throw unreadable(this.#file, "网页里的表格套着表格，看不出行列", { hint: RESAVE });
    }
    if (type === "open") this.#endLine();
    if (type === "close") this.#rowTag("close", "");
    if (type === "open") this.#grid.startTable();
    else if (this.#isInTable) this.#grid.endTable();
    this.#isInTable = type === "open";
    this.#tables += 1;
  }

  #rowTag(type: "open" | "close", attributes: string): void {
    this.#endCell();
    this.#isInRow = type === "open";
    if (type === "open") this.#grid.startRow(attributes);
  }

  #cellTag(type: "open" | "close", attributes: string): void {
    this.#endCell();
    if (type === "close") return;
    if (!this.#isInRow) this.#rowTag("open", "");
    this.#cell = attributes;
  }

  #endCell(): void {
    const text = this.#takeText();
    if (this.#cell === undefined && text !== "") this.#grid.addLine(text); // browsers show it above the table
    if (this.#cell !== undefined) this.#grid.addCell(this.#cell, text, this.#isColoured);
    this.#cell = undefined;
    this.#isColoured = false;
  }

  #outside(name: string): void {
    if (BLOCKS.test(name)) this.#endLine();
  }

  #endLine(): void {
    const text = this.#takeText();
    if (text !== "") this.#grid.addLine(text);
  }

  #append(text: string): void {
    this.#text += text;
  }

  #takeText(): string {
    const text = this.#text
      .replace(/ {2,}/g, " ")
      .replace(/ ?\n ?/g, "\n")
      .replace(/\n{2,}/g, "\n");
    this.#text = "";
    return text.replace(/^[ \n]+/, "").replace(/(?<![ \n])[ \n]+$/, "");
  }
}
