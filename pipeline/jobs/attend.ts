import { beat } from "../store/heartbeats.ts";
import { releaseLease } from "../store/leases.ts";
import type { ScheduledRun } from "../store/scheduled-runs.ts";
import { reserveAll } from "./reserve-due.ts";
import { holdJobs, JOBS_LEASE, type JobRoom, runPending } from "./run-due.ts";

/** Under which the scheduler's heartbeat is kept. */
export const SCHEDULER = "schedule";

/**
 * Looks at the schedule once: reserves what has fallen due, then does all that is reserved, unless another process is at
 * it. What falls due meanwhile is looked at before it ends.
 *
 * @param isFirst since this process started: what was missed before was not missed for being busy
 * @returns the runs that were done
 * @throws PipelineError STORE_BUSY, STORE_FAILED
 */
export async function attend(room: JobRoom, isFirst: boolean): Promise<readonly ScheduledRun[]> {
  const { store, rules, effects, owner } = room;
  const { logger } = effects;
  const startedAt = effects.now();
  await beat(store, SCHEDULER, owner, startedAt);
  if (!(await holdJobs(room))) return [];
  try {
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
  } finally {
    await releaseLease(store, JOBS_LEASE, owner);
  }
}
