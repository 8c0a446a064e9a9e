import MailComposer from "nodemailer/lib/mail-composer";

/** A mail to one recipient. */
export interface Mail {
  readonly messageId: string; // with its angle brackets
  readonly date: string; // ISO 8601, UTC
  readonly from: MailParty;
  readonly to: MailParty;
  readonly subject: string;
  readonly body: string; // plain text; a blank line where it is empty
  readonly attachments: readonly Attachment[];
}

/** Who sends or gets a mail. */
export interface MailParty {
  readonly name: string;
  readonly address: string;
}

/** A file that goes with a mail. */
export interface Attachment {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * The bytes of a mail (RFC 5322), lines ended by CRLF: the same for the same mail, so that a second attempt sends what the
 * first did.
 *
 * Names and subject are encoded words; a line end in any of them becomes a blank, so that nobody adds a header by them.
 */
export async function composeMail({ messageId, date, from, to, subject, body, attachments }: Mail): Promise<Buffer> {
  const composer = new MailComposer({
    ...{ messageId, date: new Date(date), from: party(from), to: party(to), subject: oneLine(subject) },
    ...{ text: body || "\n", textEncoding: "base64", disableFileAccess: true, disableUrlAccess: true },
    attachments: attachments.map(({ name, bytes }) => ({
      filename: oneLine(name),
      content: Buffer.from(bytes),
      contentType: contentTypeOf(name),
      contentTransferEncoding: "base64" as const,
    })),
    baseBoundary: `=_${messageId.replace(/[^a-z0-9]/g, "").slice(0, 32)}`,
  });
  return composer.compile().build();
}

function party({ name, address }: MailParty): MailParty {
  return { name: oneLine(name), address };
}

/** Any line end there is, and whatever else cannot be seen. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim();
}

const TYPES: Readonly<Record<string, string>> = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
};

function contentTypeOf(name: string): string {
  return TYPES[name.split(".").at(-1) ?? ""] ?? "application/octet-stream";
}
