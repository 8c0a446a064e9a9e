import { closeSync, fsyncSync, openSync, writeSync } from "node:fs";

/**
 * Writes a new file and returns when it is on the disk, not only on its way there.
 *
 * @throws Error of Node's, EEXIST where the file is there already; what was written until then stays
 */
export function writeThrough(file: string | Buffer, pieces: Iterable<Uint8Array>, mode = 0o666): void {
  const descriptor = openSync(file, "wx", mode);
  try {
    for (const piece of pieces) writeWhole(descriptor, piece);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Writes all of the bytes where the file stands; the system may take fewer at once. */
export function writeWhole(descriptor: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length; ) written += writeSync(descriptor, bytes, written);
}
