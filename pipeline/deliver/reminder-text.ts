import { periodName } from "../model/period.ts";
import { printableText } from "../model/printable-text.ts";
import type {
  AwaitedSheet,
  Reminder,
  ReminderStage,
  ReminderTemplate,
  ReturnedReminder,
} from "../model/reporting-calendar.ts";

const GRAVITY: readonly ReminderStage[] = ["before", "due", "overdue", "escalated"];

/** The gravest stage of some sheets; "before" of none. */
export function gravestStage(sheets: readonly AwaitedSheet[]): ReminderStage {
  return GRAVITY.filter((stage) => sheets.some((sheet) => sheet.stage === stage)).at(-1) ?? "before";
}

/** Who is reminded by whom, and which reminders to others came back; none but for the compiler. */
interface ReminderContext {
  readonly office: string;
  readonly issuer: string;
  readonly returned: readonly ReturnedReminder[];
}

/** The words of one reminder: its sheets under what is said of their stage, the gravest first; then what came back. */
export function renderReminder(
  { subject, opening, item, late, returned: cameBack, returnedSubject, closing }: ReminderTemplate,
  sheets: readonly AwaitedSheet[],
  { office, issuer, returned }: ReminderContext,
): Pick<Reminder, "subject" | "body"> {
  const values = { office, issuer, count: String(sheets.length || returned.length) };
  const stages = [...GRAVITY].reverse().filter((stage) => sheets.some((sheet) => sheet.stage === stage));
  const lines = [
    ...stages.flatMap((stage) => [
      fill(opening[stage], values),
      ...sheets
        .filter((sheet) => sheet.stage === stage)
        .map(({ office: own, period, sheet, due, daysLate }) =>
          fill(item, {
            ...{ office: own, month: periodName(period, "month"), sheet, due },
            late: daysLate > 0 ? fill(late, { days: String(daysLate) }) : "",
          }),
        ),
      "",
    ]),
    ...returned.map((one) => fill(cameBack, { ...one })),
    ...(returned.length > 0 ? [""] : []),
    fill(closing, values),
  ];
  return {
    subject: fill(sheets.length > 0 ? subject : returnedSubject, values),
    body: lines.map((line) => `${line}\n`).join(""),
  };
}

function fill(words: string, values: Readonly<Record<string, string>>): string {
  return printableText(words.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? "")).replace(/\s*\n\s*/g, " ");
}
