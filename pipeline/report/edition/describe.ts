import type { Block, Edition, SheetDescription } from "../../model/edition.ts";
import type { SheetKey, SheetTemplate } from "../../model/workbook-template.ts";
import { briefingBlocks, editionTitle } from "./briefing.ts";
import { coverSheet } from "./cover-sheet.ts";
import { dataSheet } from "./data-sheet.ts";
import { declaredTexts } from "./declared-texts.ts";
import { type EditionFacts, gatherFacts } from "./facts.ts";
import { figuresInUse } from "./figure-book.ts";
import { figureUses } from "./figure-uses.ts";
import type { EditionInput } from "./input.ts";
import { issuesSheet } from "./issues-sheet.ts";
import { notesSheet } from "./notes-sheet.ts";
import { overviewSheet } from "./overview-sheet.ts";
import { projectsSheet } from "./projects-sheet.ts";
import { regionsSheet } from "./regions-sheet.ts";
import { revisionsSheet } from "./revisions-sheet.ts";
import { sourcesSheet } from "./sources-sheet.ts";
import { submissionsSheet } from "./submissions-sheet.ts";
import { targetsSheet } from "./targets-sheet.ts";
import { trendsSheet } from "./trends-sheet.ts";

/**
 * Describes both papers of an edition: every sheet and paragraph, and every figure they print.
 *
 * The same for any order of the lists in `input`. Each number stands as a figure with its derivation; words hold
 * digits only in dates, ordinals, rules, names and what is quoted from the plan and from files.
 *
 * @throws PipelineError NOTHING_TO_PUBLISH if no observation stands behind any figure; NOTE_INVALID or NOTE_UNPROVEN
 *   where a compiler's note is wrong
 * @throws Error if a number of an assessment does not follow from its observations and its goal
 */
export function describeEdition(input: EditionInput): Edition {
  const facts = gatherFacts(input);
  const { kind, period, region, asOf, plan, rules } = input;
  const blocks = briefingBlocks(facts);
  const sheets = describeSheets(facts, blocks);
  return {
    kind,
    period,
    region: region.code,
    title: editionTitle(facts),
    asOf,
    dataVintage: facts.dataVintage,
    latestIsPublic: facts.latestIsPublic,
    illustrative: facts.illustrative,
    partlyIllustrative: facts.partlyIllustrative,
    rules: rules.name,
    plan: { year: plan.year, title: plan.title, documentNumber: plan.documentNumber },
    figures: figuresInUse({ sheets, blocks }, facts.book),
    sheets,
    blocks,
    declared: declaredTexts(facts.input),
  };
}

/** 数据来源 comes last, because it tells where each cell is used. */
function describeSheets(facts: EditionFacts, blocks: readonly Block[]): readonly SheetDescription[] {
  const described = new Map<SheetKey, SheetDescription>();
  for (const sheet of facts.input.workbook.sheets) {
    if (sheet.sheet !== "sources") described.set(sheet.sheet, SHEETS[sheet.sheet](facts, sheet));
  }
  const using = USING.flatMap((key) => described.get(key) ?? []);
  const uses = figureUses({ sheets: using, blocks }, facts.book);
  return facts.input.workbook.sheets.map((sheet) => described.get(sheet.sheet) ?? sourcesSheet(facts, sheet, uses));
}

/** The sheets that 数据来源 leads back to, the likeliest to be asked about first. */
const USING: readonly SheetKey[] = ["targets", "regions", "trends", "overview"];

/** What fills each sheet that templates/workbook.yaml may ask for, but 数据来源. */
const SHEETS: Readonly<
  Record<Exclude<SheetKey, "sources">, (facts: EditionFacts, sheet: SheetTemplate) => SheetDescription>
> = {
  cover: coverSheet,
  overview: overviewSheet,
  targets: targetsSheet,
  regions: regionsSheet,
  projects: projectsSheet,
  trends: trendsSheet,
  submissions: submissionsSheet,
  issues: issuesSheet,
  revisions: revisionsSheet,
  scopes: notesSheet,
  data: dataSheet,
};
