import { z } from "zod";
import type { Bureau } from "../model/bureau.ts";
import { repeatedKeys, requireNoProblems } from "../model/seed-row.ts";
import { type CsvRow, code, parseRows, text, textList } from "./csv-rows.ts";

const bureauRow = z
  .strictObject({ code, name: text, short_name: text, aliases: textList, note: z.string() })
  .transform((row): Bureau => ({ code: row.code, name: row.name, shortName: row.short_name, aliases: row.aliases }));

/**
 * Reads seeds/bureaus.csv, in the order of the file.
 *
 * @param file its path from the project's root, for messages
 * @throws PipelineError SEED_INVALID listing every bad row, and a code or a name that two rows claim
 */
export function parseBureaus(rows: readonly CsvRow[], file: string): readonly Bureau[] {
  const bureaus = parseRows(rows, file, bureauRow);
  requireNoProblems([
    ...repeatedKeys(bureaus, "代码", (bureau) => [bureau.code]),
    ...repeatedKeys(bureaus, "名称", ({ name, shortName, aliases }) => [name, shortName, ...aliases]),
  ]);
  return bureaus.map(({ value }) => value);
}
