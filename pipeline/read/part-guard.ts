import { formatBytes, type ReadLimits } from "./limits.ts";
import { tooLarge, unreadable } from "./refusal.ts";
import type { Parts } from "./zip-guard.ts";

const MARKUP = /\.(?:xml|rels)$/;
const UNENDED_TAG = /<[^<>]*(?:<|$)/;
const LESS_THAN = 0x3c;

/**
 * Holds the XML parts of an office file against what readers of XML stumble over: entities of their own, which may
 * unfold without end, texts without end, and tags that do not end.
 *
 * @throws PipelineError FILE_UNREADABLE, FILE_TOO_LARGE
 */
export function checkMarkup(parts: Parts, file: string, { textBytes }: Pick<ReadLimits, "textBytes">): void {
  for (const [name, part] of parts) {
    if (!MARKUP.test(name)) continue;
    const length = longText(part, textBytes);
    if (length !== undefined) {
      throw tooLarge(file, "一个单元格的文字", formatBytes(length), formatBytes(textBytes));
    }
    if (part.includes("<!DOCTYPE") || part.includes("<!ENTITY")) {
      throw unreadable(file, `部件 ${JSON.stringify(name)} 里有自定义实体，不安全`);
    }
    if (UNENDED_TAG.test(part.toString("latin1"))) throw unreadable(file, `部件 ${JSON.stringify(name)} 的内容不完整`);
  }
}

/** In strides of the limit: where two `<` stand further apart, there is none in one of them. */
function longText(part: Buffer, limit: number): number | undefined {
  for (let start = 0; start + limit < part.length; ) {
    const last = part.lastIndexOf(LESS_THAN, start + limit);
    if (last <= start) {
      const next = part.indexOf(LESS_THAN, start + 1);
      return (next < 0 ? part.length : next) - start;
    }
    start = last;
  }
  return undefined;
}
