import { z } from "zod";
import { PipelineError } from "../errors.ts";

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
export function parseRows<T>(rows: readonly CsvRow[], file: string, schema: z.ZodType<T>): readonly T[] {
  const problems: { readonly line: number; readonly text: string }[] = [];
  const parsed = rows.flatMap(({ line, fields }) => {
    const result = schema.safeParse(fields);
    if (result.success) return [result.data];
    for (const { path, message } of result.error.issues) {
      const found = JSON.stringify(fields[String(path[0])] ?? null);
      problems.push({ line, text: `第${line}行“${path.join(".")}”栏：${message}，实际是 ${found}` });
    }
    return [];
  });
  if (problems.length > 0) {
    throw new PipelineError("SEED_INVALID", problems.map(({ text }) => text).join("；"), {
      location: { file, line: problems[0]?.line ?? 1 },
      hint: "请按 README 中的栏目说明改正后重试",
    });
  }
  return parsed;
}

/** A column that may be blank: null where it is. */
export const optionalText = z.string().transform((text) => (text === "" ? null : text));

/** A column of names separated by `;`, blanks dropped. */
export const textList = z.string().transform((text) =>
  text
    .split(";")
    .map((item) => item.trim())
    .filter((item) => item !== ""),
);

/** A column of yes or no: `yes`, `no`; blank is no. */
export const yesNo = z.enum(["yes", "no", ""]).transform((text) => text === "yes");
