import { decodeXml } from "./xml-tokens.ts";

/** One step through the attributes of a tag, for patterns: a `>` in a quoted value does not end it. */
export const ATTRIBUTE_PART = "(?:[^<>\"']|\"[^\"<]*\"|'[^'<]*')";

const ROOT_PREFIX = /<(\w+):(?:worksheet|sst|styleSheet|workbook)[\s>]/;
const RUN = /<t(?:\s[^<>]*)?>([^<]*)<\/t>/g;
const RUN_START = /<r(?=[\s>])/;
const RAISED = /<vertAlign\s[^<>]*["']superscript["']/;
const RAISED_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const ESCAPED = /_x([0-9A-Fa-f]{4})_/g;

/** The part with its elements' names bare: some programs write `<x:c>` for `<c>`. No `<` stands in an attribute. */
export function withoutPrefix(xml: string): string {
  const prefix = ROOT_PREFIX.exec(xml.slice(0, 2_000))?.[1];
  return prefix === undefined ? xml : xml.replaceAll(`<${prefix}:`, "<").replaceAll(`</${prefix}:`, "</");
}

/** Text as it stands between tags, as it is meant: entities, escaped control characters, ends of lines. */
export function plainText(text: string): string {
  const decoded = decodeXml(text);
  const whole = decoded.includes("\r") ? decoded.replace(/\r\n?/g, "\n") : decoded;
  if (!whole.includes("_x")) return whole;
  return whole
    .replace(ESCAPED, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\r\n?/g, "\n");
}

/** How characters are read aloud stands in <rPh>, and is no part of the text. */
function withoutReadings(item: string): string {
  let bare = "";
  let from = 0;
  for (let at = item.indexOf("<rPh"); at >= 0; at = item.indexOf("<rPh", from)) {
    bare += item.slice(from, at);
    const end = item.indexOf("</rPh>", at);
    if (end < 0) return bare;
    from = end + "</rPh>".length;
  }
  return bare + item.slice(from);
}

/**
 * The text of an item of shared texts, or of a text in place: all its runs, without the reading of characters.
 *
 * Raised digits and letters point to a footnote: 165.2 with a raised 2 is "165.2²", never 165.22, and a raised a "[a]".
 */
export function runsText(item: string): string {
  const bare = withoutReadings(item);
  if (!bare.includes("superscript")) return plainText(textIn(bare));
  return bare
    .split(RUN_START)
    .map((run) => (RAISED.test(run) ? raised(plainText(textIn(run))) : plainText(textIn(run))))
    .join("");
}

function textIn(xml: string): string {
  let text = "";
  for (const [, run = ""] of xml.matchAll(RUN)) text += run;
  return text;
}

function raised(text: string): string {
  return text.replace(/\d/g, (digit) => RAISED_DIGITS[Number(digit)] ?? digit).replace(/^\s*([a-z])\s*$/, "[$1]");
}

/**
 * The texts that cells name by number, from 0.
 *
 * @returns undefined where they cannot be told apart for sure: comments, CDATA or declarations, or an item without end
 */
export function readSharedTexts(part: string): readonly string[] | undefined {
  if (part.includes("<!")) return undefined;
  const xml = withoutPrefix(part);
  const texts: string[] = [];
  const opening = new RegExp(`<si(?:\\s${ATTRIBUTE_PART}*?)?(/?)>`, "g");
  for (let tag = opening.exec(xml); tag !== null; tag = opening.exec(xml)) {
    const end = tag[1] === "/" ? opening.lastIndex : xml.indexOf("</si>", opening.lastIndex);
    if (end < 0) return undefined;
    texts.push(runsText(xml.slice(opening.lastIndex, end)));
    opening.lastIndex = end;
  }
  return texts;
}
