import type { Store } from "../store/database.ts";
import { syncReference } from "../store/reference.ts";
import { closeStore, openStore } from "../store/sqlite.ts";
import { type Home, makeHome } from "./home.ts";
import { loadPlans } from "./plan.ts";
import { loadReference, type Reference } from "./reference.ts";

/** A home made ready: its store open, its reference tables equal to the seeds. */
export interface OpenHome {
  readonly home: Home;
  readonly store: Store;
  readonly reference: Reference;
}

/**
 * Opens the home, does the work, and closes it again, whatever comes of the work.
 *
 * @param folder of the home; made where missing
 * @param root the project's folder, where the seeds stand
 * @throws PipelineError CONFIG_INVALID, SEED_INVALID, STORE_BUSY, STORE_FAILED
 */
export async function withHome<T>(folder: string, root: string, work: (open: OpenHome) => Promise<T>): Promise<T> {
  const reference = loadReference(root);
  const plans = loadPlans(root, reference);
  const home = makeHome(folder);
  const store = await openStore(home.database);
  try {
    for (const plan of plans) await syncReference(store, { ...reference, plan });
    return await work({ home, store, reference });
  } finally {
    await closeStore(store);
  }
}
