import type { Light } from "./assessment.ts";
import type { CellSpan, ChartDescription, PlacedChart } from "./chart.ts";
import type { Figure, FigureId, FigureText, Run } from "./figure.ts";
import type { DeclaredText } from "./non-figure.ts";
import type { Period } from "./period.ts";

export type EditionKind = "monthly" | "quarterly" | "annual";

/** One issue of the papers as a plain description; writers turn it into files and add nothing. */
export interface Edition {
  readonly kind: EditionKind;
  readonly period: Period;
  readonly region: string;
  readonly title: string; // 2023年6月通辽市国民经济和社会发展计划执行情况
  readonly asOf: string | null; // "2023-07-15" where asked for, else everything known
  readonly dataVintage: string; // "2023-07-12": latest vintage of what is judged, of the places beside it and of the projects listed; also the files' fixed date
  readonly latestIsPublic?: boolean; // what has that vintage are public releases, none of a bureau's own sheets
  readonly illustrative: boolean; // any figure rests on 演示数据
  readonly partlyIllustrative?: boolean; // and a target is judged on a published figure
  readonly rules: string; // name of the light rules
  readonly plan?: EditionPlan;
  readonly figures: readonly Figure[]; // every figure printed anywhere, by id
  readonly sheets: readonly SheetDescription[];
  readonly blocks: readonly Block[]; // of the briefing, top to bottom
  readonly declared?: readonly DeclaredText[]; // names, sentences of the plan and rules with numbers in them that are no figures
}

/** The plan that an edition is held against. */
export interface EditionPlan {
  readonly year: number;
  readonly title: string; // 2023年通辽市国民经济和社会发展计划
  readonly documentNumber: string; // 通政发〔2023〕21号
}

export type Align = "left" | "center" | "right";

/** A column; neighbours of the same `group` share a merged upper header. */
export interface ColumnDescription {
  readonly header: string;
  readonly group?: string;
  readonly widthChars: number; // in half-width characters; a Chinese character is two
  readonly align: Align;
}

/** What stands in one cell of a sheet or table. */
export type CellContent =
  | ({ readonly kind: "text"; readonly runs: readonly Run[] } & CellExtras)
  | ({
      readonly kind: "number";
      readonly figure: FigureId;
      readonly text: string; // as printed, "5.2"
      /**
       * What a reader would recompute it by, without "=": "ROUND(E7/C7*100,1)". It must give exactly `text`; numbers that
       * were published have none.
       */
      readonly formula?: string;
    } & CellExtras)
  | { readonly kind: "light"; readonly light: Light; readonly word?: string } // ● 严重滞后; without a word ● 红
  | { readonly kind: "trend"; readonly values: CellSpan } // small columns in the cell, one a value: a sparkline
  | {
      readonly kind: "blank";
      readonly isOutside?: true; // between tables that stand side by side, without a frame
      readonly joinsLeft?: true; // one cell with the one to its left
    };

/** What may go with the words or the number of a cell. */
export interface CellExtras {
  readonly link?: string; // "数据来源!A7" within the workbook, or https
  readonly comment?: string; // short; shown when the cell is pointed at
}

/** A row: data, or a section heading that spans the table. */
export type RowDescription =
  | {
      readonly kind: "data";
      readonly cells: readonly CellContent[];
      readonly look?: "header" | "total"; // header: of a second table below the first; absent: an ordinary row
      readonly numbers?: Align; // where the row's numbers stand, instead of where their columns' do
    }
  | { readonly kind: "section"; readonly text: string; readonly newPage?: true }; // newPage: printed on a page of its own

/** A sheet of the workbook, title first, notes last. */
export interface SheetDescription {
  readonly name: string; // 总览; at most 31 characters
  readonly title: string;
  readonly lines: readonly (readonly Run[])[]; // under the title: period, vintage, 演示数据, unit
  readonly columns: readonly ColumnDescription[];
  readonly rows: readonly RowDescription[]; // on the sheet from row firstBodyRow() on (report/sheet-layout.ts)
  readonly notes: readonly (readonly Run[])[];
  readonly orientation: "portrait" | "landscape";
  readonly frozenColumns: number; // that stay while scrolling; the header rows always do
  readonly fit?: "width" | "page"; // page: all of it on one printed page; absent: the width only
  readonly charts?: readonly PlacedChart[];
  readonly plain?: true; // for machines: neither title nor lines, the header stands in row 1
  readonly table?: string; // the rows are an Excel table of this name, with filters: one header row, no sections, no notes between
  readonly marks?: readonly ColumnMarks[];
  readonly names?: Readonly<Record<string, string>>; // defined names: to ranges of this sheet, "B7:B119"
  readonly tabColour?: string; // RRGGBB
}

/** Data bars or signs that a column of numbers carries; they must be told apart in black and white. */
export interface ColumnMarks {
  readonly column: number; // from 0
  readonly kind: "bars" | "arrows"; // arrows: up above zero, level at zero, down below
  readonly rows?: readonly [number, number]; // of `rows`, from 0, both included; absent: all
}

export type ParagraphStyle =
  | "masthead" // the paper's name in red
  | "editor-note" // 编者按, before the title
  | "title"
  | "subtitle" // 演示数据, data vintage
  | "heading1" // 一、
  | "heading2" // （一）
  | "heading3" // 1.
  | "heading4" // （1）
  | "body"
  | "body-last" // stays with what is signed or attached below it
  | "contributor" // 供稿单位, at the end of the text
  | "attachment" // 附件说明 below the text, its first line
  | "attachment-next" // its other lines
  | "appendix" // 附件1, at the head of a page of its own
  | "appendix-title"
  | "caption" // above a table
  | "note"; // small, below a table or at the end

/** A part of the briefing. */
export type Block =
  | { readonly kind: "paragraph"; readonly style: ParagraphStyle; readonly runs: readonly Run[] }
  | { readonly kind: "issue-line"; readonly left: string; readonly right: string }
  | {
      readonly kind: "table";
      readonly caption: string | null; // null where a title says it already
      readonly unit: string | null; // 单位：…, right above the table
      readonly columns: readonly ColumnDescription[];
      readonly rows: readonly RowDescription[];
    }
  | {
      readonly kind: "chart";
      readonly caption: string; // below it, with its number: 图1　规模以上工业增加值增速（%）
      readonly chart: ChartDescription;
      /**
       * The cells that it refers to: a plain sheet of one head row, whose first column names the points and whose heads
       * name the series. It goes into the file with the chart, so that the chart can be edited.
       */
      readonly cells: SheetDescription;
    };

/** A figure's text at a place of a paper, for the ledger. */
export interface PrintedFigure extends FigureText {
  readonly paper: "briefing" | "workbook";
  readonly place: string; // "第3段", "表1 第2行第4列", "图1 本年/1—6月", "指标对照!E7"
}
