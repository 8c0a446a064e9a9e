import type { Bureau } from "../model/bureau.ts";
import type { Indicator } from "../model/indicator.ts";
import type { Milestone } from "../model/milestone.ts";
import type { Plan, PlanHeader } from "../model/plan.ts";
import type { Quota } from "../model/quota.ts";
import type { Region } from "../model/region.ts";
import { problemAt, repeatedKeys, requireNoProblems, type SeedProblem, type SeedRow } from "../model/seed-row.ts";
import type { Target } from "../model/target.ts";
import { checkQuotas } from "./quotas.ts";
import { chapterStarts, checkQuotations } from "./quotations.ts";
import { checkTargets } from "./targets.ts";

/** A plan as its files give it. */
export interface PlanParts {
  readonly header: SeedRow<PlanHeader>;
  readonly text: string;
  readonly targets: readonly SeedRow<Target>[];
  readonly milestones: readonly SeedRow<Milestone>[];
  readonly quotas: readonly SeedRow<Quota>[];
}

/** Tables that a plan's codes lead to. */
export interface PlanReference {
  readonly indicators: readonly Indicator[];
  readonly regions: readonly Region[];
  readonly bureaus: readonly Bureau[];
}

/**
 * Puts a plan together, targets and milestones in the order of the text.
 *
 * @throws PipelineError SEED_INVALID telling everything that does not fit: words that do not stand at their offsets or
 *   in their chapter, ids that repeat, bounds that contradict their op or the words quoted, codes and units that lead nowhere
 */
export function assemblePlan({ header, text, targets, milestones, quotas }: PlanParts, reference: PlanReference): Plan {
  const indicators = new Map(reference.indicators.map((indicator) => [indicator.code as string, indicator]));
  const starts = chapterStarts(text, header.value.chapters);
  requireNoProblems(headerProblems(header, starts, reference));
  requireNoProblems([
    ...repeatedKeys<{ readonly id: string }>([...targets, ...milestones], "编号", ({ id }) => [id]),
    ...checkQuotations(targets, text, starts),
    ...checkTargets(targets, indicators, header.value.year),
    ...codeProblems(targets, reference, ({ region, bureau }) => ({ region, bureau })),
    ...targets
      .filter(
        ({ value: { relativeTo: other } }) => other && !reference.regions.some(({ code }) => code === other.region),
      )
      .map((row) => problemAt(row, `“relative_region”栏：没有 ${row.value.relativeTo?.region} 这个地区`)),
    ...checkQuotas(quotas, targets, indicators),
    ...checkQuotations(milestones, text, starts),
    ...codeProblems(milestones, reference, ({ bureau }) => ({ region: null, bureau })),
  ]);
  return {
    ...{ ...header.value, text, targets: inTextOrder(targets), milestones: inTextOrder(milestones) },
    quotas: quotas.map(({ value }) => value),
  };
}

function headerProblems(
  header: SeedRow<PlanHeader>,
  starts: readonly number[],
  { regions }: PlanReference,
): readonly SeedProblem[] {
  const { region, chapters } = header.value;
  return [
    ...(regions.some(({ code }) => code === region) ? [] : [problemAt(header, `起 region：没有 ${region} 这个地区`)]),
    ...chapters
      .filter((_title, index) => starts[index] === -1)
      .map((title) => problemAt(header, `起 chapters：原文里找不到标题“${title}”，或次序不对`)),
  ];
}

function codeProblems<T>(
  rows: readonly SeedRow<T>[],
  { regions, bureaus }: PlanReference,
  codesOf: (value: T) => { readonly region: string | null; readonly bureau: string | null },
): readonly SeedProblem[] {
  return rows.flatMap((row) => {
    const { region, bureau } = codesOf(row.value);
    const knows = (table: readonly { readonly code: string }[], code: string | null) =>
      code === null || table.some((one) => one.code === code);
    return [
      ...(knows(regions, region) ? [] : [problemAt(row, `“region”栏：没有 ${region} 这个地区`)]),
      ...(knows(bureaus, bureau) ? [] : [problemAt(row, `“bureau”栏：没有 ${bureau} 这个单位`)]),
    ];
  });
}

function inTextOrder<T extends Target | Milestone>(rows: readonly SeedRow<T>[]): readonly T[] {
  return rows.map(({ value }) => value).sort((a, b) => a.source.start - b.source.start || (a.id < b.id ? -1 : 1));
}
