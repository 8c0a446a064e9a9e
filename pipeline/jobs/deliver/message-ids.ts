import { createHmac } from "node:crypto";
import type { MailSetting } from "../../model/mail-setting.ts";
import type { Store } from "../../store/database.ts";
import { findMessageKey, keepMessageKey } from "../../store/message-key.ts";
import type { TimedEffects } from "../effects.ts";

/**
 * The secret of the home without which nobody can guess a Message-ID of its mails, and so none can forge what becomes of one;
 * made at random once and kept in the database, in no package, log or paper.
 *
 * @param isDryRun nothing is written: one that is not there yet is made for this run alone
 */
export async function loadMessageKey(
  store: Store,
  isDryRun: boolean,
  { random }: Pick<TimedEffects, "random">,
): Promise<string> {
  const known = await findMessageKey(store);
  if (known !== undefined) return known;
  const made = Buffer.from(random(32)).toString("hex");
  return isDryRun ? made : keepMessageKey(store, made);
}

/** What stands before the @ of a Message-ID of ours: the same for the same parts, and none that others could guess. */
export function localPartFor(key: string, parts: readonly (string | number)[]): string {
  return createHmac("sha256", key).update(parts.join("\0")).digest("hex").slice(0, 32);
}

/** A Message-ID whose domain is the sender's. */
export function messageIdFor(key: string, parts: readonly (string | number)[], mail: MailSetting | null): string {
  return `<${localPartFor(key, parts)}@${mail?.from.split("@").at(-1)}>`;
}
