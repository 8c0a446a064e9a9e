import { type Paper, readPaper } from "../../proof/paper.ts";
import { type FoundWorkbook, readWorkbook } from "../../proof/workbook.ts";
import { openDocument } from "../../read/document.ts";
import type { ReadLimits } from "../../read/limits.ts";
import { openZip } from "../../read/zip-guard.ts";

const EMBEDDED_BOOK = /^word\/embeddings\/[^/]+\.xlsx$/;

/**
 * Reads a briefing, behind the guards for files from outside, with the parts of the workbooks inside it: those of
 * `word/embeddings/chart1.xlsx` are named `word/embeddings/chart1.xlsx!/xl/workbook.xml` and so on.
 *
 * @throws PipelineError FILE_TOO_LARGE, FILE_UNREADABLE, FORMAT_UNSUPPORTED
 */
export async function openBriefing(bytes: Uint8Array, file: string, limits: ReadLimits): Promise<Paper> {
  const outer = await openDocument(Buffer.from(bytes), file, limits);
  const parts = new Map<string, Uint8Array>(outer);
  for (const [path, book] of outer) {
    if (!EMBEDDED_BOOK.test(path)) continue;
    for (const [inner, part] of await openZip(book, `${file} › ${path}`, limits)) parts.set(`${path}!/${inner}`, part);
  }
  return readPaper(parts);
}

/**
 * Reads a workbook, behind the same guards.
 *
 * @throws PipelineError FILE_TOO_LARGE, FILE_UNREADABLE
 */
export async function openWorkbook(bytes: Uint8Array, file: string, limits: ReadLimits): Promise<FoundWorkbook> {
  return readWorkbook(await openZip(Buffer.from(bytes), file, limits));
}
