import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** The files of an edition by name. */
export type EditionFiles = ReadonlyMap<string, Uint8Array>;

const PARTIAL = /^\..+\.(\d+)\.partial$/;

/** One hash over the names and bytes of an edition's files: SHA-256, hex. */
export function hashFiles(files: EditionFiles): string {
  const hash = createHash("sha256");
  for (const [name, bytes] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    hash.update(`${name}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest("hex");
}

/**
 * Writes an edition's files beside the folder that is to hold them, so that a full disk is found out before anything
 * is promised. What killed processes left behind is cleared away.
 *
 * @returns the path to hand to `settleEditionFolder`
 */
export function stageEditionFolder(folder: string, files: EditionFiles): string {
  const staged = stageFolder(folder);
  for (const [name, bytes] of files) writeFileSync(join(staged, name), bytes);
  return staged;
}

/** Makes an empty folder beside the one that is to be, and clears away what killed processes left there. */
export function stageFolder(folder: string): string {
  const parent = dirname(folder);
  mkdirSync(parent, { recursive: true });
  dropAbandonedFolders(parent);
  const staged = join(parent, `.${basename(folder)}.${process.pid}.partial`);
  mkdirSync(staged);
  return staged;
}

/** Clears away what killed processes have staged in a folder. */
export function dropAbandonedFolders(parent: string): void {
  for (const name of existsSync(parent) ? readdirSync(parent) : []) {
    if (isAbandoned(name)) rmSync(join(parent, name), { recursive: true, force: true });
  }
}

/** Puts a staged folder in its place, whole, over anything that stands there. */
export function settleEditionFolder(staged: string, folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  renameSync(staged, folder);
}

/**
 * Moves what stands in the place of an edition's folder aside, beside it: a person may have added or changed a file.
 *
 * @returns where it is now; null where nothing stands there
 */
export function putAside(folder: string): string | null {
  if (!existsSync(folder)) return null;
  for (let count = 1; ; count += 1) {
    const aside = `${folder}-改动过${count === 1 ? "" : `-${count}`}`;
    if (existsSync(aside)) continue;
    renameSync(folder, aside);
    return aside;
  }
}

/** Drops a staged folder that is not wanted after all. */
export function dropStagedFolder(staged: string): void {
  rmSync(staged, { recursive: true, force: true });
}

/** Staged by this process before, or by one that is no longer there. */
function isAbandoned(name: string): boolean {
  const pid = Number(PARTIAL.exec(name)?.[1] ?? 0);
  if (pid === 0) return false;
  if (pid === process.pid) return true;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
}
