import { periodName } from "../model/period.ts";
import { printableText } from "../model/printable-text.ts";
import type { AwaitedSheet, Reminder, ReminderStage, ReminderTemplate } from "../model/reporting-calendar.ts";

const GRAVITY: readonly ReminderStage[] = ["before", "due", "overdue", "escalated"];

/** The gravest stage of some sheets; "before" of none. */
export function gravestStage(sheets: readonly AwaitedSheet[]): ReminderStage {
  return GRAVITY.filter((stage) => sheets.some((sheet) => sheet.stage === stage)).at(-1) ?? "before";
}

/** The words of one reminder: its sheets under what is said of their stage, the gravest first. */
export function renderReminder(
  { subject, opening, item, late, closing }: ReminderTemplate,
  sheets: readonly AwaitedSheet[],
  { office, issuer }: { readonly office: string; readonly issuer: string },
): Pick<Reminder, "subject" | "body"> {
  const values = { office, issuer, count: String(sheets.length) };
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
    fill(closing, values),
  ];
  return { subject: fill(subject, values), body: lines.map((line) => `${line}\n`).join("") };
}

function fill(words: string, values: Readonly<Record<string, string>>): string {
  return printableText(words.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? "")).replace(/\s*\n\s*/g, " ");
}
