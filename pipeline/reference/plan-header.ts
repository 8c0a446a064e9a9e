import { z } from "zod";
import type { PlanHeader } from "../model/plan.ts";
import { integer, regionCode, text } from "./csv-rows.ts";
import { parseYaml } from "./yaml-document.ts";

const planHeader = z.strictObject({
  year: integer(1900, 2199),
  title: text,
  documentNumber: text,
  region: regionCode,
  chapters: z.array(text).min(1, "至少写一个标题"),
});

/**
 * Reads seeds/plans/<year>/plan.yaml: what the plan is called, and the titles of its parts.
 *
 * @param yaml the file's text
 * @param file its path from the project's root, for messages
 * @throws PipelineError SEED_INVALID naming the line of every wrong, missing or unknown value
 */
export function parsePlanHeader(yaml: string, file: string): PlanHeader {
  return parseYaml(yaml, file, planHeader);
}
