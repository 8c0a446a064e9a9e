import type { Channel, DeliveryState } from "./delivery.ts";
import type { Period } from "./period.ts";

/** When bureaus' sheets are due, and when they are reminded of them. */
export interface ReportingCalendar {
  readonly dueDay: number; // of the month after; moved to the next working day
  readonly bureauDays: Readonly<Record<string, number>>; // of bureaus with a day of their own, by code
  readonly remindBefore: number; // working days before the due day
  readonly escalateAfter: number; // working days after it
  readonly stopAfter: number; // working days after it; from then on nobody is reminded any more
  readonly isIllustrative: boolean; // the days are nobody's rule
}

/** Where a bureau stands with a month's sheets on a day: long before, soon due, due today, late, late for long, given up. */
export type DueStage = "early" | "before" | "due" | "overdue" | "escalated" | "over";

/** Stages in which somebody is reminded. */
export type ReminderStage = Exclude<DueStage, "early" | "over">;

/** How people say why somebody is reminded. */
export const REMINDER_STAGE_WORDS: Readonly<Record<ReminderStage, string>> = {
  before: "即将到期",
  due: "今天到期",
  overdue: "逾期",
  escalated: "逾期已久",
};

/** Whose reminders go out by mail instead of into a folder. */
export interface Contact {
  readonly bureau: string; // code; "compiler"
  readonly name: string;
  readonly address: string; // in small letters
}

/** A sheet that a bureau is reminded of. */
export interface AwaitedSheet {
  readonly period: Period;
  readonly bureau: string; // code
  readonly office: string; // its short name
  readonly sheet: string; // title, or names of indicators that no known sheet brings
  readonly due: string; // day
  readonly stage: ReminderStage;
  readonly daysLate: number; // working days
}

/** What one bureau, or the compiler, is told on one day. */
export interface Reminder {
  readonly day: string; // "2023-07-12", a working day
  readonly recipient: string; // code of a bureau; "compiler"
  readonly stage: ReminderStage; // the gravest of its sheets'
  readonly periods: readonly Period[]; // of its sheets, each once
  readonly channel: Channel;
  readonly address: string; // a folder's name, or a mail address
  readonly name: string;
  readonly subject: string;
  readonly body: string;
}

/** A reminder as it is recorded: never a second one to the same recipient on a day. */
export interface RecordedReminder extends Reminder {
  readonly messageId: string | null; // null for a folder
  readonly state: DeliveryState;
  readonly reservedAt: string; // ISO 8601, UTC
  readonly code: string | null;
  readonly reply: string | null;
}

/** How reminders are worded; slots in braces. */
export interface ReminderTemplate {
  readonly subject: string;
  readonly opening: Readonly<Record<ReminderStage, string>>;
  readonly item: string;
  readonly late: string; // goes into {late} where a sheet is late
  readonly returned: string; // for the compiler: that a reminder by mail has come back
  readonly returnedSubject: string; // of a reminder to the compiler that tells of nothing else
  readonly closing: string;
}

/** A reminder by mail that came back, for the compiler. */
export interface ReturnedReminder {
  readonly name: string;
  readonly address: string;
  readonly day: string;
  readonly reason: string; // the other server's words
}

/** Whom the compiler's reminders are recorded for, beside the codes of bureaus. */
export const COMPILER = "compiler";

/** The folder in the shared folder that reminders are put into; nobody else's. */
export const REMINDERS_FOLDER = "催办";
