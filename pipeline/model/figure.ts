import type { Decimal } from "./decimal.ts";
import type { TextSpan } from "./target.ts";

/** Names a figure within its edition, e.g. "2023-002/actual", "count/red". */
export type FigureId = string;

/** A cell that a figure was read from. */
export interface CellReference {
  readonly file: string;
  readonly sha256: string;
  readonly sheet: string;
  readonly cell: string; // A1
  readonly value: Decimal; // as published
  readonly unit: string | null;
  readonly vintage: string; // "2023-07-10"
  readonly illustrative: boolean;
  readonly url: string | null;
}

/** Where a figure comes from: cells, the plan's text, other figures, or the word of a compiler. */
export type Derivation =
  | { readonly kind: "observed"; readonly observations: readonly CellReference[] }
  | { readonly kind: "planned"; readonly target: string; readonly source: TextSpan }
  | {
      readonly kind: "computed";
      readonly formula: string; // with its numbers in it: "629÷647.4×100−10÷12×100"
      readonly operands: readonly FigureId[];
    }
  | {
      readonly kind: "stated"; // typed in a note on the edition, from outside the data
      readonly source: string; // 市工信局7月5日电话记录
      readonly file: string; // "notes/2023-06-monthly.md"
      readonly line: number;
    };

/** A number that stands in a paper. */
export interface Figure {
  readonly id: FigureId;
  readonly name: string; // for people: 规模以上工业增加值 累计增长
  readonly value: Decimal; // unrounded
  readonly unit: string | null;
  readonly decimals?: number; // digits after the point where it is printed as a result; absent: as the value is written
  readonly derivation: Derivation;
}

/** A figure as printed at one place: the text that proof looks for. */
export interface FigureText {
  readonly figure: FigureId;
  readonly text: string; // "5.2", never with its unit
}

/** A stretch of a sentence or cell: standing words, or a figure. */
export type Run = string | FigureText;
