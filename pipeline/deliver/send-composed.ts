import { localPartOf } from "../model/message-id.ts";
import { composeMail, type Mail } from "./message.ts";
import { type Attempt, type MailServer, sendMail } from "./smtp.ts";

/** A mail from the server's own address. */
export interface OwnMail extends Omit<Mail, "from"> {
  readonly sender: string; // name; "" for none
}

/** Composes a mail and hands it to the server; its envelope is known by the Message-ID. @param beforeLast as of `sendMail` */
export async function sendComposed(
  server: MailServer,
  { sender, ...mail }: OwnMail,
  beforeLast: () => Promise<void>,
): Promise<Attempt> {
  const message = await composeMail({ ...mail, from: { name: sender, address: server.from } });
  const envelope = { from: server.from, to: mail.to.address, id: localPartOf(mail.messageId) };
  return sendMail(server, envelope, message, beforeLast);
}
