/** Of what a step counted, what it found: the ledger does not tell of noughts. */
export function foundCounts(all: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(all).filter(([, count]) => count > 0));
}
