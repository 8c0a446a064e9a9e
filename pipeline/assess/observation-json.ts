import type { Decimal } from "../model/decimal.ts";
import type { KnownObservation } from "../model/observation.ts";

/** A cell behind a figure, as `progress --json` prints it. */
export interface ObservationJson {
  readonly file: string;
  readonly sheet: string;
  readonly cell: string;
  readonly value: Decimal | null;
  readonly unit: string | null;
  readonly scope: string | null;
  readonly vintage: string;
  readonly illustrative: boolean;
}

/** The place and value of an observation, without what it is of. */
export function observationJson(observation: KnownObservation): ObservationJson {
  const { file, sheet, cell, value, unit, scope, vintage, illustrative } = observation;
  return { file, sheet, cell, value, unit, scope, vintage, illustrative };
}
