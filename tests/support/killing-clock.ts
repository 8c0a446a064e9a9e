import { randomBytes } from "node:crypto";

/** Effects whose clock stands still, and which end this process without warning at the nth time that it is read. */
export function killingClock(nth: number) {
  let readings = 0;
  const quiet = () => {};
  return {
    logger: { info: quiet, warn: quiet, error: quiet },
    wait: async () => {},
    random: randomBytes,
    now: () => {
      readings += 1;
      if (readings === nth) process.kill(process.pid, "SIGKILL");
      return "2026-11-23T08:00:00.000Z";
    },
  };
}
