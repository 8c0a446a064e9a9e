import type { Cell, CellRange, RawValue, Sheet } from "../model/cell.ts";
import type { ReadLimits } from "./limits.ts";
import { formatOf, indentOfStyle, type OdsStyles } from "./ods-styles.ts";
import { odsValue } from "./ods-value.ts";
import { tooLarge, unreadable } from "./refusal.ts";
import { xmlAttribute } from "./xml-tokens.ts";

/** Where a table is read for. */
export interface OdsContext {
  readonly file: string;
  readonly limits: ReadLimits;
  readonly styles: OdsStyles;
}

interface ColumnRun {
  readonly first: number;
  readonly last: number;
  readonly style: string | undefined;
  readonly hidden: boolean;
}

interface PlacedValue {
  readonly column: number;
  readonly raw: RawValue;
  readonly style: string | undefined;
}

/** One table of an .ods, filled as its tags come by. */
export class OdsTable {
  readonly #name: string;
  readonly #hidden: boolean;
  readonly #context: OdsContext;
  readonly #columns: ColumnRun[] = [];
  readonly #runs = new Map<number, ColumnRun | undefined>();
  readonly #cells: Cell[] = [];
  readonly #merges: CellRange[] = [];
  #row = 0; // rows finished
  #column = 0; // cells of this row finished
  #rowTag = "";
  #values: PlacedValue[] = [];

  constructor(attributes: string, context: OdsContext) {
    this.#name = xmlAttribute(attributes, "table:name") ?? "";
    this.#hidden = context.styles.hiddenTables.has(xmlAttribute(attributes, "table:style-name") ?? "");
    this.#context = context;
  }

  get cellCount(): number {
    return this.#cells.length + this.#values.length;
  }

  addColumns(attributes: string): void {
    this.#check("columns", this.#columns.length, "列的说明");
    const first = (this.#columns.at(-1)?.last ?? 0) + 1;
    const style = xmlAttribute(attributes, "table:default-cell-style-name");
    const last = first + repeats(attributes, "table:number-columns-repeated") - 1;
    this.#columns.push({ first, last, style, hidden: isHidden(attributes) });
  }

  openRow(attributes: string): void {
    this.#rowTag = attributes;
    this.#column = 0;
    this.#values = [];
  }

  /** @throws PipelineError FILE_UNREADABLE, FILE_TOO_LARGE */
  addCell(attributes: string, shown: string): void {
    const raw = odsValue(attributes, shown);
    const first = this.#column + 1;
    const count = repeats(attributes, "table:number-columns-repeated");
    this.#column += count;
    if (raw === undefined)
      throw unreadable(this.#context.file, "单元格的值与类型不符", { place: { sheet: this.#name } });
    this.#addMerge(attributes, first);
    if (raw === null) return;
    this.#check("columns", this.#column);
    this.#checkCells(count);
    const style = xmlAttribute(attributes, "table:style-name") ?? xmlAttribute(this.#rowTag, ROW_STYLE);
    for (let column = first; column <= this.#column; column += 1) {
      this.#values.push({ column, raw, style: style ?? this.#runAt(column)?.style });
    }
  }

  /** @throws PipelineError FILE_TOO_LARGE */
  closeRow(): void {
    const first = this.#row + 1;
    const count = repeats(this.#rowTag, "table:number-rows-repeated");
    this.#row += count;
    if (this.#values.length === 0) return;
    this.#check("rows", this.#row);
    this.#checkCells(this.#values.length * (count - 1));
    const values = this.#values;
    this.#values = [];
    for (let row = first; row <= this.#row; row += 1)
      for (const value of values) this.#cells.push(this.#cell(row, value));
  }

  finish(): Sheet {
    return { name: this.#name, hidden: this.#hidden, cells: this.#cells, merges: this.#merges };
  }

  #cell(row: number, { column, raw, style }: PlacedValue): Cell {
    const { styles } = this.#context;
    const hidden = isHidden(this.#rowTag) || (this.#runAt(column)?.hidden ?? false);
    const numberFormat = formatOf(styles, style) ?? "General";
    return { row, column, raw, numberFormat, indent: indentOfStyle(styles, style), hidden };
  }

  #addMerge(attributes: string, left: number): void {
    const right = left + repeats(attributes, "table:number-columns-spanned") - 1;
    const top = this.#row + 1;
    const bottom = top + repeats(attributes, "table:number-rows-spanned") - 1;
    if (right === left && bottom === top) return;
    this.#check("columns", right);
    this.#check("rows", bottom);
    this.#merges.push({ top, left, bottom, right });
  }

  #runAt(column: number): ColumnRun | undefined {
    if (!this.#runs.has(column)) {
      const run = this.#columns.find(({ first, last }) => column >= first && column <= last);
      this.#runs.set(column, run);
    }
    return this.#runs.get(column);
  }

  #checkCells(more: number): void {
    this.#check("cells", this.cellCount + more);
  }

  #check(name: "cells" | "rows" | "columns", found: number, what?: string): void {
    const { file, limits } = this.#context;
    const limit = limits[name];
    if (found > limit) throw tooLarge(file, name, { found, limit }, what === undefined ? {} : { what });
  }
}

const ROW_STYLE = "table:default-cell-style-name";

function repeats(attributes: string, name: string): number {
  const count = Number(xmlAttribute(attributes, name) ?? 1);
  return Number.isInteger(count) && count > 0 ? count : 1;
}

function isHidden(attributes: string): boolean {
  return ["collapse", "filter"].includes(xmlAttribute(attributes, "table:visibility") ?? "");
}
