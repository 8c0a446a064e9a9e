import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { pathOnDisk } from "../model/file-name.ts";

const ZIP = 0x504b0304;
const ZIP_END = 0x06054b50;
const ZIP_END_BYTES = 22;
const LONGEST_COMMENT = 0xffff;
const ZIP64 = 0xffffffff; // the true number stands in a longer record
const OLE = 0xd0cf11e0;
const OLE_HEADER_BYTES = 512;
const OLE_LISTED_TABLES = 109; // sectors of the allocation table that the header itself lists
const LAST_SECTOR = 0xfffffffa; // greater numbers are marks; some writers fill the table with them at will

/**
 * Tells whether a file has not come in to its end: it is empty, a zip (.xlsx, .ods) whose directory at the end is
 * missing, or a compound file (.xls, .et) shorter than its allocation table says (MS-CFB, sections 2.2 and 2.3).
 *
 * Of other files nothing tells where they end. A file that is whole may still be damaged.
 */
export function isCutShort(path: string): boolean {
  const descriptor = openSync(pathOnDisk(path), "r");
  try {
    const { size } = fstatSync(descriptor);
    const start = bytesAt(descriptor, 0, 8);
    if (start.length < 8) return size === 0 || startsPacked(start);
    if (start.readUInt32BE(0) === ZIP) return !hasZipEnd(descriptor, size);
    return start.readUInt32BE(0) === OLE && size < oleEnd(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function startsPacked(start: Buffer): boolean {
  return "504b0304".startsWith(start.toString("hex")) || "d0cf11e0a1b11ae1".startsWith(start.toString("hex"));
}

/** The record at the end, after the directory that it points at (APPNOTE.TXT, section 4.3.16). */
function hasZipEnd(descriptor: number, size: number): boolean {
  const tail = bytesAt(descriptor, Math.max(0, size - ZIP_END_BYTES - LONGEST_COMMENT), size);
  const tailStart = size - tail.length;
  for (let at = tail.length - ZIP_END_BYTES; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) !== ZIP_END) continue;
    const [bytes, offset] = [tail.readUInt32LE(at + 12), tail.readUInt32LE(at + 16)];
    if (offset === ZIP64 || bytes === ZIP64 || offset + bytes <= tailStart + at) return true;
  }
  return false;
}

/** One byte into the last sector that any other leads to, for as far as the header lists the allocation table. */
function oleEnd(descriptor: number): number {
  const header = bytesAt(descriptor, 0, OLE_HEADER_BYTES);
  if (header.length < OLE_HEADER_BYTES) return Number.POSITIVE_INFINITY;
  const sectorBytes = header.readUInt16LE(30) === 12 ? 4096 : 512;
  let last = 0;
  for (let index = 0; index < OLE_LISTED_TABLES; index += 1) {
    const sector = header.readUInt32LE(76 + index * 4);
    if (sector > LAST_SECTOR) break;
    last = Math.max(last, sector);
    const table = bytesAt(descriptor, (sector + 1) * sectorBytes, sectorBytes);
    for (let at = 0; at + 4 <= table.length; at += 4) {
      const next = table.readUInt32LE(at);
      if (next <= LAST_SECTOR) last = Math.max(last, next);
    }
  }
  return (last + 1) * sectorBytes + 1;
}

function bytesAt(descriptor: number, position: number, length: number): Buffer {
  const { size } = fstatSync(descriptor);
  const bytes = Buffer.alloc(Math.max(0, Math.min(length, size - position)));
  return bytes.subarray(0, readSync(descriptor, bytes, 0, bytes.length, position));
}
