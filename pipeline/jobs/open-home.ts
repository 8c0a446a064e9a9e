import { DEFAULT_RULES } from "../model/rules.ts";
import type { ReadLimits } from "../read/limits.ts";
import type { Store } from "../store/database.ts";
import { syncReference } from "../store/reference.ts";
import { closeStore, openStore } from "../store/sqlite.ts";
import { explainHomeError, type Home, makeHome } from "./home.ts";
import { loadPlans } from "./plan.ts";
import { loadReference, type Reference } from "./reference.ts";

/** A home made ready: its store open, its reference tables equal to the seeds. */
export interface OpenHome {
  readonly root: string; // the project's folder, where seeds and templates stand
  readonly home: Home;
  readonly store: Store;
  readonly reference: Reference;
  readonly ruleSet: string; // name of the rule set in it
  readonly limits: ReadLimits;
}

/** Which home, and by what to read into it. */
export interface HomeSetting {
  readonly home: string; // its folder; made where missing
  readonly root: string; // the project's folder, where the seeds stand
  readonly rules?: string; // name of the rule set for the lights; the default one where not given
  readonly limits: ReadLimits;
}

/**
 * Opens the home, does the work, and closes it again, whatever comes of the work.
 *
 * @throws PipelineError USAGE, CONFIG_INVALID, SEED_INVALID, STORE_BUSY, STORE_FAILED
 */
export async function withHome<T>(
  { home: folder, root, limits, rules: ruleSet = DEFAULT_RULES }: HomeSetting,
  work: (open: OpenHome) => Promise<T>,
): Promise<T> {
  const reference = loadReference(root, ruleSet);
  const plans = loadPlans(root, reference);
  const home = makeHome(folder);
  const store = await openStore(home.database);
  try {
    for (const plan of plans) await syncReference(store, { ...reference, plan });
    return await work({ root, home, store, reference, ruleSet, limits });
  } catch (error) {
    throw explainHomeError(error, folder);
  } finally {
    await closeStore(store);
  }
}
