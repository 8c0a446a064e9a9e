import type { Figure, FigureId } from "../model/figure.ts";
import { NON_FIGURE_KINDS, type NonFigureKind } from "../model/non-figure.ts";
import { align } from "./align.ts";
import type { FoundParagraph } from "./paragraphs.ts";
import type { ProofFault, Unmatched } from "./result.ts";
import { lastClause, type NameFinder, nameFinder, type SurroundingFault, surroundingFault } from "./surroundings.ts";
import { type FoundToken, foundTokens, type StatedToken } from "./tokens.ts";

/** What numbers are held against, and what has come of it so far. */
export interface Holder {
  readonly book: ReadonlyMap<FigureId, Figure>;
  readonly namesIn: NameFinder;
  figures: number; // held so far; a point of a chart is held twice, in the chart and in the workbook inside
  matched: number; // of these
  numerals: number; // found
  readonly others: Partial<Record<NonFigureKind, number>>;
  readonly unmatched: Unmatched[];
}

/** Begins with nothing held yet. */
export function newHolder(figures: readonly Figure[]): Holder {
  const book = new Map(figures.map((figure) => [figure.id, figure]));
  return { book, namesIn: nameFinder(figures), figures: 0, matched: 0, numerals: 0, others: {}, unmatched: [] };
}

/**
 * Holds the numbers of paragraphs against those that the ledger states for them, and notes in `holder` what came of each.
 *
 * @param place where a number is said to be that the ledger does not have
 * @param mayMiss what the ledger states need not be there
 */
export function holdTokens(
  stated: readonly StatedToken[],
  paragraphs: readonly FoundParagraph[],
  { holder, place, mayMiss = false }: { readonly holder: Holder; readonly place: string; readonly mayMiss?: boolean },
): void {
  const found = foundTokens(paragraphs);
  holder.numerals += found.length;
  const { pairs, missing, added } = align(stated, found);
  for (const [one, other] of pairs) {
    const fault = faultOf(one, other, holder.namesIn);
    if (fault === null) countResolved(one, holder);
    else noteFault(one, { fault, ...wordsOf(one, other, fault) }, holder);
  }
  if (!mayMiss) noteMissing(missing, holder);
  const labels = new Map(pairs.map(([one, other]) => [other.paragraph, one.label]));
  for (const { paragraph, excerpt } of added) {
    holder.unmatched.push({ ...NOTHING, fault: "added", place: labels.get(paragraph) ?? place, text: excerpt });
  }
}

/** Notes a number as found and resolved. */
export function countResolved({ figure, kind }: StatedToken, holder: Holder): void {
  if (figure !== null) {
    holder.figures += 1;
    holder.matched += 1;
  } else if (kind !== null) holder.others[kind] = (holder.others[kind] ?? 0) + 1;
}

/** Notes numbers that are gone. */
export function noteMissing(stated: readonly StatedToken[], holder: Holder): void {
  for (const one of stated) noteFault(one, { fault: "missing", text: "" }, holder);
}

function noteFault(
  one: StatedToken,
  found: Pick<Unmatched, "fault" | "text"> & Partial<Pick<Unmatched, "expected">>,
  holder: Holder,
): void {
  if (one.figure !== null) holder.figures += 1;
  holder.unmatched.push({ ...told(one, holder), ...found });
}

/** Notes parts of the file that could not be read. */
export function noteUnreadable(parts: readonly string[], holder: Holder): void {
  for (const place of parts) holder.unmatched.push({ ...NOTHING, fault: "unreadable", place, text: "" });
}

const NOTHING = { expected: null, figure: null, name: null };

type PairFault = Extract<ProofFault, "changed" | "undeclared"> | SurroundingFault;

function faultOf(one: StatedToken, other: FoundToken, namesIn: NameFinder): PairFault | null {
  if (one.text !== other.text) return "changed";
  if (one.figure === null && one.kind === null) return "undeclared";
  return surroundingFault(one, other, namesIn);
}

function wordsOf(
  one: StatedToken,
  other: FoundToken,
  fault: PairFault,
): Pick<Unmatched, "text"> & Partial<Pick<Unmatched, "expected">> {
  switch (fault) {
    case "changed":
      return { text: other.text };
    case "undeclared":
      return { text: other.excerpt };
    case "unit":
      return { text: `${other.text}${other.after.slice(0, Math.max(one.unit.length, 1))}` };
    case "direction":
      return { text: clauseOf(other), expected: clauseOf(one) };
    case "subject":
      return { text: `${other.lead}${other.text}`, expected: `${one.lead}${one.text}` };
  }
}

/** A number with the words before it, and the bracket after it that may stand for minus. */
function clauseOf({ lead, text, after }: StatedToken | FoundToken): string {
  return `${lastClause(lead)}${text}${/^[)）]/.exec(after)?.[0] ?? ""}`;
}

function told({ label, figure, kind, text, unit }: StatedToken, { book }: Holder): Omit<Unmatched, "fault" | "text"> {
  const kindName = kind === null ? null : NON_FIGURE_KINDS[kind];
  return {
    place: label,
    expected: figure === null && kind === null ? null : `${text}${unit}`,
    figure,
    name: figure === null ? kindName : (book.get(figure)?.name ?? null),
  };
}
