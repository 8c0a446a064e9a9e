import type { MailServer } from "../deliver/smtp.ts";
import type { MailSetting } from "../model/mail-setting.ts";
import { readTextFile } from "../read/text-file.ts";

/** The mail server as it is set, with its authority's certificate read. @throws PipelineError FILE_NOT_FOUND, FILE_UNREADABLE */
export function readServer({ caFile, ...server }: MailSetting): MailServer {
  return { ...server, ca: caFile === null ? null : readTextFile(caFile) };
}
