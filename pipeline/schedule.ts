import { schedule } from "node-cron";

const EVERY_MINUTE = "* * * * *";

/** What is told of the calls. */
export interface StrikeEvents {
  readonly failed: (error: unknown) => void; // with what a call has thrown
  readonly inHand: () => Promise<void>; // every minute for as long as a call takes
  readonly stopping: () => void;
}

/**
 * Calls `work` at once and then every minute until the process is asked to end (SIGTERM, SIGINT), and returns when the
 * call in hand is over. No two calls run at a time. What is due is worked out from the ledger, so a minute that is missed
 * or struck twice changes nothing.
 *
 * @param work gets to know whether it is the first call
 */
export async function everyMinute(
  work: (isFirst: boolean) => Promise<void>,
  { failed, inHand: atWork, stopping }: StrikeEvents,
): Promise<void> {
  let inHand: Promise<void> | undefined;
  let isFirst = true;
  const strike = () => {
    if (inHand !== undefined) {
      atWork().catch(failed);
      return;
    }
    inHand = work(isFirst)
      .then(() => {
        isFirst = false;
      }, failed)
      .finally(() => {
        inHand = undefined;
      });
  };
  const task = schedule(EVERY_MINUTE, strike, { timezone: "Asia/Shanghai" });
  strike();
  await new Promise<void>((resolve) => {
    for (const signal of ["SIGTERM", "SIGINT"] as const) {
      process.once(signal, () => {
        stopping();
        resolve();
      });
    }
  });
  await task.destroy();
  await inHand;
}
