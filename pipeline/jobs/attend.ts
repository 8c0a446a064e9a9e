import { beat } from "../store/heartbeats.ts";
import type { ScheduledRun } from "../store/scheduled-runs.ts";
import { reserveAll } from "./reserve-due.ts";
import { type JobRoom, runPending } from "./run-due.ts";

/** Under which the scheduler's heartbeat is kept. */
export const SCHEDULER = "schedule";

/**
 * Looks at the schedule once: reserves what has fallen due, then does all that is reserved. What falls due meanwhile is looked at before it ends.
 *
 * @param isFirst since this process started: what was missed before was not missed for being busy
 * @returns the runs that were done
 * @throws PipelineError STORE_BUSY, also where another process runs jobs; STORE_FAILED
 */
export async function attend(room: JobRoom, isFirst: boolean): Promise<readonly ScheduledRun[]> {
  const { store, rules, effects, owner } = room;
  const { logger } = effects;
  const startedAt = effects.now();
  await beat(store, SCHEDULER, owner, startedAt);
  return room.alone(async () => {
    const ended: ScheduledRun[] = [];
    let busySince = isFirst ? null : startedAt;
    for (;;) {
      const now = effects.now();
      await reserveAll(store, rules, { now, busySince, logger });
      const done = await runPending(room);
      ended.push(...done);
      if (done.length === 0) return ended;
      busySince = now;
    }
  });
}
