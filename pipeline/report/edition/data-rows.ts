import type { Figure } from "../../model/figure.ts";
import { isSettled, type KnownObservation, observationKey } from "../../model/observation.ts";
import { compareText } from "../../model/text-order.ts";
import type { EditionInput } from "./input.ts";
import type { Names } from "./names.ts";
import { referenceTo } from "./observed-figures.ts";
import { cellKey, type SourceRow } from "./source-rows.ts";

/** An observation of the tidy table. */
export interface DataRow {
  readonly observation: KnownObservation;
  readonly indicator: string; // name
  readonly region: string | null; // name
  readonly figure: Figure | null; // "data/1" ...; null where there is no value
}

/**
 * What is known of every fact of the plan's indicators up to the period, and every other observation that the edition
 * rests on: by indicator, region, period, span, quantity, 口径 and place. What is unsettled stands in 数据质量 alone.
 */
export function dataRows(
  { series, regions }: Pick<EditionInput, "series" | "regions">,
  names: Names,
  sources: readonly SourceRow[],
): readonly DataRow[] {
  const order = new Map(regions.map((region) => [region.code, String(region.order).padStart(6, "0")]));
  const rows = new Map<string, KnownObservation>();
  for (const observation of [...sources.map((source) => source.observation), ...series].filter(isSettled)) {
    rows.set(sortKey(observation, order.get(observation.region ?? "") ?? "~"), observation);
  }
  const sorted = [...rows].sort(([a], [b]) => compareText(a, b));
  return sorted.map(([, observation], index): DataRow => {
    const indicator = names.indicator(observation.indicator) ?? observation.label;
    const region = names.region(observation.region) ?? null;
    return { observation, indicator, region, figure: dataFigure(observation, `data/${index + 1}`, indicator) };
  });
}

/** The observations of the tidy table as figures. */
export function figuresOfData(rows: readonly DataRow[]): readonly Figure[] {
  return rows.flatMap(({ figure }) => figure ?? []);
}

/** Tells observations apart and puts them in their order; two facts of one cell are two. */
function sortKey(observation: KnownObservation, place: string): string {
  const { indicator, region, period, span, quantity, scope, file } = observation;
  const subject = [indicator ?? "~", place, region ?? "~", period, span, quantity, scope ?? ""];
  return [
    ...subject,
    file,
    cellKey({ ...observation, cell: observation.cell.padStart(12) }),
    observationKey(observation),
  ].join("\u0001");
}

function dataFigure(observation: KnownObservation, id: string, name: string): Figure | null {
  const { value, unit, decimals } = observation;
  if (value === null) return null;
  const derivation = { kind: "observed" as const, observations: [referenceTo({ ...observation, value })] };
  return { id, name, value, unit, decimals, derivation };
}
