import { crc32, inflateRawSync } from "node:zlib";
import { type Entry, fromBufferPromise, getFileNameLowLevel, type ZipFile } from "yauzl";
import type { ReadLimits } from "./limits.ts";
import { encrypted, tooLarge, unreadable } from "./refusal.ts";

const DAMAGED = "文件已损坏或没有传完，压缩结构不完整";
const ENCRYPTED_FLAG = 1;
const STORED = 0;
const DEFLATED = 8;

/** The parts of a zip file by their path without a leading slash, in lower case. */
export type Parts = ReadonlyMap<string, Buffer>;

/**
 * Opens a zip file that came from outside, part by part, before any other parser sees it.
 *
 * The directory is held against the limits first; then every part is unpacked to exactly the size it claims and
 * checked against its name and CRC, so that what is read later is what was written.
 *
 * @param file base name, for messages
 * @throws PipelineError FILE_TOO_LARGE; FILE_UNREADABLE for a file that is damaged, encrypted, or has parts with
 *   unsafe or repeated names
 */
export async function openZip(bytes: Buffer, file: string, limits: ReadLimits): Promise<Parts> {
  const zip = await wrapped(file, () =>
    fromBufferPromise(bytes, { autoClose: false, lazyEntries: true, decodeStrings: false }),
  );
  if (zip.entryCount > limits.zipEntries) {
    throw tooLarge(file, "zipEntries", { found: zip.entryCount, limit: limits.zipEntries });
  }
  const entries = await wrapped(file, () => listEntries(zip));
  checkSizes(entries, bytes.length, file, limits);
  const parts = new Map<string, Buffer>();
  for (const entry of entries) {
    const name = checkedName(entry, file);
    if (name.endsWith("/")) continue;
    if (parts.has(name)) throw unreadable(file, `压缩包内有两个同名的部件 ${JSON.stringify(name)}`);
    parts.set(name, await wrapped(file, () => unpack(zip, entry, bytes)));
  }
  return parts;
}

async function listEntries(zip: ZipFile): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  for await (const entry of zip.eachEntry()) entries.push(entry);
  return entries;
}

function checkSizes(entries: readonly Entry[], packed: number, file: string, limits: ReadLimits): void {
  const inflated = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  if (inflated > limits.inflatedBytes) {
    throw tooLarge(file, "inflatedBytes", { found: inflated, limit: limits.inflatedBytes });
  }
  if (inflated > packed * limits.inflationRatio) {
    throw tooLarge(file, "inflationRatio", { found: inflated / packed, limit: limits.inflationRatio });
  }
}

/** In lower case, because office programs do not tell names apart by case, and `/` for `\`, as they take it. */
function checkedName(entry: Entry, file: string): string {
  if ((entry.generalPurposeBitFlag & ENCRYPTED_FLAG) !== 0) throw encrypted(file);
  const name = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false);
  const isUnsafe =
    name.startsWith("/") || /^[a-z]:/i.test(name) || name.split("/").includes("..") || name.includes("\0");
  if (isUnsafe) throw unreadable(file, `压缩包内的部件名 ${JSON.stringify(name)} 指向包外，不安全`);
  return name.toLowerCase();
}

async function unpack(zip: ZipFile, entry: Entry, bytes: Buffer): Promise<Buffer> {
  const { fileName, fileDataStart } = await zip.readLocalFileHeaderPromise(entry);
  if (!fileName.equals(entry.fileNameRaw)) throw new RangeError("the two names of a part differ");
  const packed = bytes.subarray(fileDataStart, fileDataStart + entry.compressedSize);
  const part = inflate(packed, entry);
  if (part.length !== entry.uncompressedSize) throw new RangeError("a part is not as long as it claims");
  if (crc32(part) !== entry.crc32) throw new RangeError(`CRC of ${entry.relativeOffsetOfLocalHeader} differs`);
  return part;
}

/** At once, which takes half as long as piece by piece; never more than the part claims. */
function inflate(packed: Buffer, { compressionMethod, uncompressedSize }: Entry): Buffer {
  if (compressionMethod === STORED) return packed;
  if (compressionMethod !== DEFLATED) throw new RangeError(`a part is packed by method ${compressionMethod}`);
  return uncompressedSize === 0 ? Buffer.alloc(0) : inflateRawSync(packed, { maxOutputLength: uncompressedSize });
}

async function wrapped<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw unreadable(file, DAMAGED, { cause });
  }
}
