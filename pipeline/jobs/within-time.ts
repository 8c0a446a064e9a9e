import { createContext, Script } from "node:vm";

const ROOM = createContext({ work: () => undefined }); // made once: that takes longer than many a sheet
const CALL = new Script("work()");

/**
 * Does work that computes and nothing else, and ends it wherever it is when its time is over: what it has made so far is
 * dropped, and no `catch` or `finally` of its own is run.
 *
 * The work runs where it was written, as ever. Of node:vm only the clock is used, which ends all that a script calls.
 *
 * @param work neither waits nor changes anything outside
 * @throws what `late` makes, when the time is over
 */
export function withinTime<T>(work: () => T, timeMs: number, late: () => Error): T {
  ROOM.work = work;
  try {
    return CALL.runInContext(ROOM, { timeout: Math.ceil(timeMs) });
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === "ERR_SCRIPT_EXECUTION_TIMEOUT" ? late() : error;
  } finally {
    ROOM.work = undefined;
  }
}
