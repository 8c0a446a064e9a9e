import type { Book } from "../model/cell.ts";
import { DEFAULT_READ_LIMITS, type ReadLimits } from "./limits.ts";
import { parseInThread } from "./parser-thread.ts";
import { type ReceivedFile, receiveFile } from "./received-file.ts";

interface ReadOptions {
  readonly limits?: ReadLimits;
}

/**
 * Opens a spreadsheet file and returns its cells, before any meaning.
 *
 * What the file is, is told by its content, never by its name: .xlsx, .xlsm (macros never run), .xls and .et (BIFF8,
 * BIFF5), .ods, a table in a web page, and delimited text (UTF-8, UTF-16 with a byte order mark, GB18030).
 *
 * @throws PipelineError FILE_NOT_FOUND, FILE_TOO_LARGE, FILE_UNREADABLE (damaged, cut short, encrypted),
 *   FORMAT_UNSUPPORTED; each names the file and says what to do
 */
export async function readBook(path: string, { limits = DEFAULT_READ_LIMITS }: ReadOptions = {}): Promise<Book> {
  return parseBook(receiveFile(path, limits), { limits });
}

/**
 * Does what `readBook` does with a file that is already taken in. It is parsed in a thread of its own, which is
 * ended where it takes too long or too much memory; this process stays as it is.
 *
 * @throws PipelineError FILE_TOO_LARGE (too long and too much memory included), FILE_UNREADABLE, FORMAT_UNSUPPORTED
 */
export async function parseBook(
  { file, bytes, sha256 }: ReceivedFile,
  { limits = DEFAULT_READ_LIMITS }: ReadOptions = {},
): Promise<Book> {
  const { format, sheets } = await parseInThread({ file, bytes, limits });
  return { file, sha256, format, sheets };
}
