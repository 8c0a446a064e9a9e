import type { Figure } from "../../model/figure.ts";
import type { PHRASE_SLOTS, Phrase, PhraseName, Phrases, SLOT_KINDS, SlotName } from "../../model/phrases.ts";
import { inProse, joinRuns, type Words } from "./runs.ts";

/** What a slot may be filled with; null and nothing leave it empty. */
type SlotValue<S extends SlotName> = (typeof SLOT_KINDS)[S] extends "number" ? Figure | null : string | Words;

/** What the slots of a pattern are filled with. */
export type SlotValues<P extends PhraseName> = {
  readonly [S in (typeof PHRASE_SLOTS)[P][number]]: SlotValue<S>;
};

/** Fills a pattern of templates/phrases.yaml: `tell("lagging-tabled", { light: "红灯", count })`; without a full stop. */
export type Tell = <P extends PhraseName>(name: P, slots: SlotValues<P>) => Words;

/** Tells by the given patterns. Words in [ ] stand only where none of their slots is empty. */
export function tellBy(phrases: Phrases): Tell {
  return (name, slots) => fill(phrases[name], slots);
}

/** A sentence of it: its full stop behind, nothing for nothing. */
export function sentence(words: Words): Words {
  return words.length === 0 ? [] : joinRuns([...words, "。"]);
}

function fill(phrase: Phrase, slots: Readonly<Partial<Record<SlotName, Figure | null | string | Words>>>): Words {
  const runsOf = (part: string | { readonly slot: SlotName }): Words =>
    typeof part === "string" ? [part] : slotRuns(slots[part.slot] ?? null);
  return joinRuns(
    phrase.flatMap((part): Words => {
      if (typeof part === "string" || "slot" in part) return runsOf(part);
      const filled = part.optional.map(runsOf);
      return filled.some((runs) => runs.length === 0) ? [] : filled.flat();
    }),
  );
}

function slotRuns(value: Figure | null | string | Words): Words {
  if (value === null || value === "") return [];
  if (typeof value === "string") return [value];
  return "derivation" in value ? [inProse(value)] : value;
}
