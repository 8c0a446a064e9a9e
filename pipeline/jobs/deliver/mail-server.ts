import { type Attempt, type MailServer, tryServer } from "../../deliver/smtp.ts";
import { PipelineError } from "../../errors.ts";
import type { MailSetting } from "../../model/mail-setting.ts";
import { readTextFile } from "../../read/text-file.ts";

/** The mail server as it is set, with its authority's certificate read. @throws PipelineError FILE_NOT_FOUND, FILE_UNREADABLE */
export function readServer({ caFile, ...server }: MailSetting): MailServer {
  return { ...server, ca: caFile === null ? null : readTextFile(caFile) };
}

/** Tries the mail server as it is set, without sending anything. @throws PipelineError CONFIG_INVALID where none is set */
export async function checkServer(mail: MailSetting | null): Promise<Attempt> {
  if (mail !== null) return tryServer(readServer(mail));
  throw new PipelineError("CONFIG_INVALID", "没有设定邮件服务器", {
    hint: "请设定 JINDU_SMTP_HOST 和 JINDU_SMTP_FROM",
  });
}
