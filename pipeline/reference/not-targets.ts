import { z } from "zod";
import type { NotTarget } from "../model/not-target.ts";
import type { SeedRow } from "../model/seed-row.ts";
import { type CsvRow, code, optionalText, parseRows } from "./csv-rows.ts";
import { sourceColumns } from "./source-spans.ts";

const { source: token, start, end } = sourceColumns;

const notTargetRow = z
  .strictObject({ token, start, end, reason: code, note: optionalText })
  .transform((row): NotTarget => {
    return { token: { text: row.token, start: row.start, end: row.end }, reason: row.reason, note: row.note };
  });

/**
 * Reads seeds/plans/<year>/not-targets.csv: the numbers of the plan's text that set no target, and why.
 *
 * @param file its path from the project's root, for messages
 * @throws PipelineError SEED_INVALID listing every bad row and column
 */
export function parseNotTargets(rows: readonly CsvRow[], file: string): readonly SeedRow<NotTarget>[] {
  return parseRows(rows, file, notTargetRow);
}
