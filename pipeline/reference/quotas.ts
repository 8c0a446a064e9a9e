import { z } from "zod";
import type { Quota } from "../model/quota.ts";
import type { SeedRow } from "../model/seed-row.ts";
import { bound, OPS } from "./bounds.ts";
import { type CsvRow, parseRows, text } from "./csv-rows.ts";

const quotaRow = z
  .strictObject({
    target: text,
    basis: z.enum(["flow", "growth", "keep", "attain"]),
    op: z.enum(OPS),
    low: bound,
    high: bound,
    unit: text,
    document: text,
    received: z.string().refine(isDay, "应是日期，如 2023-04-10"),
  })
  .transform((row): Quota => row);

/**
 * Reads seeds/plans/<year>/quotas.csv, in the order of the file; an empty one has its header only.
 *
 * @param file its path from the project's root, for messages
 * @throws PipelineError SEED_INVALID listing every bad row and column
 */
export function parseQuotas(rows: readonly CsvRow[], file: string): readonly SeedRow<Quota>[] {
  return parseRows(rows, file, quotaRow);
}

function isDay(field: string): boolean {
  const date = /^\d{4}-\d\d-\d\d$/.test(field) ? new Date(`${field}T00:00:00Z`) : undefined;
  return date !== undefined && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(field);
}
