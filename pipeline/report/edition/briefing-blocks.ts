import type { BriefingBlockName, HeadingLevel } from "../../model/briefing-template.ts";
import type { Block, ParagraphStyle } from "../../model/edition.ts";
import { briefRules } from "../prose/brief-rules.ts";
import { changesParagraph } from "../prose/changes.ts";
import { chapterParagraph } from "../prose/chapters.ts";
import {
  type ClosingNames,
  type RulesInput,
  rulesParagraphs,
  scopeParagraphs,
  sourcesParagraph,
} from "../prose/closing.ts";
import { headlineInBrief, headlineParagraphs } from "../prose/headline.ts";
import { bureauNote, laggingInBrief, laggingParagraphs } from "../prose/lagging.ts";
import { milestoneOpening, milestoneParagraphs, milestonesInBrief } from "../prose/milestones.ts";
import { outlookParagraph } from "../prose/outlook.ts";
import { overview } from "../prose/overview.ts";
import { sentence, type Tell, tellBy } from "../prose/phrase.ts";
import { regionsInBrief, regionsSentence } from "../prose/regions.ts";
import { joinRuns, type Words } from "../prose/runs.ts";
import { unknownInBrief, unknownParagraphs } from "../prose/unknown.ts";
import { regionsTable } from "./briefing-region-table.ts";
import { chaptersTable, headlineTable, laggingTable, targetsTable } from "./briefing-tables.ts";
import { amountBeside, type EditionFacts, overviewInput } from "./facts.ts";
import { chapterHeading } from "./section-names.ts";
import type { TargetFigures } from "./target-figures.ts";
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
  changes: (facts, tell) => paragraphs([changesParagraph({ ...facts.input, ...facts }, tell)]),
  headline: (facts, tell) => paragraphs(headlineParagraphs(facts.targets, headlineInput(facts), tell)),
  "headline:brief": (facts, tell) => paragraphs(headlineInBrief(facts.targets, facts.input, tell).slice(0, 1)),
  "table:headline": headlineTable,
  "table:targets": targetsTable,
  chapters: chapterParts,
  "table:chapters": chaptersTable,
  lagging: (facts, tell) => paragraphs(laggingParagraphs(facts, tell)),
  "lagging:brief": (facts, tell) => paragraphs(laggingInBrief(facts, tell)),
  "table:lagging": laggingTable,
  outlook: ({ chances }, tell) => paragraphs([outlookParagraph(chances, tell)]),
  regions: ({ places }, tell) => paragraphs([oneParagraph(places.map((one) => regionsSentence(one, tell)))]),
  "table:regions": regionsTable,
  "regions:brief": ({ places, tallies }, tell) => paragraphs([oneParagraph(regionsInBrief(places, tallies, tell))]),
  milestones: (facts, tell) => paragraphs(milestoneParagraphs(milestonesInput(facts), tell)),
  "milestones:brief": (facts, tell) => paragraphs(milestonesInBrief(milestonesInput(facts), tell)),
  notes: ({ notes }) => paragraphs(notes.other),
  unknown: unknownOf,
  "unknown:brief": ({ targets }, tell) => paragraphs(unknownInBrief(targets, tell)),
  scopes: ({ targets }, tell) => paragraphs(scopeParagraphs(targets, tell)),
  sources: (facts, tell) => paragraphs([sourcesOf(facts, tell)]),
  "sources:brief": (facts, tell) =>
    paragraphs([joinRuns([...sourcesOf(facts, tell), ...bureauNote(facts, tell)])], "note"),
  "rules:brief": (facts) => paragraphs([briefRules(facts.input.rules, sheetName(facts, "scopes"))], "note"),
  rules: (facts) => paragraphs(rulesParagraphs(rulesInput(facts)), "note"),
};

function headlineInput({ input, ...facts }: EditionFacts) {
  const paceOf = ({ assessment }: TargetFigures) => facts.paces.get(assessment.target.id);
  return { period: input.period, amountBeside: (t: TargetFigures) => amountBeside(t, { input, ...facts }), paceOf };
}

function sourcesOf(facts: EditionFacts, tell: Tell): Words {
  return sourcesParagraph({ ...facts, bureaus: facts.input.bureaus, names: closingNames(facts) }, tell);
}

/** Chapters with a result, each under its heading; those without are told by their counts in the table. */
function chapterParts(facts: EditionFacts, tell: Tell): readonly BriefingPart[] {
  const { counts, targets, input } = facts;
  const told = counts.chapters.filter(
    ({ standings }) => standings.held.value !== "0" || standings.lagging.value !== "0",
  );
  return told.flatMap((chapter): readonly BriefingPart[] => [
    { kind: "heading", level: 2, text: chapterHeading(facts, chapter.chapter) },
    ...paragraphs([chapterParagraph(chapter, targets, { kind: input.kind, tell })]),
  ]);
}

/** The milestones are told here where the skeleton has no block of theirs. */
function unknownOf(facts: EditionFacts, tell: Tell): readonly BriefingPart[] {
  const isTold = facts.input.template.parts.some(
    (part) => part.kind === "block" && MILESTONE_BLOCKS.includes(part.name),
  );
  const milestones = isTold ? [] : milestoneOpening({ ...facts, isMixed: isMixed(facts) }, tell);
  return paragraphs([...unknownParagraphs(facts.targets, facts.counts, tell), milestones]);
}

const MILESTONE_BLOCKS: readonly BriefingBlockName[] = ["milestones", "milestones:brief"];

function milestonesInput(facts: EditionFacts) {
  return { ...facts, period: facts.input.period, isMixed: isMixed(facts) };
}

function isMixed({ sources }: EditionFacts): boolean {
  return sources.some(({ observation }) => !observation.illustrative);
}

function rulesInput(facts: EditionFacts): RulesInput {
  const { input, milestones, targets } = facts;
  const hasRequired = targets.some(({ required, growth }) => required !== null || growth !== null);
  return { ...input, milestones, hasRequired, names: closingNames(facts) };
}

function closingNames(facts: EditionFacts): ClosingNames {
  return {
    sources: sheetName(facts, "sources"),
    illustrative: columnName(facts, "sources", "illustrative"),
    scopes: sheetName(facts, "scopes"),
  };
}

function oneParagraph(sentences: readonly Words[]): Words {
  return joinRuns(sentences.flatMap(sentence));
}

function paragraphs(words: readonly Words[], style: ParagraphStyle = "body"): readonly Block[] {
  return words.filter((runs) => runs.length > 0).map((runs) => ({ kind: "paragraph", style, runs }));
}
