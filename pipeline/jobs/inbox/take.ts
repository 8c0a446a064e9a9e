import { existsSync, lstatSync, mkdirSync, renameSync, rmdirSync } from "node:fs";
import { basename, dirname, join, relative, sep } from "node:path";
import { pathKey, pathOnDisk, readableName, shownPath } from "../../model/file-name.ts";
import type { InboxRules } from "../../model/schedule.ts";
import { type InboxEntry, isOpenElsewhere, listInboxEntries, stampOf } from "../../read/inbox-folder.ts";
import { isCutShort } from "../../read/wholeness.ts";
import { lookAgain } from "../../store/sightings.ts";
import type { OpenHome } from "../open-home.ts";
import { OWN_FOLDERS } from "./folders.ts";
import { MISNAMED_FILE } from "./misnamed.ts";

/** A file that is not taken yet. */
export interface WaitingFile {
  readonly file: string; // path from the inbox, with slashes, as far as it can be shown
  readonly reason: "unsettled" | "cut-short" | "in-use" | "elsewhere" | "misnamed";
}

/** Why a file is left for the next look. */
export const WAITING_WORDS: Readonly<Record<WaitingFile["reason"], string>> = {
  unsettled: "刚放进来或还在变化，等它放好",
  "cut-short": "没有传完，等它传完",
  "in-use": "正被其他程序使用，等它用完",
  misnamed: MISNAMED_FILE,
  elsewhere: "在另一块磁盘上，移不过来，请直接放进本部门的文件夹",
};

/** A folder that people put files into. */
export interface WatchedFolder {
  readonly path: string;
  readonly name: string; // its path from the inbox, with slashes
  readonly note?: string; // name of a file at its top that is ours
}

/**
 * Takes out of a folder what has settled, by moving it where nobody else writes.
 *
 * A file has settled when it looks as it did `settleMs` ago by this program's own clock: times of files are those of
 * other machines. One that is plainly cut short waits for `patienceMs`, and is taken then, to be refused; so long waits one
 * beside which an office program says that it is open. A name in GB18030 becomes UTF-8; what is neither stays.
 *
 * @returns what is not taken yet, by path
 */
export async function takeSettled(
  { store, home }: OpenHome,
  { path, name, note }: WatchedFolder,
  { settleMs, patienceMs }: InboxRules,
  now: string,
): Promise<readonly WaitingFile[]> {
  const entries = listInboxEntries(path, [...Object.values(OWN_FOLDERS), ...(note === undefined ? [] : [note])]);
  const placeOf = (entry: InboxEntry) => relative(home.inbox, entry.path).split(sep).join("/");
  const keyOf = (entry: InboxEntry) => pathKey(placeOf(entry));
  const seen = entries.map((entry) => ({ place: keyOf(entry), stamp: entry.stamp }));
  const since = await lookAgain(store, name, seen, now);
  return entries.flatMap((entry): readonly WaitingFile[] => {
    const file = shownPath(placeOf(entry));
    const restingMs = Date.parse(now) - Date.parse(since.get(keyOf(entry)) ?? now);
    if (restingMs < settleMs) return [{ file, reason: "unsettled" }];
    const called = readableName(basename(entry.path));
    if (called === undefined) return [{ file, reason: "misnamed" }];
    try {
      const isPatient = entry.isFile && restingMs < patienceMs;
      if (isPatient && isOpenElsewhere(entry.path)) return [{ file, reason: "in-use" }];
      if (isPatient && isCutShort(entry.path)) return [{ file, reason: "cut-short" }];
      return take(entry, called, join(path, OWN_FOLDERS.taken)) ? [] : [{ file, reason: "unsettled" }];
    } catch (error) {
      const reason = reasonOf(error);
      if (reason === undefined) throw error;
      return [{ file, reason }];
    }
  });
}

/** What has been taken out of a folder and not moved on yet. */
export function listTaken({ path }: WatchedFolder): readonly InboxEntry[] {
  const taken = join(path, OWN_FOLDERS.taken);
  return lstatSync(taken, { throwIfNoEntry: false })?.isDirectory() ? listInboxEntries(taken, []) : [];
}

/** Clears away the folder that a file was taken into because another of its name was there, once it has moved on. */
export function leaveTaken({ path }: WatchedFolder, file: string): void {
  const folder = dirname(file);
  if (folder === join(path, OWN_FOLDERS.taken)) return;
  try {
    rmdirSync(pathOnDisk(folder));
  } catch (error) {
    if (!["ENOTEMPTY", "EEXIST", "ENOENT"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
  }
}

/** Puts it back where it turns out to be written to still: then it has been a file that looks another way. */
function take({ path, stamp }: InboxEntry, called: string, taken: string): boolean {
  mkdirSync(taken, { recursive: true });
  const place = freePlace(taken, called);
  renameSync(pathOnDisk(path), place);
  if (stampOf(place) === stamp || existsSync(pathOnDisk(path))) return true;
  renameSync(place, pathOnDisk(path));
  return false;
}

/** Under the name it is called by, which may say the month; where that is taken, in a folder beside. */
function freePlace(folder: string, name: string): string {
  for (let number = 1; ; number += 1) {
    const place = number === 1 ? folder : join(folder, String(number));
    if (stampOf(join(place, name)) !== undefined) continue;
    if (number > 1) mkdirSync(place, { recursive: true });
    return join(place, name);
  }
}

/** Windows lets nobody move what is open elsewhere; gone or unreadable by now is no reason to stop either. */
function reasonOf(error: unknown): WaitingFile["reason"] | undefined {
  const code = (error as NodeJS.ErrnoException).code ?? "";
  if (code === "EXDEV") return "elsewhere";
  return ["EBUSY", "EPERM", "EACCES", "ENOENT"].includes(code) ? "in-use" : undefined;
}
