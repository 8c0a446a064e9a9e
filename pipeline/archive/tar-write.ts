import { createHash } from "node:crypto";
import { closeSync, fstatSync, ftruncateSync, openSync, readSync } from "node:fs";
import { bytesOfPath, pathOnDisk } from "../model/file-name.ts";
import { writeWhole } from "../write-through.ts";

const BLOCK = 512;
const PIECE_BYTES = 1024 * 1024;
const LAST_SECOND = 0o77777777777; // in 2242, that a header holds

/** A file as it went into a tar. */
export interface TarredFile {
  readonly path: string; // as `pathOfBytes` has it
  readonly bytes: number;
  readonly sha256: string; // hex
}

/**
 * Appends a file of any size to a tar, under a path with slashes, with its mode and the second of its last change, or the
 * nearest from 1970 to 2242. Of one that grows meanwhile it takes what was there at first.
 *
 * @param tar opened for appending
 * @returns undefined for a file that became shorter while it was read: the tar is as it was then
 */
export function appendFile(tar: number, path: string, file: string): TarredFile | undefined {
  const source = openSync(pathOnDisk(file), "r");
  try {
    const start = fstatSync(tar).size;
    const { size, mode, mtimeMs } = fstatSync(source);
    const seconds = Math.min(Math.max(Math.floor(mtimeMs / 1000), 0), LAST_SECOND);
    writeHead(tar, path, { size, mode: mode & 0o777, seconds });
    const hash = createHash("sha256");
    const piece = Buffer.allocUnsafe(PIECE_BYTES);
    let left = size;
    while (left > 0) {
      const read = readSync(source, piece, 0, Math.min(left, piece.length), null);
      if (read === 0) {
        ftruncateSync(tar, start);
        return undefined;
      }
      hash.update(piece.subarray(0, read));
      writeWhole(tar, piece.subarray(0, read));
      left -= read;
    }
    writeWhole(tar, Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK));
    return { path, bytes: size, sha256: hash.digest("hex") };
  } finally {
    closeSync(source);
  }
}

/** Appends bytes that stand in no file. */
export function appendBytes(tar: number, path: string, bytes: Uint8Array): void {
  writeHead(tar, path, { size: bytes.length, mode: 0o644, seconds: 0 });
  writeWhole(tar, bytes);
  writeWhole(tar, Buffer.alloc((BLOCK - (bytes.length % BLOCK)) % BLOCK));
}

/** Ends a tar: two empty blocks. */
export function endTar(tar: number): void {
  writeWhole(tar, Buffer.alloc(2 * BLOCK));
}

interface TarHead {
  readonly size: number;
  readonly mode: number;
  readonly seconds: number; // since 1970
}

/** A name that ustar cannot hold goes before it in a header of pax (POSIX.1-2001), which is UTF-8 where it does not say otherwise. */
function writeHead(tar: number, path: string, head: TarHead): void {
  const isText = pathOnDisk(path) === path;
  const isPlain = bytesOfPath(path).length < 100 && (!isText || /^[\x20-\x7e]+$/.test(path));
  if (!isPlain) {
    const charset = isText ? "" : paxRecord("hdrcharset", "BINARY");
    const records = bytesOfPath(`${charset}${paxRecord("path", path)}`);
    writeWhole(tar, header("pax", { size: records.length, mode: 0o644, seconds: head.seconds }, "x"));
    writeWhole(tar, records);
    writeWhole(tar, Buffer.alloc((BLOCK - (records.length % BLOCK)) % BLOCK));
  }
  writeWhole(tar, header(isPlain ? path : "long-name", head, "0"));
}

/** `27 path=...\n`: its own length in bytes first, those digits included. */
function paxRecord(key: string, value: string): string {
  const rest = bytesOfPath(` ${key}=${value}\n`).length;
  let length = rest + String(rest).length;
  if (rest + String(length).length !== length) length += 1;
  return `${length} ${key}=${value}\n`;
}

function header(name: string, { size, mode, seconds }: TarHead, type: string): Buffer {
  const block = Buffer.alloc(BLOCK);
  const octal = (value: number, at: number, digits: number) =>
    block.write(`${value.toString(8).padStart(digits, "0")}\0`, at, "latin1");
  block.set(bytesOfPath(name), 0);
  octal(mode, 100, 7);
  octal(0, 108, 7);
  octal(0, 116, 7);
  octal(size, 124, 11);
  octal(seconds, 136, 11);
  block.write("        ", 148, "latin1");
  block.write(type, 156, "latin1");
  block.write("ustar\x0000", 257, "latin1");
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148, "latin1");
  return block;
}
