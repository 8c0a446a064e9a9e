import type { EditionKind } from "./edition.ts";
import { BRIEFING_FILE, DATA_FILE, WORKBOOK_FILE } from "./edition-files.ts";
import type { Period } from "./period.ts";

/** How papers reach a recipient: copied into a folder that others see, or sent by mail. */
export type Channel = "shared-folder" | "mail";

export const CHANNELS: readonly Channel[] = ["shared-folder", "mail"];

/** The papers of an edition by the names they go by in seeds/recipients.yaml, each with its file. */
export const PAPER_FILES = {
  briefing: BRIEFING_FILE,
  workbook: WORKBOOK_FILE,
  data: DATA_FILE,
} as const;

export type PaperName = keyof typeof PAPER_FILES;

/** What a recipient is to the papers. */
export type RecipientRole = "leader" | "office" | "bureau" | "archivist";

export const RECIPIENT_ROLES: readonly RecipientRole[] = ["leader", "office", "bureau", "archivist"];

/** Whom papers go to, which of them, and how. */
export interface Recipient {
  readonly role: RecipientRole;
  readonly name: string; // as people say it: 市政府办公室
  readonly channel: Channel;
  readonly address: string; // a mail address in small letters, or the name of a folder
  readonly kinds: readonly EditionKind[];
  readonly papers: readonly PaperName[];
}

/**
 * What has become of papers on their way: reserved before anything is sent; handed from the moment at which the last bytes
 * of a mail are given to the server, for good where it never answers to them; sent when it has taken them; refused for good; bounced where they came back later. From refused and bounced
 * only a person leads on.
 */
export type DeliveryState = "reserved" | "handed" | "sent" | "refused" | "bounced";

/** Which version of a paper to whom: never twice. */
export interface DeliveryKey {
  readonly period: Period;
  readonly kind: EditionKind;
  readonly region: string;
  readonly version: number;
  readonly channel: Channel;
  readonly address: string;
}

/** A delivery as it is recorded. */
export interface Delivery extends DeliveryKey {
  readonly contentSha256: string; // of the edition
  readonly role: RecipientRole;
  readonly name: string;
  readonly papers: readonly PaperName[];
  readonly paperSha256: Readonly<Partial<Record<PaperName, string>>>; // hex; empty where it was reserved before these were kept
  readonly messageId: string | null; // the same in every attempt until it comes back; null for a folder
  readonly earlierIds: readonly string[]; // Message-IDs under which it went out before a person had it sent anew
  readonly state: DeliveryState;
  readonly attempts: number; // under this Message-ID
  readonly reservedAt: string; // ISO 8601, UTC; the mail's own date
  readonly settledAt: string | null; // when the server had the last word; null while reserved or handed
  readonly code: string | null; // of the last answer: "250", "550"; a code of Node's where no server answered
  readonly reply: string | null; // the server's words, or what kept it from answering
}

/** Tells whether two deliveries are of the same version of a paper to the same recipient. */
export function isSameDelivery(a: DeliveryKey, b: DeliveryKey): boolean {
  return isOfSamePaper(a, b) && a.version === b.version;
}

/** Tells whether two deliveries are of a paper, in whatever versions, to the same recipient. */
export function isOfSamePaper(a: DeliveryKey, b: DeliveryKey): boolean {
  return isSamePaper(a, b) && a.channel === b.channel && a.address === b.address;
}

/** Tells whether a delivery is of an edition. */
export function isOfEdition(delivery: PaperVersion, edition: PaperVersion): boolean {
  return isSamePaper(delivery, edition) && delivery.version === edition.version;
}

type PaperVersion = Omit<DeliveryKey, "channel" | "address">;

function isSamePaper(a: PaperVersion, b: PaperVersion): boolean {
  return a.period === b.period && a.kind === b.kind && a.region === b.region;
}
