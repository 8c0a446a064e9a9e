import { isDay } from "./day.ts";
import type { BackupRules } from "./schedule.ts";
import { compareText } from "./text-order.ts";

const NAME = /^jindu-(\d{4}-\d\d-\d\d)\.tar$/;
const HALF_WRITTEN = /^jindu-\d{4}-\d\d-\d\d\.tar\.\d+\.(?:sqlite\.)?partial(?:-journal)?$/;

/** Name of the backup of a day, "2023-07-20". */
export function dayBackupName(day: string): string {
  return `jindu-${day}.tar`;
}

/** Tells whether a name is of what a killed process left of a day's backup. */
export function isHalfWritten(name: string): boolean {
  return HALF_WRITTEN.test(name);
}

/**
 * Of the names in a folder, the backups that are no longer kept, oldest first; never `written`, never a name that is not ours.
 *
 * @param written name of the one just written, whatever its day: after the clock was wrong there may be later ones
 */
export function surplusBackups(
  names: readonly string[],
  { daily, monthly }: BackupRules,
  written: string,
): readonly string[] {
  const ours = names.filter((name) => isDay(NAME.exec(name)?.[1] ?? "")).sort(compareText);
  const lastOfMonths = [...new Map(ours.map((name) => [monthOf(name), name])).values()];
  const kept = new Set([written, ...latest(ours, daily), ...latest(lastOfMonths, monthly)]);
  return ours.filter((name) => !kept.has(name));
}

function latest(names: readonly string[], count: number): readonly string[] {
  return names.slice(Math.max(0, names.length - count));
}

function monthOf(name: string): string {
  return name.slice("jindu-".length, "jindu-2023-07".length);
}
