import { PipelineError } from "../../errors.ts";
import { withoutRepeats } from "../../log.ts";
import { lastBeat } from "../../store/heartbeats.ts";
import type { TimedEffects } from "../effects.ts";
import { attend, beatInHand, SCHEDULER } from "./attend.ts";
import { calendarWarnings } from "./calendar-warnings.ts";
import { withJobRoom } from "./job-room.ts";
import type { JobSetting } from "./jobs/job.ts";
import { type ListedJob, listJobs } from "./jobs-list.ts";

/**
 * Calls its first argument again and again until asked to stop, and returns when the last call is over; where a call takes
 * long, `inHand` now and then.
 */
export type Strikes = (
  work: (isFirst: boolean) => Promise<void>,
  events: {
    readonly failed: (error: unknown) => void;
    readonly inHand: () => Promise<void>;
    readonly stopping: () => void;
  },
) => Promise<void>;

/**
 * Keeps the schedule: looks at it whenever struck, and once asked to stop, begins no further run.
 *
 * Whatever goes wrong outside a run (a database that another process holds, a full disk) is told to the logger, once for as
 * long as it stays the same, and the next strike tries anew.
 *
 * @param started gets the jobs and when they are due next
 * @throws PipelineError CONFIG_INVALID, SEED_INVALID, STORE_BUSY, STORE_FAILED, before the first strike
 */
export async function keepSchedule(
  setting: JobSetting,
  effects: TimedEffects,
  strikes: Strikes,
  started: (jobs: readonly ListedJob[]) => void,
): Promise<void> {
  let isStopping = false;
  const logger = withoutRepeats(effects.logger);
  const failed = (error: unknown) => {
    const told = error instanceof PipelineError ? [error.message, error.hint] : [(error as Error).stack];
    logger.error(`定时 ${told.filter(Boolean).join("。")}`);
  };
  await withJobRoom(
    setting,
    { ...effects, logger },
    async (room) => {
      started(await listJobs(room.store, room.rules, effects.now(), 1));
      const warned = new Set<string>();
      const look = async (isFirst: boolean) => {
        for (const warning of calendarWarnings(effects.now(), room.rules.days)) {
          if (!warned.has(warning)) logger.warn(warning);
          warned.add(warning);
        }
        await attend(room, isFirst);
      };
      await strikes(look, {
        failed,
        inHand: () => beatInHand(room),
        stopping: () => {
          isStopping = true;
          logger.info("定时 收到停止的要求，等手上的工作做完");
        },
      });
      await lastBeat(room.store, SCHEDULER, room.owner, effects.now());
    },
    () => isStopping,
  );
}
