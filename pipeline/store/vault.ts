import { createHash, randomUUID } from "node:crypto";
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from "node:fs";
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
 * in hex.
 *
 * @param pieces the file's bytes in order; what they throw comes through, and nothing is kept then
 */
export async function keepPieces(vault: string, pieces: AsyncIterable<Uint8Array>): Promise<string> {
  mkdirSync(vault, { recursive: true });
  const partial = join(vault, `${randomUUID()}.partial`);
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
