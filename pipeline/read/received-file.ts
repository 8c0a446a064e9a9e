import { createReadStream, readFileSync, statSync } from "node:fs";
import { PipelineError } from "../errors.ts";
import { pathOnDisk, shownPath } from "../model/file-name.ts";
import { fingerprint } from "./fingerprint.ts";
import { DEFAULT_READ_LIMITS, type ReadLimits } from "./limits.ts";
import { tooLarge, unreadable, unsupported } from "./refusal.ts";

const PIECE_BYTES = 1024 * 1024;

/** A file as it came in, before anyone looks inside. */
export interface ReceivedFile {
  readonly file: string; // base name, for people
  readonly bytes: Buffer;
  readonly sha256: string; // hex, of `bytes`
}

/**
 * Takes in a file whole, without opening it, so that it can be kept before it is read.
 *
 * @throws PipelineError FILE_NOT_FOUND; FILE_TOO_LARGE, before a byte is read; FILE_UNREADABLE where the system
 *   does not let it be read; FORMAT_UNSUPPORTED for what is not a file
 */
export function receiveFile(path: string, limits: ReadLimits = DEFAULT_READ_LIMITS): ReceivedFile {
  const file = displayName(path);
  const stat = statSync(pathOnDisk(path), { throwIfNoEntry: false });
  if (stat === undefined) {
    throw new PipelineError("FILE_NOT_FOUND", "文件不存在", { location: { file }, hint: "请核对文件名和所在的文件夹" });
  }
  if (!stat.isFile()) throw unsupported(file, "unknown");
  if (stat.size > limits.fileBytes) {
    throw tooLarge(file, "fileBytes", { found: stat.size, limit: limits.fileBytes });
  }
  const bytes = readBytes(path, file);
  return { file, bytes, sha256: fingerprint(bytes) };
}

/**
 * The bytes of a file piece by piece, for one that is too large to be taken in whole.
 *
 * @throws PipelineError FILE_UNREADABLE where the system does not let it be read to its end
 */
export async function* streamFile(path: string): AsyncGenerator<Uint8Array> {
  try {
    for await (const piece of createReadStream(pathOnDisk(path), { highWaterMark: PIECE_BYTES })) yield piece;
  } catch (cause) {
    throw notLetRead(displayName(path), cause);
  }
}

/** The name of a file for people: its last part under either kind of slash, in NFC, without control characters. */
export function displayName(path: string): string {
  const shown = shownPath(path);
  const name = shown.split(/[/\\]/).findLast((part) => part !== "") ?? shown;
  return name.normalize("NFC").replace(/\p{Cc}/gu, "");
}

function readBytes(path: string, file: string): Buffer {
  try {
    return readFileSync(pathOnDisk(path));
  } catch (cause) {
    throw notLetRead(file, cause);
  }
}

function notLetRead(file: string, cause: unknown): PipelineError {
  return unreadable(file, "系统不允许读取这个文件，或磁盘出错", { hint: "请检查文件权限后重试", cause });
}
