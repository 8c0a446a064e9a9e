/** What a report says, and how it is written; each part as servers write it where not given. */
export interface ReportParts {
  readonly about?: string | null; // Message-ID of the mail; null: brings none of it back
  readonly envelope?: string; // Original-Envelope-Id
  readonly recipient?: string;
  readonly action?: string;
  readonly status?: string;
  readonly diagnostic?: string;
  readonly id?: string | null; // the report's own Message-ID
  readonly groups?: readonly string[]; // instead of the one recipient
  readonly head?: string; // more header lines, each ended
  readonly type?: string;
}

const BOUNDARY = "=_report/1";

/** A delivery status notification (RFC 3464) as a mail program saves it. */
export function statusReport({
  about = "<mail@example.cn>",
  envelope,
  recipient = "a@example.cn",
  action = "failed",
  status = "5.1.1",
  diagnostic = "smtp; 550 5.1.1 <a@example.cn>: User unknown",
  id = "<dsn-1@mx.example.cn>",
  groups,
  head = "",
  type = "multipart/report; report-type=delivery-status",
}: ReportParts = {}): string {
  const own = [`Final-Recipient: rfc822; ${recipient}`, `Action: ${action}`, `Status: ${status}`];
  const message = ["Reporting-MTA: dns; mx.example.cn", ...(envelope ? [`Original-Envelope-Id: ${envelope}`] : [])];
  const recipients = groups ?? [[...own, `Diagnostic-Code: ${diagnostic}`].join("\r\n")];
  return mail({ head, type, id }, [
    "Content-Type: text/plain; charset=utf-8\r\n\r\n您的邮件没有送到。",
    `Content-Type: message/delivery-status\r\n\r\n${[message.join("\r\n"), ...recipients].join("\r\n\r\n")}\r\n`,
    ...(about === null ? [] : [original(about)]),
  ]);
}

/** A disposition notification (RFC 8098): what mail programs send when a mail is opened. */
export function readReceipt({
  about = "<mail@example.cn>",
  recipient = "a@example.cn",
  action = "displayed",
  id = "<mdn-1@example.cn>",
}: ReportParts = {}): string {
  const fields = [`Final-Recipient: rfc822;${recipient}`, ...(about === null ? [] : [`Original-Message-ID: ${about}`])];
  const disposition = `Disposition: manual-action/MDN-sent-manually; ${action}`;
  return mail({ type: "multipart/report; report-type=disposition-notification", id }, [
    "Content-Type: text/plain\r\n\r\nread",
    `Content-Type: message/disposition-notification\r\n\r\n${[...fields, disposition].join("\r\n")}\r\n`,
  ]);
}

/** A letter in answer to a mail, with more header lines. */
export function letter(about: string, head = ""): string {
  const text = "From: a@example.cn\r\nTo: jindu@example.cn\r\nSubject: =?utf-8?B?5Zue5aSN?=\r\n";
  return `${text}Message-ID: <letter@example.cn>\r\nIn-Reply-To: ${about}\r\n${head}\r\n我下周不在。\r\n`;
}

function original(about: string): string {
  const headers = `From: jindu@example.cn\r\nTo: a@example.cn\r\nMessage-ID:\r\n ${about}\r\nSubject: x\r\n`;
  return `Content-Type: text/rfc822-headers\r\n\r\n${headers}`;
}

function mail({ head = "", type, id }: Pick<ReportParts, "head" | "type" | "id">, parts: readonly string[]): string {
  const headers = [
    "Return-Path: <>",
    "From: MAILER-DAEMON@mx.example.cn",
    "To: jindu@example.cn",
    "Subject: =?gb2312?B?z7XNs83L0MU=?=",
    "Date: Tue, 11 Jul 2023 09:00:00 +0800",
    ...(id ? [`Message-ID: ${id}`] : []),
    `Content-Type: ${type};\r\n boundary="${BOUNDARY}"`,
    "MIME-Version: 1.0",
  ].join("\r\n");
  const body = parts.map((part) => `--${BOUNDARY}\r\n${part}\r\n`).join("");
  return `${headers}\r\n${head}\r\n${body}--${BOUNDARY}--\r\n`;
}
