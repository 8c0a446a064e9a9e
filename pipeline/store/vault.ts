import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * Keeps a file's bytes as received, under their hash, and returns where.
 *
 * Safe to call again, and after a crash: the copy appears whole or not at all. The name comes from the hash alone,
 * never from the file, and the copy is read-only.
 *
 * @param vault folder; made where missing
 * @param sha256 hex, of `bytes`
 */
export function keepOriginal(vault: string, sha256: string, bytes: Uint8Array): string {
  const file = originalPath(vault, sha256);
  if (existsSync(file)) return file;
  mkdirSync(dirname(file), { recursive: true });
  const partial = `${file}.partial`;
  rmSync(partial, { force: true }); // what a killed process left is read-only, and may be half
  writeFileSync(partial, bytes, { mode: 0o444 });
  const descriptor = openSync(partial, "r");
  fsyncSync(descriptor);
  closeSync(descriptor);
  try {
    renameSync(partial, file);
  } catch (error) {
    if (!existsSync(file)) throw error; // else another process has just kept the same bytes
  }
  return file;
}

/** Where the vault keeps the bytes with this hash, or would. */
export function originalPath(vault: string, sha256: string): string {
  return join(vault, sha256.slice(0, 2), sha256);
}
