import { decodeEntities } from "./entities.ts";

/** An element of an XML document; names of WordprocessingML begin with `w:`, whatever prefix the file gives them. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: (XmlElement | string)[];
}

const WORD =
  /^http:\/\/(?:schemas\.openxmlformats\.org\/wordprocessingml\/2006|purl\.oclc\.org\/ooxml\/wordprocessingml)\/main$/;
const TAG = /<(\/?)([A-Za-z_][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y;
const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** Papers nest less than 40 deep; what walks the tree calls itself. */
const MOST_DEPTH = 200;

/**
 * Reads an XML document into a tree; comments and processing instructions are passed over.
 *
 * @throws SyntaxError where a tag is broken, does not match its opening, stays open, or lies deeper than 200
 */
export function parseXml(xml: string): XmlElement {
  const root: XmlElement = { name: "", attributes: new Map(), children: [] };
  const open: XmlElement[] = [root];
  const prefixes = new Map<string, string>();
  let at = xml.startsWith("\ufeff") ? 1 : 0;
  while (at < xml.length) {
    const parent = open.at(-1) ?? root;
    if (xml[at] !== "<") {
      const end = endOf(xml, "<", at);
      if (open.length > 1) parent.children.push(decodeEntities(xml.slice(at, end)));
      at = end;
    } else if (xml.startsWith("<!--", at)) at = pastMark(xml, "-->", at + 4);
    else if (xml.startsWith("<?", at)) at = pastMark(xml, "?>", at);
    else if (xml.startsWith("<![CDATA[", at)) {
      const end = pastMark(xml, "]]>", at);
      parent.children.push(xml.slice(at + 9, end - 3));
      at = end;
    } else at = takeTag(xml, at, open, prefixes);
  }
  const [top] = root.children;
  if (open.length > 1 || top === undefined || typeof top === "string") throw new SyntaxError("no whole document");
  return top;
}

/** @returns where the tag ends */
function takeTag(xml: string, at: number, open: XmlElement[], prefixes: Map<string, string>): number {
  TAG.lastIndex = at;
  const [tag, slash, written = "", attributes = "", empty] = TAG.exec(xml) ?? [];
  if (tag === undefined) throw new SyntaxError(`broken tag at ${at}`);
  if (slash === "/") {
    if (open.length === 1 || open.pop()?.name !== canonical(written, prefixes))
      throw new SyntaxError(`stray </${written}>`);
    return at + tag.length;
  }
  const pairs = [...attributes.matchAll(ATTRIBUTE)].map(
    ([, name = "", double, single]) => [name, decodeEntities(double ?? single ?? "")] as const,
  );
  for (const [name, value] of pairs) {
    if (name.startsWith("xmlns:") && WORD.test(value)) prefixes.set(name.slice(6), "w");
    if (name === "xmlns" && WORD.test(value)) prefixes.set("", "w");
  }
  const element: XmlElement = {
    name: canonical(written, prefixes),
    attributes: new Map(pairs.map(([name, value]) => [name.includes(":") ? canonical(name, prefixes) : name, value])),
    children: [],
  };
  open.at(-1)?.children.push(element);
  if (empty !== "/" && open.push(element) > MOST_DEPTH) throw new SyntaxError(`deeper than ${MOST_DEPTH}`);
  return at + tag.length;
}

function canonical(name: string, prefixes: ReadonlyMap<string, string>): string {
  const colon = name.indexOf(":");
  const prefix = prefixes.get(name.slice(0, Math.max(colon, 0)));
  return prefix === undefined ? name : `${prefix}:${name.slice(colon + 1)}`;
}

function endOf(xml: string, mark: string, at: number): number {
  const end = xml.indexOf(mark, at);
  return end < 0 ? xml.length : end;
}

function pastMark(xml: string, mark: string, at: number): number {
  const end = xml.indexOf(mark, at);
  if (end < 0) throw new SyntaxError(`no ${mark} after ${at}`);
  return end + mark.length;
}

/** The first child element of that name. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((node): node is XmlElement => typeof node !== "string" && node.name === name);
}

/** All child elements, or those of a name, in order. */
export function childrenOf(element: XmlElement | undefined, name?: string): readonly XmlElement[] {
  const elements = (element?.children ?? []).filter((node): node is XmlElement => typeof node !== "string");
  return name === undefined ? elements : elements.filter((node) => node.name === name);
}

/** All elements of a name at any depth, in reading order. */
export function within(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  const found: XmlElement[] = [];
  const look = (parent: XmlElement): void => {
    for (const node of parent.children) {
      if (typeof node === "string") continue;
      if (node.name === name) found.push(node);
      look(node);
    }
  };
  if (element) look(element);
  return found;
}

/** An attribute of the child of that name: `<w:sz w:val="32"/>`. */
export function wordOf(element: XmlElement | undefined, name: string, attribute = "w:val"): string | undefined {
  return child(element, name)?.attributes.get(attribute);
}

/** A whole number written in an attribute; undefined where there is none. */
export function numberOf(element: XmlElement | undefined, name: string, attribute = "w:val"): number | undefined {
  const text = wordOf(element, name, attribute);
  return text !== undefined && /^-?\d{1,9}(?:\.\d{1,6})?$/.test(text) ? Number(text) : undefined;
}

/** Whether a switch like `<w:b/>` is on; undefined where it is not there. */
export function switchOf(element: XmlElement | undefined, name: string): boolean | undefined {
  const found = child(element, name);
  return found && !/^(?:0|false|off)$/.test(found.attributes.get("w:val") ?? "1");
}

/** The text directly in an element. */
export function textIn(element: XmlElement): string {
  return element.children.filter((node) => typeof node === "string").join("");
}
