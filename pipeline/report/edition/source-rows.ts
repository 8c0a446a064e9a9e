import type { CellReference, Figure } from "../../model/figure.ts";
import type { KnownObservation } from "../../model/observation.ts";
import { compareText } from "../../model/text-order.ts";
import type { ChangeFigures } from "./change-figures.ts";
import type { EditionInput } from "./input.ts";
import { byPlace } from "./observed-figures.ts";
import { prospectObservations } from "./prospect-figures.ts";
import type { RegionalCompletion } from "./region-completions.ts";
import type { RegionalIndicator } from "./region-figures.ts";
import type { TargetFigures } from "./target-figures.ts";
import type { TrendFigures } from "./trend-figures.ts";

/** A cell behind the edition, with the figure that holds its value. */
export interface SourceRow {
  readonly key: string;
  readonly observation: KnownObservation;
  readonly figure: Figure; // observed
}

/** What has figures that were read from cells. */
interface ReadFacts {
  readonly targets: readonly TargetFigures[];
  readonly regional: readonly RegionalIndicator[];
  readonly completions: readonly RegionalCompletion[];
  readonly trends: readonly TrendFigures[];
  readonly changes: readonly ChangeFigures[];
}

/** Names a cell of a file. */
export function cellKey({ sha256, sheet, cell }: Pick<CellReference, "sha256" | "sheet" | "cell">): string {
  return [sha256, sheet, cell].join("\u0000");
}

/** Every cell that a figure was read from, once: by indicator as the plan names them, region, period and place. */
export function sourceRows(
  { targets, regional, completions, trends, changes }: ReadFacts,
  input: Pick<EditionInput, "regional" | "regions" | "rankings">,
): readonly SourceRow[] {
  const observations = [
    ...targets.flatMap(({ assessment }) => [
      ...assessment.observations,
      ...assessment.goalObservations,
      ...prospectObservations(assessment),
    ]),
    ...input.regional,
    ...trends.flatMap((trend) => trend.observations),
    ...changes.flatMap(({ change }) => change.observations),
    ...input.rankings.flatMap(({ rows }) => rows.flatMap(({ observations }) => observations)),
  ];
  const byKey = new Map(observations.map((observation) => [cellKey(observation), observation]));
  const figures = [
    ...[...targets, ...regional, ...completions, ...trends, ...changes].flatMap(({ read }) => read),
    ...targets.flatMap(({ prospectRead }) => prospectRead),
  ];
  const rows = new Map<string, SourceRow>();
  for (const figure of [...new Set(figures)].sort((a, b) => compareText(a.id, b.id))) {
    if (figure.derivation.kind !== "observed") continue;
    for (const reference of figure.derivation.observations) {
      const key = cellKey(reference);
      const observation = byKey.get(key);
      if (observation && !rows.has(key)) rows.set(key, { key, observation, figure });
    }
  }
  const places = new Map(input.regions.map(({ code, order }) => [code, order]));
  const codes = [...new Set(targets.map(({ assessment }) => assessment.target.indicator))];
  const indicators = new Map(codes.map((code, index) => [code, index]));
  return [...rows.values()].sort((a, b) => compareRows(a.observation, b.observation, { indicators, places }));
}

interface RowOrder {
  readonly indicators: ReadonlyMap<string | null, number>; // place in the plan
  readonly places: ReadonlyMap<string, number>; // of regions
}

function compareRows(a: KnownObservation, b: KnownObservation, { indicators, places }: RowOrder): number {
  const indicator = (o: KnownObservation) => indicators.get(o.indicator) ?? indicators.size;
  const place = (o: KnownObservation) => places.get(o.region ?? "") ?? Number.MAX_SAFE_INTEGER;
  const key = (o: KnownObservation) => [o.period, o.span, o.quantity, o.scope ?? ""].join("|");
  return indicator(a) - indicator(b) || place(a) - place(b) || compareText(key(a), key(b)) || byPlace(a, b);
}
