import type { ColumnDescription, ColumnMarks } from "../../model/edition.ts";
import type { Figure } from "../../model/figure.ts";
import { type Period, periodName } from "../../model/period.ts";
import type { MissingReason } from "../../model/ranking.ts";
import type { ColumnTemplate } from "../../model/workbook-template.ts";
import type { EditionFacts } from "./facts.ts";
import type { RegionalCompletion } from "./region-completions.ts";
import type { RegionalIndicator } from "./region-figures.ts";
import type { Adjustment } from "./region-ranks.ts";

/** A column of the table of regions: one number of one indicator, for every place that has it. */
export interface RegionColumn {
  readonly key: string; // of SHEET_COLUMNS.regions
  readonly measure: number; // counts the indicators from 0
  readonly description: ColumnDescription;
  readonly figures: ReadonlyMap<string, Figure>; // by region code
  readonly gaps: ReadonlyMap<string, MissingReason>; // why a place has none, where it is told
  readonly isPlacesOwn: boolean; // each read from cells of its own; else reckoned over all places
  readonly rest: Figure | null; // what shares of the gap leave open
  readonly mark: ColumnMarks["kind"] | null;
  readonly adjustments: readonly Adjustment[]; // of its figures
}

/** What an indicator has for each column that the template may ask for. */
interface Measure {
  readonly group: string;
  readonly unit: string; // of amounts
  readonly figures: Readonly<Record<string, ReadonlyMap<string, Figure>>>;
  readonly gaps: Readonly<Record<string, ReadonlyMap<string, MissingReason>>>;
  readonly gapRest: Figure | null;
  readonly adjustments: readonly Adjustment[];
}

/** Columns whose numbers are each a place's own. */
const PLACES_OWN: readonly string[] = ["amount", "growth", "completion"];

const MARKS: Readonly<Record<string, ColumnMarks["kind"]>> = { growth: "bars", completion: "bars", change: "arrows" };

/** The columns beside the places' names: indicator by indicator, in each as the template has them, without the empty. */
export function regionColumns(
  indicators: readonly RegionalIndicator[],
  { completions, input }: Pick<EditionFacts, "completions" | "input">,
  templates: readonly ColumnTemplate[],
): readonly RegionColumn[] {
  const measures = [
    ...indicators.map((one) => growthMeasure(one, input.period)),
    ...completions.map((one) => completionMeasure(one, input.period)),
  ];
  return measures.flatMap((measure, index) =>
    templates
      .filter(({ column }) => (measure.figures[column]?.size ?? 0) > 0)
      .map((template) => regionColumn(measure, index, template)),
  );
}

function regionColumn(measure: Measure, index: number, template: ColumnTemplate): RegionColumn {
  const { column, header, widthChars, align } = template;
  const full = column === "amount" ? `${header}（${measure.unit}）` : header;
  return {
    ...{ key: column, measure: index },
    description: { header: full, widthChars, align, group: measure.group },
    figures: measure.figures[column] ?? new Map(),
    gaps: measure.gaps[column] ?? new Map(),
    isPlacesOwn: PLACES_OWN.includes(column),
    rest: column === "share" ? measure.gapRest : null,
    mark: MARKS[column] ?? null,
    adjustments: column === "share" ? measure.adjustments : [],
  };
}

function growthMeasure(one: RegionalIndicator, asked: Period): Measure {
  const { indicator, scope, period, growth, amount, growthGaps, amountGaps, rank, rankChange, gapShare } = one;
  const notes = [...(scope === null ? [] : [scope]), ...(period === asked ? [] : [periodName(period, "ytd")])];
  return {
    group: withNotes(indicator.name, notes),
    unit: indicator.unit,
    figures: { amount, growth, rank, change: rankChange, share: gapShare },
    gaps: { amount: amountGaps, growth: growthGaps },
    ...{ gapRest: one.gapRest, adjustments: one.adjustments },
  };
}

function completionMeasure(one: RegionalCompletion, asked: Period): Measure {
  const { target, period, completion, gaps, rank, rankChange, gapShare, gapRest, adjustments } = one;
  const notes = ["完成分解目标", ...(period === asked ? [] : [periodName(period, "ytd")])];
  return {
    group: withNotes(target.assessment.target.name, notes),
    unit: "%",
    figures: { completion, rank, change: rankChange, share: gapShare },
    gaps: { completion: gaps },
    ...{ gapRest, adjustments },
  };
}

function withNotes(name: string, notes: readonly string[]): string {
  return notes.length === 0 ? name : `${name}（${notes.join("，")}）`;
}
