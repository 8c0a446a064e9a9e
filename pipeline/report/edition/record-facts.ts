import type { Figure } from "../../model/figure.ts";
import type { SheetKey } from "../../model/workbook-template.ts";
import type { Words } from "../prose/runs.ts";
import type { EditionInput } from "./input.ts";
import { issuesSummary, type OpenIssues, openIssues } from "./open-issues.ts";
import {
  figuresOfReporting,
  type ReportingFigures,
  reportingFigures,
  reportingSummary,
  stateFigures,
} from "./reporting-figures.ts";
import {
  figuresOfRevisions,
  type RevisionFigures,
  revisionCount,
  revisionFigures,
  revisionsSummary,
} from "./revision-figures.ts";
import type { SourceRow } from "./source-rows.ts";

/** What is told of the files received, apart from what they say of targets. */
export interface RecordFacts {
  readonly reporting: readonly ReportingFigures[]; // who sent what
  readonly issues: OpenIssues; // of the files behind the edition
  readonly revisions: readonly RevisionFigures[];
  readonly revised: Figure; // how many these are
  readonly summaries: Readonly<Partial<Record<SheetKey, Words>>>; // a line more under a sheet's title
}

/** Makes them of the input, with every figure they print. */
export function recordFacts(
  input: EditionInput,
  sources: readonly SourceRow[],
): { readonly facts: RecordFacts; readonly figures: readonly Figure[] } {
  const reporting = reportingFigures(input);
  const states = stateFigures(reporting);
  const behind = sources.map(({ observation }) => observation.sha256);
  const issues = openIssues(input, behind);
  const revisions = revisionFigures(input);
  const revised = revisionCount(revisions);
  const summaries = {
    submissions: reportingSummary(states),
    issues: issuesSummary(issues),
    revisions: revisionsSummary(revised),
  };
  const figures = [
    ...figuresOfReporting(reporting),
    ...Object.values(states),
    ...Object.values(issues.counts),
    ...figuresOfRevisions(revisions),
    revised,
  ];
  return { facts: { reporting, issues, revisions, revised, summaries }, figures };
}
