import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { PipelineError } from "../errors.ts";

/**
 * Reads one of the project's own CSV tables (UTF-8, header in the first line) as rows of text by column name.
 *
 * @param file path to open; messages name it as given
 * @returns rows in the order of the file, each with its 1-based line; blank lines are left out
 * @throws PipelineError FILE_NOT_FOUND, SEED_INVALID (a row with too many or too few fields)
 */
export function readCsvRows(
  file: string,
): readonly { readonly line: number; readonly fields: Readonly<Record<string, string>> }[] {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (cause) {
    throw new PipelineError("FILE_NOT_FOUND", "文件打不开", { location: { file }, cause });
  }
  try {
    const rows = parse(text, { bom: true, columns: true, info: true, skip_empty_lines: true }) as unknown as readonly {
      record: Record<string, string>;
      info: { lines: number };
    }[];
    return rows.map(({ record, info }) => ({ line: info.lines, fields: record }));
  } catch (cause) {
    const line = (cause as { lines?: number }).lines;
    throw new PipelineError("SEED_INVALID", "这一行的栏数与表头不一致", {
      location: line === undefined ? { file } : { file, line },
      cause,
    });
  }
}
