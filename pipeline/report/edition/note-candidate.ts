import type { Figure } from "../../model/figure.ts";
import type { EditionFacts } from "./facts.ts";
import type { NoteRole } from "./note-roles.ts";
import { isOfOtherScope, type TargetFigures } from "./target-figures.ts";

/** A figure that a number in a note may be, and what has to be said of it there. */
export interface NoteCandidate {
  readonly figure: Figure;
  readonly role: NoteRole;
  readonly target: string | null; // that it is of, by id; null: of an indicator across the places
  readonly names: readonly string[]; // by which its indicator is called
  readonly place: string | null; // code; null: the city
  readonly times: readonly string[]; // that it may be said to be of; "" among them where it need not be said
  readonly compared: readonly string[]; // with which time it may be, or must be for a change
  readonly way: -1 | 0 | 1; // growth or fall, above or below, faster or slower; 0 where it has none
  readonly end: "low" | "high" | null; // of a range
  readonly swing: "narrower" | "wider" | null; // of a change
}

/** Where they are found. */
export type CandidateFacts = Pick<
  EditionFacts,
  "targets" | "trends" | "regional" | "completions" | "paces" | "lags" | "input"
>;

/** By which a target's indicator may be called. */
export function namesOfTarget({ assessment: { target }, subject, indicator }: TargetFigures): readonly string[] {
  return [target.name, subject, ...(indicator ? [indicator.name, ...indicator.aliases.map(({ text }) => text)] : [])];
}

/** The same without those that say the goal's 口径, where the figure was published in another. */
export function namesOfActual(t: TargetFigures): readonly string[] {
  if (!isOfOtherScope(t.assessment)) return namesOfTarget(t);
  const { target, observations } = t.assessment;
  const scopes = observations.map(({ scope }) => scope);
  const aliases = (t.indicator?.aliases ?? []).filter(({ scope }) => scopes.includes(scope)).map(({ text }) => text);
  return [t.subject, ...(t.indicator ? [t.indicator.name] : []), ...aliases].filter((name) => name !== target.name);
}
