import { currentObservations } from "../../assess/current.ts";
import { reportingOf } from "../../assess/reporting.ts";
import { supersededFiles } from "../../assess/superseded.ts";
import { observationsByPlace } from "../../assess/surroundings.ts";
import { trendOf } from "../../assess/trend.ts";
import type { Assessment } from "../../model/assessment.ts";
import type { CompilerNotes } from "../../model/compiler-notes.ts";
import type { EditionKind } from "../../model/edition.ts";
import { letterheadOf } from "../../model/letterhead.ts";
import type { KnownObservation } from "../../model/observation.ts";
import type { Period } from "../../model/period.ts";
import type { Plan } from "../../model/plan.ts";
import type { Trend } from "../../model/trend.ts";
import type { EditionInput } from "../../report/edition/input.ts";
import { listFiledIssues, listSubmissionRecords } from "../../store/submission-records.ts";
import { judgeMilestones } from "../milestones.ts";
import type { OpenHome } from "../open-home.ts";
import type { Judged } from "../progress.ts";
import { cityOf } from "../reference.ts";
import type { Templates } from "./templates.ts";

/** What an edition is of, and by which templates. */
export interface EditionRequest {
  readonly period: Period;
  readonly kind: EditionKind;
  readonly asOf: string | null; // "2023-07-15"; null for everything known
  readonly templates: Templates;
  readonly notes?: CompilerNotes | null; // absent: none
}

/**
 * Gathers all that an edition is made of: the judged targets and milestones, and what the store knows around them.
 *
 * @throws PipelineError STORE_BUSY, STORE_FAILED
 */
export async function editionInput(
  open: OpenHome,
  plan: Plan,
  { assessments, explanations, observations }: Judged,
  { period, kind, asOf, templates, notes = null }: EditionRequest,
): Promise<EditionInput> {
  const { indicators, regions, bureaus, rules, milestoneRules } = open.reference;
  const {
    assessments: milestones,
    totals: milestoneTotals,
    others: otherProjects,
  } = await judgeMilestones(open, plan, { period, asOf });
  const vintages = observations.filter((observation) => observation.period <= period);
  const series = currentObservations(vintages);
  const records = await listSubmissionRecords(open.store, { region: plan.region, asOf });
  const superseded = supersededFiles(records, new Map(indicators.map((indicator) => [indicator.code, indicator])));
  const issues = await listFiledIssues(open.store, asOf);
  const headline = new Set(plan.targets.flatMap((one) => (one.headline && one.indicator ? [one.indicator] : [])));
  const releases = new Set([period, ...explanations.rankings.map((ranking) => ranking.period)]);
  return {
    ...{ kind, period, asOf, plan, assessments, milestones, milestoneTotals, otherProjects },
    ...{ indicators, regions, bureaus, rules, milestoneRules },
    ...{ rankings: explanations.rankings, changes: explanations.changes, comparedWith: explanations.comparedWith },
    ...{ series, vintages },
    trends: trendsOf(assessments, open, vintages),
    region: cityOf(regions),
    reporting: reportingOf(records, { plan, period, indicators, bureaus }),
    issues: issues.filter(({ sha256 }) => !superseded.has(sha256)),
    sources: open.reference.sources,
    issuer: templates.letterhead.issuer,
    contributor: letterheadOf(templates.letterhead, notes?.issue ?? null).contributor,
    notes,
    regional: vintages.filter(
      (one) => releases.has(one.period) && one.indicator !== null && headline.has(one.indicator),
    ),
    template: templates.briefing,
    workbook: templates.workbook,
    phrases: templates.phrases,
  };
}

function trendsOf(
  assessments: readonly Assessment[],
  { reference }: OpenHome,
  observations: readonly KnownObservation[],
): readonly Trend[] {
  const indicators = new Map(reference.indicators.map((indicator) => [indicator.code, indicator]));
  const observationsOf = observationsByPlace(observations);
  return assessments.flatMap((assessment) => {
    const { indicator: code, region } = assessment.target;
    const indicator = code === null ? undefined : indicators.get(code);
    const trend = indicator && trendOf(assessment, indicator, observationsOf(indicator.code, region));
    return trend ? [trend] : [];
  });
}
