import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** The files of an edition by name. */
export type EditionFiles = ReadonlyMap<string, Uint8Array>;

/** One hash over the names and bytes of an edition's files: SHA-256, hex. */
export function hashFiles(files: EditionFiles): string {
  const hash = createHash("sha256");
  for (const [name, bytes] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    hash.update(`${name}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest("hex");
}

/**
 * Puts an edition's files into a folder of their own, which appears whole or not at all.
 *
 * A folder that is there with just these files stays untouched; anything else in its place, such as what an
 * interrupted run left behind, is replaced.
 */
export function writeEditionFolder(folder: string, files: EditionFiles): void {
  if (holdsExactly(folder, files)) return;
  const partial = join(dirname(folder), `.${basename(folder)}.partial`);
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true });
  for (const [name, bytes] of files) writeFileSync(join(partial, name), bytes);
  rmSync(folder, { recursive: true, force: true });
  renameSync(partial, folder);
}

/** Tells whether the folder holds these files, byte for byte, and nothing else. */
export function holdsExactly(folder: string, files: EditionFiles): boolean {
  if (!existsSync(folder)) return false;
  const names = readdirSync(folder);
  if (names.length !== files.size) return false;
  return [...files].every(([name, bytes]) => names.includes(name) && readFileSync(join(folder, name)).equals(bytes));
}
