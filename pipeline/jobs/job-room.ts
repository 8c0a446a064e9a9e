import { closeStore, openStore } from "../store/sqlite.ts";
import type { TimedEffects } from "./effects.ts";
import { explainHomeError, makeHome } from "./home.ts";
import type { HomeSetting } from "./open-home.ts";
import { isAlive, ownName } from "./owner.ts";
import type { JobRoom } from "./run-due.ts";
import { loadSchedule } from "./schedule-rules.ts";
import { SCHEDULED } from "./scheduled/registry.ts";

/**
 * Opens what running jobs takes, does the work, and closes it again.
 *
 * @throws PipelineError CONFIG_INVALID, SEED_INVALID, STORE_BUSY, STORE_FAILED
 */
export async function withJobRoom<T>(
  setting: HomeSetting,
  effects: TimedEffects,
  work: (room: JobRoom) => Promise<T>,
  isStopping: () => boolean = () => false,
): Promise<T> {
  const rules = loadSchedule(setting.root);
  const store = await openStore(makeHome(setting.home).database);
  const room = { store, setting, rules, registry: SCHEDULED, effects, owner: ownName(), isAlive, isStopping };
  try {
    return await work(room);
  } catch (error) {
    throw explainHomeError(error, setting.home);
  } finally {
    await closeStore(store);
  }
}
