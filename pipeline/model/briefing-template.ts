/** Blocks that the program fills, as a briefing's skeleton names them: `{overview}` on a line of its own. */
export const BRIEFING_BLOCKS = [
  "overview", // the overall judgement, in sentences from counts
  "changes", // what turned for the better and for the worse since the issue before, and what was revised
  "headline", // a sentence for each headline target with a figure
  "headline:brief", // growth alone, side by side: those that hold in one sentence, those that lag in another; the table has the rest
  "table:headline",
  "table:targets", // every target with a figure, by chapter, and who is responsible
  "chapters", // for each chapter what was met and what was missed
  "table:chapters", // counts by chapter
  "lagging", // what lags and by how much, the worst first
  "lagging:brief", // the red ones in full, the yellow ones by name and gap; no table goes with it
  "table:lagging", // what does not fit into the sentences
  "outlook", // which headline targets can be reached, and what the rest of the year must bring
  "regions", // who leads and who trails in each headline indicator
  "table:regions", // growth of the headline indicators, place by place
  "regions:brief", // two sentences: the first indicator, and who is first and last most often
  "milestones", // projects and tasks: how they stand, what is late and whose it is
  "milestones:brief", // a paragraph: the counts, the late ones by name
  "notes", // what a compiler adds under 其他
  "unknown", // what no figure tells yet
  "unknown:brief", // the headline targets among them, with why; the counts are in the overview
  "scopes", // where figure and goal differ in 口径
  "sources", // bureaus and files
  "sources:brief", // the same in small letters, with a word on the bureaus that {lagging:brief} names
  "rules", // of the lights, rounding, 测算
  "rules:brief", // the limits in use, in one paragraph
] as const;

export type BriefingBlockName = (typeof BRIEFING_BLOCKS)[number];

/** Charts that are none of a single indicator; those are named by its code: `{chart:industrial-value-added}`. */
export const BRIEFING_CHARTS = [
  "gaps", // between growth and goal, of every headline target of growth
  "lights", // by chapter
] as const;

/** What stands before a chart's name in a skeleton. */
export const CHART_PREFIX = "chart:";

/** Words that the program puts into standing text. */
export const BRIEFING_SLOTS = ["period", "year", "region", "plan", "document-number"] as const;

export type BriefingSlot = (typeof BRIEFING_SLOTS)[number];

/** A stretch of standing text: words as typed, or a slot. */
export type StandingText = string | { readonly slot: BriefingSlot };

/** 一、 （一） 1. （1） */
export type HeadingLevel = 1 | 2 | 3 | 4;

/** A part of a briefing's skeleton, in the order of the paper. */
export type TemplatePart =
  | { readonly kind: "title"; readonly text: readonly StandingText[] }
  | { readonly kind: "heading"; readonly level: HeadingLevel; readonly text: readonly StandingText[] } // without its number
  | { readonly kind: "appendix"; readonly text: readonly StandingText[] } // its title; what follows belongs to it
  | { readonly kind: "paragraph"; readonly text: readonly StandingText[] }
  | { readonly kind: "block"; readonly name: BriefingBlockName }
  | { readonly kind: "chart"; readonly name: string }; // one of BRIEFING_CHARTS, or an indicator's code

/** The skeleton of a briefing: templates/<kind>-briefing.md. */
export interface BriefingTemplate {
  readonly parts: readonly TemplatePart[]; // a title first
}
