import { isWorkingDay } from "../../calendar/working-days.ts";
import { sendComposed } from "../../deliver/send-composed.ts";
import { folderNote, obstacleTo, tryToPlace } from "../../deliver/shared-folder.ts";
import { type Attempt, STATE_AFTER } from "../../deliver/smtp.ts";
import { beijingDay } from "../../model/beijing-time.ts";
import { answerInFull } from "../../model/delivery-answer.ts";
import { DELIVERY_STATE_WORDS } from "../../model/delivery-words.ts";
import type { MailSetting } from "../../model/mail-setting.ts";
import { REMINDERS_FOLDER, type RecordedReminder } from "../../model/reporting-calendar.ts";
import { orUnknownReminder } from "../../model/restoration.ts";
import { listReminders, reserveReminders, stepReminder } from "../../store/reminders.ts";
import { findRestoration } from "../../store/restorations.ts";
import { loadDueRules } from "../board.ts";
import type { TimedEffects } from "../effects.ts";
import { underHomeLock } from "../home-lock.ts";
import type { OpenHome } from "../open-home.ts";
import { readServer } from "./mail-server.ts";
import { loadMessageKey } from "./message-ids.ts";
import { type PlannedReminders, planReminders } from "./plan-reminders.ts";

/** Where reminders leave by. */
export interface RemindSetting {
  readonly shared: string;
  readonly mail: MailSetting | null;
  readonly isDryRun: boolean;
  readonly since?: string; // when the run began whose reminders these are, ISO 8601, UTC; now where not given
}

/** What the reminders of a day came to. */
export interface Reminded {
  readonly day: string;
  readonly isWorkingDay: boolean; // false: nobody is reminded
  readonly isDryRun: boolean;
  readonly ok: boolean; // nobody waits for a reminder of this day
  readonly obstacle: string | null; // of a dry run: why nothing can be put into the shared folder
  readonly unread: readonly string[]; // short names of bureaus left out, because what they sent is not read yet
  readonly reminders: readonly RecordedReminder[]; // of this day, by recipient
  readonly earlier: readonly string[]; // recipients of those that went out, or were tried for the last time, before this run
}

/** Why a bureau is left out. */
export const UNREAD_WORDS = "收件文件夹里还有没读的文件，没有催";

/**
 * Reminds bureaus of what falls due and what is late, and the compiler of what has been late for long: at most one reminder a
 * recipient and day, on working days only, never of what is not due. What will fall due soon is told once. The inbox is to be
 * read before; a bureau in whose folder something lies all the same is left out.
 *
 * A reminder is reserved with its words before it goes out; one that could not go out is planned anew by the next run of the
 * day, so that nobody is reminded of what has come meanwhile. One whose process was killed while the last bytes of its mail
 * went out is not sent again.
 *
 * On the day of a restore, nobody knows who was reminded by mail before it: nobody is, by mail, on that day.
 *
 * @throws PipelineError CONFIG_INVALID where somebody is to get mail and no server is set; PLAN_NOT_FOUND, SEED_INVALID,
 *   TEMPLATE_INVALID, STORE_BUSY, STORE_FAILED
 */
export async function remind(open: OpenHome, setting: RemindSetting, effects: TimedEffects): Promise<Reminded> {
  const now = effects.now();
  const day = beijingDay(now);
  const isOn = isWorkingDay(day, loadDueRules(open).notice);
  const nothing = { obstacle: null, unread: [], reminders: [], earlier: [] };
  if (!isOn) return { day, isWorkingDay: false, isDryRun: setting.isDryRun, ok: true, ...nothing };
  const plan = async () => {
    const key = await loadMessageKey(open.store, setting.isDryRun, effects);
    return planReminders(open, { mail: setting.mail, key }, now);
  };
  const own = async () => (await listReminders(open.store)).filter((one) => one.day === day);
  const since = setting.since ?? now;
  if (setting.isDryRun) {
    const { reminders: planned, unread } = await plan();
    const standing = (await own()).filter(({ state }) => state !== "reserved");
    const reminders = planned.map((one) => standing.find(({ recipient }) => recipient === one.recipient) ?? one);
    return {
      ...toldOf({ day, since, isDryRun: true }, { reminders, unread }),
      obstacle: obstacleTo(reminders, setting.shared),
    };
  }
  return underHomeLock(open.home.database, "deliver", "另一个程序正在发送", async () => {
    const { reminders, unread } = await plan();
    const restoration = await findRestoration(open.store);
    const unsaid = reminders.map((reminder) => orUnknownReminder(reminder, restoration));
    await reserveReminders(open.store, day, unsaid);
    for (const reminder of await own()) {
      if (reminder.state === "reserved") await attempt(open, reminder, setting, effects);
    }
    return toldOf({ day, since, isDryRun: false }, { reminders: await own(), unread });
  });
}

function toldOf(
  { day, since, isDryRun }: { readonly day: string; readonly since: string; readonly isDryRun: boolean },
  { reminders, unread }: PlannedReminders,
): Reminded {
  const ok = isDryRun || reminders.every(({ state }) => state === "sent");
  const earlier = reminders.filter(({ state, reservedAt }) => state !== "reserved" && reservedAt < since);
  const recipients = earlier.map(({ recipient }) => recipient);
  return { day, isWorkingDay: true, isDryRun, ok, obstacle: null, unread, reminders, earlier: recipients };
}

async function attempt(
  { store }: OpenHome,
  reminder: RecordedReminder,
  { shared, mail }: RemindSetting,
  effects: TimedEffects,
): Promise<void> {
  const { name, day, subject, body, address } = reminder;
  const { outcome, code, reply } =
    reminder.channel === "mail" && mail
      ? await mailTo(reminder, mail, () => stepReminder(store, reminder, { state: "handed", code: null, reply: null }))
      : tryToPlace(
          shared,
          REMINDERS_FOLDER,
          address,
          day,
          new Map([[`${REMINDERS_FOLDER}.txt`, folderNote(subject, body)]]),
        );
  const state = STATE_AFTER[outcome];
  await stepReminder(store, reminder, { state, code, reply: reply || null });
  const line = `催办 ${day} ${name} ${DELIVERY_STATE_WORDS[state]}`;
  if (state === "sent") effects.logger.info(line);
  else effects.logger.warn(`${line} ${answerInFull({ ...reminder, code, reply })}`);
}

function mailTo(reminder: RecordedReminder, mail: MailSetting, beforeLast: () => Promise<void>): Promise<Attempt> {
  const { messageId, reservedAt: date, name, address, subject, body } = reminder;
  const own = { messageId: messageId ?? "", date, sender: "", to: { name, address }, subject, body, attachments: [] };
  return sendComposed(readServer(mail), own, beforeLast);
}
