import { type KnownObservation, observationKey } from "../model/observation.ts";

const SEPARATOR = "\u0000"; // below every character, so that a part sorts before whatever it is the beginning of

/**
 * Puts observations in an order that their content alone decides: key, vintage, hash, sheet, cell (as text).
 *
 * Sorted here and not by the database, because databases order text by their own collations.
 */
export function sortKnown(observations: readonly KnownObservation[]): readonly KnownObservation[] {
  const keyed = observations.map((observation) => ({ observation, key: sortKey(observation) }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return keyed.map(({ observation }) => observation);
}

function sortKey(observation: KnownObservation): string {
  const { vintage, sha256, sheet, cell } = observation;
  return [observationKey(observation), vintage, sha256, sheet, cell].join(SEPARATOR);
}
