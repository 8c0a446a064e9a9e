import { z } from "zod";
import type { RegionalShare } from "../model/regional-share.ts";
import type { SeedRow } from "../model/seed-row.ts";
import { bound } from "./bounds.ts";
import { type CsvRow, optionalText, parseRows, regionCode, text } from "./csv-rows.ts";

const shareRow = z
  .strictObject({
    target: text,
    region: regionCode,
    low: bound,
    high: bound,
    document: text,
    source: text,
    note: optionalText,
  })
  .transform(({ note: _forPeople, ...share }): RegionalShare => share);

/**
 * Reads seeds/plans/<year>/regional-targets.csv, in the order of the file.
 *
 * @param file its path from the project's root, for messages
 * @throws PipelineError SEED_INVALID listing every bad row and column
 */
export function parseRegionalShares(rows: readonly CsvRow[], file: string): readonly SeedRow<RegionalShare>[] {
  return parseRows(rows, file, shareRow);
}
