/** A piece of a web page: a tag, or the text between two. */
export interface HtmlToken {
  readonly type: "open" | "close" | "text";
  readonly name: string; // in lower case; "" for text
  readonly attributes: string; // as they stand; ask `htmlAttribute`
  readonly text: string; // entities resolved; "" for tags
}

const TAG = /<(\/?)([a-z][\w:-]*)([^<>]*)>/iy;
const TAG_NAME_NEXT = /<\/?[a-z]/iy;
const UNSEEN = ["script", "style", "xml", "noscript", "title"];
const ENTITY = /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,8}\d?));?/gi;
const ENTITIES: Readonly<Record<string, string>> = {
  ...{ amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0", ensp: "\u2002", emsp: "\u2003" },
  ...{ ndash: "–", mdash: "—", hellip: "…", middot: "·", times: "×", deg: "°", plusmn: "±", permil: "‰" },
  ...{ sup2: "²", sup3: "³", le: "≤", ge: "≥", minus: "−", lsquo: "‘", rsquo: "’", ldquo: "“", rdquo: "”" },
};

/**
 * Takes a web page apart, piece by piece, without what a reader does not see: comments, scripts, styles.
 *
 * @throws SyntaxError for a tag or a comment that does not end, where figures could go missing
 */
export function* htmlTokens(html: string): Generator<HtmlToken> {
  let offset = 0;
  while (offset < html.length) {
    if (html.startsWith("<!--", offset)) offset = after(html, "-->", offset);
    else if (html.startsWith("<!", offset) || html.startsWith("<?", offset)) offset = after(html, ">", offset);
    else if (startsTag(html, offset)) {
      TAG.lastIndex = offset;
      const [tag, slash, rawName = "", attributes = ""] = TAG.exec(html) ?? [];
      if (tag === undefined || hasOpenQuote(attributes)) throw new SyntaxError(`broken tag at ${offset}`);
      const name = rawName.toLowerCase();
      offset += tag.length;
      if (slash !== "/" && UNSEEN.includes(name) && !attributes.endsWith("/"))
        offset = afterElement(html, name, offset);
      else yield { type: slash === "/" ? "close" : "open", name, attributes, text: "" };
    } else {
      const next = html.indexOf("<", offset + 1);
      const end = next < 0 ? html.length : next;
      yield { type: "text", name: "", attributes: "", text: decodeHtml(html.slice(offset, end)) };
      offset = end;
    }
  }
}

/** The value of an attribute; "" where it stands without one. */
export function htmlAttribute(attributes: string, name: string): string | undefined {
  if (attributes === "") return undefined; // a page may have a million bare tags
  const match = new RegExp(`(?:^|\\s)${name}(?:\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))|(?=\\s|/|$))`, "i").exec(
    attributes,
  );
  return match === null ? undefined : decodeHtml(match[1] ?? match[2] ?? match[3] ?? "");
}

function startsTag(html: string, offset: number): boolean {
  TAG_NAME_NEXT.lastIndex = offset;
  return TAG_NAME_NEXT.test(html);
}

function after(html: string, end: string, offset: number): number {
  const at = html.indexOf(end, offset);
  if (at < 0) throw new SyntaxError(`no ${end} after ${offset}`);
  return at + end.length;
}

function afterElement(html: string, name: string, offset: number): number {
  const close = new RegExp(`</${name}\\s*>`, "gi");
  close.lastIndex = offset;
  if (close.exec(html) === null) throw new SyntaxError(`<${name}> stays open`);
  return close.lastIndex;
}

function hasOpenQuote(attributes: string): boolean {
  const bare = attributes.replace(/"[^"]*"|'[^']*'/g, "");
  return /=\s*["']/.test(bare);
}

function decodeHtml(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(ENTITY, (whole, hex, decimal, name) => {
    if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
