import { type Delivery, isSameDelivery, type Recipient } from "../../model/delivery.ts";
import { type EditionRecord, type EditionState, listEditions, moveEdition } from "../../store/editions.ts";
import type { OpenHome } from "../open-home.ts";

/**
 * Moves an edition on: delivered when everybody has got it; undelivered when nobody is to get it by itself any more, and not
 * everybody has. What it replaces is corrected as soon as somebody has got it and nobody waits.
 *
 * @param everybody who is to have it
 * @param deliveries every one there has been
 * @returns the state that it is in now
 * @throws PipelineError STORE_BUSY, STORE_FAILED
 */
export async function settleEdition(
  { store }: OpenHome,
  record: EditionRecord,
  everybody: readonly Recipient[],
  deliveries: readonly Delivery[],
): Promise<EditionState> {
  const own = everybody.map(({ channel, address }) =>
    deliveries.find((one) => isSameDelivery(one, { ...record, channel, address })),
  );
  const isOver = own.every((one) => one !== undefined && one.settledAt !== null);
  if (!isOver || own.every((one) => one?.state !== "sent")) return record.state;
  for (const edition of await listEditions(store)) {
    const isEarlier =
      edition.period === record.period && edition.kind === record.kind && edition.version < record.version;
    if (isEarlier && record.asOf === null && edition.region === record.region)
      await moveEdition(store, edition, ["delivered", "undelivered"], "corrected");
  }
  const state = own.every((one) => one?.state === "sent") ? "delivered" : "undelivered";
  await moveEdition(store, record, ["draft", "approved", "delivered", "undelivered"], state); // last: then nobody looks at it again
  return state;
}
