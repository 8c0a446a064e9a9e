import { CsvError, parse } from "csv-parse/sync";
import { PipelineError } from "../errors.ts";
import { readTextFile } from "./text-file.ts";

interface NumberedRow {
  readonly line: number; // 1-based, header included
  readonly fields: Readonly<Record<string, string>>;
}

/**
 * Reads one of the project's own CSV tables (UTF-8, header in the first line) as rows of text by column name.
 *
 * @param file path to open; messages name it as given
 * @returns rows in the order of the file, each with the line it ends on; blank lines are left out
 * @throws PipelineError FILE_NOT_FOUND; FILE_UNREADABLE if it is not UTF-8; SEED_INVALID (a row with too many or too
 *   few fields, a quote that is not closed, two columns of one name)
 */
export function readCsvRows(file: string): readonly NumberedRow[] {
  const text = readTextFile(file);
  try {
    const records = parse(text, { columns: (header) => distinct(header, file), info: true, skip_empty_lines: true });
    const rows = records as unknown as readonly { record: Record<string, string>; info: { lines: number } }[];
    return rows.map(({ record, info }) => ({ line: info.lines, fields: record }));
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    throw new PipelineError("SEED_INVALID", problemOf(cause), { location: placeOf(file, cause), cause });
  }
}

function distinct(header: readonly string[], file: string): string[] {
  const twice = header.find((name, index) => header.indexOf(name) !== index);
  if (twice === undefined) return [...header];
  throw new PipelineError("SEED_INVALID", `表头有两栏都叫 ${JSON.stringify(twice)}`, { location: { file, line: 1 } });
}

function problemOf({ code }: CsvError): string {
  return code.startsWith("CSV_RECORD_INCONSISTENT") ? "这一行的栏数与表头不一致" : "英文双引号不成对";
}

function placeOf(file: string, { lines }: CsvError & { readonly lines?: unknown }) {
  return typeof lines === "number" ? { file, line: lines } : { file };
}
