import { latestLook, setMarksBack } from "../../store/reservations.ts";
import { reserveAll } from "./reserve-due.ts";
import { type JobRoom, QUIET_JOBS } from "./run-due.ts";
import { doubtOfClock } from "./sound-clock.ts";

/**
 * Takes a person's word that the clock is right. Where it had jumped ahead, what was missed is reserved as after any outage;
 * where it was ahead before, what that brought about is taken back as far as it is not done, and the schedule goes on from now.
 *
 * @returns what was doubtful, in words; null where nothing was, and nothing is changed
 * @throws PipelineError CLOCK_DOUBTFUL where it cannot be right; STORE_BUSY where another process runs jobs; STORE_FAILED
 */
export async function confirmClock({ store, rules, effects, alone }: JobRoom): Promise<string | null> {
  const now = effects.now();
  return alone(async () => {
    const last = await latestLook(store);
    const doubt = doubtOfClock(now, last);
    if (doubt === null) return null;
    if (last === null || doubtOfClock(now, now) !== null) throw doubt;
    if (last > now) await setMarksBack(store, now, QUIET_JOBS);
    else await reserveAll(store, rules, { now, busySince: null, logger: effects.logger });
    return doubt.message;
  });
}
