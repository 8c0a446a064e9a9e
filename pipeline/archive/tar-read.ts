import { closeSync, openSync, readSync } from "node:fs";
import { pathOfBytes } from "../model/file-name.ts";

const BLOCK = 512;
const PIECE_BYTES = 1024 * 1024;
const LINE_END = 0x0a;

/** A file in a tar, before its bytes. */
export interface TarEntry {
  readonly path: string; // as `pathOfBytes` has it
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
        longName = parsePaxPath(Buffer.concat([...copied(piecesOf(tar, entry.size))]));
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

/** The path out of records `27 path=...\n`, each as long as it says: a name may have line ends in it. */
function parsePaxPath(records: Buffer): string {
  const values = new Map<string, string>();
  for (let at = 0; at < records.length; ) {
    const [head = "", digits = "", key = ""] =
      /^(\d+) (path|hdrcharset)=/.exec(records.toString("latin1", at, at + 32)) ?? [];
    const end = at + Number(digits);
    if (head === "" || end > records.length || end <= at + head.length || records[end - 1] !== LINE_END)
      throw new RangeError("an unknown header");
    values.set(key, pathOfBytes(records.subarray(at + head.length, end - 1)));
    at = end;
  }
  const path = values.get("path");
  if (path === undefined || (values.get("hdrcharset") ?? "BINARY") !== "BINARY")
    throw new RangeError("an unknown header");
  return path;
}

function parseHead(block: Buffer): TarEntry {
  const bytes = (at: number, length: number) => {
    const field = block.subarray(at, at + length);
    return field.subarray(0, [...field, 0].indexOf(0));
  };
  const text = (at: number, length: number) => bytes(at, length).toString("latin1").trim();
  const number = (at: number, length: number) => Number.parseInt(text(at, length) || "0", 8);
  const sum = block.reduce((total, byte, at) => total + (at >= 148 && at < 156 ? 0x20 : byte), 0);
  if (number(148, 8) !== sum) throw new RangeError("a damaged header");
  return { path: pathOfBytes(bytes(0, 100)), size: number(124, 12), mode: number(100, 8), seconds: number(136, 12) };
}
