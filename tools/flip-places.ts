/** Where one bit is to be changed. */
export interface FlipPlace {
  readonly file: string;
  readonly at: number; // from 0
  readonly bit: number; // 0-7
}

const PRIME = 104_729;

/**
 * Spreads flips over all files, each in turn: its first byte, its last, then bytes far apart in between, none twice.
 *
 * @param sizes bytes of each file; empty ones have no place
 * @returns so many places, fewer where the files have not so many bytes
 */
export function flipPlaces(sizes: ReadonlyMap<string, number>, count: number): readonly FlipPlace[] {
  const places: FlipPlace[] = [];
  for (let round = 0; places.length < count; round += 1) {
    const left = [...sizes].filter(([, size]) => size > round);
    if (left.length === 0) break;
    for (const [file, size] of left.slice(0, count - places.length)) {
      places.push({ file, at: placeOf(round, size), bit: (places.length + round) % 8 });
    }
  }
  return places;
}

/** By steps that have no divisor in common with the bytes between first and last, so that all come by before one comes again. */
function placeOf(round: number, size: number): number {
  if (round === 0) return 0;
  if (round === 1) return size - 1;
  const between = size - 2;
  const step = between % PRIME === 0 ? 1 : PRIME;
  return 1 + ((round * step) % between);
}
