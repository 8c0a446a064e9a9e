/**
 * Says that a part is written so unusually that patching its text is not certain to be right.
 *
 * It never leaves this folder: the file then comes back as a text list instead.
 */
export class UnusualXml extends Error {}

/** An element within the text of a part; offsets into that text. */
export interface Element {
  readonly name: string; // without prefix
  readonly open: string; // its start tag as it stands
  readonly start: number;
  readonly innerStart: number; // both equal `end` where the tag closes itself
  readonly innerEnd: number;
  readonly end: number;
}

/** XML allows no "<" in a tag, so that no search runs past the next one, however the part was tampered with. */
const ATTRIBUTES = "(?:[^<>\"']|\"[^<\"]*\"|'[^<']*')*?";
const NEXT_TAG = new RegExp(`<([\\w:.-]+)(?=[\\s/>])${ATTRIBUTES}(/?)>`, "g");

/** The elements that stand directly between two offsets, in order. @throws UnusualXml where one does not end */
export function childrenOf(xml: string, from = 0, to = xml.length): readonly Element[] {
  const found: Element[] = [];
  const next = new RegExp(NEXT_TAG);
  next.lastIndex = from;
  for (let tag = next.exec(xml); tag !== null && tag.index < to; tag = next.exec(xml)) {
    const [open, qualified = "", slash] = tag;
    const name = qualified.replace(/^.*:/, "");
    const after = tag.index + open.length;
    const [innerEnd, end] = slash === "/" ? [after, after] : endOf(xml, qualified, after);
    found.push({ name, open, start: tag.index, innerStart: after, innerEnd, end });
    next.lastIndex = end;
  }
  return found;
}

/** The outermost element of a part, which must be of this name. @throws UnusualXml otherwise */
export function rootOf(xml: string, name: string): Element {
  if (xml.includes("<!")) throw new UnusualXml("comments, CDATA or declarations");
  const [root] = childrenOf(xml);
  if (root?.name !== name || root.innerEnd === root.end) throw new UnusualXml(`no ${name}`);
  return root;
}

function endOf(xml: string, qualified: string, from: number): readonly [number, number] {
  const same = new RegExp(`<(/?)${qualified.replaceAll(".", "\\.")}(?=[\\s/>])${ATTRIBUTES}(/?)>`, "g");
  same.lastIndex = from;
  for (let depth = 1, tag = same.exec(xml); tag !== null; tag = same.exec(xml)) {
    if (tag[2] === "/") continue;
    depth += tag[1] === "/" ? -1 : 1;
    if (depth === 0) return [tag.index, tag.index + tag[0].length];
  }
  throw new UnusualXml(`${qualified} does not end`);
}

/** The prefix of a tag with its colon, e.g. "x:"; empty where it has none. */
export function prefixOf(open: string): string {
  return /^<([\w.-]+:)/.exec(open)?.[1] ?? "";
}

/** The text of an attribute; undefined where the tag has none of this name. Name it with its prefix, or without any. */
export function attributeOf(open: string, name: string): string | undefined {
  const match = new RegExp(`\\s(?:\\w+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(open);
  return match ? decodeXml(match[1] ?? match[2] ?? "") : undefined;
}

/** The tag with an attribute set to a value, in its old place where it had one. */
export function withAttribute(open: string, name: string, value: string): string {
  const old = new RegExp(`(\\s${name}\\s*=\\s*)(?:"[^"]*"|'[^']*')`);
  const text = `"${escapeXml(value)}"`;
  if (old.test(open)) return open.replace(old, (_, before: string) => `${before}${text}`);
  const end = open.endsWith("/>") ? "/>" : ">";
  return `${open.slice(0, -end.length)} ${name}=${text}${end}`;
}

/** The tag without an attribute. */
export function withoutAttribute(open: string, name: string): string {
  return open.replace(new RegExp(`\\s${name}\\s*=\\s*(?:"[^"]*"|'[^']*')`), "");
}

/** The tag as one that opens: `<x a="1"/>` becomes `<x a="1">`. */
export function opened(open: string): string {
  return open.endsWith("/>") ? `${open.slice(0, -2)}>` : open;
}

/** Puts text into another at an offset. */
export function insertAt(text: string, offset: number, added: string): string {
  return text.slice(0, offset) + added + text.slice(offset);
}

const ESCAPES: Readonly<Record<string, string>> = {
  ...{ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;", "\n": "&#10;" },
};

/** Text for an attribute or an element, escaped; what XML cannot hold must be gone (`safeText`). */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"'\n]/g, (sign) => ESCAPES[sign] ?? sign);
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Text of an attribute or an element as its reader sees it. */
export function decodeXml(text: string): string {
  return text.replace(/&(?:#x([\da-fA-F]{1,6})|#(\d{1,7})|(\w+));/g, (whole, hex, decimal, name) => {
    if (name) return ENTITIES[name] ?? whole;
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
