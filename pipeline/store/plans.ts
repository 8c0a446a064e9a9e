import type { Decimal } from "../model/decimal.ts";
import type { IndicatorCode } from "../model/indicator.ts";
import type { Milestone } from "../model/milestone.ts";
import type { Period } from "../model/period.ts";
import type { Plan } from "../model/plan.ts";
import type { Target, TextSpan } from "../model/target.ts";

export interface PlanTable {
  readonly year: number;
  readonly title: string;
  readonly document_number: string;
  readonly region: string;
  readonly text: string;
  readonly chapters: string; // JSON list
}

interface SourceColumns {
  readonly source_text: string;
  readonly source_start: number; // characters into the plan's text
  readonly source_end: number;
}

export interface TargetTable extends SourceColumns {
  readonly id: string;
  readonly year: number;
  readonly chapter: number;
  readonly name: string;
  readonly indicator: IndicatorCode | null;
  readonly quantity: Target["quantity"];
  readonly basis: Target["basis"];
  readonly op: Target["op"];
  readonly low: Decimal | null;
  readonly high: Decimal | null;
  readonly relative_indicator: IndicatorCode | null;
  readonly relative_region: string | null;
  readonly unit: string;
  readonly scope: string | null;
  readonly comparable_scopes: string; // JSON list
  readonly region: string;
  readonly due: Period;
  readonly strength: Target["strength"];
  readonly explicit: number; // 0 or 1
  readonly headline: number; // 0 or 1
  readonly bureau: string | null;
  readonly bureau_is_our_reading: number; // 0 or 1
  readonly review: number; // 0 or 1
  readonly note: string | null;
}

export interface MilestoneTable extends SourceColumns {
  readonly id: string;
  readonly year: number;
  readonly chapter: number;
  readonly project: string | null;
  readonly task: string;
  readonly action: string;
  readonly due: Period | null;
  readonly bureau: string | null;
  readonly bureau_is_our_reading: number; // 0 or 1
  readonly note: string | null;
}

/** A plan as its row, without its targets and milestones. */
export function toPlanRow({ year, title, documentNumber, region, text, chapters }: Plan): PlanTable {
  return { year, title, document_number: documentNumber, region, text, chapters: JSON.stringify(chapters) };
}

/** A target of the plan of `year` as its row. */
export function toTargetRow(year: number, target: Target): TargetTable {
  const { id, chapter, name, indicator, quantity, basis, op, low, high, unit, scope, region } = target;
  const { due, strength, bureau, note } = target;
  return {
    ...{ id, year, chapter, name, indicator, quantity, basis, op, low, high, unit, scope },
    relative_indicator: target.relativeTo?.indicator ?? null,
    relative_region: target.relativeTo?.region ?? null,
    comparable_scopes: JSON.stringify(target.comparableScopes),
    ...{ region, due, strength },
    explicit: Number(target.explicit),
    headline: Number(target.headline),
    bureau,
    bureau_is_our_reading: Number(target.bureauIsOurReading),
    review: Number(target.review),
    note,
    ...toSourceColumns(target.source),
  };
}

/** A milestone of the plan of `year` as its row. */
export function toMilestoneRow(year: number, milestone: Milestone): MilestoneTable {
  const { id, chapter, project, task, action, due, bureau, note } = milestone;
  return {
    ...{ id, year, chapter, project, task, action, due, bureau },
    bureau_is_our_reading: Number(milestone.bureauIsOurReading),
    note,
    ...toSourceColumns(milestone.source),
  };
}

function toSourceColumns({ text, start, end }: TextSpan): SourceColumns {
  return { source_text: text, source_start: start, source_end: end };
}
