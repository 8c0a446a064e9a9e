import type { Delivery, DeliveryState } from "../../model/delivery.ts";
import { isSameMail } from "../../model/mail-report.ts";
import type { RecordedReminder } from "../../model/reporting-calendar.ts";
import { listDeliveries } from "../../store/deliveries.ts";
import { listReminders } from "../../store/reminders.ts";
import type { OpenHome } from "../open-home.ts";

/** A mail that this program has sent, or was about to. */
export interface SentMail {
  readonly messageId: string;
  readonly title: string; // what it was about, for people
  readonly name: string;
  readonly address: string;
  readonly state: DeliveryState;
  readonly isTried: boolean; // at least once under this Message-ID, or about to be
  readonly isEarlier: boolean; // a person has had it sent anew since, under another
  readonly origin: { readonly delivery: Delivery } | { readonly reminder: RecordedReminder };
}

/** Every mail of papers and of reminders, one for each Message-ID that it ever had. */
export async function listSentMails({ store }: OpenHome): Promise<readonly SentMail[]> {
  const papers = (await listDeliveries(store)).flatMap((delivery): readonly SentMail[] => {
    const { messageId, earlierIds, period, kind, version, name, address, state, attempts } = delivery;
    const told = { title: `${period}-${kind} 第 ${version} 版`, name, address, state, origin: { delivery } };
    const earlier = earlierIds.map((id) => ({ ...told, messageId: id, isTried: true, isEarlier: true }));
    return messageId === null ? [] : [...earlier, { ...told, messageId, isTried: attempts > 0, isEarlier: false }];
  });
  const reminders = (await listReminders(store)).flatMap((reminder): readonly SentMail[] => {
    const { messageId, day, name, address, state } = reminder;
    const told = { title: `${day} 的催办`, name, address, state, origin: { reminder } };
    return messageId === null ? [] : [{ ...told, messageId, isTried: state !== "reserved", isEarlier: false }];
  });
  return [...papers, ...reminders];
}

/** Those mails that ids out of a report or an answer are of, each once. */
export function mailsNamed(mails: readonly SentMail[], ids: readonly string[]): readonly SentMail[] {
  return mails.filter(({ messageId }) => ids.some((id) => isSameMail(id, messageId)));
}
