import type { Book, CellFormat, Sheet } from "../model/cell.ts";
import { readDelimited } from "./delimited.ts";
import { decodeText } from "./encoding.ts";
import { DEFAULT_READ_LIMITS, type ReadLimits } from "./limits.ts";
import { type ReceivedFile, receiveFile } from "./received-file.ts";
import { unsupported } from "./refusal.ts";
import { sniffBytes, sniffText } from "./sniff.ts";

// biome-ignore lint/suspicious/noControlCharactersInRegex: exports of old FoxPro systems end with Ctrl-Z
const DOS_END = /\u001a+$/;

interface ReadOptions {
  readonly limits?: ReadLimits;
}

/**
 * Opens a spreadsheet file and returns its cells, before any meaning.
 *
 * What the file is, is told by its content, never by its name: .xlsx, .xls (BIFF8, BIFF5) and delimited text
 * (UTF-8, UTF-16 with a byte order mark, GB18030).
 *
 * @throws PipelineError FILE_NOT_FOUND, FILE_TOO_LARGE, FILE_UNREADABLE (damaged, cut short, encrypted),
 *   FORMAT_UNSUPPORTED; each names the file and says what to do
 */
export async function readBook(path: string, { limits = DEFAULT_READ_LIMITS }: ReadOptions = {}): Promise<Book> {
  return parseBook(receiveFile(path, limits), { limits });
}

/**
 * Does what `readBook` does with a file that is already taken in.
 *
 * @throws PipelineError FILE_TOO_LARGE, FILE_UNREADABLE, FORMAT_UNSUPPORTED
 */
export async function parseBook(
  { file, bytes, sha256 }: ReceivedFile,
  { limits = DEFAULT_READ_LIMITS }: ReadOptions = {},
): Promise<Book> {
  const { format, sheets } = await readSheets(bytes, file, limits);
  return { file, sha256, format, sheets };
}

interface FormattedSheets {
  readonly format: CellFormat;
  readonly sheets: readonly Sheet[];
}

async function readSheets(bytes: Buffer, file: string, limits: ReadLimits): Promise<FormattedSheets> {
  const kind = sniffBytes(bytes);
  switch (kind) {
    case "zip": {
      const { readXlsx } = await import("./xlsx.ts");
      return { format: "xlsx", sheets: await readXlsx(bytes, file, limits) };
    }
    case "ole": {
      const { readXls } = await import("./xls.ts");
      return { format: "xls", sheets: await readXls(bytes, file, limits) };
    }
    case "text":
      return { format: "csv", sheets: [readText(bytes, file, limits)] };
    default:
      throw unsupported(file, kind);
  }
}

function readText(bytes: Buffer, file: string, limits: ReadLimits): Sheet {
  const text = decodeText(bytes, file).replace(DOS_END, "");
  const kind = sniffText(text);
  if (kind !== "delimited") throw unsupported(file, kind);
  return readDelimited(text, file, limits);
}
