import type { Cell, CellRange } from "../model/cell.ts";
import { htmlAttribute } from "./html-tokens.ts";
import type { ReadLimits } from "./limits.ts";
import { tooLarge, unreadable } from "./refusal.ts";

const UNSIGNED = /^[\d,.]+%?$/;

/** Where the cells of a page's tables stand, one table below the other, with the text between them. */
export class HtmlGrid {
  readonly cells: Cell[] = [];
  readonly merges: CellRange[] = [];
  readonly #file: string;
  readonly #limits: ReadLimits;
  readonly #taken = new Map<number, number>(); // column -> last row that a cell from above reaches down to
  readonly #hiddenColumns = new Set<number>();
  #colCount = 0;
  #spanned = 0;
  #row = 0;
  #column = 0;
  #isRowHidden = false;

  constructor(file: string, limits: ReadLimits) {
    this.#file = file;
    this.#limits = limits;
  }

  startTable(): void {
    this.#taken.clear();
    this.#hiddenColumns.clear();
    this.#colCount = 0;
  }

  /** A table ends below its last row, and below what its cells reach down to. */
  endTable(): void {
    this.#row = Math.max(this.#row, ...this.#taken.values());
    this.startTable();
  }

  addColumn(attributes: string): void {
    const span = spanOf(attributes, "span");
    this.#check("columns", this.#colCount + span);
    if (isHidden(attributes)) {
      for (let step = 1; step <= span; step += 1) this.#hiddenColumns.add(this.#colCount + step);
    }
    this.#colCount += span;
  }

  startRow(attributes: string): void {
    this.#row += 1;
    this.#column = 0;
    this.#isRowHidden = isHidden(attributes);
    this.#check("rows", this.#row);
  }

  /** A line of text outside all tables: a title, a unit, a note. */
  addLine(text: string): void {
    this.startRow("");
    this.#add(this.#row, 1, text, false);
  }

  /** @throws PipelineError FILE_TOO_LARGE, FILE_UNREADABLE */
  addCell(attributes: string, text: string, isColoured: boolean): void {
    const left = this.#nextFree();
    const right = left + spanOf(attributes, "colspan") - 1;
    const bottom = this.#row + spanOf(attributes, "rowspan") - 1;
    this.#check("columns", right);
    this.#check("rows", bottom);
    if (bottom > this.#row) {
      this.#spanned += right - left + 1;
      this.#check("cells", this.#spanned, "合并单元格占用的格数");
      for (let column = left; column <= right; column += 1) this.#taken.set(column, bottom);
    }
    if (right > left || bottom > this.#row) this.merges.push({ top: this.#row, left, bottom, right });
    this.#column = right;
    this.#add(this.#row, left, this.#withSign(attributes, text, isColoured), isHidden(attributes));
  }

  #nextFree(): number {
    let column = this.#column + 1;
    while ((this.#taken.get(column) ?? 0) >= this.#row) column += 1;
    return column;
  }

  #add(row: number, column: number, text: string, isCellHidden: boolean): void {
    if (text.trim() === "") return;
    this.#check("cells", this.cells.length + 1);
    const hidden = isCellHidden || this.#isRowHidden || this.#hiddenColumns.has(column);
    this.cells.push({ row, column, raw: { type: "text", text }, numberFormat: "General", indent: 0, hidden });
  }

  /** Excel writes negative numbers that a format shows in red without their sign; the number behind has it. */
  #withSign(attributes: string, text: string, isColoured: boolean): string {
    if (!UNSIGNED.test(text.trim())) return text;
    const number = Number(htmlAttribute(attributes, "x:num") || Number.NaN);
    if (number < 0) return `-${text.trim()}`;
    if (isColoured && Number.isNaN(number)) {
      throw unreadable(
        this.#file,
        `第${this.#row}行的 ${JSON.stringify(text.trim())} 只用颜色区分正负，网页里看不出正负号`,
      );
    }
    return text;
  }

  #check(name: "cells" | "rows" | "columns", found: number, what?: string): void {
    const limit = this.#limits[name];
    if (found > limit) throw tooLarge(this.#file, name, { found, limit }, what === undefined ? {} : { what });
  }
}

function spanOf(attributes: string, name: string): number {
  const span = Number(htmlAttribute(attributes, name) ?? 1);
  return Number.isInteger(span) && span > 0 ? span : 1;
}

function isHidden(attributes: string): boolean {
  return /display\s*:\s*none/i.test(htmlAttribute(attributes, "style") ?? "");
}
