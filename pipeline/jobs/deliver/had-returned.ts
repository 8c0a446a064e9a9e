import { HAD, hadBefore } from "../../model/had-papers.ts";
import { listDeliveries, stepDelivery } from "../../store/deliveries.ts";
import type { OpenHome } from "../open-home.ts";

/**
 * Takes as returned what counted as had from an earlier version, where that one has come back since: nothing goes out again by
 * itself, and a person is asked. To be called where nobody else delivers.
 */
export async function takeBackReturned({ store }: OpenHome): Promise<void> {
  const all = await listDeliveries(store);
  for (const one of all) {
    if (one.code !== HAD || one.state !== "sent" || hadBefore(one, all).same !== null) continue;
    const { settledAt: at, code, reply } = one;
    await stepDelivery(store, one, { state: "bounced", at, code, reply });
  }
}
