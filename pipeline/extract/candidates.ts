import type { QuestionWords } from "../model/question.ts";
import { makeNearest } from "./nearest-names.ts";
import { nameKey } from "./normalise.ts";
import type { Vocabulary } from "./vocabulary.ts";

const SHOWN = 3;
const LOOKED_AT = 12; // names; several may mean the same

/** A meaning that a name may have, for a person to choose. */
export interface Candidate {
  readonly code: string;
  readonly name: string;
  readonly scope: string | null; // 口径 that the name found carries
}

/** A meaning that a sheet has under another name already. */
export type Reported = Pick<Candidate, "code" | "scope">;

/**
 * Finds up to three meanings of the names most like the words of a question, most alike first; behind them what is
 * reported under another name.
 */
export type FindCandidates = (words: QuestionWords, reported?: readonly Reported[]) => readonly Candidate[];

/**
 * Prepares a vocabulary to be searched for candidates.
 *
 * A label is compared together with what it stands under as well; what looks like the parent only is no candidate, nor is
 * anything that the label stands under, unless under a 口径. Places are never offered across left and right:
 * 科尔沁左翼中旗 is not 科尔沁右翼中旗, however alike they look.
 */
export function makeCandidates({ indicators, regions }: Pick<Vocabulary, "indicators" | "regions">): FindCandidates {
  const indicatorNames = indicators.flatMap(({ code, name, aliases }) =>
    aliases.map(({ text, scope }) => ({ text, candidate: { code, name, scope } })),
  );
  const regionNames = regions.flatMap(({ code, name, shortName, aliases }) =>
    [name, shortName, ...aliases].map((text) => ({ text, candidate: { code, name, scope: null } })),
  );
  const indicator = search(indicatorNames);
  const region = search(regionNames);
  return ({ kind, label, path }, reported = []) => {
    if (kind === "region") return region([label], (text) => sideOf(text) === sideOf(label)).slice(0, SHOWN);
    const joined = path.slice(-1).map((parent) => `${parent}${label}`);
    const above = new Set(path.map(nameKey));
    const over = new Set<string>(
      indicatorNames.flatMap(({ text, candidate }) => (above.has(nameKey(text)) ? [candidate.code] : [])),
    );
    const alike = indicator([...joined, label], (text) => sharesPair(text, label)).filter(
      ({ code, scope }) => scope !== null || !over.has(code),
    );
    const isReported = ({ code, scope }: Candidate) =>
      reported.some((other) => other.code === code && (other.scope || null) === scope);
    return [...alike.filter((one) => !isReported(one)), ...alike.filter(isReported)].slice(0, SHOWN);
  };
}

interface CandidateName {
  readonly text: string;
  readonly candidate: Candidate;
}

function search(names: readonly CandidateName[]) {
  const nearest = makeNearest(
    names.map(({ text }) => text),
    LOOKED_AT,
  );
  return (texts: readonly string[], fits: (text: string) => boolean): readonly Candidate[] => {
    const found = texts
      .flatMap((text) => nearest(nameKey(text)))
      .filter(fits)
      .flatMap((text) => names.filter((name) => name.text === text).map(({ candidate }) => candidate));
    return [...new Map(found.map((one) => [`${one.code}@${one.scope ?? ""}`, one])).values()];
  };
}

function sideOf(text: string): string {
  return text.replace(/[^左右]/g, "");
}

function sharesPair(text: string, label: string): boolean {
  const key = nameKey(text);
  return Array.from(label, (_, place) => nameKey(label).slice(place, place + 2)).some(
    (pair) => pair.length === 2 && key.includes(pair),
  );
}
