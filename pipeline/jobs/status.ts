import { PipelineError, withHint } from "../errors.ts";
import { roomOnDisk } from "../store/disk-room.ts";
import { readStatus, type StoreStatus } from "../store/status.ts";
import { findHome } from "./home.ts";
import { misnamedWarnings } from "./inbox/misnamed.ts";
import type { HomeSetting } from "./open-home.ts";
import { calendarWarnings } from "./schedule/calendar-warnings.ts";
import { loadSchedule } from "./schedule/rules.ts";
import { doubtOfClock } from "./schedule/sound-clock.ts";

const MEGABYTE = 1024 * 1024;
const LITTLE_ROOM_BYTES = 100 * MEGABYTE;

/** What a home holds; `store` is null while nothing has been read into it. */
export interface HomeStatus {
  readonly home: string;
  readonly store: StoreStatus | null;
  readonly warnings: readonly string[]; // Chinese: what keeps the schedule from being right or a file from being read, and what to do
}

/** Looks into a home without changing anything. @throws PipelineError STORE_BUSY, STORE_FAILED */
export function readHomeStatus({ home, root }: Pick<HomeSetting, "home" | "root">, now: string): HomeStatus {
  const paths = findHome(home);
  const store = readStatus(paths.database);
  const doubt = doubtOfClock(now, store?.lastLook ?? null);
  const clock = doubt ? [withHint(doubt)] : [];
  const warnings = [
    ...[...clock, ...diskWarnings(roomOnDisk(home))],
    ...[...scheduleWarnings(root, now), ...misnamedWarnings(paths)],
  ];
  return { home, store, warnings };
}

/** @param room in bytes; null where it is not known */
export function diskWarnings(room: number | null): readonly string[] {
  if (room === null || room >= LITTLE_ROOM_BYTES) return [];
  return [`磁盘只剩 ${Math.floor(room / MEGABYTE)} MB。请清理：放不下的时候，定时工作停下来等，有地方了自己接着做`];
}

/** A schedule that cannot be read is told of too: it keeps nobody from seeing the rest. */
function scheduleWarnings(root: string, now: string): readonly string[] {
  try {
    return calendarWarnings(now, loadSchedule(root).days);
  } catch (error) {
    if (error instanceof PipelineError) return [withHint(error)];
    throw error;
  }
}
