import { type KnownObservation, observationKey } from "../model/observation.ts";

/**
 * Puts observations in an order that their content alone decides: key, vintage, hash, sheet, cell.
 *
 * Sorted here and not by the database, because databases order text by their own collations.
 */
export function sortKnown(observations: readonly KnownObservation[]): readonly KnownObservation[] {
  const keyed = observations.map((observation) => {
    const { vintage, sha256, sheet, cell } = observation;
    return { observation, key: [observationKey(observation), vintage, sha256, sheet, cell] };
  });
  return keyed.sort((a, b) => compareKeys(a.key, b.key)).map(({ observation }) => observation);
}

function compareKeys(a: readonly string[], b: readonly string[]): number {
  const place = a.findIndex((part, index) => part !== b[index]);
  return place < 0 ? 0 : (a[place] ?? "") < (b[place] ?? "") ? -1 : 1;
}
