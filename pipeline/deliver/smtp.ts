import { Readable } from "node:stream";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import type { DeliveryState } from "../model/delivery.ts";
import type { MailSetting } from "../model/mail-setting.ts";
import { explainFailure, type Progress, type SmtpFailure, withoutCode } from "./explain-failure.ts";

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
 * time. `stopped`: it cannot be reached, or takes nothing from us as we are set up (name, password, encryption, sender, size).
 * `unknown`: all of the mail was given away and no answer came, so that it may have been taken (RFC 1047). In `refused`,
 * `later` and `stopped`, nothing was taken.
 */
export interface Attempt {
  readonly outcome: "sent" | "refused" | "later" | "stopped" | "unknown";
  readonly code: string; // of the reply: "250"; a code like "ETIMEDOUT" where there was none
  readonly reply: string; // the server's words, else in Chinese what went wrong and what to do
}

/** The state that an attempt leaves a delivery or a reminder in. */
export const STATE_AFTER = {
  ...{ sent: "sent", refused: "refused", later: "reserved", stopped: "reserved", unknown: "handed" },
} as const satisfies Readonly<Record<Attempt["outcome"], DeliveryState>>;

/** A server to hand mails to. */
export interface MailServer extends Omit<MailSetting, "caFile"> {
  readonly ca: string | null; // PEM
}

const PIECE = 64 * 1024;
/**
 * Hands one mail to the server, for one recipient. Where the server knows how (RFC 3461), it is asked to report what does not
 * arrive, or arrives late, with the mail's headers alone.
 *
 * The answer to the whole mail is waited for longer than any other: as long as the server may still say yes to it, nobody
 * hangs up (RFC 5321, 4.5.3.2.6).
 *
 * @param beforeLast is awaited when all but the last bytes have been given away: until it is called, no server can have
 *   taken the mail, and after it is through, only an answer tells that one has not
 */
export async function sendMail(
  server: MailServer,
  envelope: Envelope,
  message: Buffer,
  beforeLast: () => Promise<void>,
): Promise<Attempt> {
  const connection = connectionTo(server);
  const under: { progress: Progress; isOver: boolean; failure?: unknown } = { progress: "connecting", isOver: false };
  const handOver = async () => {
    if (under.isOver) throw new Error("the connection is gone");
    under.progress = "handing";
    if (connection._socket) connection._socket.setTimeout(server.lastAnswerMs);
    try {
      await beforeLast();
    } catch (error) {
      under.failure = error;
      throw error;
    }
  };
  try {
    const response = await new Promise<string>((resolve, reject) => {
      connection.once("error", reject);
      const send = (error?: Error | null) => {
        if (error) return reject(error);
        // The stream is not asked for its first byte before the server has said that it waits for the mail.
        const stream = Readable.from(pieces(message, handOver));
        const dsn = { ret: "HDRS", envid: envelope.id, notify: ["FAILURE", "DELAY"], recipient: envelope.to };
        const wrapped = { from: envelope.from, to: [envelope.to], size: message.length, dsn };
        connection.send(wrapped, stream, (refusal, info) =>
          refusal || !info ? reject(refusal) : resolve(info.response),
        );
      };
      greet(connection, server, send, () => {
        under.progress = "connected";
      });
    });
    return { outcome: "sent", code: response.slice(0, 3), reply: withoutCode(response) };
  } catch (error) {
    if (under.failure !== undefined) throw under.failure;
    return explainFailure(error as SmtpFailure, under.progress, server);
  } finally {
    under.isOver = true;
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
  let progress: Progress = "connecting";
  try {
    await new Promise<void>((resolve, reject) => {
      connection.once("error", reject);
      const done = (error?: Error | null) => (error ? reject(error) : resolve());
      greet(connection, server, done, () => {
        progress = "connected";
      });
    });
    return { outcome: "sent", code: "ready", reply: connection.lastServerResponse || "" };
  } catch (error) {
    return explainFailure(error as SmtpFailure, progress, server);
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
function greet(
  connection: SMTPConnection,
  { user, password }: MailServer,
  done: (error?: Error | null) => void,
  connected: () => void,
): void {
  connection.connect((error) => {
    if (error) return done(error);
    connected();
    if (user === null || password === null) done();
    else connection.login({ user, pass: password }, done);
  });
}

async function* pieces(message: Buffer, handOver: () => Promise<void>) {
  const last = Math.max(0, message.length - 2); // the end of its last line
  for (let at = 0; at < last; at += PIECE) yield message.subarray(at, Math.min(at + PIECE, last));
  await handOver();
  yield message.subarray(last);
}
