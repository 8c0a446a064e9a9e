import { mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { PipelineError } from "../../../errors.ts";
import { dayBackupName, isHalfWritten, surplusBackups } from "../../../model/day-backup.ts";
import { FOUND_MISSING } from "../../../model/run-outcome.ts";
import { backUp } from "../../backup/backup.ts";
import { explainHomeError } from "../../home.ts";
import type { JobContext, ScheduledJob, StepResult } from "./job.ts";

const MOST_NAMED = 5;

/**
 * Backs the home up into the file of the day, then removes the backups that are no longer kept.
 *
 * Where something is missing in the home, the older ones may have it still: none is removed then.
 */
export const backupJob: ScheduledJob = [keepBackup];

async function keepBackup({ setting: { home, backups }, rules, day }: JobContext): Promise<StepResult> {
  const name = dayBackupName(day);
  try {
    makeFolder(backups);
    remove(backups, readdirSync(backups).filter(isHalfWritten));
    const { files, missing } = backUp(home, join(backups, name), { mayReplace: true });
    if (missing.length > 0) {
      const counts = { stored: files, [FOUND_MISSING]: missing.length };
      return { counts, note: `${name}，${missingWords(missing)}；旧备份一个没有删`, hasErrors: true };
    }
    const surplus = surplusBackups(readdirSync(backups), rules.backups, name);
    remove(backups, surplus);
    const counts = surplus.length === 0 ? { stored: files } : { stored: files, removed: surplus.length };
    return { counts, note: name, hasErrors: false };
  } catch (error) {
    throw asFailure(explainHomeError(error, backups));
  }
}

/** A full disk is not waited for: it may be another than the home's, which has room for all the rest; the next night makes one. */
function asFailure(error: unknown): unknown {
  if (!(error instanceof PipelineError && error.code === "STORE_FAILED" && error.mayPass)) return error;
  const { code, message, location, hint } = error;
  return new PipelineError(code, message, { location, ...(hint === undefined ? {} : { hint }), cause: error });
}

/** One level only: a disk that is not there is not stood in for by a folder of its name. */
function makeFolder(folder: string): void {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) mkdirSync(folder);
}

function remove(folder: string, names: readonly string[]): void {
  for (const name of names) rmSync(join(folder, name), { force: true });
}

function missingWords(missing: readonly string[]): string {
  const more = missing.length > MOST_NAMED ? " 等" : "";
  return `数据库里有登记、文件夹里没有的：${missing.slice(0, MOST_NAMED).join("、")}${more}`;
}
