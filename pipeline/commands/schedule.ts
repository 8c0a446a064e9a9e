import type { Config } from "../config.ts";
import type { TimedEffects } from "../jobs/effects.ts";
import { keepSchedule } from "../jobs/schedule/keep-schedule.ts";
import { everyMinute } from "../schedule.ts";
import { nextRunLines } from "./jobs-words.ts";

/** Runs jobs when they fall due until the process is asked to end, then waits for the job in hand; exit code 0. */
export async function schedule(config: Config, effects: TimedEffects, write: (text: string) => void): Promise<number> {
  await keepSchedule(config, effects, everyMinute, (jobs) => {
    write(["定时工作开始运行。按 Ctrl+C 停止，手上的工作会做完。", ...nextRunLines(jobs)].join("\n"));
  });
  write("定时工作已停止。");
  return 0;
}
