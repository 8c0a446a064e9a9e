import { PipelineError } from "../../errors.ts";
import type { Figure } from "../../model/figure.ts";
import type { KnownObservation } from "../../model/observation.ts";
import { periodName } from "../../model/period.ts";
import type { Target } from "../../model/target.ts";
import { compareText } from "../../model/text-order.ts";
import type { OverviewInput } from "../prose/overview.ts";
import { withBalancedShares } from "./balanced-shares.ts";
import { figuresOfChanges, type ToldChanges, toldChanges } from "./change-figures.ts";
import { type CountFigures, countFigures, countNames, figuresOfCounts } from "./count-figures.ts";
import { type DataRow, dataRows, figuresOfData } from "./data-rows.ts";
import { type EmptyRecord, partedSheets } from "./empty-records.ts";
import { type FigureBook, figureBook } from "./figure-book.ts";
import type { EditionInput } from "./input.ts";
import { type LaggingTargets, laggingTargets } from "./lagging-targets.ts";
import { figuresOfMilestones, type MilestoneCounts, milestoneCounts } from "./milestone-counts.ts";
import { type Names, namesOf } from "./names.ts";
import { fingerprint } from "./observation-words.ts";
import { type ProjectFacts, projectFacts } from "./project-facts.ts";
import { type RecordFacts, recordFacts } from "./record-facts.ts";
import { figuresOfCompletions, type RegionalCompletion, regionalCompletions } from "./region-completions.ts";
import { figuresOfRegions, type RegionalIndicator, regionalIndicators } from "./region-figures.ts";
import type { PlaceRanks } from "./region-ranks.ts";
import { type SourceRow, sourceRows } from "./source-rows.ts";
import { figuresOf, type TargetFigures, targetFigures } from "./target-figures.ts";
import { type ToldFacts, toldFacts } from "./told-facts.ts";
import { NO_NOTES, type ToldNotes, toldNotes } from "./told-notes.ts";
import { figuresOfTrends, type TrendFigures, trendFigures } from "./trend-figures.ts";
import { standingOf } from "./verdict-groups.ts";

/** Everything that sheets and sentences draw on: the input in a settled order, with its figures. */
export interface EditionFacts extends RecordFacts, ProjectFacts, ToldFacts {
  readonly input: EditionInput; // its workbook without the sheets that would hold no row
  readonly emptyRecords: readonly EmptyRecord[]; // those sheets
  readonly names: Names; // of indicators, regions and bureaus, by code
  readonly targets: readonly TargetFigures[]; // in the order of the plan
  readonly counts: CountFigures;
  readonly lagging: LaggingTargets;
  readonly regional: readonly RegionalIndicator[]; // headline indicators, in the order of the plan
  readonly trends: readonly TrendFigures[]; // of the targets that any month of the year is known of, in the order of the plan
  readonly completions: readonly RegionalCompletion[]; // of targets that were divided, in the order of the plan
  readonly changes: ToldChanges; // since the month or the quarter before
  readonly milestones: MilestoneCounts;
  readonly files: Figure; // how many files the figures come from
  readonly cells: Figure; // how many cells
  readonly sources: readonly SourceRow[]; // every cell behind a figure, in the order of the 数据来源 sheet
  readonly data: readonly DataRow[]; // the tidy table
  readonly dataVintage: string; // "2023-07-12"
  readonly latestIsPublic: boolean;
  readonly illustrative: boolean;
  readonly partlyIllustrative: boolean; // and a target is judged on a published figure
  readonly notes: ToldNotes; // what a compiler adds
  readonly book: FigureBook;
}

/**
 * Makes every figure of an edition.
 *
 * @throws PipelineError NOTHING_TO_PUBLISH if no observation stands behind any of them; NOTE_INVALID, NOTE_UNPROVEN
 */
export function gatherFacts(input: EditionInput): EditionFacts {
  const targets = targetsByPlan(input);
  const regions = regionsInOrder(input);
  const inside = input.regional.filter(({ region }) => regions.some(({ code }) => code === region));
  const places = regionalFacts(targets, { ...input, regions, regional: inside });
  const trends = trendFigures(targets, input.trends);
  const changes = toldChanges(targets, input.changes);
  const sources = sourceRows({ targets, ...places, trends, changes: changes.told }, input);
  if (sources.length === 0) throw nothingToPublish(input);
  const names = namesOf(input);
  const records = recordFacts({ ...input, regions }, sources);
  const milestones = milestoneCounts(input.plan.milestones, input.milestones);
  const projects = projectFacts(input);
  const told = toldFacts({ ...{ input, regions, targets, trends }, ...places, projects: projects.facts.projects });
  const { workbook, emptyRecords } = partedSheets(input.workbook, records.facts);
  const cells = [
    ...sources.map(({ observation }) => observation),
    ...records.facts.revisions.map(({ restatement }) => restatement.fact),
  ];
  const illustrative = milestones.illustrative || projects.illustrative || cells.some(isIllustrative);
  const ofThePeriod = [...targets.flatMap(({ assessment }) => assessment.observations), ...inside];
  const dataVintage = distinct([...ofThePeriod.map(({ vintage }) => vintage), ...projects.vintages]).at(-1) ?? "";
  const facts = {
    ...{ input: { ...input, regions, workbook }, emptyRecords, names, targets },
    ...{ counts: countFigures(targets.map(({ assessment }) => assessment)), lagging: laggingTargets(targets) },
    ...places,
    ...{ trends, changes, milestones },
    ...projects.facts,
    ...told.facts,
    ...sourceCounts(sources),
    ...records.facts,
    ...{ sources, data: dataRows(input, names, sources) },
    dataVintage,
    latestIsPublic: !projects.vintages.includes(dataVintage) && isPublic(ofThePeriod, dataVintage),
    ...{ illustrative, partlyIllustrative: illustrative && targets.some(isPublished) },
  };
  const notes = input.notes === null ? NO_NOTES : toldNotes(input.notes, facts);
  const ofParts = [...projects.figures, ...told.figures, ...records.figures];
  return { ...facts, notes, book: figureBook([...notes.stated, ...ofParts, ...figuresOfFacts(facts)]) };
}

function targetsByPlan({ assessments, indicators }: EditionInput): readonly TargetFigures[] {
  const byCode = new Map(indicators.map((indicator) => [indicator.code, indicator]));
  return [...assessments]
    .sort((a, b) => byPlan(a.target, b.target))
    .map((one) => targetFigures(one, (one.target.indicator && byCode.get(one.target.indicator)) || null));
}

/** Those of the city: the province is compared with, and stands in no table. */
function regionsInOrder({ regions }: EditionInput): EditionInput["regions"] {
  return regions
    .filter(({ kind }) => kind !== "province")
    .sort((a, b) => a.order - b.order || compareText(a.code, b.code));
}

function regionalFacts(
  targets: readonly TargetFigures[],
  { regions, regional, rankings, period, workbook }: EditionInput,
): Pick<EditionFacts, "regional" | "completions"> {
  const balanced = <T extends PlaceRanks>(one: T) => (workbook.balancesShares ? withBalancedShares(one) : one);
  return {
    regional: regionalIndicators(targets, { regions, regional, rankings, period }).map(balanced),
    completions: regionalCompletions(targets, rankings).map(balanced),
  };
}

function sourceCounts(sources: readonly SourceRow[]): Pick<EditionFacts, "files" | "cells"> {
  const files = distinct(sources.map(({ observation }) => fingerprint(observation.sha256)));
  const cells = sources.map(({ figure }) => figure.id);
  return {
    files: countNames("count/files", "数据文件", "个", files),
    cells: countNames("count/cells", "单元格", "个", cells),
  };
}

function figuresOfFacts(facts: Omit<EditionFacts, "notes" | "book">): readonly Figure[] {
  const { red, yellow, yellowHeadline, restRed, restYellow, unnamed } = facts.lagging;
  return [
    ...facts.targets.flatMap(figuresOf),
    ...figuresOfRegions(facts.regional),
    ...figuresOfTrends(facts.trends),
    ...figuresOfChanges(facts.changes),
    ...figuresOfCompletions(facts.completions),
    ...figuresOfCounts(facts.counts),
    ...figuresOfMilestones(facts.milestones),
    ...[facts.files, facts.cells],
    ...figuresOfData(facts.data),
    ...[red, yellow, yellowHeadline, restRed, restYellow, unnamed],
  ];
}

/** The amount that may stand beside a target's growth: the same place, time and 口径; null where there is none. */
export function amountBeside({ assessment }: TargetFigures, { regional, input }: EditionFacts): Figure | null {
  const { target, observedPeriod, observations } = assessment;
  const own = regional.find(({ indicator }) => indicator.code === target.indicator);
  const isOneScope = own !== undefined && observations.every(({ scope }) => scope === own.scope);
  if (!isOneScope || own.period !== input.period || target.quantity !== "yoy" || observedPeriod !== input.period)
    return null;
  return own.amount.get(target.region) ?? null;
}

/** Chapter, then place in the text; the id tells goals of one clause apart. */
function byPlan(a: Target, b: Target): number {
  return a.chapter - b.chapter || a.source.start - b.source.start || compareText(a.id, b.id);
}

/** What the overall judgement rests on. */
export function overviewInput({ input, counts }: EditionFacts): OverviewInput {
  return { kind: input.kind, period: input.period, year: input.plan.year, counts };
}

/** A chapter's title with the marks of a Chinese text, as the plan numbers it; empty where it has none. */
export function chapterTitle({ input }: Pick<EditionFacts, "input">, chapter: number): string {
  return (input.plan.chapters[chapter] ?? "").replaceAll(",", "，");
}

/** Tells whether a target is judged on published figures only. */
function isPublished({ assessment }: TargetFigures): boolean {
  const { observations } = assessment;
  const isJudged = ["held", "lagging"].includes(standingOf(assessment));
  return isJudged && observations.length > 0 && !observations.some(isIllustrative);
}

/** Tells whether all that has a vintage comes from where it is published. */
function isPublic(observations: readonly KnownObservation[], vintage: string): boolean {
  const latest = observations.filter((one) => one.vintage === vintage);
  return latest.length > 0 && latest.every(({ url, illustrative }) => url !== null && !illustrative);
}

function isIllustrative({ illustrative }: { readonly illustrative: boolean }): boolean {
  return illustrative;
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].sort();
}

function nothingToPublish({ period, region }: EditionInput): PipelineError {
  return new PipelineError("NOTHING_TO_PUBLISH", `${region.name}${periodName(period, "ytd")}没有任何可用的数据`, {
    hint: "请先用 ingest 读入这一期的报表，或换一个期间",
  });
}
