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
}

/** A stretch of text that is read in one: the parts of a file stand apart. */
export type Story = "body" | "header" | "footer" | "properties";

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
  readonly mark: number; // of its bookmark: from 1, in reading order
}

/** A number that is no figure. */
export interface StatedNumeral {
  readonly kind: NonFigureKind | null; // null: nothing says what it is
  readonly text: string;
}
