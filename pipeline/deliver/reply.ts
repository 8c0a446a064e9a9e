import PostalMime, { type Attachment, decodeWords, type Email } from "postal-mime";
import { REPORT_ACTIONS, type ReportAction } from "../model/mail-report.ts";
import { printableText } from "../model/printable-text.ts";
import { type Field, fieldOf, parseFieldGroups } from "./report-fields.ts";

/** What a report says of one recipient. */
export interface ReportedRecipient {
  readonly addresses: readonly string[]; // as it was asked for and as it ended, in small letters
  readonly action: ReportAction | null; // null for one that no standard knows
  readonly status: string | null; // "5.1.1"
  readonly words: string | null;
}

/** A mail that came in answer to one of ours. */
export type Reply =
  | {
      readonly kind: "report";
      readonly id: string | null; // its own Message-ID
      readonly about: readonly string[]; // ids of the mail, with or without what stands behind the @
      readonly recipients: readonly ReportedRecipient[];
    }
  | {
      readonly kind: "letter"; // written by a person or an answering machine, or a report in no known form
      readonly about: readonly string[];
      readonly manner: "person" | "automatic" | "server";
    }
  | { readonly kind: "no-mail"; readonly isOutlook: boolean };

const STATUS = new Set(["message/delivery-status", "message/global-delivery-status"]);
const DISPOSITION = new Set(["message/disposition-notification", "message/global-disposition-notification"]);
const ORIGINAL = new Set([
  ...["message/rfc822", "text/rfc822-headers", "message/rfc822-headers", "message/global", "message/global-headers"],
]);
const OUTLOOK = "d0cf11e0"; // .msg
const LIMITS = { maxNestingDepth: 20, maxHeadersSize: 256 * 1024, maxRfc822NestingDepth: 0 };
const LONGEST_WORDS = 500;
const ID = /<([^<>\s]{1,400})>/g;

/**
 * Reads what came back: a delivery status notification (RFC 3464, RFC 6533) or a disposition notification (RFC 8098), else
 * a letter. Nothing is looked up, opened or followed; broken MIME is read for as far as it goes.
 *
 * @param bytes one message (RFC 5322), as mail programs save it (.eml)
 */
export async function parseReply(bytes: Uint8Array): Promise<Reply> {
  const noMail = { kind: "no-mail", isOutlook: Buffer.from(bytes.subarray(0, 4)).toString("hex") === OUTLOOK } as const;
  let mail: Email;
  try {
    mail = await PostalMime.parse(bytes, { ...LIMITS, forceRfc822Attachments: true });
  } catch {
    return noMail; // deeper or with more headers than any mail server writes
  }
  if (!mail.headers.some(({ key }) => ["from", "received", "date", "message-id"].includes(key))) return noMail;
  const status = partOf(mail, STATUS);
  const disposition = partOf(mail, DISPOSITION);
  const id = idsIn(mail.messageId)[0] ?? null;
  if (status) {
    const groups = parseFieldGroups(textOf(status));
    const about = [fieldOf(groups.flat(), "original-envelope-id") ?? "", ...originalIds(mail)].filter(Boolean);
    const recipients = groups.filter((group) => fieldOf(group, "action") ?? fieldOf(group, "final-recipient"));
    return { kind: "report", id, about, recipients: recipients.map(toRecipient) };
  }
  if (disposition) {
    const [message = []] = parseFieldGroups(textOf(disposition));
    const about = [...idsIn(fieldOf(message, "original-message-id")), ...originalIds(mail)];
    return { kind: "report", id, about, recipients: [toReader(message)] };
  }
  const about = [...idsIn(mail.inReplyTo), ...idsIn(mail.references), ...originalIds(mail)];
  return { kind: "letter", about, manner: mannerOf(mail) };
}

function partOf({ attachments }: Email, types: ReadonlySet<string>): Attachment | undefined {
  return attachments.find(({ mimeType }) => types.has(mimeType));
}

/** As UTF-8, else as GB18030, in which many servers here write whatever they have been told. */
function textOf({ content }: Attachment): string {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : new Uint8Array(content);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}

/** Of the mail that the report brings back, whole or its headers. */
function originalIds(mail: Email): readonly string[] {
  const original = partOf(mail, ORIGINAL);
  const [headers = []] = original ? parseFieldGroups(textOf(original)) : [];
  return idsIn(fieldOf(headers, "message-id"));
}

function idsIn(text: string | undefined): readonly string[] {
  return [...(text ?? "").matchAll(ID)].map(([, id = ""]) => id);
}

function toRecipient(fields: readonly Field[]): ReportedRecipient {
  const action = fieldOf(fields, "action")?.toLowerCase();
  const [status = null] = /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(fieldOf(fields, "status") ?? "") ?? [];
  return {
    addresses: addressesIn(fields),
    action: REPORT_ACTIONS.find((known) => known === action && known !== "displayed") ?? null,
    status,
    words: wordsOf(fieldOf(fields, "diagnostic-code")),
  };
}

/** What was not displayed has still come into the mailbox; that it could not be told of says nothing at all. */
function toReader(fields: readonly Field[]): ReportedRecipient {
  const [, type = ""] = /;\s*([a-z-]+)/i.exec(fieldOf(fields, "disposition") ?? "") ?? [];
  const kind = type.toLowerCase();
  const isThere = ["deleted", "dispatched", "processed"].includes(kind);
  return {
    addresses: addressesIn(fields),
    action: kind === "displayed" ? "displayed" : isThere ? "delivered" : null,
    status: null,
    words: null,
  };
}

function addressesIn(fields: readonly Field[]): readonly string[] {
  return ["original-recipient", "final-recipient"].flatMap((name) => {
    const [, address] = /^\s*(?:rfc822|utf-8)\s*;\s*<?([^<>\s]+)>?\s*$/i.exec(fieldOf(fields, name) ?? "") ?? [];
    return address === undefined ? [] : [...new Set([address, fromXtext(address)])].map((one) => one.toLowerCase());
  });
}

/** RFC 3461, section 4: +2B for a plus. Some servers hand the code on, others the address itself: either may be meant. */
function fromXtext(text: string): string {
  return text.replace(/\+([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

function wordsOf(diagnostic: string | undefined): string | null {
  const text = decodeWords(diagnostic ?? "").replace(/^\s*[a-z0-9-]+\s*;/i, "");
  const line = printableText(text).replace(/\s+/g, " ").trim();
  return [...line].slice(0, LONGEST_WORDS).join("") || null;
}

/** RFC 3834, section 5, and what answering machines and servers put there instead. */
function mannerOf({ headers, from, returnPath }: Email): "person" | "automatic" | "server" {
  const headerText = (name: string) =>
    headers
      .find(({ key }) => key === name)
      ?.value.trim()
      .toLowerCase();
  const sender = from?.address?.toLowerCase() ?? "";
  if (returnPath === "" || headerText("return-path") === "<>" || /^(?:mailer-daemon|postmaster)@/.test(sender))
    return headerText("auto-submitted") === "auto-replied" ? "automatic" : "server";
  const isAutomatic =
    (headerText("auto-submitted") ?? "no") !== "no" ||
    ["x-autoreply", "x-autorespond", "x-auto-response-suppress"].some((name) => headerText(name) !== undefined) ||
    ["auto_reply", "bulk", "junk"].includes(headerText("precedence") ?? "");
  return isAutomatic ? "automatic" : "person";
}
