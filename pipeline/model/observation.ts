import { type Decimal, decimalPlaces, roundHalfUp } from "./decimal.ts";
import type { IndicatorCode } from "./indicator.ts";
import type { Period, Span } from "./period.ts";
import type { Quantity } from "./quantity.ts";

/** SDMX CL_OBS_STATUS in words; every status but the first three leaves the value null. */
export type ObservationStatus =
  | "normal"
  | "provisional"
  | "estimated"
  | "missing" // not filled in, or not published
  | "not-applicable" // the source says there is no such figure
  | "below-unit"; // less than half of the unit

/** The statuses that leave the value null. */
export const EMPTY_STATUSES = [
  "missing",
  "not-applicable",
  "below-unit",
] as const satisfies readonly ObservationStatus[];

/** One published value, as it stands in a sheet. */
export interface Observation {
  readonly sheet: string;
  readonly cell: string; // A1
  readonly label: string; // row label as read, without ordinals, unit and 其中
  readonly path: readonly string[]; // labels of the rows it belongs under, outermost first
  readonly indicator: IndicatorCode | null; // null while no one has said what the label means
  readonly region: string | null; // null while no one has said which place
  readonly period: Period;
  readonly span: Span;
  readonly quantity: Quantity;
  readonly scope: string | null; // 口径
  readonly value: Decimal | null; // in `unit`, as published; null exactly when `status` says why
  readonly unit: string | null; // null while unsettled
  readonly decimals: number; // digits after the point that the source shows
  readonly status: ObservationStatus;
  readonly statusReason: string | null; // the sentinel as it stands in the cell; "空白" for a blank
}

/** An observation as the store gives it back, with where and when it comes from. */
export interface KnownObservation extends Observation {
  readonly sha256: string;
  readonly file: string;
  readonly source: string | null; // name of the source profile
  readonly bureau: string | null; // code of the bureau that sent it
  readonly illustrative: boolean; // 演示数据
  readonly vintage: string; // "2023-07-10": when the value was published, else received
  readonly url: string | null; // where the source publishes it
}

/**
 * The value in the digits that the source shows: a 4.958 that the cell shows as 5.0 is published as 5.0.
 *
 * Rates are compared as published, because readers check them so (standards of the field, sections 2.1 and 3.2).
 */
export function publishedValue(value: Decimal, decimals: number): Decimal {
  return decimalPlaces(value) > decimals ? roundHalfUp(value, decimals) : value;
}

/** Tells whether it is known what an observation is about, and in what unit its value is; others are of no use yet. */
export function isSettled({ indicator, region, value, unit }: Observation): boolean {
  return indicator !== null && region !== null && (value === null || unit !== null);
}

/** What makes two observations the same fact: everything but the value and where it stands. */
export function observationKey(o: Observation): string {
  const quantity = o.quantity === "contribution" ? `contribution ${o.unit ?? ""}` : o.quantity; // 拉动百分点 beside 贡献率
  return `${observationSubject(o)}|${o.span}|${quantity}|${o.scope ?? ""}`;
}

/** What an observation is about, and when: of a fact's key all but span, quantity and 口径. */
export function observationSubject({ indicator, region, period, path, label }: Observation): string {
  const isSettled = indicator !== null && region !== null;
  const words = isSettled ? "" : `?${[...path, label].join("/")}`; // unsettled, only the same words are the same fact
  return `${indicator ?? words}|${region ?? words}|${period}`;
}
