import { z } from "zod";
import { nearestName } from "../model/nearest-name.ts";
import type { ReminderTemplate } from "../model/reporting-calendar.ts";
import { parseYaml } from "./yaml-document.ts";

const LETTER = ["office", "issuer", "count"];

const words = (slots: readonly string[]) =>
  z
    .string()
    .trim()
    .min(1, "不能留空")
    .superRefine((text, context) => {
      for (const [, name = ""] of text.matchAll(/\{([^{}]*)\}/g)) {
        if (!slots.includes(name))
          context.addIssue(`没有 {${name}} 这个名称，最接近的是 {${nearestName(name, slots)}}`);
      }
      const standing = text.replace(/\{[^{}]*\}/g, "");
      if (/[{}]/.test(standing)) context.addIssue("花括号不成对");
      if (/[\n\r]/.test(standing)) context.addIssue("要写在一行里");
      if (/\p{Nd}/u.test(standing)) context.addIssue("文字里不要写数，数由程序填入");
    });

const template = z.strictObject({
  subject: words(LETTER),
  opening: z.strictObject({
    before: words(LETTER),
    due: words(LETTER),
    overdue: words(LETTER),
    escalated: words(LETTER),
  }),
  item: words(["office", "month", "sheet", "due", "late"]),
  late: words(["days"]),
  returned: words(["name", "address", "day", "reason"]),
  returnedSubject: words(LETTER),
  closing: words(LETTER),
});

/**
 * Reads templates/reminder.yaml.
 *
 * @param file its path from the project's root, for messages
 * @throws PipelineError TEMPLATE_INVALID naming the line of everything wrong, and the nearest valid name of a slot
 */
export function parseReminderTemplate(text: string, file: string): ReminderTemplate {
  return parseYaml(text, file, template, "TEMPLATE_INVALID");
}
