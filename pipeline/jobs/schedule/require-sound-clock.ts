import type { Store } from "../../store/database.ts";
import { latestLook } from "../../store/reservations.ts";
import { doubtOfClock } from "./sound-clock.ts";

/**
 * Keeps what bears a time, or is done at its time, from being done by a doubtful clock.
 *
 * @throws PipelineError CLOCK_DOUBTFUL, STORE_BUSY, STORE_FAILED
 */
export async function requireSoundClock(store: Store, now: string): Promise<void> {
  const doubt = doubtOfClock(now, await latestLook(store));
  if (doubt !== null) throw doubt;
}
