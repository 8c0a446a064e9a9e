import type { FigureId } from "../model/figure.ts";
import type { NonFigureKind } from "../model/non-figure.ts";

/** What is wrong with a number. */
export type ProofFault =
  | "changed" // another number stands in its place
  | "unit" // another unit follows it
  | "direction" // the words before it say the opposite
  | "subject" // the words before it name another indicator or region
  | "missing" // it is gone
  | "added" // nothing in the ledger speaks of it
  | "undeclared" // the ledger has it and cannot say what it is
  | "ledger" // the ledger contradicts itself, or is not the one that was proved
  | "unreadable"; // a part of the file

/** A number that proof could not resolve. */
export interface Unmatched {
  readonly fault: ProofFault;
  readonly place: string; // 第3段, 表1 第2行第4列
  readonly text: string; // as found, with the words around it where it is new; empty where nothing is left
  readonly expected: string | null; // as the ledger has it; null where it has none
  readonly figure: FigureId | null;
  readonly name: string | null; // of the figure, for people; of another number, its kind
}

/** What came of proving a paper. */
export interface ProofResult {
  readonly ok: boolean; // every number is resolved, and there are figures
  readonly figures: number; // places where the ledger has one; a point of a chart is two, in the chart and in its workbook
  readonly matched: number; // of these, how many hold it as it was printed
  readonly numerals: number; // found in the file, figures and all others
  readonly others: Readonly<Partial<Record<NonFigureKind, number>>>; // resolved, and no figures
  readonly unmatched: readonly Unmatched[]; // in reading order
}
