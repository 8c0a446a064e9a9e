import { z } from "zod";
import { isDay } from "../model/day.ts";
import { DAY_RULES, type ScheduleRules } from "../model/schedule.ts";
import { isJobName, JOB_NAMES } from "../model/scheduled-job.ts";
import { parseYaml } from "./yaml-document.ts";

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;

const count = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,6}$/, `应是 ${least} 到 ${most} 的整数`)
    .transform(Number)
    .refine((value) => value >= least && value <= most, `应是 ${least} 到 ${most} 的整数`);

const day = z.string().refine(isDay, "应写成 2027-02-08 这样的日期");

/**
 * Reads seeds/schedule.yaml.
 *
 * @param file its path from the project's root, for messages
 * @param isCronLine tells whether a text is a cron line of five fields
 * @throws PipelineError SEED_INVALID naming the line of every wrong value
 */
export function parseSchedule(yaml: string, file: string, isCronLine: (text: string) => boolean): ScheduleRules {
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
      }),
      backups: z.strictObject({ daily: count(1, 1000), monthly: count(0, 1000) }),
      days: z.strictObject({ off: z.array(day), on: z.array(day) }),
    })
    .transform(({ jobs, ...rest }): ScheduleRules => {
      const timings = JOB_NAMES.flatMap((job) => (jobs[job] ? [{ job, ...jobs[job] }] : []));
      return { ...rest, jobs: timings };
    });
  return parseYaml(yaml, file, rules);
}
