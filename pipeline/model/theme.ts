import type { SeriesRole } from "./chart.ts";
import type { Align } from "./edition.ts";

/** A paragraph style of the briefing, as the theme describes it. */
export type BriefingStyle =
  | "masthead" // 简报名
  | "issueNumber" // 第×期
  | "issueLine" // 编发机关 and date, above the red rule
  | "editorNote" // 编者按
  | "title"
  | "subtitle"
  | "heading1" // 一、
  | "heading2" // （一）
  | "heading3" // 1.
  | "heading4" // （1）
  | "body"
  | "contributor" // 供稿单位
  | "attachment" // 附件说明
  | "appendix" // 附件1
  | "appendixTitle"
  | "caption" // above a table
  | "tableUnit" // 单位：…
  | "tableHead"
  | "tableText"
  | "note"
  | "header" // of the page
  | "footer" // page number
  | "imprint"; // 版记

export const BRIEFING_STYLES: readonly BriefingStyle[] = [
  "masthead",
  "issueNumber",
  "issueLine",
  "editorNote",
  "title",
  "subtitle",
  "heading1",
  "heading2",
  "heading3",
  "heading4",
  "body",
  "contributor",
  "attachment",
  "appendix",
  "appendixTitle",
  "caption",
  "tableUnit",
  "tableHead",
  "tableText",
  "note",
  "header",
  "footer",
  "imprint",
];

/** How a paragraph of the briefing looks. */
export interface TextLook {
  readonly font: string; // of Chinese characters
  readonly latinFont: string; // of digits and Latin letters
  readonly sizePt: number; // 三号 is 16
  readonly linePt: number; // exact line height
  readonly beforePt: number;
  readonly afterPt: number;
  readonly align: Align | "justify";
  readonly firstLineChars: number; // indent of the first line, in characters
  readonly colour: string; // RRGGBB
}

/** The page of the briefing, the one that is chosen of those described (GB/T 9704-2012; standards of the field, section 1.1 and 1.2). */
export interface PageLook {
  readonly topMm: number;
  readonly bottomMm: number;
  readonly leftMm: number;
  readonly rightMm: number;
  readonly headerMm: number; // page edge to header
  readonly footerMm: number; // page edge to footer
  readonly grid: "lines" | "linesAndChars";
  readonly linePitchPt: number; // 28.95: 22 lines fill the 版心
  readonly charSpacePt: number; // -0.207: 28 characters of 三号 fill a line
}

/** Fonts, sizes and colours of the workbook. */
export interface WorkbookLook {
  readonly titleFont: string;
  readonly headFont: string;
  readonly bodyFont: string;
  readonly titlePt: number;
  readonly linePt: number; // lines under the title, notes
  readonly headPt: number;
  readonly bodyPt: number;
  readonly headFill: string; // RRGGBB
  readonly sectionFill: string;
  readonly borderColour: string;
  readonly linkColour: string;
  readonly noticeColour: string; // 演示数据
  readonly noticeFill: string;
  readonly marginMm: number; // all four sides
  readonly a3FromChars: number; // landscape sheets wider than this print on A3
}

export const DASHES = ["solid", "dash", "dot"] as const;
export const MARKERS = ["none", "circle", "square", "diamond", "triangle"] as const;
export const PATTERNS = ["solid", "dots", "wide-diagonal", "horizontal"] as const;

/** How a series of a chart looks; dash, marker, width and pattern tell it apart in black and white. */
export interface SeriesLook {
  readonly colour: string; // RRGGBB, of the line and its markers, of a column's edge and pattern
  readonly fill: string; // RRGGBB, of a column
  readonly pattern: (typeof PATTERNS)[number]; // on the fill
  readonly widthPt: number; // of the line
  readonly dash: (typeof DASHES)[number];
  readonly marker: (typeof MARKERS)[number];
}

/** Fonts, sizes and colours of charts. */
export interface ChartLook {
  readonly titleFont: string;
  readonly textFont: string;
  readonly titlePt: number;
  readonly textPt: number;
  readonly textColour: string; // RRGGBB
  readonly gridColour: string;
  readonly axisColour: string;
  readonly gapPercent: number; // between columns, of their width
  readonly heightMm: number; // in the briefing
  readonly barsMm: number; // there, of the axis where bars lie down
  readonly barMm: number; // of each place for a bar
  readonly legendMm: number; // and below them
  readonly series: Readonly<Record<SeriesRole, SeriesLook>>;
}

/** How a light is written: the sign and the word are told apart without colour. */
export interface LightLook {
  readonly sign: string;
  readonly word: string;
  readonly colour: string; // RRGGBB, of the text
  readonly fill: string; // RRGGBB
}

/** The look of the papers: what may be restyled without touching the program. */
export interface Theme {
  readonly page: PageLook;
  readonly styles: Readonly<Record<BriefingStyle, TextLook>>;
  readonly ruleColour: string; // RRGGBB, of the line under the masthead
  readonly workbook: WorkbookLook;
  readonly charts: ChartLook;
  readonly lights: Readonly<Record<"green" | "yellow" | "red" | "grey", LightLook>>;
}

/** A light as printed: "● 红". */
export function lightText({ sign, word }: LightLook): string {
  return `${sign} ${word}`;
}
