import type { Config } from "../config.ts";
import { type Reminded, remind as remindAll, UNREAD_WORDS } from "../jobs/deliver/remind.ts";
import type { TimedEffects } from "../jobs/effects.ts";
import { withHome } from "../jobs/open-home.ts";
import { takeArrived } from "../jobs/run.ts";
import { calendarWarnings } from "../jobs/schedule/calendar-warnings.ts";
import { requireSoundClock } from "../jobs/schedule/require-sound-clock.ts";
import { loadSchedule } from "../jobs/schedule/rules.ts";
import { answerInFull } from "../model/delivery-answer.ts";
import { DELIVERY_STATE_WORDS } from "../model/delivery-words.ts";
import { printableJson, printableText } from "../model/printable-text.ts";
import { REMINDER_STAGE_WORDS, type RecordedReminder } from "../model/reporting-calendar.ts";

interface RemindOptions {
  readonly "dry-run"?: boolean;
  readonly json?: boolean;
}

/**
 * Reads the inbox, reminds who is to be reminded today and prints whom; a dry run leaves the inbox as it is. Exit code 1 where
 * a reminder has not gone out.
 *
 * @throws PipelineError CLOCK_DOUBTFUL before anything goes out, and whatever reading and reminding bring
 */
export async function remind(
  options: RemindOptions,
  config: Config,
  effects: TimedEffects,
  write: (text: string) => void,
): Promise<number> {
  const { shared, mail } = config;
  const setting = { shared, mail, isDryRun: options["dry-run"] ?? false };
  const schedule = loadSchedule(config.root);
  for (const warning of calendarWarnings(effects.now(), schedule.days)) effects.logger.warn(warning);
  const reminded = await withHome(config, async (open) => {
    if (!setting.isDryRun) {
      await requireSoundClock(open.store, effects.now());
      await takeArrived(open, schedule.inbox, effects);
    }
    return remindAll(open, setting, effects);
  });
  write(options.json ? printableJson(reminded) : describe(reminded));
  return reminded.ok ? 0 : 1;
}

function describe({ day, isWorkingDay, isDryRun, obstacle, unread, reminders, earlier }: Reminded): string {
  if (!isWorkingDay) return `${day} 不是工作日，不催办。`;
  const parts = [
    `催办 ${reminders.length - earlier.length} 处`,
    ...(earlier.length === 0 ? [] : [`今天已催过 ${earlier.length} 处`]),
    ...(isDryRun ? ["只看不发"] : []),
  ];
  const head = reminders.length === 0 ? `${day} 没有要催的。` : `${day} ${parts.join("，")}：`;
  const trouble = [
    ...(unread.length === 0 ? [] : [`${UNREAD_WORDS}：${unread.join("、")}。`]),
    ...(obstacle === null ? [] : [`现在发不出：${obstacle}。`]),
  ];
  return [head, ...reminders.map((one) => describeReminder(one, earlier.includes(one.recipient))), ...trouble]
    .map(printableText)
    .join("\n");
}

function describeReminder(reminder: RecordedReminder, isEarlier: boolean): string {
  const { name, stage, subject, state, code } = reminder;
  const why = state === "sent" || code === null ? "" : `（${answerInFull(reminder)}）`;
  return `  ${name}：${REMINDER_STAGE_WORDS[stage]}，${subject}，${isEarlier ? "今天早些时候" : ""}${DELIVERY_STATE_WORDS[state]}${why}`.replaceAll(
    "\n",
    " ",
  );
}
