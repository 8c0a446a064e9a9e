import { z } from "zod";
import type { ArchiveSetting } from "../model/archive-setting.ts";
import { parseYaml } from "./yaml-document.ts";

const required = z.string().trim().min(1, "不能留空");
const optional = z
  .string()
  .nullish()
  .transform((text) => text?.trim() || null);
const retention = z.enum(["Y", "D30", "D10"]);
const code = required.regex(/^[A-Z0-9]+(?:-[A-Z0-9]+)*$/, "只能用大写字母、数字和连字符");

const fonds = optional.refine((text) => text === null || /^[A-Z0-9]+$/i.test(text), "只能用字母和数字，例如 Z109");

const archiveSchema = z.strictObject({
  ...{ fonds, fondsName: required, archive: optional, organisation: required },
  ...{ prefix: code, category: code, department: code, secrecy: optional },
  ...{ address: optional, contact: optional, phone: optional, email: optional },
  retention: z.strictObject({ monthly: retention, quarterly: retention, annual: retention, originals: retention }),
});

/**
 * Reads seeds/archive.yaml.
 *
 * @param file its path from the project's root, for messages
 * @throws PipelineError SEED_INVALID naming the line of every wrong, missing or unknown value
 */
export function parseArchiveSetting(text: string, file: string): ArchiveSetting {
  return parseYaml(text, file, archiveSchema);
}
