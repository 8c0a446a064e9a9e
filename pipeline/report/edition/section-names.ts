import type { BriefingSlot, StandingText } from "../../model/briefing-template.ts";
import { periodName } from "../../model/period.ts";
import { chapterTitle, type EditionFacts } from "./facts.ts";

/** The headings that an edition's text may have, without their numbers: the skeleton's, and the chapters' where it has them. */
export function sectionNames(facts: Pick<EditionFacts, "input" | "counts">): readonly string[] {
  const { parts } = facts.input.template;
  const end = parts.findIndex(({ kind }) => kind === "appendix");
  return parts.slice(0, end < 0 ? parts.length : end).flatMap((part) => {
    if (part.kind === "heading") return [standingText(part.text, facts)];
    if (part.kind !== "block" || part.name !== "chapters") return [];
    return facts.counts.chapters.map(({ chapter }) => chapterHeading(facts, chapter));
  });
}

/** So much of a chapter's title as stands on one line, without its number. */
export function chapterHeading(facts: Pick<EditionFacts, "input">, chapter: number): string {
  return (
    chapterTitle(facts, chapter)
      .replace(/^[一二三四五六七八九十]+、/, "")
      .split("，")[0] ?? ""
  );
}

/** Standing text with its slots filled. */
export function standingText(parts: readonly StandingText[], facts: Pick<EditionFacts, "input">): string {
  return parts.map((part) => (typeof part === "string" ? part : slotText(part.slot, facts))).join("");
}

function slotText(slot: BriefingSlot, { input }: Pick<EditionFacts, "input">): string {
  const { period, plan, region } = input;
  const texts: Readonly<Record<BriefingSlot, string>> = {
    period: periodName(period, "ytd"),
    year: String(plan.year),
    region: region.name,
    plan: plan.title,
    "document-number": plan.documentNumber,
  };
  return texts[slot];
}
