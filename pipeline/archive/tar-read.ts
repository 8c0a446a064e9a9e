import { closeSync, openSync, readSync } from "node:fs";

const BLOCK = 512;
const PIECE_BYTES = 1024 * 1024;

/** A file in a tar, before its bytes. */
export interface TarEntry {
  readonly path: string;
  readonly size: number; // bytes
  readonly mode: number;
  readonly seconds: number; // of its last change, since 1970
}

/**
 * Goes through a tar of plain files, one after the other, holding no more than a piece of any.
 *
 * @param take gets each entry with its bytes in pieces, each good until the next; it need not take them all
 * @throws RangeError where it is no such tar, or ends too early; what the system says of reading it
 */
export function readTar(file: string, take: (entry: TarEntry, pieces: Iterable<Uint8Array>) => void): void {
  const tar = openSync(file, "r");
  try {
    let longName: string | undefined;
    for (let head = readBlock(tar); !isBlank(head); head = readBlock(tar)) {
      const entry = parseHead(head);
      const type = String.fromCharCode(head[156] ?? 0);
      if (type === "x") {
        const record = Buffer.concat([...copied(piecesOf(tar, entry.size))]).toString("utf8");
        longName = /^\d+ path=([^\n]*)\n$/s.exec(record)?.[1];
        if (longName === undefined) throw new RangeError("an unknown header");
        continue;
      }
      if (type !== "0") throw new RangeError(`no plain file: ${entry.path}`);
      const pieces = piecesOf(tar, entry.size);
      take({ ...entry, path: longName ?? entry.path }, pieces);
      for (const _ of pieces); // what was not taken is passed over
      longName = undefined;
    }
    requireEnd(tar);
  } finally {
    closeSync(tar);
  }
}

function* piecesOf(tar: number, size: number): Generator<Uint8Array> {
  const piece = Buffer.allocUnsafe(Math.min(PIECE_BYTES, Math.max(size, 1)));
  for (let left = size; left > 0; ) {
    const read = readSync(tar, piece, 0, Math.min(left, piece.length), null);
    if (read === 0) throw new RangeError("ends in the middle of a file");
    left -= read;
    yield piece.subarray(0, read);
  }
  const rest = Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK);
  if (rest.length > 0 && readSync(tar, rest, 0, rest.length, null) < rest.length)
    throw new RangeError("ends too early");
  if (!isBlank(rest)) throw new RangeError("something behind a file");
}

/** A second empty block, and nothing but such after it. */
function requireEnd(tar: number): void {
  if (!isBlank(readBlock(tar))) throw new RangeError("no end");
  const rest = Buffer.alloc(BLOCK);
  for (let read = BLOCK; read > 0; ) {
    read = readSync(tar, rest, 0, BLOCK, null);
    if (!isBlank(rest.subarray(0, read))) throw new RangeError("something behind the end");
  }
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0);
}

function* copied(pieces: Iterable<Uint8Array>): Generator<Buffer> {
  for (const piece of pieces) yield Buffer.from(piece);
}

function readBlock(tar: number): Buffer {
  const block = Buffer.alloc(BLOCK);
  if (readSync(tar, block, 0, BLOCK, null) < BLOCK) throw new RangeError("ends too early");
  return block;
}

function parseHead(block: Buffer): TarEntry {
  const text = (at: number, length: number) =>
    block
      .toString("latin1", at, at + length)
      .split("\0")[0]
      ?.trim() ?? "";
  const number = (at: number, length: number) => Number.parseInt(text(at, length) || "0", 8);
  const sum = block.reduce((total, byte, at) => total + (at >= 148 && at < 156 ? 0x20 : byte), 0);
  if (number(148, 8) !== sum) throw new RangeError("a damaged header");
  return { path: text(0, 100), size: number(124, 12), mode: number(100, 8), seconds: number(136, 12) };
}
