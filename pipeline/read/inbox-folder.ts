import { type Dirent, lstatSync, readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { isLeftBySystem } from "./files.ts";

const DEEPEST = 8; // folders within folders
const UNFINISHED = /\.(?:tmp|temp|part|partial|crdownload|download|filepart|!ut|swp)$/i;
const LOCKED = /^\.?~|^\$/; // ~$月报.xlsx of Excel, .~月报.et of WPS, .~lock.月报.ods# of LibreOffice

/** What lies in a bureau's folder, as it looks now. */
export interface InboxEntry {
  readonly path: string;
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
  const stat = lstatSync(path, { throwIfNoEntry: false });
  return stat && `${stat.size}-${stat.mtimeMs}-${stat.ino}`;
}

/** Tells whether an office program says, by a file of its own beside it, that it has a file open. A crash leaves such files. */
export function isOpenElsewhere(path: string): boolean {
  const name = basename(path);
  const owners = [`~$${name}`, `~$${name.slice(2)}`, `.~${name}`, `.~lock.${name}#`]; // Excel, Word, WPS, LibreOffice
  const beside = new Set(readdirSync(dirname(path)));
  return owners.some((owner) => beside.has(owner));
}

function entriesBelow(folder: string, leave: readonly string[], depth: number): readonly InboxEntry[] {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    if (leave.includes(entry.name) || isPassedOver(entry)) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return depth > 0 ? entriesBelow(path, [], depth - 1) : [];
    const stamp = stampOf(path);
    return stamp === undefined ? [] : [{ path, isFile: entry.isFile(), stamp }];
  });
}

function isPassedOver({ name }: Dirent): boolean {
  return isLeftBySystem(name) || LOCKED.test(name) || UNFINISHED.test(name);
}
