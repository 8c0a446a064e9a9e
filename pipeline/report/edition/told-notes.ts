import {
  type CompilerNotes,
  EDITOR_NOTE,
  type NoteProblem,
  type NoteSection,
  noteError,
  OTHER_NOTES,
} from "../../model/compiler-notes.ts";
import type { Figure } from "../../model/figure.ts";
import { nearestName } from "../../model/nearest-name.ts";
import { unitAfter } from "../prose/growth.ts";
import type { Words } from "../prose/runs.ts";
import { declaredTexts } from "./declared-texts.ts";
import type { EditionFacts } from "./facts.ts";
import { noteCandidates } from "./note-candidates.ts";
import { noteCounts } from "./note-counts.ts";
import type { NoteFigures } from "./note-matching.ts";
import { type NotePlace, notePlaces } from "./note-places.ts";
import { noteWords } from "./note-words.ts";

/** The notes of an edition in words, each number of them a figure. */
export interface ToldNotes {
  readonly editor: readonly Words[]; // 编者按
  readonly other: readonly Words[]; // 其他
  readonly ofTargets: ReadonlyMap<string, readonly Words[]>; // by id
  readonly ofSections: ReadonlyMap<string, readonly Words[]>; // by heading
  readonly stated: readonly Figure[]; // from outside the data, in the order of the file
}

export const NO_NOTES: ToldNotes = {
  editor: [],
  other: [],
  ofTargets: new Map(),
  ofSections: new Map(),
  stated: [],
};

/**
 * Holds a compiler's notes against the edition: every heading names a target, an indicator or a section of it, every
 * number is one of its figures or has a source.
 *
 * @throws PipelineError NOTE_INVALID where a heading is wrong, else NOTE_UNPROVEN; each names all that is wrong
 */
export function toldNotes(notes: CompilerNotes, facts: Omit<EditionFacts, "notes" | "book">): ToldNotes {
  const places = notePlaces(facts);
  const context = { file: notes.file, figures: noteFigures(facts), declared: declaredTexts(facts.input) };
  const wrong: NoteProblem[] = [];
  const unproven: NoteProblem[] = [];
  const stated: Figure[] = [];
  const told = notes.sections.map((section) => {
    const place = placeOf(section, places, wrong);
    const target = place?.kind === "target" ? place.target : null;
    const paragraphs = section.paragraphs.map((paragraph) => noteWords(paragraph, target, context));
    unproven.push(...paragraphs.flatMap((one) => one.unproven));
    stated.push(...paragraphs.flatMap((one) => one.stated));
    return { place, words: paragraphs.map(({ words }) => words) };
  });
  if (wrong.length > 0) throw noteError("NOTE_INVALID", [...wrong, ...unproven], notes.file);
  if (unproven.length > 0) throw noteError("NOTE_UNPROVEN", unproven, notes.file);
  const under = (kind: NotePlace["kind"], key: (place: NotePlace) => string) => {
    const own = told.flatMap(({ place, words }) => (place?.kind === kind ? [{ key: key(place), words }] : []));
    return new Map(own.map((one) => [one.key, own.filter((o) => o.key === one.key).flatMap(({ words }) => words)]));
  };
  return {
    editor: under("editor", () => EDITOR_NOTE).get(EDITOR_NOTE) ?? [],
    other: under("other", () => OTHER_NOTES).get(OTHER_NOTES) ?? [],
    ofTargets: under("target", (place) => (place.kind === "target" ? place.target : "")),
    ofSections: under("section", (place) => (place.kind === "section" ? place.heading : "")),
    stated,
  };
}

/** What the numbers of notes on the edition may be. */
function noteFigures(facts: Omit<EditionFacts, "notes" | "book">): NoteFigures {
  const candidates = noteCandidates(facts);
  const units = candidates.flatMap(({ figure }) => [figure.unit ?? "", unitAfter(figure.unit)]);
  const { period, regions } = facts.input;
  return {
    candidates,
    counts: noteCounts(facts),
    vocabulary: {
      ...{ period, regions },
      names: [...new Set(candidates.flatMap(({ names }) => names))],
      units: [...new Set([...units, "项"])],
    },
  };
}

function placeOf(
  { heading, line }: NoteSection,
  places: ReadonlyMap<string, NotePlace | "several">,
  wrong: NoteProblem[],
): NotePlace | undefined {
  const place = places.get(plainHeading(heading));
  if (place === "several") wrong.push({ line, text: `叫“${heading}”的目标不止一项，请写指标名称` });
  else if (place === undefined) {
    const nearest = nearestName(plainHeading(heading), [...places.keys()]);
    wrong.push({ line, text: `没有“${heading}”这个指标或部分，最接近的是“${nearest}”` });
  } else return place;
  return undefined;
}

/** Without the number that the paper prints before it. */
function plainHeading(heading: string): string {
  return heading.replace(/^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)/, "").trim();
}
