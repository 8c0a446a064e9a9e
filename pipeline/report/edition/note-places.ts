import { EDITOR_NOTE, OTHER_NOTES } from "../../model/compiler-notes.ts";
import type { EditionFacts } from "./facts.ts";
import { sectionNames } from "./section-names.ts";

/** Where a note is printed. */
export type NotePlace =
  | { readonly kind: "editor" | "other" }
  | { readonly kind: "target"; readonly target: string } // by id
  | { readonly kind: "section"; readonly heading: string };

/**
 * Every heading that a note on this edition may have, with what it stands for; "several" where it may be more than one
 * thing. A target's own name comes before a section's, and both before an indicator's.
 */
export function notePlaces(
  facts: Pick<EditionFacts, "input" | "targets" | "counts">,
): ReadonlyMap<string, NotePlace | "several"> {
  const places = new Map<string, NotePlace | "several">();
  places.set(EDITOR_NOTE, { kind: "editor" });
  if (facts.input.template.parts.some((part) => part.kind === "block" && part.name === "notes")) {
    places.set(OTHER_NOTES, { kind: "other" });
  }
  for (const { assessment } of facts.targets) {
    const { id, name } = assessment.target;
    places.set(name, places.has(name) ? "several" : { kind: "target", target: id });
  }
  for (const heading of sectionNames(facts)) {
    if (!places.has(heading)) places.set(heading, { kind: "section", heading });
  }
  const headlineFirst = [...facts.targets].sort((a, b) => Number(isHeadline(b)) - Number(isHeadline(a)));
  for (const { indicator, assessment } of headlineFirst) {
    if (indicator && !places.has(indicator.name)) {
      places.set(indicator.name, { kind: "target", target: assessment.target.id });
    }
  }
  return places;
}

function isHeadline({ assessment }: EditionFacts["targets"][number]): boolean {
  return assessment.target.headline;
}
