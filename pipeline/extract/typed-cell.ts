import { type Cell, toAddress } from "../model/cell.ts";
import { type Decimal, decimalPlaces, roundHalfUp, times } from "../model/decimal.ts";
import type { ObservationStatus } from "../model/observation.ts";
import { leadingBlanks, squash } from "./normalise.ts";
import { makeLookReader, type UnitLook } from "./number-format.ts";
import { parsePublishedNumber } from "./published-number.ts";
import { remembered } from "./remembered.ts";

/** What a cell is by itself, before its place says anything. */
export type Content =
  | {
      readonly kind: "number";
      readonly value: Decimal; // as shown: 5.3 for 0.053 in a percent format
      readonly decimals: number;
      readonly unit: string | null; // that the cell itself shows
      readonly growth: boolean; // the cell itself says 增长 or 下降
    }
  | { readonly kind: "sentinel"; readonly status: ObservationStatus }
  | { readonly kind: "inexact" }
  | { readonly kind: "directionless" } // 收窄2.3: nobody can tell its sign
  | { readonly kind: "date"; readonly year: number; readonly month: number; readonly monthOnly: boolean } // shown without its day
  | { readonly kind: "formula-error" }
  | { readonly kind: "formula-not-calculated" }
  | { readonly kind: "scaled-format" }
  | { readonly kind: "text" };

/** A cell with its content told apart and its text in the form that the grammars read. */
export interface TypedCell {
  readonly index: number; // among the cells of its sheet, from 0
  readonly row: number;
  readonly column: number;
  readonly address: string; // A1
  readonly text: string; // as it stands in the cell, for people; a number in plain notation
  readonly squashed: string;
  readonly indent: number; // alignment and leading blanks together, in half-width characters
  readonly hidden: boolean;
  readonly content: Content;
}

const INDENT_STEP = 2; // half-width characters that one step of alignment indent moves a text

/** Tells what the cells of one sheet are; the same text and the same number format are read once. */
export type CellTyper = (cell: Cell, index: number) => TypedCell | undefined;

/**
 * Makes a function that tells what a cell is from its raw value and number format; undefined for one that only looks
 * filled (blanks, an empty string).
 *
 * @param sentinels the source's own signs in place of numbers
 */
export function makeCellTyper(sentinels: Readonly<Record<string, ObservationStatus>> = {}): CellTyper {
  const readText = remembered((text: string) => readTextOnce(text, sentinels));
  const lookOf = makeLookReader();
  return (cell, index) => {
    const { row, column, raw, hidden } = cell;
    const text = rawText(cell);
    const isNumber = raw.type === "number";
    const words = isNumber ? undefined : readText(text);
    if (words?.isBlank) return undefined;
    const content = isNumber
      ? shownNumber(raw.value, lookOf(cell.numberFormat, raw.value))
      : contentOf(cell, words?.content ?? TEXT);
    return {
      index,
      row,
      column,
      address: toAddress(row, column),
      text,
      squashed: words?.squashed ?? text,
      indent: cell.indent * INDENT_STEP + (words?.leadingBlanks ?? 0),
      hidden,
      content,
    };
  };
}

const TEXT: Content = { kind: "text" };

/** What a text says wherever it stands. */
interface TextWords {
  readonly isBlank: boolean;
  readonly squashed: string;
  readonly leadingBlanks: number; // in half-width characters
  readonly content: Content;
}

function readTextOnce(text: string, sentinels: Readonly<Record<string, ObservationStatus>>): TextWords {
  const squashed = squash(text);
  const published = parsePublishedNumber(text, sentinels);
  return {
    isBlank: squashed === "" && text.trim() === "",
    squashed,
    leadingBlanks: leadingBlanks(text),
    content: published.kind === "words" ? TEXT : published,
  };
}

/** Tells whether a cell claims to hold a figure, readable or not: what must never end in silence. */
export function isFigure({ content: { kind } }: TypedCell): boolean {
  return kind !== "text" && kind !== "date" && kind !== "sentinel";
}

/** A column of 1, 2, 3 … without a head. */
export function isCounting(cells: readonly TypedCell[]): boolean {
  const numbers = cells.filter(isFigure).map(({ text }) => Number(text));
  return numbers.length > 0 && numbers.every((number, index) => number === index + 1);
}

function rawText({ raw }: Cell): string {
  switch (raw.type) {
    case "text":
    case "error":
      return raw.text;
    case "number":
      return raw.value;
    case "date":
      return raw.date;
    case "boolean":
      return raw.value ? "TRUE" : "FALSE";
    case "uncached":
      return "（公式）";
  }
}

function contentOf({ raw, numberFormat }: Cell, words: Content): Content {
  switch (raw.type) {
    case "date":
      return {
        kind: "date",
        year: Number(raw.date.slice(0, 4)),
        month: Number(raw.date.slice(5, 7)),
        monthOnly: !/d/i.test(numberFormat.replace(/\[[^\]]*\]|"[^"]*"/g, "")) && /m/i.test(numberFormat),
      };
    case "error":
      return { kind: "formula-error" };
    case "uncached":
      return { kind: "formula-not-calculated" };
    case "boolean":
      return TEXT;
    default:
      return words;
  }
}

function shownNumber(raw: Decimal, { percent, altered, decimals: shown, literal, unit }: UnitLook): Content {
  if (altered || (literal !== null && unit === null)) return { kind: "scaled-format" };
  const exact = percent ? times(raw, "100") : raw;
  const places = decimalPlaces(exact);
  const decimals = shown ?? places;
  const value = decimals > places ? roundHalfUp(exact, decimals) : exact; // 7 in the format 0.0 is 7.0
  return { kind: "number", value, decimals, unit: percent ? "%" : unit, growth: false };
}
