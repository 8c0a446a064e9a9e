import { z } from "zod";
import type { ReportingCalendar } from "../model/reporting-calendar.ts";
import { code } from "./csv-rows.ts";
import { parseYaml } from "./yaml-document.ts";

const LAST_DAY = 28; // that every month has

const whole = (low: number, high: number) =>
  z
    .string()
    .regex(/^\d{1,3}$/, `应是 ${low} 到 ${high} 的整数`)
    .transform(Number)
    .refine((value) => value >= low && value <= high, `应是 ${low} 到 ${high} 的整数`);

const calendarOf = (bureaus: ReadonlySet<string>) =>
  z
    .strictObject({
      illustrative: z.enum(["true", "false"]).transform((field) => field === "true"),
      due: z.strictObject({
        day: whole(1, LAST_DAY),
        bureaus: z
          .record(code, whole(1, LAST_DAY))
          .superRefine((days, context) => {
            for (const name of Object.keys(days).filter((one) => !bureaus.has(one)))
              context.addIssue({ code: "custom", path: [name], message: "bureaus.csv 里没有这个部门代码" });
          })
          .default({}),
      }),
      remind: z
        .strictObject({ before: whole(1, 10), escalate: whole(1, 20), stop: whole(2, 40) })
        .refine(({ escalate, stop }) => stop > escalate, { path: ["stop"], message: "应比 escalate 大" }),
    })
    .transform(({ illustrative, due, remind }): ReportingCalendar => {
      const { before: remindBefore, escalate: escalateAfter, stop: stopAfter } = remind;
      return {
        isIllustrative: illustrative,
        dueDay: due.day,
        bureauDays: due.bureaus,
        remindBefore,
        escalateAfter,
        stopAfter,
      };
    });

/**
 * Reads seeds/calendar.yaml: on which day of the month after sheets are due, and when reminders go out.
 *
 * @param file its path from the project's root, for messages
 * @param bureaus codes of the bureaus that there are
 * @throws PipelineError SEED_INVALID naming the line of every wrong value
 */
export function parseReportingCalendar(yaml: string, file: string, bureaus: ReadonlySet<string>): ReportingCalendar {
  return parseYaml(yaml, file, calendarOf(bureaus));
}
