import type { Edition, SheetDescription } from "../../model/edition.ts";
import type { SheetKey, SheetTemplate } from "../../model/workbook-template.ts";
import { briefingBlocks, editionTitle } from "./briefing.ts";
import { coverSheet } from "./cover-sheet.ts";
import { type EditionFacts, gatherFacts } from "./facts.ts";
import { figuresInUse } from "./figure-book.ts";
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
 * @throws PipelineError NOTHING_TO_PUBLISH if no observation stands behind any figure
 * @throws Error if a number of an assessment does not follow from its observations and its goal
 */
export function describeEdition(input: EditionInput): Edition {
  const facts = gatherFacts(input);
  const { kind, period, region, asOf, plan, rules } = input;
  const sheets = input.workbook.sheets.map((sheet) => SHEETS[sheet.sheet](facts, sheet));
  const blocks = briefingBlocks(facts);
  return {
    kind,
    period,
    region: region.code,
    title: editionTitle(facts),
    asOf,
    dataVintage: facts.dataVintage,
    illustrative: facts.illustrative,
    rules: rules.name,
    plan: { year: plan.year, title: plan.title, documentNumber: plan.documentNumber },
    figures: figuresInUse({ sheets, blocks }, facts.book),
    sheets,
    blocks,
  };
}

/** What fills each sheet that templates/workbook.yaml may ask for. */
const SHEETS: Readonly<Record<SheetKey, (facts: EditionFacts, sheet: SheetTemplate) => SheetDescription>> = {
  cover: coverSheet,
  overview: overviewSheet,
  targets: targetsSheet,
  regions: regionsSheet,
  projects: projectsSheet,
  trends: trendsSheet,
  submissions: submissionsSheet,
  issues: issuesSheet,
  revisions: revisionsSheet,
  sources: sourcesSheet,
  scopes: notesSheet,
};
