import type { ObservationStatus } from "../model/observation.ts";
import { readBrackets } from "./brackets.ts";
import { type ColumnRole, columnRole } from "./head-words.ts";
import { apposeTimes } from "./join-times.ts";
import { type Measure, measureAtEnd, parseMeasure } from "./measure-words.ts";
import type { NamedIndicator, Names } from "./names.ts";
import { splitOrdinal, splitPartMark } from "./normalise.ts";
import { type TimeWords, timeAtEnd, timeAtStart } from "./period-words.ts";
import { remembered } from "./remembered.ts";
import { parseScopes } from "./scope-words.ts";
import { parseUnits } from "./unit-words.ts";

/** Everything that a header, a label or a title says, taken apart. */
export interface Phrase {
  readonly squashed: string;
  readonly rank: number | null; // of its ordinal: 一、 is 1
  readonly marked: boolean; // 其中 or # in front
  readonly role: ColumnRole | null;
  readonly name: string; // what is left after all other words; "" where the text names nothing
  readonly indicator: NamedIndicator | null; // what `name` means
  readonly region: string | null; // code; `name` itself, or in front of it
  readonly time: TimeWords | null;
  readonly measure: Measure | null;
  readonly units: readonly string[];
  readonly scopes: readonly string[];
  readonly status: ObservationStatus | null;
}

/** Words around a name that mean nothing by themselves; titles have more of them than labels. */
export interface Padding {
  readonly before: RegExp | null; // anchored at the start
  readonly after: RegExp | null; // anchored at the end
}

const NO_PADDING: Padding = { before: null, after: /(?:[_:、,/]|的)$/ };
const MAX_MOVES = 7;
const LONGEST_NAME = 300; // characters

/** Measure words that may be taken off a name which nobody knows; 增长率 may be part of it. */
const SURE_MEASURE = /(?:比|较|同比|环比|增速|增幅|位次|排名|占比|比重|完成率|百分点)/;

/** Over last year's figure, or of last year's figure: nobody can tell. */
const UNDECIDED = /(?<!上年|去年|比|较|与)同期(?:增长|增速|增幅|增减)/;

interface Parts {
  readonly text: string;
  readonly time: TimeWords | null;
  readonly measure: Measure | null;
  readonly region: string | null;
}

/**
 * Takes a squashed text apart into name, time, measure, unit and 口径.
 *
 * Words are taken off its two ends only, and only until what is left is a known name: 增加 inside 工业增加值 is no
 * measure. A name is known by exact alias, never by likeness.
 */
export function readPhrase(squashed: string, names: Names, padding: Padding = NO_PADDING): Phrase {
  if (squashed.length > LONGEST_NAME) return proseOf(squashed);
  const { rank, rest: unnumbered } = splitOrdinal(squashed);
  const { marked, rest: unmarked } = splitPartMark(unnumbered);
  const role = columnRole(unmarked) ?? columnRole(squashed) ?? null;
  const brackets = readBrackets(unmarked);
  const percent = /[^\d](%|‰)$/.exec(brackets.rest)?.[1];
  const text = percent ? brackets.rest.slice(0, -percent.length) : brackets.rest;
  const units = [...brackets.units, ...(percent ? [percent] : [])];
  const base = { squashed, rank, marked, role, units, scopes: brackets.scopes, status: brackets.status };
  const start: Parts = { text, time: null, measure: brackets.measure, region: null };
  const direct = wholeText(text, brackets.rest);
  if (direct && !names.findIndicator(text))
    return { ...base, ...EMPTY, ...direct, time: brackets.time, measure: brackets.measure };
  const solved =
    solve(start, names, padding, units.includes("%"), MAX_MOVES) ?? unsolved(start, names, units.includes("%"));
  const indicator = findName(solved.text, names);
  const region = solved.region ?? (indicator ? null : (names.findRegion(solved.text) ?? null));
  return {
    ...base,
    name: solved.text,
    indicator: indicator ?? null,
    region,
    time: brackets.time && solved.time ? mergeSameText(brackets.time, solved.time) : (solved.time ?? brackets.time),
    measure: solved.measure,
    scopes: [...base.scopes, ...(solved.measure?.scopes ?? [])],
  };
}

/** Nothing that long is a name with words around it: all of it is a name, which nobody knows. */
function proseOf(squashed: string): Phrase {
  const said = {
    rank: null,
    marked: false,
    role: null,
    time: null,
    measure: null,
    units: [],
    scopes: [],
    status: null,
  };
  return { squashed, ...said, name: squashed, indicator: null, region: null };
}

const EMPTY = { name: "", indicator: null, region: null } as const;

/** A text of nothing but units or 口径 words. */
function wholeText(text: string, withPercent: string): Partial<Phrase> | undefined {
  const units = withPercent === "" ? undefined : parseUnits(withPercent);
  if (units) return { units };
  const scopes = text === "" ? undefined : parseScopes(text);
  return scopes && { scopes };
}

/** Known by its exact name, with its brackets or, where the bracket is another name of the same, without. */
function findName(text: string, names: Names): NamedIndicator | undefined {
  const whole = names.findIndicator(text);
  if (whole) return whole;
  const [, head, inside] = /^([^()]+)\(([^()]+)\)$/.exec(text) ?? [];
  const outer = head && names.findIndicator(head);
  return outer && inside && names.findIndicator(inside)?.code === outer.code ? outer : undefined;
}

/** Takes words off the ends until a known name, or nothing, is left; undefined where no way leads there. */
function solve(parts: Parts, names: Names, padding: Padding, percent: boolean, moves: number): Parts | undefined {
  const { text } = parts;
  if (text === "" || findName(text, names) || names.findRegion(text)) return parts;
  const whole = parseMeasure(text, percent);
  if (whole && (!parts.measure || parts.measure.quantity === whole.quantity))
    return { ...parts, text: "", measure: { ...whole, falls: whole.falls || (whole.bare && fallsSoFar(parts)) } };
  if (moves === 0 || UNDECIDED.test(text)) return undefined;
  for (const next of steps(parts, names, padding, percent)) {
    const solved = solve(next, names, padding, percent, moves - 1);
    if (solved) return solved;
  }
  return undefined;
}

/** The bracket of 同比(下降%) says what 同比 leaves open. */
function fallsSoFar({ measure }: Parts): boolean {
  return measure?.falls ?? false;
}

function* steps(parts: Parts, names: Names, padding: Padding, percent: boolean): Generator<Parts> {
  const { text } = parts;
  for (const pad of [padding.after, padding.before]) {
    const trimmed = pad ? text.replace(pad, "") : text;
    if (trimmed !== text) yield { ...parts, text: trimmed };
  }
  const measure = parts.measure ? undefined : measureAtEnd(text, percent);
  if (measure) yield { ...parts, text: measure.rest, measure: measure.measure };
  const first = timeAtStart(text);
  if (first) yield { ...parts, text: text.slice(first.end), time: followTime(parts.time, first.time) };
  const last = timeAtEnd(text);
  if (last) yield { ...parts, text: text.slice(0, last.start), time: followTime(parts.time, last.time) };
  const region = parts.region ? undefined : names.regionAtStart(text);
  if (region) yield { ...parts, text: text.slice(region.length), region: region.code };
}

/** 2022年1—6月上年同期 without brackets may be of 2022 or of 2021. */
function followTime(known: TimeWords | null, found: TimeWords): TimeWords {
  if (!known) return found;
  const [before, year] = known.lastYear ? [known, found] : [found, known];
  const merged = mergeSameText(known, found);
  return before.lastYear && before.year === null && year.year !== null ? { ...merged, unclear: true } : merged;
}

/** 6月 and 累计 in one text are 1—6月; 本月 and 累计 in one text may be either. */
function mergeSameText(known: TimeWords, found: TimeWords): TimeWords {
  const merged = apposeTimes(found, known) ?? found;
  const spans = [known.span, found.span].filter((span) => span !== null && span !== "whole-year");
  if (new Set(spans).size < 2) return merged;
  const toDate = spans.includes("ytd") && merged.month !== null && spans.includes("month");
  return toDate ? { ...merged, span: "ytd" } : { ...merged, unclear: true };
}

/** A name that nobody knows keeps all but the words that are surely not part of it. */
function unsolved(parts: Parts, names: Names, percent: boolean): Parts {
  const measure = parts.measure ? undefined : measureAtEnd(parts.text, percent);
  const sure =
    measure && measure.rest !== "" && SURE_MEASURE.test(parts.text.slice(measure.rest.length)) ? measure : undefined;
  const whole = sure?.rest ?? parts.text;
  const last = timeAtEnd(whole);
  const state = last && last.start > 0 && last.time.span === "instant" && last.time.month === null ? last : undefined; // 期末值
  const text = state ? whole.slice(0, state.start) : whole;
  const first = timeAtStart(text);
  const time = first && first.end < text.length ? first : undefined;
  const region = names.regionAtStart(time ? text.slice(time.end) : text);
  return {
    text: time ? text.slice(time.end) : text,
    measure: sure?.measure ?? parts.measure,
    time: [state, time].reduce((known, found) => (found ? followTime(known, found.time) : known), parts.time),
    region: region && region.length === text.length ? region.code : parts.region,
  };
}

/** Reads phrases for one book; the same text is read once. */
export type ReadPhrase = (squashed: string) => Phrase;

/** Makes a reader that remembers: a sheet says 同比增长(%) a thousand times. */
export function makePhraseReader(names: Names): ReadPhrase {
  return remembered((squashed) => readPhrase(squashed, names));
}
