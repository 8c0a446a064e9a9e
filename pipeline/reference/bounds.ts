import { z } from "zod";
import { type Decimal, isDecimal } from "../model/decimal.ts";

/** How the `op` column writes what a goal asks. */
export const OPS = [">=", "<=", "<", ">", "=", "~", "range"] as const;

/** A column of one end of a goal: a plain number, or blank. */
export const bound = z
  .string()
  .refine((field) => field === "" || isDecimal(field), "应是数字，或留空")
  .transform((field): Decimal | null => (field === "" ? null : field));
