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
  | "refuse-sender" // 550 to MAIL FROM
  | "busy-recipient" // 450 to RCPT TO
  | "no-recipient" // 550 to RCPT TO
  | "cut-in-data" // hangs up in the middle of the mail
  | "cut-after-data" // takes in the last byte and hangs up, keeping nothing
  | "silent-after-data" // takes in the last byte and never answers, keeping nothing
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
}

interface ServerOptions {
  readonly acts?: Readonly<Record<string, readonly ServerAct[]>>; // by recipient; "*" by connection, for what comes before one
  readonly tls?: boolean; // offers STARTTLS; true where not given
  readonly login?: readonly [user: string, password: string];
  readonly kill?: () => void;
}

/** The certificate of the test's server, which nobody but the test trusts. */
export const SERVER_CERTIFICATE = `${ROOT}tests/fixtures/mail/localhost.pem`;

/** A real mail server on this machine that does what is planned, and stops when the test is over. */
export async function startMailServer({ acts = {}, tls = true, login, kill }: ServerOptions = {}) {
  const planned = new Map(Object.entries(acts).map(([name, list]) => [name, [...list]]));
  const taken: SeenMail[] = [];
  const seen: SeenMail[] = []; // whatever came up to its last byte
  const connections = { count: 0 };
  const hangUp = (session: SMTPServerSession) => {
    for (const connection of server.connections) if (connection.id === session.id) connection._socket.destroy();
  };
  const peek = (name: string) => planned.get(name)?.[0] ?? "accept";
  const take = (name: string) => planned.get(name)?.shift() ?? "accept";
  const server = new SMTPServer({
    ...{ authOptional: login === undefined, disableReverseLookup: true, hideSTARTTLS: !tls, size: 50_000_000 },
    ...(tls ? {} : { disabledCommands: ["STARTTLS"] }),
    ...(login ? { allowInsecureAuth: true } : { disabledCommands: tls ? ["AUTH"] : ["AUTH", "STARTTLS"] }),
    key: readFileSync(SERVER_CERTIFICATE.replace(".pem", "-key.pem")),
    cert: readFileSync(SERVER_CERTIFICATE),
    closeTimeout: 100,
    onConnect: (session, callback) => {
      connections.count += 1;
      const act = take("*");
      if (act === "cut-greeting") hangUp(session);
      else if (act !== "silent-greeting") callback();
    },
    onAuth: ({ username, password }, _session, callback) =>
      username === login?.[0] && password === login?.[1]
        ? callback(null, { user: username })
        : callback(reply(535, "5.7.8 Authentication failed")),
    onMailFrom: ({ address }, _session, callback) =>
      peek(address) === "refuse-sender" ? callback(reply(550, "5.7.1 Sender refused")) : callback(),
    onRcptTo: ({ address }, _session, callback) => {
      const act = peek(address);
      if (act === "busy-recipient") return callback(reply(450, "4.2.1 Mailbox busy", take(address)));
      if (act === "no-recipient") return callback(reply(550, "5.1.1 No such user", take(address)));
      if (act === "kill-at-recipient") {
        take(address);
        kill?.();
      } else callback();
    },
    onData: (stream, session, callback) => {
      const [recipient] = session.envelope.rcptTo;
      const act = take(recipient?.address ?? "");
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
        };
        seen.push(mail);
        if (act === "kill-after-data") {
          taken.push(mail);
          kill?.();
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

function reply(responseCode: number, message: string, _act?: ServerAct): Error {
  return Object.assign(new Error(message), { responseCode });
}
