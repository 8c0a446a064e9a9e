import { z } from "zod";
import { isDay } from "../model/day.ts";
import { DAY_RULES, type DayNotices, type ScheduleRules } from "../model/schedule.ts";
import { isJobName, JOB_NAMES, SCHEDULED_JOBS } from "../model/scheduled-job.ts";
import { parseYaml } from "./yaml-document.ts";

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;

const count = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,6}$/, `应是 ${least} 到 ${most} 的整数`)
    .transform(Number)
    .refine((value) => value >= least && value <= most, `应是 ${least} 到 ${most} 的整数`);

/** What the calendar knows of lines and days. */
export interface CalendarRules {
  readonly isCronLine: (text: string) => boolean; // of five fields, and comes due
  readonly endlessBreak: (days: DayNotices) => string | null; // the first day off after which nothing can be put off
}

const LAST_DAY = 28; // that every month has

const day = z.string().refine(isDay, "应写成 2027-02-08 这样的日期");

/**
 * Reads seeds/schedule.yaml.
 *
 * @param file its path from the project's root, for messages
 * @throws PipelineError SEED_INVALID naming the line of every wrong value
 */
export function parseSchedule(yaml: string, file: string, { isCronLine, endlessBreak }: CalendarRules): ScheduleRules {
  const timing = z.strictObject({
    cron: z.string().refine(isCronLine, '应是五项的 cron，例如 "0 10 20 * *"（每月20日10:00）'),
    days: z.enum(DAY_RULES),
    catchUp: count(1, 100),
  });
  const rules = z
    .strictObject({
      inbox: z
        .strictObject({ settleSeconds: count(1, 3600), patienceMinutes: count(1, 10_080) })
        .transform(({ settleSeconds, patienceMinutes }) => {
          return { settleMs: settleSeconds * SECOND_MS, patienceMs: patienceMinutes * MINUTE_MS };
        }),
      jobs: z.record(z.string(), timing).superRefine((jobs, context) => {
        for (const name of Object.keys(jobs).filter((one) => !isJobName(one)))
          context.addIssue({ code: "custom", path: [name], message: `没有这项工作，可以写：${JOB_NAMES.join("、")}` });
        for (const [name, { cron }] of Object.entries(jobs)) {
          const skipping = isJobName(name) && SCHEDULED_JOBS[name].span !== "time" ? lateDay(cron) : undefined;
          if (skipping === undefined) continue;
          const message = `不是每个月都有 ${skipping} 日，会漏掉几期，请写 1 到 ${LAST_DAY} 日，或 L（最后一天）`;
          context.addIssue({ code: "custom", path: [name, "cron"], message });
        }
      }),
      backups: z.strictObject({ daily: count(1, 1000), monthly: count(0, 1000) }),
      days: z.strictObject({ off: z.array(day), on: z.array(day) }).superRefine((days, context) => {
        const endless = endlessBreak(days);
        if (endless !== null)
          refuse(context, days.off, endless, "前后 15 天里没有一个上班日，工作顺延不到哪天，请核对");
        for (const both of days.off.filter((one) => days.on.includes(one)))
          refuse(context, days.off, both, "既写在 off 又写在 on");
      }),
    })
    .transform(({ jobs, ...rest }): ScheduleRules => {
      const timings = JOB_NAMES.flatMap((job) => (jobs[job] ? [{ job, ...jobs[job] }] : []));
      return { ...rest, jobs: timings };
    });
  return parseYaml(yaml, file, rules);
}

/** A day of the line's that not every month has. */
function lateDay(cron: string): number | undefined {
  const [, , day = ""] = cron.trim().split(/\s+/);
  return (day.match(/\d+/g) ?? []).map(Number).find((one) => one > LAST_DAY);
}

function refuse(context: z.RefinementCtx, off: readonly string[], one: string, message: string): void {
  context.addIssue({ code: "custom", path: ["off", off.indexOf(one)], message: `${one} ${message}` });
}
