import { z } from "zod";
import type { Milestone } from "../model/milestone.ts";
import type { SeedRow } from "../model/seed-row.ts";
import { type CsvRow, code, integer, optionalText, parseRows, text } from "./csv-rows.ts";
import { bureauFrom, period, sourceColumns } from "./source-spans.ts";

const milestoneRow = z
  .strictObject({
    id: text,
    chapter: integer(0, 99),
    project: optionalText,
    task: text,
    action: text,
    due: z
      .literal("")
      .transform(() => null)
      .or(period),
    bureau: z
      .literal("")
      .transform(() => null)
      .or(code),
    bureau_from: bureauFrom,
    note: optionalText,
    ...sourceColumns,
  })
  .refine((row) => (row.bureau === null) === (row.bureau_from === ""), {
    path: ["bureau_from"],
    message: "有责任单位的应写 text 或 reading，没有的应留空",
  })
  .transform(({ bureau_from, source, start, end, ...row }): Milestone => {
    return { ...row, bureauIsOurReading: bureau_from === "reading", source: { text: source, start, end } };
  });

/**
 * Reads seeds/plans/<year>/milestones.csv, in the order of the file.
 *
 * @param file its path from the project's root, for messages
 * @throws PipelineError SEED_INVALID listing every bad row and column
 */
export function parseMilestones(rows: readonly CsvRow[], file: string): readonly SeedRow<Milestone>[] {
  return parseRows(rows, file, milestoneRow);
}
