import { strFromU8, unzipSync } from "fflate";

/** The parts of an Office file as text, one element a line. */
export function officeText(bytes: Uint8Array): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part).replace(/>\s*</g, ">\n<")]),
  );
}

/** One part as it stands. @throws Error if the file has no such part */
export function partXml(bytes: Uint8Array, path: string): string {
  const part = unzipSync(bytes)[path];
  if (!part) throw new Error(`no part ${path}`);
  return strFromU8(part);
}

/** Every element of a name with its content, in order, from its start tag to its end tag; elements do not nest. */
export function elements(xml: string, name: string): readonly string[] {
  return xml.match(new RegExp(`<${name}(?: [^>]*)?/>|<${name}(?: [^>]*)?>.*?</${name}>`, "gs")) ?? [];
}

/** The value of an attribute of the first element of a name; undefined where there is none. */
export function attribute(xml: string, name: string, key: string): string | undefined {
  return new RegExp(`<${name}\\b[^>]*? ${key}="([^"]*)"`).exec(xml)?.[1];
}

/** Text as the reader of the file sees it. */
export function unescaped(xml: string): string {
  return xml
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");
}

/** What is wrong with a part as XML: tags that do not close, signs that must be escaped, characters XML forbids. */
export function xmlFaults(xml: string): readonly string[] {
  const faults: string[] = [];
  const open: string[] = [];
  for (const [token] of xml.matchAll(/<[^>]*>|[^<]+/g)) {
    if (!token.startsWith("<")) {
      if (/&(?!(?:lt|gt|amp|quot|apos|#\d+|#x[\da-fA-F]+);)|\]\]>/.test(token))
        faults.push(`text ${token.slice(0, 40)}`);
    } else if (token.startsWith("</")) {
      if (open.pop() !== token.slice(2, -1).trim()) faults.push(`end ${token}`);
    } else if (!token.endsWith("/>") && !token.startsWith("<?")) {
      open.push(/^<([\w:]+)/.exec(token)?.[1] ?? token);
    }
  }
  if (/(?![\t\n\r])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/u.test(xml)) faults.push("forbidden character");
  return [...faults, ...open.map((name) => `unclosed ${name}`)];
}
