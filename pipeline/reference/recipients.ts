import { z } from "zod";
import { CHANNELS, PAPER_FILES, type PaperName, RECIPIENT_ROLES, type Recipient } from "../model/delivery.ts";
import type { EditionKind } from "../model/edition.ts";
import { MONTHS_IN } from "../model/edition-kind.ts";
import { isMailAddress } from "../model/mail-setting.ts";
import { COMPILER, type Contact, REMINDERS_FOLDER } from "../model/reporting-calendar.ts";
import { chineseMessage } from "./chinese-messages.ts";
import { code } from "./csv-rows.ts";
import { parseYaml } from "./yaml-document.ts";

const PAPERS = Object.keys(PAPER_FILES) as [PaperName, ...PaperName[]];
const KINDS = Object.keys(MONTHS_IN) as [EditionKind, ...EditionKind[]];

/** Names that Windows keeps for devices, whatever stands after their first point. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
const FOLDER = /^[^\\/:*?"<>|\p{Cc}\p{Cf}\p{Zl}\p{Zp}]{1,60}$/u;

const line = z
  .string()
  .trim()
  .min(1, "不能留空")
  .max(60, "最多 60 个字")
  .regex(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]*$/u, "不能有换行或看不见的字符");

const common = {
  role: z.enum(RECIPIENT_ROLES),
  name: line,
  kinds: z.array(z.enum(KINDS)).min(1, "至少写一种").default(KINDS),
  papers: z.array(z.enum(PAPERS)).min(1, "至少写一种"),
};

const mailAddress = z.string().trim().toLowerCase().refine(isMailAddress, "应是一个邮箱地址");
const folderName = z
  .string()
  .trim()
  .refine(isFolderName, '应是一个文件夹的名称，不能有 \\ / : * ? " < > | 或以点开头')
  .refine((name) => name !== REMINDERS_FOLDER, `“${REMINDERS_FOLDER}”是放催办的文件夹，请换一个名称`);
const ADDRESSES = { "shared-folder": folderName, mail: mailAddress, unknown: z.string() } as const;

/** By hand rather than as a discriminated union, which says nothing of the rest where the channel is wrong. */
const recipient = z.unknown().transform((given, context): Recipient => {
  const { channel } = z.object({ channel: z.enum(CHANNELS) }).safeParse(given).data ?? {};
  const schema = z.strictObject({ ...common, channel: z.enum(CHANNELS), address: ADDRESSES[channel ?? "unknown"] });
  const { data, error } = schema.safeParse(given, { error: chineseMessage });
  if (data) return data;
  for (const issue of error.issues) context.addIssue({ ...issue });
  return z.NEVER;
});

const contact = z.strictObject({ bureau: code, name: line, address: mailAddress });

const recipients = z.array(recipient).superRefine((list, context) => {
  const keys = list.map(({ channel, address }) => `${channel} ${address.toLowerCase()}`);
  for (const [index, key] of keys.entries()) {
    if (keys.indexOf(key) < index)
      context.addIssue({ code: "custom", path: [index, "address"], message: "这个地址前面已经写过" });
  }
});

const contactsOf = (isKnown: (bureau: string) => boolean) =>
  z
    .array(contact)
    .superRefine((list, context) => {
      for (const [index, { bureau }] of list.entries()) {
        const tell = (message: string) => context.addIssue({ code: "custom", path: [index, "bureau"], message });
        if (list.findIndex((other) => other.bureau === bureau) < index) tell("这个部门前面已经写过");
        if (!isKnown(bureau)) tell(`bureaus.csv 里没有这个部门代码；编制人员写 ${COMPILER}`);
      }
    })
    .default([]);

const recipientsFile = (isKnown: (bureau: string) => boolean) =>
  z.strictObject({ contacts: contactsOf(isKnown), recipients });

/**
 * Reads seeds/recipients.yaml: whom papers go to, in the order of the file.
 *
 * A folder's name is one step of a path, on any system; a mail address is ASCII and comes in small letters, because hardly
 * any server tells `A@x.cn` from `a@x.cn` and nobody may get a paper twice.
 *
 * @param file its path from the project's root, for messages
 * @throws PipelineError SEED_INVALID naming the line of every wrong, missing or unknown value, and of an address that
 *   stands there twice
 */
export function parseRecipients(text: string, file: string): readonly Recipient[] {
  return parseYaml(
    text,
    file,
    recipientsFile(() => true),
  ).recipients;
}

/**
 * Reads whose reminders go out by mail, of the same file.
 *
 * @param bureaus codes of the bureaus that there are
 * @throws PipelineError SEED_INVALID as `parseRecipients` does, and of a bureau that there is not
 */
export function parseContacts(text: string, file: string, bureaus: ReadonlySet<string>): readonly Contact[] {
  return parseYaml(
    text,
    file,
    recipientsFile((code) => code === COMPILER || bureaus.has(code)),
  ).contacts;
}

/** Tells whether a text can be a folder's name on Windows and elsewhere, and stays within the folder it is put in. */
function isFolderName(text: string): boolean {
  return FOLDER.test(text) && !DEVICE.test(text) && !/^\.|[. ]$/.test(text);
}
