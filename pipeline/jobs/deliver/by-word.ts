import { PipelineError } from "../../errors.ts";
import { type Delivery, type DeliveryKey, type DeliveryState, isSameDelivery } from "../../model/delivery.ts";
import { SAID } from "../../model/delivery-answer.ts";
import type { MailSetting } from "../../model/mail-setting.ts";
import { listDeliveries, reserveAnew, stepDelivery } from "../../store/deliveries.ts";
import { insertMailReport } from "../../store/mail-reports.ts";
import type { OpenHome } from "../open-home.ts";
import { localPartFor, messageIdFor } from "./message-ids.ts";

/** What a person says of deliveries; an address each. */
export interface SaidOfDeliveries {
  readonly again: string | null; // what nobody knows of, was refused or came back goes out anew
  readonly arrived: string | null; // a mail of which nobody knows, or that came back, has arrived
  readonly bounced: string | null; // a mail has come back, or is known not to have arrived
}

/** In which states a delivery can be for a person to say so, and how that is called. */
const FROM: Readonly<Record<keyof SaidOfDeliveries, readonly [states: readonly DeliveryState[], words: string]>> = {
  again: [["handed", "refused", "bounced"], "不知是否送到、被拒收或被退回的文稿"],
  arrived: [["handed", "bounced"], "不知是否送到或被退回的邮件"],
  bounced: [["sent", "handed"], "已经交给服务器的邮件"],
};

/**
 * Records what a person says of deliveries; what goes out anew after it was refused or came back does so under a Message-ID
 * and a date of its own, so that what comes back on the first is not taken for the second's.
 *
 * @param key by which Message-IDs are made
 * @throws PipelineError USAGE where nothing was delivered to that address of which this could be said
 */
export async function settleByWord(
  open: OpenHome,
  wanted: readonly Delivery[],
  said: SaidOfDeliveries,
  { key, now }: { readonly key: string; readonly now: string },
): Promise<void> {
  for (const what of ["again", "arrived", "bounced"] as const) {
    const address = said[what];
    if (address === null) continue;
    const [states, words] = FROM[what];
    const delivery = (await listDeliveries(open.store)).find(
      (one) =>
        one.address.toLowerCase() === address.toLowerCase() &&
        (what === "again" || one.channel === "mail") &&
        states.includes(one.state) &&
        wanted.some((other) => isSameDelivery(one, other)),
    );
    if (delivery === undefined) {
      throw new PipelineError("USAGE", `没有发给 ${JSON.stringify(address)} 的、${words}`, {
        hint: "用 deliver --list 查看",
      });
    }
    await settle(open, delivery, what, { key, now });
  }
}

async function settle(
  { store }: OpenHome,
  delivery: Delivery,
  what: keyof SaidOfDeliveries,
  { key, now }: { readonly key: string; readonly now: string },
): Promise<void> {
  const { messageId, earlierIds, state } = delivery;
  const nothing = { at: null, code: null, reply: null };
  if (what === "again" && state === "handed") return stepDelivery(store, delivery, { state: "reserved", ...nothing });
  if (what === "again") {
    const before = messageId === null ? [] : [...earlierIds, messageId];
    const next = messageId === null ? null : renewed(key, delivery, messageId, before.length + 1);
    return reserveAnew(store, { ...delivery, messageId: next, earlierIds: before, reservedAt: now });
  }
  if (what === "arrived")
    return stepDelivery(store, delivery, { state: "sent", at: now, code: SAID, reply: "由人确认已送到" });
  const { settledAt, code, reply } = delivery;
  const report = { id: `said:${now}`, messageId: messageId ?? "", action: "failed", status: null } as const;
  await insertMailReport(
    store,
    { ...report, words: "由人确认没有送到", receivedAt: now, file: "", stamp: "" },
    { delivery: { key: delivery, step: { state: "bounced", at: settledAt ?? now, code, reply } } },
  );
}

type NamedContent = DeliveryKey & Pick<Delivery, "contentSha256">;

/** The Message-ID under which a delivery first goes out. @param key the home's, by which Message-IDs are made */
export function messageIdOf(key: string, delivery: NamedContent, mail: MailSetting | null): string {
  return messageIdFor(key, partsOf(delivery, 1), mail);
}

function renewed(key: string, delivery: NamedContent, messageId: string, sending: number): string {
  return messageId.replace(/^<[^@]+/, `<${localPartFor(key, partsOf(delivery, sending))}`);
}

function partsOf({ period, kind, region, version, contentSha256, channel, address }: NamedContent, sending: number) {
  return [period, kind, region, version, contentSha256, channel, address, ...(sending === 1 ? [] : [sending])];
}
