import { readFileSync } from "node:fs";
import { PipelineError } from "../errors.ts";

/**
 * Reads one of the project's own text files (seeds, templates): UTF-8, without its byte order mark.
 *
 * @param file path to open; messages name it as given
 * @throws PipelineError FILE_NOT_FOUND; FILE_UNREADABLE if it is not UTF-8
 */
export function readTextFile(file: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (cause) {
    throw new PipelineError("FILE_NOT_FOUND", "文件打不开", { location: { file }, hint: "请核对文件是否存在", cause });
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new PipelineError("FILE_UNREADABLE", "文件不是 UTF-8 编码", {
      location: { file },
      hint: "请用文本编辑器另存为 UTF-8",
      cause,
    });
  }
}
