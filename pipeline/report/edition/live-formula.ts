import type { Step } from "../../model/arithmetic.ts";
import {
  absolute,
  compare,
  type Decimal,
  decimalPlaces,
  dividedBy,
  minus,
  roundHalfUp,
  times,
} from "../../model/decimal.ts";
import { isExactNumber } from "../exact-number.ts";
import { isSameNumber } from "./observed-figures.ts";

/** A number on the sheet that a formula may point at. */
export interface OperandCell {
  readonly address: string; // "F7"
  readonly text: string; // as printed there
}

/** Where the actual and the ends of the goal stand; absent where they stand nowhere. */
export type OperandCells = Readonly<Partial<Record<"actual" | "low" | "high", OperandCell | undefined>>>;

/** Of the fifteen digits that spreadsheets keep, the last three of a result may be off by what they lost on the way. */
const SOUND_DIGITS = 12;

/** More digits after the point than a half in the sixth place has as a binary fraction. */
const BINARY_PLACES = 30;

/** A result this near to the middle between two printed numbers may be rounded either way by a spreadsheet. */
const NEAR_MIDDLE = "0.000001";

const SIGNS: Readonly<Record<string, string>> = { "÷": "/", "×": "*", "−": "-" };
const TOKEN = /\((-\d+(?:\.\d+)?)\)|(\d+(?:\.\d+)?)|([÷×−])/g;

/**
 * A step of the judge's arithmetic as a formula over cells, rounded to the printed digits: ROUND(F7/E7*100,1).
 *
 * @param printed the result as printed
 * @returns undefined where a number of the step stands nowhere, or where the printed numbers would not surely give the
 *   printed result: one of them is itself rounded, or the result lies in the middle between two
 */
export function liveFormula(step: Step, printed: string, cells: OperandCells): string | undefined {
  const terms = termsOf(step);
  if (
    !terms ||
    !isSameNumber(
      evaluated(
        terms.map(({ value }) => value),
        EXACT,
      ),
      step.value,
    )
  )
    return undefined;
  const placed = terms.map((term) => placedTerm(term, cells));
  if (placed.some((term) => term === undefined)) return undefined;
  const numbers = placed.map((term) => term?.value ?? "");
  const places = decimalPlaces(printed);
  if (digitsOf(printed) > SOUND_DIGITS || !surelyRoundsTo(numbers, printed, places)) return undefined;
  return `ROUND(${placed.map((term) => term?.text ?? "").join("")},${places})`;
}

/** A number or a sign of a step's formula. */
interface Term {
  readonly value: string;
  readonly figure?: "actual" | "low" | "high";
}

/** The formula taken apart, signs at odd places; undefined where it is more than a chain of numbers and signs. */
function termsOf({ formula, operands }: Step): readonly Term[] | undefined {
  const tokens = [...formula.matchAll(TOKEN)];
  if (tokens.map(([token]) => token).join("") !== formula || tokens.length % 2 === 0) return undefined;
  let next = 0;
  const terms = tokens.map(([, negative, number, sign]): Term => {
    const value = negative ?? number ?? sign ?? "";
    const operand = operands[next];
    if (sign !== undefined || operand?.value !== value) return { value };
    next += 1;
    return { value, ...(operand.figure !== undefined && { figure: operand.figure }) };
  });
  const isChain = terms.every(({ value }, index) => value in SIGNS === (index % 2 === 1));
  return isChain && next === operands.length ? terms : undefined;
}

function placedTerm({ value, figure }: Term, cells: OperandCells): (Term & { readonly text: string }) | undefined {
  if (figure === undefined) return { value, text: SIGNS[value] ?? (value.startsWith("-") ? `(${value})` : value) };
  const cell = cells[figure];
  return cell && isExactNumber(cell.text) ? { value: cell.text, text: cell.address } : undefined;
}

/** How numbers of a kind are reckoned with. */
interface Arithmetic<N> {
  readonly of: (text: string) => N;
  readonly times: (a: N, b: N) => N;
  readonly dividedBy: (a: N, b: N) => N;
  readonly minus: (a: N, b: N) => N;
}

const EXACT: Arithmetic<Decimal> = { of: (text) => text, times, dividedBy, minus };

/** As every spreadsheet reckons (IEEE 754). */
const BINARY: Arithmetic<number> = {
  of: Number,
  times: (a, b) => a * b,
  dividedBy: (a, b) => a / b,
  minus: (a, b) => a - b,
};

/** × and ÷ from left to right, then −. */
function evaluated<N>(terms: readonly string[], arithmetic: Arithmetic<N>): N {
  const products: N[] = [arithmetic.of(terms[0] ?? "0")];
  for (let at = 1; at < terms.length; at += 2) {
    const [sign, number, last] = [terms[at], arithmetic.of(terms[at + 1] ?? "0"), products.pop() as N];
    if (sign === "−") products.push(last, number);
    else products.push((sign === "÷" ? arithmetic.dividedBy : arithmetic.times)(last, number));
  }
  return products.reduce(arithmetic.minus);
}

/** In the middle between two numbers only where that middle is an exact binary fraction, and comes out as that. */
function surelyRoundsTo(terms: readonly string[], printed: string, places: number): boolean {
  const value = evaluated(terms, EXACT);
  if (roundHalfUp(value, places) !== printed) return false;
  const half = dividedBy("0.5", `1${"0".repeat(places)}`);
  const room = times(half, minus("1", NEAR_MIDDLE));
  if (compare(absolute(minus(value, printed)), room) < 0) return true;
  return compare(evaluated(terms, BINARY).toFixed(BINARY_PLACES), value) === 0;
}

function digitsOf(text: string): number {
  return text.replace(/[-.]/g, "").length;
}
