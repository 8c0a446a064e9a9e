import { beat, beatAgain } from "../../store/heartbeats.ts";
import { latestLook } from "../../store/reservations.ts";
import type { ScheduledRun } from "../../store/scheduled-runs.ts";
import { closeStore, openStore } from "../../store/sqlite.ts";
import { reserveAll } from "./reserve-due.ts";
import { type JobRoom, runPending } from "./run-due.ts";
import { doubtOfClock } from "./sound-clock.ts";

/** Under which the scheduler's heartbeat is kept. */
export const SCHEDULER = "schedule";

/**
 * Looks at the schedule once: reserves what has fallen due, then does all that is reserved. What falls due meanwhile is looked
 * at before it ends. By a doubtful clock nothing is done, which is told to the logger.
 *
 * @param isFirst since this process started: what was missed before was not missed for being busy
 * @returns the runs that were done
 * @throws PipelineError STORE_BUSY, also where another process runs jobs; STORE_FAILED
 */
export async function attend(room: JobRoom, isFirst: boolean): Promise<readonly ScheduledRun[]> {
  const { store, rules, effects, owner } = room;
  const { logger } = effects;
  const startedAt = effects.now();
  return room.alone(async () => {
    await beat(store, SCHEDULER, owner, startedAt);
    const ended: ScheduledRun[] = [];
    let busySince = isFirst ? null : startedAt;
    for (;;) {
      const now = effects.now();
      const doubt = doubtOfClock(now, await latestLook(store));
      if (doubt !== null) {
        logger.warn(`定时 ${doubt.message}。${doubt.hint}`);
        return ended;
      }
      await reserveAll(store, rules, { now, busySince, logger });
      const ran = await runPending(room);
      ended.push(...ran.ended);
      if (ran.ended.length === 0 || ran.heldUp !== null) return ended;
      busySince = now;
    }
  });
}

/**
 * Beats once more while a job is in hand, unless another process has taken over.
 *
 * By a connection of its own, which waits for nobody: waiting for a change that the job in hand is making would keep that job
 * from ending it.
 *
 * @throws PipelineError STORE_BUSY, STORE_FAILED
 */
export async function beatInHand({ store, effects, owner }: JobRoom): Promise<void> {
  const own = await openStore(store.file, { busyTimeoutMs: 0 });
  try {
    await beatAgain(own, SCHEDULER, owner, effects.now());
  } finally {
    await closeStore(own);
  }
}
