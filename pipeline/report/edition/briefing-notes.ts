import type { Run } from "../../model/figure.ts";
import { tellBy } from "../prose/phrase.ts";
import { joinRuns, type Words } from "../prose/runs.ts";
import type { BriefingPart } from "./briefing-blocks.ts";
import type { EditionFacts } from "./facts.ts";
import type { TargetFigures } from "./target-figures.ts";
import { standingOf } from "./verdict-groups.ts";

/** A part of the briefing, and the block of the skeleton that it comes from; null for standing text. */
export interface PlacedPart {
  readonly part: BriefingPart;
  readonly block: string | null;
}

/**
 * Puts a compiler's notes into the text: 编者按 before the title, a target's right behind the sentence that tells how it
 * lags or stands, a section's at its end. A target that no sentence tells has a paragraph of its own, which begins with
 * its name. 其他 is a block of the skeleton.
 */
export function placeNotes(parts: readonly PlacedPart[], facts: EditionFacts): readonly PlacedPart[] {
  const { editor, ofTargets, ofSections } = facts.notes;
  const tell = tellBy(facts.input.phrases);
  const opening = editor.map((words, index): PlacedPart => {
    const runs = index === 0 ? tell("editor-note", { note: words }) : words;
    return { part: { kind: "paragraph", style: "editor-note", runs }, block: null };
  });
  const withTargets = facts.targets.reduce((placed, target) => {
    const words = ofTargets.get(target.assessment.target.id);
    return words ? withTargetNote(placed, target, words) : placed;
  }, parts);
  const withSections = [...ofSections].reduce(
    (placed, [heading, words]) => withSectionNote(placed, heading, words),
    withTargets,
  );
  return [...opening, ...withSections];
}

function withSectionNote(
  parts: readonly PlacedPart[],
  heading: string,
  notes: readonly Words[],
): readonly PlacedPart[] {
  const start = parts.findIndex(({ part }) => part.kind === "heading" && part.text === heading);
  const level = levelOf(parts[start]);
  const rest = parts.slice(start + 1).findIndex((one) => levelOf(one) <= level);
  return insert(parts, rest < 0 ? parts.length : start + 1 + rest, notes.map(paragraph));
}

function levelOf(placed: PlacedPart | undefined): number {
  return placed?.part.kind === "heading" ? placed.part.level : Number.POSITIVE_INFINITY;
}

function withTargetNote(
  parts: readonly PlacedPart[],
  target: TargetFigures,
  notes: readonly Words[],
): readonly PlacedPart[] {
  const blocks = standingOf(target.assessment) === "lagging" ? ["lagging", "headline"] : ["headline", "lagging"];
  for (const block of blocks) {
    const at = parts.findIndex((one) => one.block?.startsWith(block) && tells(one, target));
    const told = parts[at]?.part;
    if (told?.kind !== "paragraph") continue;
    const runs = behindSentence(told.runs, target, joinRuns(notes.flat()));
    return parts.map((one, index) => (index === at ? { ...one, part: { ...told, runs } } : one));
  }
  const name = target.assessment.target.name;
  const own = notes.map((words, index) => paragraph(index === 0 ? joinRuns([`${name}：`, ...words]) : words));
  const ends = blocks.map((block) => parts.findLastIndex((one) => one.block?.startsWith(block)));
  const end = ends.find((index) => index >= 0) ?? parts.length - 1;
  return insert(parts, end + 1, own);
}

function tells({ part }: PlacedPart, target: TargetFigures): boolean {
  return part.kind === "paragraph" && part.runs.some((run) => isOf(run, target));
}

function isOf(run: Run, { assessment }: TargetFigures): boolean {
  return typeof run !== "string" && run.figure.startsWith(`${assessment.target.id}/`);
}

/** Ends the clause that tells the target with a full stop, and goes on behind the note as after one. */
function behindSentence(runs: readonly Run[], target: TargetFigures, note: Words): Words {
  const last = runs.findLastIndex((run) => isOf(run, target));
  const end = runs.findIndex((run, index) => index > last && typeof run === "string" && /[。；]/.test(run));
  const closing = runs[end];
  if (typeof closing !== "string") return joinRuns([...runs, ...withStop(note)]);
  const at = closing.search(/[。；]/);
  const before = [...runs.slice(0, end), `${closing.slice(0, at)}。`];
  return joinRuns([...before, ...withStop(note), closing.slice(at + 1), ...runs.slice(end + 1)]);
}

function withStop(note: Words): Words {
  const last = note.at(-1);
  return typeof last === "string" && /[。！？：；]$/.test(last) ? note : joinRuns([...note, "。"]);
}

function paragraph(words: Words): PlacedPart {
  return { part: { kind: "paragraph", style: "body", runs: words }, block: null };
}

function insert(parts: readonly PlacedPart[], at: number, own: readonly PlacedPart[]): readonly PlacedPart[] {
  return [...parts.slice(0, at), ...own, ...parts.slice(at)];
}
