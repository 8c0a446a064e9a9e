import type { ReadLimits } from "./limits.ts";
import { tooLarge, unreadable } from "./refusal.ts";
import type { Parts } from "./zip-guard.ts";

const MARKUP = /\.(?:xml|rels)$/;
const LESS_THAN = 0x3c;
const GREATER_THAN = 0x3e;

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
      throw tooLarge(file, "textBytes", { found: length, limit: textBytes });
    }
    if (part.includes("<!DOCTYPE") || part.includes("<!ENTITY")) {
      throw unreadable(file, `部件 ${JSON.stringify(name)} 里有自定义实体，不安全`);
    }
    if (hasUnendedTag(part)) throw unreadable(file, `部件 ${JSON.stringify(name)} 的内容不完整`);
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

/** Byte by byte, which for tens of megabytes takes a tenth of what a pattern takes. */
function hasUnendedTag(part: Buffer): boolean {
  let isInTag = false;
  for (let at = 0; at < part.length; at += 1) {
    const byte = part[at];
    if (byte === LESS_THAN && isInTag) return true;
    if (byte === LESS_THAN) isInTag = true;
    else if (byte === GREATER_THAN) isInTag = false;
  }
  return isInTag;
}
