import type { Delivery, DeliveryState } from "./delivery.ts";
import { localPartOf } from "./message-id.ts";

/**
 * What a report says has become of a mail: the actions of a delivery status notification (RFC 3464, 2.3.3), and `displayed`
 * of a disposition notification (RFC 8098, 3.2.6.2).
 */
export type ReportAction = "failed" | "delayed" | "delivered" | "relayed" | "expanded" | "displayed";

export const REPORT_ACTIONS: readonly ReportAction[] = [
  ...(["failed", "delayed", "delivered", "relayed", "expanded", "displayed"] as const),
];

/** What came back on one of our mails. */
export interface MailReport {
  readonly id: string; // of the message that brought it: its own Message-ID, else its hash; "said:..." where a person said so
  readonly messageId: string; // of our mail
  readonly action: ReportAction;
  readonly status: string | null; // "5.1.1" (RFC 3463)
  readonly words: string | null; // what the other server said
  readonly receivedAt: string; // ISO 8601, UTC; when this program read it
  readonly file: string; // base name
  readonly stamp: string; // tells copies of the message apart
}

/** A delivery with what came back on it, the latest last. */
export interface ReportedDelivery extends Delivery {
  readonly reports: readonly MailReport[];
}

/** Puts to each delivery what came back on it, whichever time it was sent. */
export function withReports(
  deliveries: readonly Delivery[],
  reports: readonly MailReport[],
): readonly ReportedDelivery[] {
  return deliveries.map((delivery) => {
    const own = new Set([...delivery.earlierIds, delivery.messageId]);
    return { ...delivery, reports: reports.filter(({ messageId }) => own.has(messageId)) };
  });
}

/**
 * What a report makes of the state of a mail.
 *
 * That it has failed stands against the server's yes, and against a lost answer. Anything else proves that the server had
 * taken it, and nothing more: what came back before stays so until a person says otherwise.
 */
export function stateAfter(state: DeliveryState, action: ReportAction): DeliveryState {
  if (state === "refused" || state === "bounced") return state;
  return action === "failed" ? "bounced" : "sent";
}

/** Tells whether an id out of a report, which may be an envelope's, is that of a Message-ID. */
export function isSameMail(id: string, messageId: string | null): boolean {
  return messageId !== null && localPartOf(id) === localPartOf(messageId);
}
