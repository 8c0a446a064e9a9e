import { readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { SMTPServer, type SMTPServerSession } from "smtp-server";
import { onTestFinished } from "vitest";
import { ROOT } from "./scratch-home.ts";

/** What the server does to one attempt at a mail; once all that are planned are used up, it takes whatever comes. */
export type ServerAct =
  | "accept"
  | "silent-greeting" // says nothing when somebody connects
  | "cut-greeting" // hangs up instead
  | "busy-greeting" // 421
  | "refuse-sender" // 550 to MAIL FROM
  | "busy-recipient" // 450 to RCPT TO
  | "no-recipient" // 550 to RCPT TO
  | "relay-denied" // 550 5.7.1 to RCPT TO
  | "login-first" // 530 to RCPT TO
  | "silent-recipient" // never answers to RCPT TO
  | "silent-at-data" // never answers to DATA
  | "busy-at-data" // 451 to DATA
  | "refuse-at-data" // 554 to DATA
  | "stall-in-data" // lets the mail begin and reads none of it
  | "cut-in-data" // hangs up in the middle of the mail
  | "cut-after-data" // takes in the last byte and hangs up, keeping nothing
  | "silent-after-data" // takes in the last byte and never answers, keeping nothing
  | "keep-and-cut" // takes the mail and hangs up before it says so
  | "keep-and-stay-silent" // takes the mail and never says so
  | "keep-and-answer-late" // takes the mail and says so after four seconds
  | "busy-after-data" // 451
  | "full-after-data" // 552
  | "kill-at-recipient" // ends the process that is sending, by `kill`, before a byte of the mail has come
  | "kill-after-data"; // takes the mail and ends that process before it can hear of it

/** A mail that the server has said yes to, or only seen. */
export interface SeenMail {
  readonly to: readonly string[];
  readonly from: string;
  readonly raw: string; // latin1, so that each byte is a letter
  readonly secure: boolean;
  readonly user: string | null;
  readonly asked: readonly unknown[]; // what reports it is to give: ENVID, RET, then NOTIFY and ORCPT
}

interface ServerOptions {
  readonly acts?: Readonly<Record<string, readonly ServerAct[]>>; // by recipient; "*" by connection, for what comes before one
  readonly tls?: boolean; // offers STARTTLS; true where not given
  readonly dsn?: boolean; // offers to report on mails (RFC 3461); false where not given
  readonly login?: readonly [user: string, password: string];
  readonly kill?: () => void;
}

/** The certificate of the test's server, which nobody but the test trusts. */
export const SERVER_CERTIFICATE = `${ROOT}tests/fixtures/mail/localhost.pem`;

/** A real mail server on this machine that does what is planned, and stops when the test is over. */
export async function startMailServer({ acts = {}, tls = true, dsn = false, login, kill }: ServerOptions = {}) {
  const planned = new Map(Object.entries(acts).map(([name, list]) => [name, [...list]]));
  const taken: SeenMail[] = [];
  const seen: SeenMail[] = []; // whatever came up to its last byte
  const connections = { count: 0 };
  const hangUp = (session: SMTPServerSession) => {
    for (const connection of server.connections) if (connection.id === session.id) connection._socket.destroy();
  };
  /** The next command DATA is answered by this alone, or by nothing. */
  const answerData = (session: SMTPServerSession, answer?: readonly [code: number, words: string]) => {
    for (const connection of server.connections) {
      if (connection.id !== session.id) continue;
      const known = connection as unknown as DataHandler;
      known.handler_DATA = (_command, done) => {
        if (!answer) return;
        connection.send(...answer);
        done();
      };
    }
  };
  const peek = (name: string) => planned.get(name)?.[0] ?? "accept";
  const take = (name: string) => planned.get(name)?.shift() ?? "accept";
  const server = new SMTPServer({
    ...{
      authOptional: login === undefined,
      disableReverseLookup: true,
      hideSTARTTLS: !tls,
      hideDSN: !dsn,
      size: 50_000_000,
    },
    ...(tls ? {} : { disabledCommands: ["STARTTLS"] }),
    ...(login ? { allowInsecureAuth: true } : { disabledCommands: tls ? ["AUTH"] : ["AUTH", "STARTTLS"] }),
    key: readFileSync(SERVER_CERTIFICATE.replace(".pem", "-key.pem")),
    cert: readFileSync(SERVER_CERTIFICATE),
    closeTimeout: 100,
    onConnect: (session, callback) => {
      connections.count += 1;
      const act = take("*");
      if (act === "cut-greeting") hangUp(session);
      else if (act === "busy-greeting") callback(reply(421, "4.3.2 Come back later"));
      else if (act !== "silent-greeting") callback();
    },
    onAuth: ({ username, password }, _session, callback) =>
      username === login?.[0] && password === login?.[1]
        ? callback(null, { user: username })
        : callback(reply(535, "5.7.8 Authentication failed")),
    onMailFrom: ({ address }, _session, callback) =>
      peek(address) === "refuse-sender" ? callback(reply(550, "5.7.1 Sender refused")) : callback(),
    onRcptTo: ({ address }, session, callback) => {
      const act = peek(address);
      if (act === "busy-recipient") return callback(reply(450, "4.2.1 Mailbox busy", take(address)));
      if (act === "no-recipient") return callback(reply(550, "5.1.1 No such user", take(address)));
      if (act === "relay-denied") return callback(reply(550, "5.7.1 Relaying denied", take(address)));
      if (act === "login-first") return callback(reply(530, "Authentication required", take(address)));
      if (act === "silent-recipient") return void take(address);
      if (act === "silent-at-data" || act === "busy-at-data" || act === "refuse-at-data") {
        take(address);
        answerData(session, DATA_ANSWERS[act]);
        return callback();
      }
      if (act === "kill-at-recipient") {
        take(address);
        kill?.();
      } else callback();
    },
    onData: (stream, session, callback) => {
      const [recipient] = session.envelope.rcptTo;
      const act = take(recipient?.address ?? "");
      if (act === "stall-in-data") return;
      const pieces: Buffer[] = [];
      stream.on("data", (piece: Buffer) => {
        pieces.push(piece);
        if (act === "cut-in-data") hangUp(session);
      });
      stream.on("end", () => {
        const mail: SeenMail = {
          to: session.envelope.rcptTo.map(({ address }) => address),
          from: session.envelope.mailFrom ? session.envelope.mailFrom.address : "",
          raw: Buffer.concat(pieces).toString("latin1"),
          secure: session.secure,
          user: typeof session.user === "string" ? session.user : null,
          asked: reportsAsked(session),
        };
        seen.push(mail);
        if (act === "kill-after-data") {
          taken.push(mail);
          kill?.();
        } else if (act === "keep-and-cut") {
          taken.push(mail);
          hangUp(session);
        } else if (act === "keep-and-stay-silent") taken.push(mail);
        else if (act === "keep-and-answer-late") {
          taken.push(mail);
          setTimeout(() => callback(null, "queued"), 4000);
        } else if (act === "cut-after-data") hangUp(session);
        else if (act === "busy-after-data") callback(reply(451, "4.3.0 Try again"));
        else if (act === "full-after-data") callback(reply(552, "5.2.2 Mailbox full"));
        else if (act !== "silent-after-data") {
          taken.push(mail);
          callback(null, "queued");
        }
      });
    },
  });
  server.on("error", () => {}); // connections that the test cuts
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const { port } = server.server.address() as AddressInfo;
  return { port, taken, seen, connections };
}

interface DataHandler {
  handler_DATA: (command: unknown, done: () => void) => void;
}

const DATA_ANSWERS = {
  "silent-at-data": undefined,
  "busy-at-data": [451, "4.3.0 Try again"],
  "refuse-at-data": [554, "5.6.0 Not taken"],
} as const;

function reportsAsked({ envelope }: SMTPServerSession): readonly unknown[] {
  const { dsn, rcptTo } = envelope;
  return [dsn?.envid, dsn?.ret, ...rcptTo.flatMap((one) => [one.dsn?.notify?.join(), one.dsn?.orcpt])];
}

function reply(responseCode: number, message: string, _act?: ServerAct): Error {
  return Object.assign(new Error(message), { responseCode });
}
