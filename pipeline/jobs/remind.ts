import { createHash } from "node:crypto";
import { dirname, join } from "node:path";
import { isWorkingDay } from "../calendar/working-days.ts";
import { composeMail } from "../deliver/message.ts";
import { gravestStage, renderReminder } from "../deliver/reminder-text.ts";
import { tryToPlace } from "../deliver/shared-folder.ts";
import { type Attempt, sendMail } from "../deliver/smtp.ts";
import { PipelineError } from "../errors.ts";
import { beijingDay } from "../model/beijing-time.ts";
import { DELIVERY_STATE_WORDS } from "../model/delivery-words.ts";
import type { MailReport } from "../model/mail-report.ts";
import type { MailSetting } from "../model/mail-setting.ts";
import { localPartOf } from "../model/message-id.ts";
import { parsePeriod, shiftPeriod, yearOf } from "../model/period.ts";
import {
  type AwaitedSheet,
  COMPILER,
  type Contact,
  REMINDERS_FOLDER,
  type RecordedReminder,
  type Reminder,
  type ReturnedReminder,
} from "../model/reporting-calendar.ts";
import { readTextFile } from "../read/text-file.ts";
import { parseLetterhead } from "../reference/letterhead.ts";
import { parseContacts } from "../reference/recipients.ts";
import { parseReminderTemplate } from "../reference/reminder-template.ts";
import { listMailReports } from "../store/mail-reports.ts";
import { underLock } from "../store/process-lock.ts";
import { listReminders, reserveReminders, stepReminder } from "../store/reminders.ts";
import { type BoardRow, loadDueRules, readBoard } from "./board.ts";
import type { Effects } from "./effects.ts";
import { readServer } from "./mail-server.ts";
import type { OpenHome } from "./open-home.ts";
import { planYears } from "./plan.ts";

/** Where reminders leave by. */
export interface RemindSetting {
  readonly shared: string;
  readonly mail: MailSetting | null;
  readonly isDryRun: boolean;
}

/** What the reminders of a day came to. */
export interface Reminded {
  readonly day: string;
  readonly isWorkingDay: boolean; // false: nobody is reminded
  readonly isDryRun: boolean;
  readonly ok: boolean; // nobody waits for a reminder of this day
  readonly reminders: readonly RecordedReminder[]; // of this day, by recipient
}

/** Months looked back over: a sheet is late for two months at most before nobody is reminded any more. */
const MONTHS_BACK = 3;

/** The compiler's folder among those of the reminders. */
const COMPILER_NAME = "编制人员";

/**
 * Reminds bureaus of what falls due and what is late, and the compiler of what has been late for long: at most one reminder a
 * recipient and day, on working days only, never of what is not due. What will fall due soon is told once.
 *
 * A reminder is reserved with its words before it goes out; one that could not go out is planned anew by the next run of the
 * day, so that nobody is reminded of what has come meanwhile. One whose process was killed while the last bytes of its mail
 * went out is not sent again.
 *
 * @throws PipelineError CONFIG_INVALID where somebody is to get mail and no server is set; PLAN_NOT_FOUND, SEED_INVALID,
 *   TEMPLATE_INVALID, STORE_BUSY, STORE_FAILED
 */
export async function remind(open: OpenHome, setting: RemindSetting, effects: Effects): Promise<Reminded> {
  const now = effects.now();
  const day = beijingDay(now);
  const isOn = isWorkingDay(day, loadDueRules(open).notice);
  if (!isOn) return { day, isWorkingDay: false, isDryRun: setting.isDryRun, ok: true, reminders: [] };
  if (setting.isDryRun) return toldOf(day, true, await planReminders(open, setting, now));
  const lock = join(dirname(open.home.database), "deliver.lock");
  return underLock(lock, "另一个程序正在发送", async () => {
    await reserveReminders(open.store, day, await planReminders(open, setting, now));
    const own = async () => (await listReminders(open.store)).filter((one) => one.day === day);
    for (const reminder of await own()) {
      if (reminder.state === "reserved") await attempt(open, reminder, setting, effects);
    }
    return toldOf(day, false, await own());
  });
}

function toldOf(day: string, isDryRun: boolean, reminders: readonly RecordedReminder[]): Reminded {
  const ok = isDryRun || reminders.every(({ state }) => state === "sent");
  return { day, isWorkingDay: true, isDryRun, ok, reminders };
}

async function planReminders(
  open: OpenHome,
  { mail }: RemindSetting,
  now: string,
): Promise<readonly RecordedReminder[]> {
  const { reference, root } = open;
  const text = (path: string) => readTextFile(join(root, path));
  const template = parseReminderTemplate(text("templates/reminder.yaml"), "templates/reminder.yaml");
  const { issuer } = parseLetterhead(text("templates/letterhead.yaml"), "templates/letterhead.yaml");
  const contacts = loadContacts(open, mail);
  const day = beijingDay(now);
  const earlier = await listReminders(open.store);
  const reports = await listMailReports(open.store);
  const sheets = await listAwaited(open, now);
  const recipients = [...reference.bureaus.map(({ code }) => code), COMPILER].sort();
  return recipients.flatMap((recipient): readonly RecordedReminder[] => {
    const isTold = ({ period }: AwaitedSheet) =>
      earlier.some((one) => one.recipient === recipient && one.day !== day && one.periods.includes(period));
    const own = sheets
      .filter(({ bureau, stage }) => (stage === "escalated" ? recipient === COMPILER : recipient === bureau))
      .filter((sheet) => sheet.stage !== "before" || !isTold(sheet));
    const returned = recipient === COMPILER ? returnedSince(earlier, reports, day) : [];
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
    const id = createHash("sha256").update(`reminder\0${day}\0${recipient}`).digest("hex").slice(0, 32);
    const messageId = contact ? `<${id}@${mail?.from.split("@").at(-1)}>` : null;
    return [{ ...reminder, messageId, state: "reserved", reservedAt: now, code: null, reply: null }];
  });
}

/** Reminders by mail that came back after the compiler was last told anything, on an earlier day. */
function returnedSince(
  earlier: readonly RecordedReminder[],
  reports: readonly MailReport[],
  day: string,
): readonly ReturnedReminder[] {
  const told = earlier.filter((one) => one.recipient === COMPILER && one.day < day).map(({ reservedAt }) => reservedAt);
  const since = told.sort().at(-1) ?? "";
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
  const contacts = parseContacts(readTextFile(join(root, file)), file);
  const unknown = contacts.filter(
    ({ bureau }) => bureau !== COMPILER && reference.bureaus.every(({ code }) => code !== bureau),
  );
  if (unknown.length > 0) {
    const codes = unknown.map(({ bureau }) => bureau).join("、");
    throw new PipelineError("SEED_INVALID", `contacts 里的 ${codes} 不在 bureaus.csv 中`, {
      location: { file },
      hint: `请改成 bureaus.csv 里的代码，例如 ${reference.bureaus[0]?.code}；编制人员写 ${COMPILER}`,
    });
  }
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

async function attempt(
  { store }: OpenHome,
  reminder: RecordedReminder,
  { shared, mail }: RemindSetting,
  effects: Effects,
): Promise<void> {
  const { name, day, subject, body, address } = reminder;
  const { outcome, code, reply } =
    reminder.channel === "mail" && mail
      ? await mailTo(reminder, mail, () => stepReminder(store, reminder, { state: "handed", code: null, reply: null }))
      : tryToPlace(
          join(shared, REMINDERS_FOLDER),
          address,
          day,
          new Map([[`${REMINDERS_FOLDER}.txt`, note(subject, body)]]),
        );
  const isOver = outcome === "sent" || outcome === "refused";
  const state = isOver ? outcome : outcome === "unknown" ? "handed" : "reserved";
  await stepReminder(store, reminder, { state, code, reply: reply || null });
  const line = `催办 ${day} ${name} ${DELIVERY_STATE_WORDS[state]}`;
  if (state === "sent") effects.logger.info(line);
  else effects.logger.warn(`${line} ${code} ${reply}`);
}

async function mailTo(
  reminder: RecordedReminder,
  mail: MailSetting,
  beforeLast: () => Promise<void>,
): Promise<Attempt> {
  const { messageId, reservedAt: date, name, address, subject, body } = reminder;
  const message = await composeMail({
    ...{ messageId: messageId ?? "", date, subject, body, attachments: [] },
    from: { name: "", address: mail.from },
    to: { name, address },
  });
  const envelope = { from: mail.from, to: address, id: localPartOf(messageId ?? "") };
  return sendMail(readServer(mail), envelope, message, beforeLast);
}

function note(subject: string, body: string): Uint8Array {
  return new TextEncoder().encode(`\uFEFF${subject}\n\n${body}`.replaceAll("\n", "\r\n"));
}
