import type { NoteParagraph, NoteProblem } from "../../model/compiler-notes.ts";
import type { Figure, Run } from "../../model/figure.ts";
import { classifyNumerals, type DeclaredText } from "../../model/non-figure.ts";
import { joinRuns, type Words } from "../prose/runs.ts";
import { SOURCED } from "./note-clause.ts";
import { countsInNotes } from "./note-forms.ts";
import { matchNumber, type NoteFigures } from "./note-matching.ts";

/** What the numbers of a note are held against. */
export interface NoteContext {
  readonly file: string;
  readonly figures: NoteFigures;
  readonly declared: readonly DeclaredText[];
}

/** A paragraph of a note with its figures. */
export interface ToldParagraph {
  readonly words: Words;
  readonly stated: readonly Figure[]; // from outside the data
  readonly unproven: readonly NoteProblem[];
}

/**
 * Turns a paragraph of a note into words: every number is a figure of the edition, one with a source of its own, or a
 * date, ordinal, name or the like.
 *
 * Full-width digits are printed half-width, and spaces beside digits left out.
 *
 * @param target that it stands under, by id; null elsewhere
 */
export function noteWords(
  paragraph: NoteParagraph,
  target: string | null,
  { file, figures, declared }: NoteContext,
): ToldParagraph {
  const parts = withEnds(paragraph.map((part) => ({ ...part, text: plainDigits(part.text) })));
  const text = parts.map((part) => part.text).join("");
  const masked = parts.map(({ text: own, source }) => (source === null ? own : SOURCED.repeat(own.length))).join("");
  const stated: Figure[] = [];
  const unproven: NoteProblem[] = [];
  const runs: Run[] = [];
  let told = 0;
  const numerals = classifyNumerals(text, declared);
  const partAt = (at: number) => parts.find(({ end }) => at < end) ?? { source: null, line: 0, end: text.length };
  for (const numeral of numerals) {
    const { text: typed, start, end: after } = numeral;
    const { source, line, end } = partAt(start);
    if (source !== partAt(after - 1).source) {
      unproven.push({ line, text: `“${typed}”一半在出处的方括号里，一半在外面` });
      continue;
    }
    if (source === null && isNoFigure(text, numeral)) continue;
    if (source !== null && !/^\d+(?:\.\d+)?$/.test(typed)) {
      unproven.push({ line, text: `“${typed}”有出处，请写成不带逗号和正负号的阿拉伯数字，升降用文字写` });
      continue;
    }
    const found =
      source === null
        ? matchNumber({ text: typed, before: masked.slice(0, start), after: text.slice(after) }, figures, target)
        : { figure: statedFigure(typed, text.slice(after, end), { source, line, file, count: stated.length + 1 }) };
    if ("problem" in found) {
      unproven.push({ line, text: found.problem });
      continue;
    }
    if (source !== null) stated.push(found.figure);
    runs.push(text.slice(told, start), { figure: found.figure.id, text: typed });
    told = after;
  }
  for (const part of parts) {
    if (part.source === null || numerals.some(({ start }) => partAt(start) === part)) continue;
    unproven.push({ line: part.line, text: `“${part.text}”写了出处，里面却没有数` });
  }
  return { words: joinRuns([...runs, text.slice(told)]), stated, unproven };
}

/** Ranks and runs have the form of ordinals and dates, and are figures of the paper. */
function isNoFigure(text: string, numeral: ReturnType<typeof classifyNumerals>[number]): boolean {
  const { kind } = numeral;
  return kind !== null && !((kind === "ordinal" || kind === "date") && countsInNotes(text, numeral));
}

interface Stated {
  readonly source: string;
  readonly file: string;
  readonly line: number;
  readonly count: number; // in its paragraph, from 1
}

/** @param unit what else stands in its brackets */
function statedFigure(value: string, unit: string, { source, file, line, count }: Stated): Figure {
  return {
    id: `note/${line}-${count}`,
    name: "编者注所引的数",
    ...{ value, unit: unit === "" ? null : unit },
    derivation: { kind: "stated", source, file, line },
  };
}

/** Each part with where it ends in the paragraph. */
function withEnds<T extends { readonly text: string }>(parts: readonly T[]): readonly (T & { readonly end: number })[] {
  let end = 0;
  return parts.map((part) => {
    end += part.text.length;
    return { ...part, end };
  });
}

/** A note's text with digits as they are printed: half-width, and without spaces beside them. */
export function plainDigits(text: string): string {
  return text
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/(?<=\d)．(?=\d)/g, ".")
    .replace(/(?<=\d)％/g, "%")
    .replace(/(?<=\d) +(?=[\p{Script=Han}%‰])|(?<=\p{Script=Han}) +(?=\d)/gu, "");
}
