import type { BriefingBlockName, HeadingLevel } from "../../model/briefing-template.ts";
import type { Block, ParagraphStyle } from "../../model/edition.ts";
import { briefRules } from "../prose/brief-rules.ts";
import { chapterParagraph } from "../prose/chapters.ts";
import { type ClosingNames, rulesParagraphs, scopeParagraphs, sourcesParagraph } from "../prose/closing.ts";
import { headlineParagraphs } from "../prose/headline.ts";
import { laggingParagraphs } from "../prose/lagging.ts";
import { overview } from "../prose/overview.ts";
import { sentence, type Tell, tellBy } from "../prose/phrase.ts";
import { regionsSentence } from "../prose/regions.ts";
import { joinRuns, type Words } from "../prose/runs.ts";
import { unknownParagraphs } from "../prose/unknown.ts";
import { regionsTable } from "./briefing-region-table.ts";
import { chaptersTable, headlineTable, laggingTable, targetsTable } from "./briefing-tables.ts";
import { amountBeside, chapterTitle, type EditionFacts, overviewInput } from "./facts.ts";
import { columnName, sheetName } from "./template-names.ts";

/** A part that a block puts into the briefing; headings are numbered later, with those of the skeleton. */
export type BriefingPart = Block | { readonly kind: "heading"; readonly level: HeadingLevel; readonly text: string };

/** Fills a block of the skeleton; empty where there is nothing to say. */
export function fillBlock(name: BriefingBlockName, facts: EditionFacts): readonly BriefingPart[] {
  return FILLERS[name](facts, tellBy(facts.input.phrases));
}

type Filler = (facts: EditionFacts, tell: Tell) => readonly BriefingPart[];

const FILLERS: Readonly<Record<BriefingBlockName, Filler>> = {
  overview: (facts, tell) => paragraphs([overview(overviewInput(facts), tell)]),
  headline: (facts, tell) => paragraphs(headlineOf(facts, tell)),
  "table:headline": headlineTable,
  "table:targets": targetsTable,
  chapters: chapterParts,
  "table:chapters": chaptersTable,
  lagging: ({ lagging }, tell) => paragraphs(laggingParagraphs(lagging, tell)),
  "table:lagging": laggingTable,
  regions: (facts, tell) => paragraphs(regionsOf(facts, tell)),
  "table:regions": regionsTable,
  unknown: unknownOf,
  scopes: ({ targets }, tell) => paragraphs(scopeParagraphs(targets, tell)),
  sources: (facts, tell) =>
    paragraphs([sourcesParagraph({ ...facts, bureaus: facts.input.bureaus, names: closingNames(facts) }, tell)]),
  rules: rulesOf,
  "rules:brief": (facts) => paragraphs([briefRules(facts.input.rules, sheetName(facts, "scopes"))], "note"),
};

function headlineOf(facts: EditionFacts, tell: Tell): readonly Words[] {
  const { period } = facts.input;
  return headlineParagraphs(facts.targets, { period, amountBeside: (target) => amountBeside(target, facts) }, tell);
}

/** Chapters with a result, each under its heading; those without are told by their counts in the table. */
function chapterParts(facts: EditionFacts, tell: Tell): readonly BriefingPart[] {
  const { counts, targets, input } = facts;
  const told = counts.chapters.filter(
    ({ standings }) => standings.held.value !== "0" || standings.lagging.value !== "0",
  );
  return told.flatMap((chapter): readonly BriefingPart[] => [
    { kind: "heading", level: 2, text: firstClause(chapterTitle(facts, chapter.chapter)) },
    ...paragraphs([chapterParagraph(chapter, targets, { kind: input.kind, tell })]),
  ]);
}

function unknownOf(facts: EditionFacts, tell: Tell): readonly BriefingPart[] {
  const isMixed = facts.sources.some(({ observation }) => !observation.illustrative);
  return paragraphs(unknownParagraphs(facts.targets, { ...facts, isMixed }, tell));
}

function rulesOf(facts: EditionFacts): readonly BriefingPart[] {
  const { input, milestones, targets } = facts;
  const hasRequired = targets.some(({ required }) => required !== null);
  return paragraphs(rulesParagraphs({ ...input, milestones, hasRequired, names: closingNames(facts) }), "note");
}

function closingNames(facts: EditionFacts): ClosingNames {
  return {
    sources: sheetName(facts, "sources"),
    illustrative: columnName(facts, "sources", "illustrative"),
    scopes: sheetName(facts, "scopes"),
  };
}

function regionsOf({ regional, input }: EditionFacts, tell: Tell): readonly Words[] {
  const sentences = regional
    .filter(({ period }) => period === input.period)
    .map((indicator) => sentence(regionsSentence(indicator, input.regions, tell)));
  return [joinRuns(sentences.flat())];
}

function paragraphs(words: readonly Words[], style: ParagraphStyle = "body"): readonly Block[] {
  return words.filter((runs) => runs.length > 0).map((runs) => ({ kind: "paragraph", style, runs }));
}

/** So much of a chapter's title as stands on one line, without its number. */
function firstClause(chapter: string): string {
  return chapter.replace(/^[一二三四五六七八九十]+、/, "").split("，")[0] ?? "";
}
