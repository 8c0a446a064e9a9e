import { z } from "zod";
import type { Letterhead } from "../model/letterhead.ts";
import { parseYaml } from "./yaml-document.ts";

const required = z.string().trim().min(1, "不能留空");
// A key without a value is "" or null, depending on what follows it.
const optional = z
  .string()
  .nullish()
  .transform((text) => text?.trim() || null);

const letterheadSchema = z.strictObject({
  name: required,
  issuer: required,
  secrecy: optional,
  contributor: optional,
  editor: optional,
  reviewer: optional,
  signer: optional,
  report: optional,
  send: optional,
  distribute: optional,
  copies: optional,
  demoNotice: required,
});

/**
 * Reads templates/letterhead.yaml: what is the same in every issue. 期号 and 签发日期 belong to one issue and stand in
 * its notes.
 *
 * @param file its path from the project's root, for messages
 * @throws PipelineError TEMPLATE_INVALID naming the line of every wrong, missing or unknown value
 */
export function parseLetterhead(text: string, file: string): Letterhead {
  return { ...parseYaml(text, file, letterheadSchema, "TEMPLATE_INVALID"), issueNumber: null, date: null };
}

/** 成文日期: year, month and day in full, nothing padded (standards of the field, section 1.4). */
export function isOfficialDate(text: string): boolean {
  return /^\d{4}年([1-9]|1[0-2])月([1-9]|[12]\d|3[01])日$/.test(text);
}
