import type { Decimal } from "../model/decimal.ts";
import type { IndicatorCode } from "../model/indicator.ts";
import type { KnownObservation, Observation, ObservationStatus } from "../model/observation.ts";
import type { Period, Span } from "../model/period.ts";
import type { Quantity } from "../model/quantity.ts";
import type { ReadingKey, SubmissionTable } from "./submissions.ts";

// Field by field: spreads take several times as long, and a folder of files has tens of thousands of rows.

export interface ObservationTable {
  readonly sha256: string;
  readonly reading: number;
  readonly sheet: string;
  readonly cell: string;
  readonly ordinal: number; // place in the reading's list, from 0
  readonly label: string;
  readonly path: string; // JSON list
  readonly indicator: IndicatorCode | null;
  readonly region: string | null;
  readonly period: Period;
  readonly span: Span;
  readonly quantity: Quantity;
  readonly scope: string | null;
  readonly value: Decimal | null;
  readonly unit: string | null;
  readonly decimals: number;
  readonly status: ObservationStatus;
  readonly status_reason: string | null;
}

type OwnColumns = Omit<ObservationTable, "sha256" | "reading" | "ordinal">;
type SubmissionColumns = Pick<SubmissionTable, "file" | "source" | "bureau" | "illustrative" | "vintage" | "url">;

/** A row of observation `o` with submission `s`, as KNOWN_COLUMNS select it. */
export type KnownRow = Omit<ObservationTable, "reading" | "ordinal"> & SubmissionColumns;

export const OWN_COLUMNS = [
  ...(["o.sheet", "o.cell", "o.label", "o.path", "o.indicator", "o.region", "o.period", "o.span"] as const),
  ...(["o.quantity", "o.scope", "o.value", "o.unit", "o.decimals", "o.status", "o.status_reason"] as const),
] as const;

export const KNOWN_COLUMNS = [
  ...OWN_COLUMNS,
  ...(["o.sha256", "s.file", "s.source", "s.bureau", "s.illustrative", "s.vintage", "s.url"] as const),
] as const;

/** The observation at a place of a reading's list as its row. */
export function toObservationRow(
  { sha256, reading }: ReadingKey,
  ordinal: number,
  observation: Observation,
): ObservationTable {
  return {
    sha256,
    reading,
    sheet: observation.sheet,
    cell: observation.cell,
    ordinal,
    label: observation.label,
    path: JSON.stringify(observation.path),
    indicator: observation.indicator,
    region: observation.region,
    period: observation.period,
    span: observation.span,
    quantity: observation.quantity,
    scope: observation.scope,
    value: observation.value,
    unit: observation.unit,
    decimals: observation.decimals,
    status: observation.status,
    status_reason: observation.statusReason,
  };
}

/** A joined row as the observation it is. */
export function toKnown(row: KnownRow): KnownObservation {
  const { sha256, file, source, bureau, vintage, url } = row;
  return { ...toObservation(row), sha256, file, source, bureau, illustrative: row.illustrative === 1, vintage, url };
}

/** A row's own columns as the observation they hold. */
export function toObservation(row: OwnColumns): Observation {
  return {
    sheet: row.sheet,
    cell: row.cell,
    label: row.label,
    path: JSON.parse(row.path),
    indicator: row.indicator,
    region: row.region,
    period: row.period,
    span: row.span,
    quantity: row.quantity,
    scope: row.scope,
    value: row.value,
    unit: row.unit,
    decimals: row.decimals,
    status: row.status,
    statusReason: row.status_reason,
  };
}
