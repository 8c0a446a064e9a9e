import { PipelineError } from "../errors.ts";
import type { ReadLimits } from "./limits.ts";
import { checkMarkup } from "./part-guard.ts";
import { unreadable } from "./refusal.ts";
import { sniffBytes, sniffParts } from "./sniff.ts";
import { openZip, type Parts } from "./zip-guard.ts";

const RESAVE = "请用 Word 或 WPS 打开，另存为新的 .docx 后再检查";

/**
 * Opens a .docx that came from anywhere, behind the guards that spreadsheets pass.
 *
 * @param file base name, for messages
 * @returns its parts
 * @throws PipelineError FILE_UNREADABLE, FILE_TOO_LARGE; FORMAT_UNSUPPORTED for a file of another kind
 */
export async function openDocument(bytes: Buffer, file: string, limits: ReadLimits): Promise<Parts> {
  if (sniffBytes(bytes) !== "zip") throw noDocument(file);
  try {
    const parts = await openZip(bytes, file, limits);
    if (sniffParts([...parts.keys()]) !== "docx") throw noDocument(file);
    checkMarkup(parts, file, limits);
    return parts;
  } catch (error) {
    if (error instanceof PipelineError && error.code === "FILE_UNREADABLE")
      throw unreadable(file, error.message, { hint: RESAVE, cause: error });
    throw error;
  }
}

function noDocument(file: string): PipelineError {
  return new PipelineError("FORMAT_UNSUPPORTED", "这个文件不是 .docx 文稿，不能检查", {
    location: { file },
    hint: RESAVE,
  });
}
