import { Readable } from "node:stream";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import type { MailSetting } from "../model/mail-setting.ts";

/** Where a mail goes, on the envelope. */
export interface Envelope {
  readonly from: string;
  readonly to: string;
  readonly id: string; // comes back in every report on the mail; at most 100 characters of ASCII
}

/**
 * What came of one attempt.
 *
 * `sent`: the server has taken the mail. `refused`: it will never take it for this recipient. `later`: it may take it another
 * time. `stopped`: it takes nothing from us as we are set up (name, password, encryption, sender, size). In all but the first,
 * nothing was taken: a server that has taken a mail says so (RFC 5321, 4.2.5), and of one that never answered that counts
 * as well (4.5.4.1).
 */
export interface Attempt {
  readonly outcome: "sent" | "refused" | "later" | "stopped";
  readonly code: string; // of the reply: "250"; a code like "ETIMEDOUT" where there was none
  readonly reply: string; // the server's words, else what went wrong
}

/** A server to hand mails to. */
export interface MailServer extends Omit<MailSetting, "caFile"> {
  readonly ca: string | null; // PEM
}

const PIECE = 64 * 1024;
const FOR_THE_RECIPIENT = new Set(["RCPT TO", "DATA"]);
const SETTING = new Set(["EAUTH", "ENOAUTH", "ETLS", "ECONFIG", "EDNS", "EMESSAGE"]); // EMESSAGE: larger than the server takes

/**
 * Hands one mail to the server, for one recipient. Where the server knows how (RFC 3461), it is asked to report what does not
 * arrive, or arrives late, with the mail's headers alone.
 *
 * @param beforeLast is awaited when all but the last bytes have been given away: until it is through, no server can have
 *   taken the mail
 */
export async function sendMail(
  server: MailServer,
  envelope: Envelope,
  message: Buffer,
  beforeLast: () => Promise<void>,
): Promise<Attempt> {
  const connection = connectionTo(server);
  let failure: unknown;
  const failed = (error: unknown) => {
    failure = error;
  };
  try {
    const response = await new Promise<string>((resolve, reject) => {
      connection.once("error", reject);
      const send = (error?: Error | null) => {
        if (error) return reject(error);
        // The stream is not asked for its first byte before the server has said that it waits for the mail.
        const stream = Readable.from(pieces(message, beforeLast, failed));
        const dsn = { ret: "HDRS", envid: envelope.id, notify: ["FAILURE", "DELAY"], recipient: envelope.to };
        const wrapped = { from: envelope.from, to: [envelope.to], size: message.length, dsn };
        connection.send(wrapped, stream, (refusal, info) =>
          refusal || !info ? reject(refusal) : resolve(info.response),
        );
      };
      greet(connection, server, send);
    });
    return { outcome: "sent", code: response.slice(0, 3), reply: response };
  } catch (error) {
    if (failure !== undefined) throw failure;
    return explainFailure(error as SmtpFailure);
  } finally {
    connection.close();
  }
}

/**
 * Tries whether the server answers, encrypts and knows us as it is set, and hangs up; no mail is begun.
 *
 * @returns as for a mail; `sent` where a mail could be begun
 */
export async function tryServer(server: MailServer): Promise<Attempt> {
  const connection = connectionTo(server);
  try {
    await new Promise<void>((resolve, reject) => {
      connection.once("error", reject);
      greet(connection, server, (error) => (error ? reject(error) : resolve()));
    });
    return { outcome: "sent", code: "ready", reply: connection.lastServerResponse || "" };
  } catch (error) {
    return explainFailure(error as SmtpFailure);
  } finally {
    connection.close();
  }
}

function connectionTo({ host, port, security, ca, timeoutMs }: MailServer): SMTPConnection {
  return new SMTPConnection({
    ...{ host, port, secure: security === "tls", requireTLS: security === "starttls", ignoreTLS: security === "none" },
    ...{ connectionTimeout: timeoutMs, greetingTimeout: timeoutMs, socketTimeout: timeoutMs, dnsTimeout: timeoutMs },
    ...(ca === null ? {} : { tls: { ca } }),
    socketCloseTimeout: 1000,
  });
}

/** Connects, encrypts and says who we are, as far as that is set. */
function greet(connection: SMTPConnection, { user, password }: MailServer, done: (error?: Error | null) => void): void {
  connection.connect((error) => {
    if (error || user === null || password === null) done(error);
    else connection.login({ user, pass: password }, done);
  });
}

async function* pieces(message: Buffer, beforeLast: () => Promise<void>, failed: (error: unknown) => void) {
  const last = Math.max(0, message.length - 2); // the end of its last line
  for (let at = 0; at < last; at += PIECE) yield message.subarray(at, Math.min(at + PIECE, last));
  try {
    await beforeLast();
  } catch (error) {
    failed(error);
    throw error;
  }
  yield message.subarray(last);
}

interface SmtpFailure extends Error {
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number;
  readonly response?: string;
}

function explainFailure({ code = "", command = "", responseCode, response, message }: SmtpFailure): Attempt {
  if (responseCode === undefined) return { outcome: SETTING.has(code) ? "stopped" : "later", code, reply: message };
  const answered = { code: String(responseCode), reply: response ?? message };
  if (responseCode < 500) return { outcome: "later", ...answered };
  return { outcome: FOR_THE_RECIPIENT.has(command) ? "refused" : "stopped", ...answered };
}
