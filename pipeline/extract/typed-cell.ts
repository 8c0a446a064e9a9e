import { type Cell, toAddress } from "../model/cell.ts";
import { type Decimal, decimalPlaces, roundHalfUp, times } from "../model/decimal.ts";
import type { ObservationStatus } from "../model/observation.ts";
import { findUnit } from "../model/unit.ts";
import { leadingBlanks, squash } from "./normalise.ts";
import { readNumberFormat } from "./number-format.ts";
import { parsePublishedNumber } from "./published-number.ts";

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

/**
 * Tells what a cell is from its raw value and number format; undefined for one that only looks filled
 * (blanks, an empty string).
 *
 * @param sentinels the source's own signs in place of numbers
 */
export function typeCell(
  cell: Cell,
  sentinels: Readonly<Record<string, ObservationStatus>> = {},
): TypedCell | undefined {
  const text = rawText(cell);
  const squashed = squash(text);
  if (squashed === "" && text.trim() === "") return undefined;
  return {
    row: cell.row,
    column: cell.column,
    address: toAddress(cell.row, cell.column),
    text,
    squashed,
    indent: cell.indent * INDENT_STEP + leadingBlanks(text),
    hidden: cell.hidden,
    content: contentOf(cell, sentinels),
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

function contentOf({ raw, numberFormat }: Cell, sentinels: Readonly<Record<string, ObservationStatus>>): Content {
  switch (raw.type) {
    case "text": {
      const published = parsePublishedNumber(raw.text, sentinels);
      return published.kind === "words" ? { kind: "text" } : published;
    }
    case "number":
      return shownNumber(raw.value, numberFormat);
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
      return { kind: "text" };
  }
}

function shownNumber(raw: Decimal, format: string): Content {
  const look = readNumberFormat(format, raw);
  const literal = look.literal === null ? null : (findUnit(look.literal)?.name ?? null);
  if (look.altered || (look.literal !== null && literal === null)) return { kind: "scaled-format" };
  const exact = look.percent ? times(raw, "100") : raw;
  const decimals = look.decimals ?? decimalPlaces(exact);
  const value = decimals > decimalPlaces(exact) ? roundHalfUp(exact, decimals) : exact; // 7 in the format 0.0 is 7.0
  const unit = look.percent ? "%" : literal;
  return { kind: "number", value, decimals, unit, growth: false };
}
