import { readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { SMTPServer } from "smtp-server";

const CERTIFICATE = fileURLToPath(new URL("../../tests/fixtures/mail/localhost.pem", import.meta.url));

/** A mail in somebody's mailbox. */
export interface ArrivedMail {
  readonly to: string;
  readonly raw: string; // latin1, so that each byte is a letter
}

/** A real mail server on this machine, which takes whatever is sent whole. */
export interface MailServer {
  readonly setting: Readonly<Record<string, string>>; // environment of a program that is to send by it
  readonly emptied: () => void; // forgets all mails
  readonly arrived: () => Promise<readonly ArrivedMail[]>; // once nobody is connected any more
  readonly close: () => Promise<void>;
}

/** Starts a server that offers STARTTLS, by the test's own certificate. */
export async function startMailServer(): Promise<MailServer> {
  let mails: ArrivedMail[] = [];
  const server = new SMTPServer({
    ...{ disabledCommands: ["AUTH"], disableReverseLookup: true, closeTimeout: 100 },
    key: readFileSync(CERTIFICATE.replace(".pem", "-key.pem")),
    cert: readFileSync(CERTIFICATE),
    onData: (stream, { envelope }, callback) => {
      const pieces: Buffer[] = [];
      stream.on("data", (piece: Buffer) => pieces.push(piece));
      stream.on("end", () => {
        const raw = Buffer.concat(pieces).toString("latin1");
        mails.push(...envelope.rcptTo.map(({ address }) => ({ to: address, raw })));
        callback(null, "queued");
      });
    },
  });
  server.on("error", () => {}); // connections of killed processes
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    setting: {
      ...{ JINDU_SMTP_HOST: "localhost", JINDU_SMTP_PORT: String(port), JINDU_SMTP_FROM: "jindu@example.cn" },
      JINDU_SMTP_CA: CERTIFICATE,
    },
    emptied: () => {
      mails = [];
    },
    arrived: async () => {
      while (server.connections.size > 0) await new Promise((resolve) => setTimeout(resolve, 5));
      return mails;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
