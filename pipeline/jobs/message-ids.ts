import { createHash } from "node:crypto";
import type { MailSetting } from "../model/mail-setting.ts";

/** What stands before the @ of a Message-ID of ours: the same for the same parts, and none that others could guess. */
export function localPartFor(parts: readonly (string | number)[]): string {
  return createHash("sha256").update(parts.join("\0")).digest("hex").slice(0, 32);
}

/** A Message-ID whose domain is the sender's. */
export function messageIdFor(parts: readonly (string | number)[], mail: MailSetting | null): string {
  return `<${localPartFor(parts)}@${mail?.from.split("@").at(-1)}>`;
}
