import { schedule } from "node-cron";

const EVERY_MINUTE = "* * * * *";

/**
 * Calls `work` at once and then every minute until the process is asked to end (SIGTERM, SIGINT), and returns when the
 * call in hand is over. No two calls run at a time. What is due is worked out from the ledger, so a minute that is missed
 * or struck twice changes nothing.
 *
 * @param work gets to know whether it is the first call; what it throws goes to `failed`
 */
export async function everyMinute(
  work: (isFirst: boolean) => Promise<void>,
  { failed, stopping }: { readonly failed: (error: unknown) => void; readonly stopping: () => void },
): Promise<void> {
  let inHand: Promise<void> | undefined;
  let isFirst = true;
  const strike = () => {
    if (inHand !== undefined) return;
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
