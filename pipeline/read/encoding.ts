import { isUtf8 } from "node:buffer";
import { unreadable } from "./refusal.ts";

type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "gb18030";

const MARKS: readonly (readonly [readonly number[], Encoding])[] = [
  [[0xef, 0xbb, 0xbf], "utf-8"],
  [[0xff, 0xfe], "utf-16le"],
  [[0xfe, 0xff], "utf-16be"],
];

const WHAT_TO_DO = "请用 Excel 或 WPS 打开检查，另存为 .xlsx 或 UTF-8 编码的 .csv 后重新上传";

/**
 * Turns the bytes of a text file into text: by its byte order mark, else strict UTF-8, else strict GB18030.
 *
 * GB18030 contains GBK and GB 2312. Nothing is replaced: text that does not decode to the last byte is refused,
 * and so is UTF-8 cut off within a character, which would pass for GB18030 as nonsense.
 *
 * @param file base name, for messages
 * @throws PipelineError FILE_UNREADABLE
 */
export function decodeText(bytes: Uint8Array, file: string): string {
  const marked = MARKS.find(([mark]) => mark.every((byte, index) => bytes[index] === byte));
  if (marked) {
    const text = tryDecode(bytes, marked[1]);
    if (text === undefined)
      throw unreadable(file, `文字编码标明是 ${marked[1].toUpperCase()}，但内容已损坏或不完整`, { hint: WHAT_TO_DO });
    return text;
  }
  if (isUtf8(bytes)) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8"); // in half the memory of a decoder
  if (isCutUtf8(bytes))
    throw unreadable(file, "文件不完整，最后一个字只有一半", { hint: "请重新导出或重新传输后上传" });
  const text = tryDecode(bytes, "gb18030");
  if (text === undefined) throw unreadable(file, "文字编码无法识别，既不是 UTF-8 也不是 GB18030", { hint: WHAT_TO_DO });
  return text;
}

function tryDecode(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined; // the answer is that it is not this encoding
  }
}

/** Of bytes that are not UTF-8 as a whole. */
function isCutUtf8(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return /[^\p{ASCII}]/u.test(text);
  } catch {
    return false;
  }
}
