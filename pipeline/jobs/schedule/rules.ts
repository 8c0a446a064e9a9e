import { join } from "node:path";
import { isCronLine } from "../../calendar/due-times.ts";
import { endlessBreak } from "../../calendar/working-days.ts";
import type { ScheduleRules } from "../../model/schedule.ts";
import { readTextFile } from "../../read/text-file.ts";
import { parseSchedule } from "../../reference/schedule.ts";

const FILE = "seeds/schedule.yaml";

/** What seeds/schedule.yaml says. @throws PipelineError SEED_INVALID, FILE_NOT_FOUND */
export function loadSchedule(root: string): ScheduleRules {
  return parseSchedule(readTextFile(join(root, FILE)), FILE, { isCronLine, endlessBreak });
}
