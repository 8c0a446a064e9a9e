import type { Edition } from "../../model/edition.ts";
import { briefingBlocks, editionTitle } from "./briefing.ts";
import { gatherFacts } from "./facts.ts";
import { figuresInUse } from "./figure-book.ts";
import type { EditionInput } from "./input.ts";
import { notesSheet } from "./notes-sheet.ts";
import { overviewSheet } from "./overview-sheet.ts";
import { regionsSheet } from "./regions-sheet.ts";
import { sourcesSheet } from "./sources-sheet.ts";
import { targetsSheet } from "./targets-sheet.ts";

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
  const sheets = [overviewSheet, targetsSheet, regionsSheet, sourcesSheet, notesSheet].map((describe) =>
    describe(facts),
  );
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
