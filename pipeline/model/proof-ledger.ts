import type { Figure, FigureId } from "./figure.ts";
import type { NonFigureKind } from "./non-figure.ts";

/** The namespace of the ledger that a briefing carries, as a custom XML part. */
export const LEDGER_NAMESPACE = "urn:jindu:ledger:1";

/** What the bookmarks around a briefing's figures are called, before their number: `_fig_12`. Word hides names with _. */
export const MARK_PREFIX = "_fig_";

/** All that a paper says in numbers, made from its description and not from the file: what proof holds the file against. */
export interface ProofLedger {
  readonly edition: {
    readonly kind: string;
    readonly period: string;
    readonly region: string;
    readonly title: string;
    readonly dataVintage: string;
    readonly asOf: string | null;
    readonly illustrative: boolean;
  };
  readonly figures: readonly Figure[]; // printed, and all they are computed from; by id
  readonly places: readonly StatedPlace[]; // that hold a number; in reading order
  readonly charts: readonly StatedChart[]; // in reading order
}

/**
 * A stretch of text that is read in one: the parts of a file stand apart, and so do words for people who cannot see a
 * chart, which some editors drop.
 */
export type Story = "body" | "alternative" | "header" | "footer" | "properties";

/** A paragraph, cell or line with its numbers. */
export interface StatedPlace {
  readonly story: Story;
  readonly label: string; // 第3段, 表1 第2行第4列, 报头, 页眉
  readonly parts: readonly StatedPart[]; // in one string, they are the place's text
}

export type StatedPart = string | StatedFigure | StatedNumeral;

/** A figure where it is printed. */
export interface StatedFigure {
  readonly figure: FigureId;
  readonly text: string;
  readonly mark: number | null; // of its bookmark: from 1, in reading order; null in a chart, which has none
}

/** A number that is no figure. */
export interface StatedNumeral {
  readonly kind: NonFigureKind | null; // null: nothing says what it is
  readonly text: string;
}

/** A chart: what its cells hold, and which of them it draws. */
export interface StatedChart {
  readonly label: string; // 图1
  readonly words: readonly StatedPart[]; // of its title and axes, that may stand in it
  readonly cells: readonly StatedCell[]; // of its workbook, row by row; blank ones left out
  readonly series: readonly StatedSeries[];
}

export interface StatedCell {
  readonly at: string; // A1
  readonly parts: readonly StatedPart[];
}

/** The cells of a series by their addresses. */
export interface StatedSeries {
  readonly name: string;
  readonly categories: readonly string[];
  readonly values: readonly string[]; // as many as there are categories; blank cells are gaps
}

/** A figure where it is printed, with what a reader of its place sees around it. */
export interface PrintedFigure extends StatedFigure {
  readonly label: string;
  readonly isAlone: boolean; // nothing else stands there: a cell of a table, a point of a chart
  readonly leads: readonly string[]; // the words before it, cut at the other numbers
}

/** Every figure of a paper at every place and in every cell of a chart's workbook, in reading order. */
export function printedFigures({ places, charts }: Pick<ProofLedger, "places" | "charts">): readonly PrintedFigure[] {
  const points = charts.flatMap(({ label, cells }) =>
    cells.map(({ at, parts }) => ({ label: `${label} ${at}`, parts })),
  );
  return [...places, ...points].flatMap(({ label, parts }) =>
    parts.flatMap((part, index) => {
      if (typeof part === "string" || !("figure" in part)) return [];
      const leads = parts.slice(0, index).filter((one) => typeof one === "string");
      return [{ ...part, label, isAlone: parts.length === 1, leads }];
    }),
  );
}
