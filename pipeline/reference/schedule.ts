import { z } from "zod";
import type { ScheduleRules } from "../model/schedule.ts";
import { parseYaml } from "./yaml-document.ts";

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;

const count = (most: number) =>
  z
    .string()
    .regex(/^\d{1,6}$/, `应是 1 到 ${most} 的整数`)
    .transform(Number)
    .refine((value) => value >= 1 && value <= most, `应是 1 到 ${most} 的整数`);

const rules = z.strictObject({
  inbox: z
    .strictObject({ settleSeconds: count(3600), patienceMinutes: count(10_080) })
    .transform(({ settleSeconds, patienceMinutes }) => {
      return { settleMs: settleSeconds * SECOND_MS, patienceMs: patienceMinutes * MINUTE_MS };
    }),
});

/**
 * Reads seeds/schedule.yaml.
 *
 * @param file its path from the project's root, for messages
 * @throws PipelineError SEED_INVALID naming the line of every wrong value
 */
export function parseSchedule(yaml: string, file: string): ScheduleRules {
  return parseYaml(yaml, file, rules);
}
