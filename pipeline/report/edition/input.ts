import type { Assessment } from "../../model/assessment.ts";
import type { BriefingTemplate } from "../../model/briefing-template.ts";
import type { Bureau } from "../../model/bureau.ts";
import type { CompilerNotes } from "../../model/compiler-notes.ts";
import type { EditionKind } from "../../model/edition.ts";
import type { Change } from "../../model/explanation.ts";
import type { Indicator } from "../../model/indicator.ts";
import type { MilestoneAssessment, MilestoneTotals, OtherProject } from "../../model/milestone-assessment.ts";
import type { MilestoneRules } from "../../model/milestone-rules.ts";
import type { KnownObservation } from "../../model/observation.ts";
import type { Period } from "../../model/period.ts";
import type { Phrases } from "../../model/phrases.ts";
import type { Plan } from "../../model/plan.ts";
import type { Ranking } from "../../model/ranking.ts";
import type { Region } from "../../model/region.ts";
import type { FiledIssue, Reporting } from "../../model/reporting.ts";
import type { LightRules } from "../../model/rules.ts";
import type { SourceProfile } from "../../model/source.ts";
import type { Trend } from "../../model/trend.ts";
import type { WorkbookTemplate } from "../../model/workbook-template.ts";

/** All that an edition is made of; the order of the lists does not matter. */
export interface EditionInput {
  readonly kind: EditionKind;
  readonly period: Period;
  readonly region: Region; // that the papers are about
  readonly regions: readonly Region[];
  readonly plan: Plan;
  readonly assessments: readonly Assessment[];
  readonly milestones: readonly MilestoneAssessment[]; // of the plan's projects and tasks
  readonly milestoneTotals: MilestoneTotals; // over the projects that were reported
  readonly otherProjects: readonly OtherProject[]; // of the period's reports, named by no milestone
  readonly indicators: readonly Indicator[];
  readonly bureaus: readonly Bureau[];
  readonly regional: readonly KnownObservation[]; // all regions, headline indicators, at the period and at the releases that are ranked, every vintage
  readonly rankings: readonly Ranking[]; // of 旗县市区
  readonly changes: readonly Change[]; // since the month or the quarter before; none in a paper on a year
  readonly comparedWith: Period | null; // the month or the quarter before; null where there is none in the year or nothing is known of it
  readonly trends: readonly Trend[]; // of the targets that any month of the year is known of
  readonly series: readonly KnownObservation[]; // plan's indicators and their parts, everywhere, up to the period; one for every fact, a blank where it has no value
  readonly vintages: readonly KnownObservation[]; // the same with every value that was ever published
  readonly reporting: readonly Reporting[]; // who sent what for the period, and what is missing; in the order of bureaus
  readonly issues: readonly FiledIssue[]; // of every file known that no later one has corrected
  readonly sources: readonly Pick<SourceProfile, "name" | "title">[];
  readonly issuer: string; // 编发机关
  readonly contributor: string | null; // 供稿单位
  readonly notes: CompilerNotes | null; // what a compiler adds; null where there is no file of it
  readonly rules: LightRules;
  readonly milestoneRules: MilestoneRules;
  readonly asOf: string | null; // "2023-07-15"; null for everything known
  readonly template: BriefingTemplate;
  readonly workbook: WorkbookTemplate;
  readonly phrases: Phrases;
}
