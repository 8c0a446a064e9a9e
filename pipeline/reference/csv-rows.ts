import { z } from "zod";
import { requireNoProblems, type SeedProblem, type SeedRow } from "../model/seed-row.ts";
import { chineseMessage } from "./chinese-messages.ts";

/** A row of a seed table as text, with the line it stands on. */
export interface CsvRow {
  readonly line: number; // 1-based, header included
  readonly fields: Readonly<Record<string, string>>; // by column name; "" where blank
}

/**
 * Checks every row of a seed table and returns what `schema` makes of it, in the order of the file.
 *
 * @param file its path from the project's root, for messages
 * @throws PipelineError SEED_INVALID listing every bad row and column
 */
export function parseRows<T>(rows: readonly CsvRow[], file: string, schema: z.ZodType<T>): readonly SeedRow<T>[] {
  const problems: SeedProblem[] = [];
  const parsed = rows.flatMap(({ line, fields }) => {
    const result = schema.safeParse(fields, { error: chineseMessage });
    if (result.success) return [{ file, line, value: result.data }];
    for (const { path, message } of result.error.issues) {
      const column = path.join(".");
      const found = JSON.stringify(fields[column] ?? null);
      problems.push({
        file,
        line,
        text: column === "" ? `：${message}` : `“${column}”栏：${message}，实际是 ${found}`,
      });
    }
    return [];
  });
  requireNoProblems(problems);
  return parsed;
}

/** A column that must not be blank. */
export const text = z.string().trim().min(1, "不能留空");

/** A column that may be blank: null where it is. */
export const optionalText = z.string().transform((field) => (field.trim() === "" ? null : field.trim()));

/** A column of names separated by `;`, blanks dropped. */
export const textList = z.string().transform((field) =>
  field
    .split(";")
    .map((item) => item.trim())
    .filter((item) => item !== ""),
);

/** A column of yes or no. */
export const yesNo = z.enum(["yes", "no"]).transform((field) => field === "yes");

/** A column that holds a code of our own: kebab-case. */
export const code = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, "应是小写字母、数字和连字符，如 budget-revenue");

/** A column of region codes. */
export const regionCode = z.string().regex(/^\d{6}$/, "应是六位区划代码");

/** A column of whole numbers within bounds, both included. */
export function integer(low: number, high: number) {
  return z
    .string()
    .regex(/^\d+$/, "应是整数")
    .transform(Number)
    .refine((value) => value >= low && value <= high, `应在 ${low} 到 ${high} 之间`);
}
