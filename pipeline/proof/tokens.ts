import type { Figure, FigureId } from "../model/figure.ts";
import type { NonFigureKind } from "../model/non-figure.ts";
import { numeralsIn } from "../model/numeral.ts";
import { MARK_PREFIX, type StatedPlace } from "../model/proof-ledger.ts";
import type { FoundParagraph } from "./paragraphs.ts";

/** A number of the ledger or of the file among its neighbours. */
export interface Token {
  readonly text: string;
  readonly mark: string | null; // name of the bookmark that it stands in
  readonly lead: string; // all words before it, up to the number before
  readonly before: string; // the last few of them
  readonly after: string; // a few words after it, up to the next number
}

/** A number as the ledger says it. */
export interface StatedToken extends Token {
  readonly label: string; // of its place
  readonly figure: FigureId | null;
  readonly kind: NonFigureKind | null; // of what is no figure
  readonly unit: string; // what must follow it; empty where the unit stands elsewhere
}

/** A number as it is found. */
export interface FoundToken extends Token {
  readonly paragraph: number; // index within its story
  readonly above: string; // the paragraph before, where it begins its own; else empty
  readonly excerpt: string; // it with the words around it
}

const CONTEXT = 6;
const EXCERPT = 12;

/** The numbers of a place of the ledger. */
export function statedTokens(
  { label, parts }: Pick<StatedPlace, "label" | "parts">,
  figures: ReadonlyMap<FigureId, Figure>,
): readonly StatedToken[] {
  const texts = parts.map((part) => (typeof part === "string" ? part : part.text));
  return parts.flatMap((part, index): readonly StatedToken[] => {
    if (typeof part === "string") return [];
    const [before, after] = [wordsAt(parts[index - 1]), wordsAt(parts[index + 1])];
    const isFigure = "figure" in part;
    return [
      {
        text: part.text,
        mark: isFigure && part.mark !== null ? `${MARK_PREFIX}${part.mark}` : null,
        lead: before,
        before: before.slice(-CONTEXT),
        after: after.slice(0, CONTEXT),
        label,
        figure: isFigure ? part.figure : null,
        kind: isFigure ? null : part.kind,
        unit: isFigure ? unitThatFollows(figures.get(part.figure), texts.slice(index + 1).join("")) : "",
      },
    ];
  });
}

/** The numbers of paragraphs of the file. */
export function foundTokens(paragraphs: readonly FoundParagraph[]): readonly FoundToken[] {
  return paragraphs.flatMap((one, index) => tokensIn(one, index, paragraphs[index - 1]?.text ?? ""));
}

function tokensIn({ text, marks }: FoundParagraph, paragraph: number, above: string): readonly FoundToken[] {
  const numerals = numeralsIn(text);
  return numerals.map(({ text: written, start, end }, index) => {
    const from = numerals[index - 1]?.end ?? 0;
    const to = numerals[index + 1]?.start ?? text.length;
    const mark = marks.find((one) => one.name.startsWith(MARK_PREFIX) && one.start < end && start < one.end);
    return {
      text: written,
      mark: mark?.name ?? null,
      lead: text.slice(from, start),
      before: text.slice(Math.max(from, start - CONTEXT), start),
      after: text.slice(end, Math.min(to, end + CONTEXT)),
      paragraph,
      above: start === 0 ? above : "",
      excerpt: text
        .slice(Math.max(0, start - EXCERPT), end + EXCERPT)
        .replace(/\s+/g, " ")
        .trim(),
    };
  });
}

function wordsAt(part: StatedPlace["parts"][number] | undefined): string {
  return typeof part === "string" ? part : "";
}

/** A unit right after the number belongs to what it says: 0.81万人 is not 0.81亿人. */
function unitThatFollows(figure: Figure | undefined, after: string): string {
  const unit = figure?.unit;
  if (!unit) return "";
  return [unit, `个${unit}`].find((written) => after.startsWith(written)) ?? "";
}
