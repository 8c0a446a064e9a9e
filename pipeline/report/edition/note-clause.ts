import type { Period } from "../../model/period.ts";
import type { Region } from "../../model/region.ts";
import { plainTime, timeWordsAt } from "./note-times.ts";
import { BESIDE, CAUSE, NOTE_WORDS, type NoteWordKind, PLAIN_WORDS } from "./note-vocabulary.ts";

/** Words that a note's clauses are read by. */
export interface NoteVocabulary {
  readonly period: Period;
  readonly names: readonly string[]; // of targets and indicators
  readonly regions: readonly Region[];
  readonly units: readonly string[];
}

/** What a stretch of words before a number speaks of. */
export interface NoteClause {
  readonly names: readonly string[]; // of the indicators, all of them where they are listed: 甲、乙; empty: of the heading's
  readonly isForeign: boolean; // speaks of something that is none of them
  readonly places: readonly (string | null)[]; // codes; null: the city
  readonly time: string; // as `plainTime` has it; "": now
  readonly compared: string | null; // 比1—5月: "1—5月"
  readonly words: readonly string[]; // since the number before, or before a list or range that the number is part of
  readonly joiner: string; // 、 or — where it is part of one
  readonly before: number; // how many numbers of the list stand before it
  readonly unread: string | null; // the first words that nobody knows
}

/** Stands in a text for a character of a number that has a source of its own. */
export const SOURCED = "\uFFFC";

interface Token {
  readonly kind: "name" | "place" | "time" | "number" | "word" | "unread";
  readonly text: string;
}

const JOINERS = ["、", "和", "与", "及", "以及"];

/**
 * Reads the words before a number: its own clause, and what the sentence's clauses before it leave open.
 *
 * A clause without a name, place or time speaks of those of the one before. One whose words are not all known may speak
 * of anything, and so may those behind it, unless it tells a cause (受…影响).
 *
 * @param before all of the paragraph before the number
 */
export function readClause(before: string, vocabulary: NoteVocabulary): NoteClause {
  const sentence = before.slice(before.search(/[^。！？；]*$/));
  const clauses = sentence.split(/[，：]|(?<!\d),|,(?!\d)/);
  const own = clauses.pop() ?? "";
  const opening: NoteClause = {
    ...{
      names: [],
      isForeign: false,
      places: [null],
      time: "",
      compared: null,
      words: [],
      joiner: "",
      before: 0,
      unread: null,
    },
  };
  const open = clauses.reduce((state, clause) => {
    if (BESIDE.test(clause)) return state;
    const read = readWords(clause, vocabulary, state);
    return read.unread === null ? read : { ...opening, isForeign: true };
  }, opening);
  return readWords(own.replace(CAUSE, ""), vocabulary, open);
}

function readWords(clause: string, vocabulary: NoteVocabulary, open: NoteClause): NoteClause {
  const tokens = tokensOf(clause, vocabulary);
  const names = lastList(tokens, "name");
  const places = lastList(tokens, "place");
  const isAgainst = (index: number) =>
    is(tokens[index - 1], "above", "below") || /^[比较]$/.test(tokens[index - 1]?.text ?? "");
  const goal = tokens.findLastIndex((token) => is(token, "goal"));
  const times = tokens.flatMap(({ kind, text }, index) =>
    kind !== "time" || (text === "全年" && index < goal)
      ? []
      : [{ text, isAgainst: text !== "全年" && is(tokens[index - 1], "against") }],
  );
  const own = times.findLast((one) => !one.isAgainst);
  const compared = times.findLast((one) => one.isAgainst);
  const rival = tokens.find(({ kind }, index) => (kind === "name" || kind === "place") && isAgainst(index));
  return {
    names: names.length > 0 ? names : open.names,
    isForeign: names.length === 0 && open.isForeign,
    places: places.length > 0 ? places.map((name) => placeOf(name, vocabulary)) : open.places,
    time: own === undefined ? open.time : plainTime(own.text, vocabulary.period),
    compared: compared === undefined ? null : plainTime(compared.text, vocabulary.period),
    ...wordsOf(tokens),
    unread: tokens.find(({ kind }) => kind === "unread")?.text ?? rival?.text ?? null,
  };
}

/** The words that decide what the number is; those before the list or range where it stands in one. */
function wordsOf(tokens: readonly Token[]): Pick<NoteClause, "words" | "joiner" | "before"> {
  let end = tokens.length;
  let joiner = "";
  let before = 0;
  while (tokens[end - 2]?.kind === "number" && /^[、和与及—～至\-－]$/.test(tokens[end - 1]?.text ?? "")) {
    joiner = tokens[end - 1]?.text ?? "";
    before += 1;
    end -= 2;
  }
  const start = tokens.slice(0, end).findLastIndex(({ kind }, at) => kind === "number" && !isGoal(tokens, at)) + 1;
  return { words: tokens.slice(start, end).map(({ text }) => text), joiner, before };
}

/** 7%左右的目标, whose number says no more than the goal does. */
function isGoal(tokens: readonly Token[], at: number): boolean {
  const rest = tokens.slice(at + 1);
  const goal = rest.findIndex((token) => is(token, "goal"));
  return goal > 0 && rest.slice(0, goal).every(({ text }) => /^(?:左右|以[上内下]|的|年度|全年|增长)$/.test(text));
}

/** The last names in a row, in their order: 甲、乙和丙. */
function lastList(tokens: readonly Token[], kind: Token["kind"]): readonly string[] {
  const last = tokens.findLastIndex((token) => token.kind === kind);
  let start = last;
  while (JOINERS.includes(tokens[start - 1]?.text ?? "") && tokens[start - 2]?.kind === kind) start -= 2;
  return tokens.slice(Math.max(0, start), last + 1).flatMap((token) => (token.kind === kind ? [token.text] : []));
}

/** Tells whether a word is of one of the kinds. */
export function is(word: Token | string | undefined, ...kinds: readonly NoteWordKind[]): boolean {
  const text = typeof word === "string" ? word : (word?.text ?? "");
  return kinds.some((kind) => (NOTE_WORDS[kind] as readonly string[]).includes(text));
}

function placeOf(name: string, { regions }: NoteVocabulary): string | null {
  const region = regions.find((one) => namesOfRegion(one).includes(name));
  return region === undefined || region.kind === "city" ? null : region.code;
}

function namesOfRegion({ name, shortName, aliases }: Region): readonly string[] {
  return [name, shortName, ...aliases];
}

const WORDS = [...Object.values(NOTE_WORDS).flat(), ...PLAIN_WORDS, "—", "～", "-", "－", "第", "前"];

function tokensOf(clause: string, vocabulary: NoteVocabulary): readonly Token[] {
  const lists = [
    { kind: "name", texts: vocabulary.names },
    { kind: "place", texts: ["全市", ...vocabulary.regions.flatMap(namesOfRegion)] },
    { kind: "word", texts: WORDS },
  ] as const;
  const tokens: Token[] = [];
  for (let at = 0; at < clause.length; ) {
    const found = [
      ...lists.map(({ kind, texts }): Token => ({ kind, text: longestAt(clause, at, texts) })),
      { kind: "time" as const, text: timeWordsAt(clause, at) },
      { kind: "number" as const, text: numberAt(clause, at, vocabulary.units) },
    ].reduce((best, one) => (one.text.length > best.text.length ? one : best));
    const token: Token = found.text === "" ? { kind: "unread", text: clause.charAt(at) } : found;
    const last = tokens.at(-1);
    if (token.kind === "unread" && last?.kind === "unread")
      tokens[tokens.length - 1] = { ...last, text: last.text + token.text };
    else tokens.push(token);
    at += token.text.length;
  }
  return tokens;
}

function longestAt(text: string, at: number, texts: readonly string[]): string {
  return texts.reduce((best, one) => (one.length > best.length && text.startsWith(one, at) ? one : best), "");
}

function numberAt(text: string, at: number, units: readonly string[]): string {
  const [digits = ""] = /^(?:\d[\d,.]*|\uFFFC+)/.exec(text.slice(at)) ?? [];
  return digits === "" ? "" : digits + longestAt(text, at + digits.length, units);
}
