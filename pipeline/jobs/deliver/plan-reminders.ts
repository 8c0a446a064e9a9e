import { join } from "node:path";
import { gravestStage, renderReminder } from "../../deliver/reminder-text.ts";
import { PipelineError } from "../../errors.ts";
import { beijingDay } from "../../model/beijing-time.ts";
import type { MailReport } from "../../model/mail-report.ts";
import type { MailSetting } from "../../model/mail-setting.ts";
import { parsePeriod, shiftPeriod, yearOf } from "../../model/period.ts";
import {
  type AwaitedSheet,
  COMPILER,
  type Contact,
  type RecordedReminder,
  type Reminder,
  type ReturnedReminder,
} from "../../model/reporting-calendar.ts";
import { readTextFile } from "../../read/text-file.ts";
import { parseLetterhead } from "../../reference/letterhead.ts";
import { parseContacts } from "../../reference/recipients.ts";
import { parseReminderTemplate } from "../../reference/reminder-template.ts";
import { listMailReports } from "../../store/mail-reports.ts";
import { listReminders } from "../../store/reminders.ts";
import { type BoardRow, readBoard } from "../board.ts";
import { listUnreadBureaus } from "../inbox/unread-bureaus.ts";
import type { OpenHome } from "../open-home.ts";
import { planYears } from "../plan.ts";
import { messageIdFor } from "./message-ids.ts";

/** Months looked back over: a sheet is late for two months at most before nobody is reminded any more. */
const MONTHS_BACK = 3;

/** The compiler's folder among those of the reminders. */
const COMPILER_NAME = "编制人员";

/** Whom to remind today. */
export interface PlannedReminders {
  readonly reminders: readonly RecordedReminder[]; // by recipient
  readonly unread: readonly string[]; // short names of bureaus that something is awaited of, and that have sent what is not read yet
}

/**
 * Whom to remind today, of what and in which words; nothing is recorded.
 *
 * In a bureau's folder of the inbox may lie what is awaited: until it is read, nobody is reminded of what that bureau owes.
 *
 * @param mail null where there is no server
 * @param key by which Message-IDs are made
 * @throws PipelineError CONFIG_INVALID where somebody is to get mail and no server is set; PLAN_NOT_FOUND, SEED_INVALID,
 *   TEMPLATE_INVALID, STORE_BUSY, STORE_FAILED
 */
export async function planReminders(
  open: OpenHome,
  { mail, key }: { readonly mail: MailSetting | null; readonly key: string },
  now: string,
): Promise<PlannedReminders> {
  const { reference, root } = open;
  const text = (path: string) => readTextFile(join(root, path));
  const template = parseReminderTemplate(text("templates/reminder.yaml"), "templates/reminder.yaml");
  const { issuer } = parseLetterhead(text("templates/letterhead.yaml"), "templates/letterhead.yaml");
  const contacts = loadContacts(open, mail);
  const day = beijingDay(now);
  const earlier = (await listReminders(open.store)).filter((one) => one.day !== day);
  const told = earlier.filter(({ state }) => state === "sent" || state === "handed");
  const reports = await listMailReports(open.store);
  const awaited = await listAwaited(open, now);
  const unread = listUnreadBureaus(open);
  const sheets = awaited.filter(({ bureau }) => !unread.has(bureau));
  const recipients = [...reference.bureaus.map(({ code }) => code), COMPILER].sort();
  const reminders = recipients.flatMap((recipient): readonly RecordedReminder[] => {
    const isTold = ({ period }: AwaitedSheet) =>
      told.some((one) => one.recipient === recipient && one.periods.includes(period));
    const own = sheets
      .filter(({ bureau, stage }) => (stage === "escalated" ? recipient === COMPILER : recipient === bureau))
      .filter((sheet) => sheet.stage !== "before" || !isTold(sheet));
    const returned = recipient === COMPILER ? returnedSince(told, earlier, reports) : [];
    if (own.length === 0 && returned.length === 0) return [];
    const bureau = reference.bureaus.find(({ code }) => code === recipient);
    const office = bureau?.shortName ?? COMPILER_NAME;
    const contact = contacts.find((one) => one.bureau === recipient);
    const reminder: Reminder = {
      ...{ day, recipient, stage: gravestStage(own), periods: [...new Set(own.map(({ period }) => period))].sort() },
      channel: contact ? "mail" : "shared-folder",
      address: contact?.address ?? office,
      name: contact?.name ?? office,
      ...renderReminder(template, own, { office, issuer, returned }),
    };
    const messageId = contact ? messageIdFor(key, ["reminder", day, recipient], mail) : null;
    return [{ ...reminder, messageId, state: "reserved", reservedAt: now, code: null, reply: null }];
  });
  const left = awaited.filter(({ bureau }) => unread.has(bureau)).map(({ office }) => office);
  return { reminders, unread: [...new Set(left)] };
}

/** Reminders by mail that came back after the compiler was last told anything, on an earlier day. */
function returnedSince(
  told: readonly RecordedReminder[],
  earlier: readonly RecordedReminder[],
  reports: readonly MailReport[],
): readonly ReturnedReminder[] {
  const times = told.filter(({ recipient }) => recipient === COMPILER).map(({ reservedAt }) => reservedAt);
  const since = times.sort().at(-1) ?? "";
  return earlier.flatMap((one) => {
    const report = reports.find(({ messageId, action }) => messageId === one.messageId && action === "failed");
    if (one.recipient === COMPILER || report === undefined || report.receivedAt <= since) return [];
    const reason = [report.status, report.words].filter((part) => part !== null).join(" ") || "没有说明原因";
    return [{ name: one.name, address: one.address, day: one.day, reason }];
  });
}

/** Whose reminders go out by mail. */
function loadContacts({ root, reference }: OpenHome, mail: MailSetting | null): readonly Contact[] {
  const file = "seeds/recipients.yaml";
  const bureaus = new Set(reference.bureaus.map(({ code }) => code));
  const contacts = parseContacts(readTextFile(join(root, file)), file, bureaus);
  if (contacts.length === 0 || mail !== null) return contacts;
  throw new PipelineError("CONFIG_INVALID", "有部门要用邮件催办，但没有设定邮件服务器", {
    hint: "请设定 JINDU_SMTP_HOST 和 JINDU_SMTP_FROM",
  });
}

/** What has not come of the last months that have a plan, and of which somebody is to be reminded. */
async function listAwaited(open: OpenHome, now: string): Promise<readonly AwaitedSheet[]> {
  const month = parsePeriod(beijingDay(now).slice(0, 7));
  const years = planYears(open.root);
  const sheets: AwaitedSheet[] = [];
  for (let back = MONTHS_BACK; month !== undefined && back > 0; back -= 1) {
    const period = shiftPeriod(month, -back);
    if (!years.includes(yearOf(period))) continue;
    const { rows } = await readBoard(open, period, now);
    for (const row of rows) {
      const { bureau, due, stage, daysLate } = row;
      const office = open.reference.bureaus.find(({ code }) => code === bureau)?.shortName;
      if (bureau === null || office === undefined || due === null) continue;
      if (stage === null || stage === "early" || stage === "over") continue;
      sheets.push({ period, bureau, office, sheet: nameOf(row, open), due, stage, daysLate });
    }
  }
  return sheets;
}

function nameOf({ source, missing }: BoardRow, { reference }: OpenHome): string {
  const title = reference.sources.find(({ name }) => name === source)?.title;
  const names = missing.map((code) => reference.indicators.find((one) => one.code === code)?.name ?? code);
  return title ?? names.join("、");
}
