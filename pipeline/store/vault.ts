import { createHash } from "node:crypto";
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { writeThrough, writeWhole } from "../write-through.ts";

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
  writeThrough(partial, [bytes], 0o444);
  settle(partial, file);
  return file;
}

/**
 * Does what `keepOriginal` does with a file of any size, holding no more than a piece of it, and returns its SHA-256,
 * in hex. What killed processes left half kept is cleared away.
 *
 * @param pieces the file's bytes in order; what they throw comes through, and nothing is kept then
 */
export async function keepPieces(vault: string, pieces: AsyncIterable<Uint8Array>): Promise<string> {
  mkdirSync(vault, { recursive: true });
  for (const name of readdirSync(vault)) if (isAbandoned(name)) rmSync(join(vault, name), { force: true });
  const partial = join(vault, `${process.pid}.partial`);
  try {
    const sha256 = await copyPieces(partial, pieces);
    const file = originalPath(vault, sha256);
    mkdirSync(dirname(file), { recursive: true });
    if (!existsSync(file)) settle(partial, file);
    return sha256;
  } finally {
    rmSync(partial, { force: true });
  }
}

/** Begun by this process before, or by one that is no longer there. */
function isAbandoned(name: string): boolean {
  const [, pid] = /^(\d+)\.partial$/.exec(name) ?? [];
  if (pid === undefined) return false;
  if (Number(pid) === process.pid) return true;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
}

async function copyPieces(file: string, pieces: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash("sha256");
  const descriptor = openSync(file, "wx", 0o444);
  try {
    for await (const piece of pieces) {
      hash.update(piece);
      writeWhole(descriptor, piece);
    }
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  return hash.digest("hex");
}

function settle(partial: string, file: string): void {
  try {
    renameSync(partial, file);
  } catch (error) {
    if (!existsSync(file)) throw error; // else another process has just kept the same bytes
  }
}

/** Where the vault keeps the bytes with this hash, or would. */
export function originalPath(vault: string, sha256: string): string {
  return join(vault, sha256.slice(0, 2), sha256);
}
