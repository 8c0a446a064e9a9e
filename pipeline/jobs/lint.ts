import { type LintResult, lintDocument } from "../lint/lint.ts";
import { openDocument } from "../read/document.ts";
import type { ReadLimits } from "../read/limits.ts";
import { receiveFile } from "../read/received-file.ts";

/**
 * Checks a .docx, ours or not; changes nothing.
 *
 * @throws PipelineError FILE_NOT_FOUND, FILE_TOO_LARGE, FILE_UNREADABLE, FORMAT_UNSUPPORTED
 */
export async function lint(path: string, limits: ReadLimits): Promise<LintResult & { readonly file: string }> {
  const { file, bytes } = receiveFile(path, limits);
  return { file, ...lintDocument(await openDocument(bytes, file, limits)) };
}
