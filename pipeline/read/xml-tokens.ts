/** A piece of an XML document: a tag or the text between two. */
export interface XmlToken {
  readonly type: "open" | "close" | "text";
  readonly name: string; // with its prefix; "" for text
  readonly attributes: string; // as they stand; ask `xmlAttribute`
  readonly text: string; // entities resolved; "" for tags
}

const TAG = /<(\/?)([A-Za-z_][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y;
const PROLOGUE = /^\ufeff?\s*(?:<\?xml[^>]*\?>\s*)?/;
const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/**
 * Takes an XML document apart, piece by piece; an empty tag is opened and closed.
 *
 * Strict, because what is skipped could hold a figure: comments, CDATA, declarations and entities of its own are
 * none of what office programs write.
 *
 * @throws SyntaxError where a tag is broken, does not match its opening, or stays open
 */
export function* xmlTokens(xml: string): Generator<XmlToken> {
  const open: string[] = [];
  let offset = PROLOGUE.exec(xml)?.[0].length ?? 0;
  while (offset < xml.length) {
    if (xml[offset] !== "<") {
      const end = xml.indexOf("<", offset);
      const text = xml.slice(offset, end < 0 ? xml.length : end);
      if (open.length === 0 && text.trim() !== "") throw new SyntaxError(`text outside the document at ${offset}`);
      if (open.length > 0) yield { type: "text", name: "", attributes: "", text: decodeXml(text) };
      offset += text.length;
      continue;
    }
    TAG.lastIndex = offset;
    const [tag, slash, name = "", attributes = "", empty] = TAG.exec(xml) ?? [];
    if (tag === undefined) throw new SyntaxError(`broken tag at ${offset}`);
    offset += tag.length;
    if (slash !== "/") {
      open.push(name);
      yield { type: "open", name, attributes, text: "" };
    }
    if (slash === "/" || empty === "/") {
      if (open.pop() !== name) throw new SyntaxError(`stray </${name}> at ${offset}`);
      yield { type: "close", name, attributes: "", text: "" };
    }
  }
  if (open.length > 0) throw new SyntaxError(`<${open.at(-1)}> stays open`);
}

/** The value of an attribute by its full name. */
export function xmlAttribute(attributes: string, name: string): string | undefined {
  const start = attributes.search(new RegExp(`\\s${name}\\s*=`));
  if (start < 0) return undefined;
  const [, double, single] = /=\s*(?:"([^"]*)"|'([^']*)')/.exec(attributes.slice(start)) ?? [];
  return decodeXml(double ?? single ?? "");
}

/** A text with the five entities of XML and those that name a character by number resolved. */
export function decodeXml(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{1,8}));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
