import type { Figure } from "../../model/figure.ts";
import { display } from "./display.ts";
import { hasUnit, type NoteNumber, saysWay } from "./note-agreement.ts";
import type { NoteCandidate } from "./note-candidate.ts";
import { is, type NoteClause, type NoteVocabulary, readClause } from "./note-clause.ts";
import { findCount, type NoteCount } from "./note-counts.ts";
import { noteProblem } from "./note-problems.ts";
import { saysRole } from "./note-roles.ts";

/** What a number of a note is: a figure, or why it is none. */
export type NoteMatch = { readonly figure: Figure } | { readonly problem: string };

/** What the numbers of an edition's notes may be, and the words that say so. */
export interface NoteFigures {
  readonly candidates: readonly NoteCandidate[];
  readonly counts: readonly NoteCount[];
  readonly vocabulary: NoteVocabulary;
}

/**
 * Finds the figure that a number of a note certainly is: printed with the same digits and unit, of the indicator, place
 * and time that its clause names, as what its words say (growth, goal, gap, 完成率), in the direction that they say.
 *
 * A clause that names no indicator is of the one before it in the sentence, else of the heading's. Where several are
 * listed, the number is of each of them, or by 分别 of the one in its place.
 *
 * @param target that the note stands under, by id; null elsewhere
 */
export function matchNumber(number: NoteNumber, figures: NoteFigures, target: string | null): NoteMatch {
  const count = findCount(number, figures.counts);
  if (count) return { figure: count };
  const clause = clauseOf(number, figures.vocabulary);
  const own = subjectsOf(clause).map(({ name, place }) =>
    figures.candidates.filter((one) => one.place === place && isOf(one, name, clause, target)),
  );
  const matches = own.map((ones) => ones.find((one) => isSaid(one, number, clause)));
  const last = matches.at(-1);
  if (clause.unread === null && last && !matches.includes(undefined) && !isList(clause)) return { figure: last.figure };
  return { problem: noteProblem(number, clause, own.flat(), figures.candidates) };
}

/** The clause with the words behind the number that say what it is: 9%的目标, 连续3个月低于目标. */
function clauseOf({ before, after }: NoteNumber, vocabulary: NoteVocabulary): NoteClause {
  const clause = readClause(before.replace(/(?:全市)?第$/, ""), vocabulary);
  const goal = /^\P{Script=Han}*(?:左右|以上|以内|以下)?的(?:增长|年度|全年|预期|控制)*(?:目标|任务)/u.test(after);
  if (!goal) return clause;
  return {
    ...clause,
    words: [...clause.words.filter((word) => !is(word, "above", "below", "against", "stated")), "目标"],
  };
}

function subjectsOf({ names, places, words, before }: NoteClause) {
  const listed = names.length > 1 ? names.length : places.length;
  const all = (names.length === 0 ? [null] : names).flatMap((name) => places.map((place) => ({ name, place })));
  const isShared = names.length > 1 && places.length > 1;
  if (!words.some((word) => is(word, "respectively")) || listed < 2) return all;
  return isShared ? [] : all.slice(before, before + 1);
}

/** A list of numbers that no 分别 tells apart. */
function isList({ joiner, words }: NoteClause): boolean {
  return /[、和与及]/.test(joiner) && !words.some((word) => is(word, "respectively"));
}

function isOf(one: NoteCandidate, name: string | null, { isForeign }: NoteClause, target: string | null): boolean {
  return name === null ? !isForeign && target !== null && one.target === target : one.names.includes(name);
}

function isSaid(one: NoteCandidate, number: NoteNumber, clause: NoteClause): boolean {
  return (
    display(one.figure, "prose") === number.text &&
    hasUnit(number, one) &&
    one.times.includes(clause.time) &&
    (clause.compared === null ? one.role !== "change" : one.compared.includes(clause.compared)) &&
    saysRole(one.role, clause) &&
    saysEnd(one, number, clause) &&
    saysWay(one, clause)
  );
}

function saysEnd({ end }: NoteCandidate, { after }: NoteNumber, { words, joiner }: NoteClause): boolean {
  const isFirst = /^[^，。；、\d]{0,4}[—～至\-－]\d/.test(after);
  const isLast = /[—～至\-－]/.test(joiner);
  const says = (kind: "lowest" | "highest") => words.some((word) => is(word, kind));
  if (end === "low") return isFirst || says("lowest");
  if (end === "high") return isLast || says("highest");
  return !isFirst && !isLast && !says("lowest") && !says("highest");
}
