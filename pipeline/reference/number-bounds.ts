import { z } from "zod";

const number = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/, "应是数字")
  .transform(Number);
/** A number written in a YAML file, no less than `low` and no more than `high`. */
export const between = (low: number, high: number) =>
  number.refine((value) => value >= low && value <= high, `应在 ${low} 到 ${high} 之间`);
