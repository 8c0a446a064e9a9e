import { answerWords } from "../../../model/delivery-answer.ts";
import { REMINDER_STAGE_WORDS, type RecordedReminder } from "../../../model/reporting-calendar.ts";
import { remind, UNREAD_WORDS } from "../../deliver/remind.ts";
import { withHome } from "../../open-home.ts";
import { foundCounts } from "./found-counts.ts";
import { takeFiles } from "./inbox.ts";
import type { JobContext, ScheduledJob, StepResult } from "./job.ts";

/**
 * Reads the inbox, so that nobody is reminded of what lies there, then reminds whom there is to remind today, by the clock: a
 * run made up for late reminds of what is due now.
 */
export const remindJob: ScheduledJob = [takeFiles, sendReminders];

async function sendReminders({ setting, effects, startedAt: since }: JobContext): Promise<StepResult> {
  const { shared, mail } = setting;
  const reminded = await withHome(setting, (open) => remind(open, { shared, mail, isDryRun: false, since }, effects));
  const { day, isWorkingDay, reminders, earlier, unread } = reminded;
  if (!isWorkingDay) return { counts: {}, note: `${day} 不是工作日，不催办`, hasErrors: false };
  const gone = reminders.filter(({ state }) => state === "sent");
  const sent = gone.filter(({ recipient }) => !earlier.includes(recipient));
  const unsent = reminders.filter(({ state }) => state !== "sent");
  const all = { reminded: sent.length, unreminded: unsent.length };
  const counts = foundCounts(all);
  const note = [
    sent.map(wordsOf).join("、"),
    gone.length === sent.length ? "" : `今天已催过 ${gone.length - sent.length} 处，不再催`,
    unsent.length === 0 ? "" : `没有催到：${unsent.map(wordsOf).join("、")}`,
    unread.length === 0 ? "" : `${UNREAD_WORDS}：${unread.join("、")}`,
  ];
  return { counts, note: note.filter(Boolean).join("；") || null, hasErrors: unsent.length > 0 };
}

/** Who, and why: 市财政局（逾期） */
function wordsOf(reminder: RecordedReminder): string {
  const { name, stage, state, code } = reminder;
  const answer = state === "sent" || code === null ? "" : `，${answerWords(reminder)}`;
  return `${name}（${REMINDER_STAGE_WORDS[stage]}${answer}）`;
}
