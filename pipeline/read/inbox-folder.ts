import { lstatSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { pathOnDisk, readableName } from "../model/file-name.ts";
import { isLeftBySystem } from "./files.ts";
import { listFolder } from "./folder-entries.ts";

const DEEPEST = 8; // folders within folders
const UNFINISHED = /\.(?:tmp|temp|part|partial|crdownload|download|filepart|!ut|swp)$/i;
const LOCKED = /^\.?~|^\$/; // ~$月报.xlsx of Excel, .~月报.et of WPS, .~lock.月报.ods# of LibreOffice

/** What lies in a bureau's folder, as it looks now. */
export interface InboxEntry {
  readonly path: string; // as `pathOfBytes` has it
  readonly isFile: boolean; // false for links, pipes, devices: nothing of these is ever opened
  readonly stamp: string; // changes whenever the file is written to, or another takes its place
}

/**
 * Names what people have put into a folder and below it; what an office or copying program is still at is passed over.
 *
 * Links are never followed. Empty folders are nothing.
 *
 * @param leave names of folders at the top that are ours
 */
export function listInboxEntries(folder: string, leave: readonly string[]): readonly InboxEntry[] {
  return entriesBelow(folder, leave, DEEPEST);
}

/** How a file looks: its size, its time and which one it is. Undefined where there is none. */
export function stampOf(path: string): string | undefined {
  const stat = lstatSync(pathOnDisk(path), { throwIfNoEntry: false });
  return stat && `${stat.size}-${stat.mtimeMs}-${stat.ino}`;
}

/** Tells whether an office program says, by a file of its own beside it, that it has a file open. A crash leaves such files. */
export function isOpenElsewhere(path: string): boolean {
  const name = readable(basename(path));
  const owners = [`~$${name}`, `~$${name.slice(2)}`, `.~${name}`, `.~lock.${name}#`]; // Excel, Word, WPS, LibreOffice
  const beside = new Set(listFolder(dirname(path)).map((entry) => readable(entry.name)));
  return owners.some((owner) => beside.has(owner));
}

function entriesBelow(folder: string, leave: readonly string[], depth: number): readonly InboxEntry[] {
  const entries = [...listFolder(folder)].sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap(({ name, isFile, isFolder }) => {
    if (leave.includes(name) || isPassedOver(name)) return [];
    const path = join(folder, name);
    if (isFolder) return depth > 0 ? entriesBelow(path, [], depth - 1) : [];
    const stamp = stampOf(path);
    return stamp === undefined ? [] : [{ path, isFile, stamp }];
  });
}

function readable(name: string): string {
  return readableName(name) ?? name;
}

function isPassedOver(name: string): boolean {
  return isLeftBySystem(name) || LOCKED.test(name) || UNFINISHED.test(name);
}
