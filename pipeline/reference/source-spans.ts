import { z } from "zod";
import { parsePeriod } from "../model/period.ts";
import { text } from "./csv-rows.ts";

const offset = z.string().regex(/^\d+$/, "应是整数").transform(Number);

/** The three columns by which a row of a plan quotes the plan's text: words, and where they start and end. */
export const sourceColumns = { source: z.string().min(1, "不能留空"), start: offset, end: offset };

/** Whether the text itself names the bureau (`text`) or we read it so (`reading`); blank where there is none. */
export const bureauFrom = z.enum(["text", "reading", ""]);

/** A column of periods, by their last month. */
export const period = text.transform((field, context) => {
  const parsed = parsePeriod(field);
  if (parsed !== undefined) return parsed;
  context.addIssue({ code: "custom", message: "应是年月，如 2023-06、2023-Q2、2023" });
  return z.NEVER;
});
