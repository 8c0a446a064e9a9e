import { CsvError, parse } from "csv-parse/sync";
import type { Cell, Sheet } from "../model/cell.ts";
import { type Delimiter, sniffDelimiter } from "./delimiter.ts";
import type { ReadLimits } from "./limits.ts";
import { tooLarge, unreadable } from "./refusal.ts";

const FIELD_ENDS: Readonly<Record<Delimiter, RegExp>> = {
  ",": /,|\r\n?|\n/g,
  "\t": /\t|\r\n?|\n/g,
  ";": /;|\r\n?|\n/g,
};
const LINE_ENDS = ["\r\n", "\n", "\r"];
const FIX_QUOTES = "请检查这一行的英文双引号是否成对，或用 Excel、WPS 打开后另存为 .xlsx 重新上传";

/**
 * Reads delimited text as one sheet; every cell is text as it stands, because only its reader knows what is a number.
 *
 * A quotation mark inside a plain field is part of the text. One that is never closed, or that has swallowed
 * following rows into its field, is refused with the line where it stands: the rows must not go missing.
 *
 * @param file base name; without its extension it names the sheet
 * @throws PipelineError FILE_UNREADABLE, FILE_TOO_LARGE
 */
export function readDelimited(
  text: string,
  file: string,
  limits: Pick<ReadLimits, "cells" | "rows" | "columns">,
): Sheet {
  const delimiter = sniffDelimiter(text);
  checkFields(text, delimiter, file, limits);
  const cells: Cell[] = [];
  parseRecords(text, file, delimiter).forEach((fields, index) => {
    fields.forEach((field, column) => {
      if (field !== "") cells.push(textCell(index + 1, column + 1, field));
    });
  });
  return { name: stemOf(file), hidden: false, cells, merges: [] };
}

/** Counted before they are parsed, blank ones too, because they cost as much; counting stops at the limit. */
function checkFields(
  text: string,
  delimiter: Delimiter,
  file: string,
  limits: Pick<ReadLimits, "cells" | "rows" | "columns">,
): void {
  const check = (name: keyof typeof limits, what: string, found: number) => {
    const limit = limits[name];
    if (found > limit) throw tooLarge(file, name, { found, limit }, { what, isAtLeast: true });
  };
  let [fields, lines, width] = [["\r", "\n"].includes(text.at(-1) ?? "") ? 0 : 1, 0, 1];
  for (const [mark] of text.matchAll(FIELD_ENDS[delimiter])) {
    fields += 1;
    width = mark === delimiter ? width + 1 : 1;
    if (mark !== delimiter) lines += 1;
    check("columns", "一行的栏数", width);
    check("rows", "行数", lines);
    check("cells", "单元格数（空格在内）", fields);
  }
  check("cells", "单元格数（空格在内）", fields);
}

function parseRecords(text: string, file: string, delimiter: Delimiter): readonly (readonly string[])[] {
  let line = 1; // where the record at hand begins
  const checkRecord = (fields: string[], { lines }: { readonly lines: number }) => {
    if (fields.some((field) => hasSwallowedRows(field, delimiter))) throw brokenQuote(file, line);
    line = lines + 1;
    return fields;
  };
  try {
    return parse(text, {
      ...{ delimiter, record_delimiter: LINE_ENDS, relax_quotes: true, relax_column_count: true },
      on_record: checkRecord,
    });
  } catch (cause) {
    if (cause instanceof CsvError) throw brokenQuote(file, line, cause);
    throw cause;
  }
}

/** A field over several lines is a wrapped header or note; with data rows inside it, or a lone opening quote, it is not. */
function hasSwallowedRows(field: string, delimiter: Delimiter): boolean {
  if (!/[\r\n]/.test(field)) return false;
  const rowEnd = new RegExp(`${delimiter}[ "]*[-+]?\\d+(?:\\.\\d+)?%?[ "]*(?:${delimiter}|$)`, "m");
  return field.startsWith('"') || rowEnd.test(field);
}

function brokenQuote(file: string, line: number, cause?: unknown) {
  return unreadable(file, "英文双引号不成对，后面的行会被并进同一个单元格", {
    ...{ hint: FIX_QUOTES, place: { line } },
    ...(cause === undefined ? {} : { cause }),
  });
}

function textCell(row: number, column: number, text: string): Cell {
  return { row, column, raw: { type: "text", text }, numberFormat: "General", indent: 0, hidden: false };
}

/** A file name without its extension: the name of a sheet that has none of its own. */
export function stemOf(file: string): string {
  return file.replace(/(?<=.)\.[^.]*$/, "");
}
