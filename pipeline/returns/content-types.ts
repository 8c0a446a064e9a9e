import type { Parts } from "./parts.ts";
import { attributeOf, childrenOf, escapeXml, insertAt, prefixOf, rootOf } from "./xml.ts";

const FILE = "[Content_Types].xml";

/** The content type that the file states for a part by name; undefined where it states none. */
export function contentTypeOf(parts: Parts, path: string): string | undefined {
  const { entries } = open(parts);
  const entry = entries.find((tag) => attributeOf(tag, "PartName")?.toLowerCase() === `/${path}`.toLowerCase());
  return entry === undefined ? undefined : attributeOf(entry, "ContentType");
}

/** States the content type of a new part. */
export function addContentType(parts: Parts, path: string, type: string): void {
  const { xml, root } = open(parts);
  const tag = `<${prefixOf(root.open)}Override PartName="/${escapeXml(path)}" ContentType="${type}"/>`;
  parts.write(FILE, insertAt(xml, root.innerEnd, tag));
}

/** States the content type of all parts with an extension, unless the file already does. */
export function addDefaultType(parts: Parts, extension: string, type: string): void {
  const { xml, root, entries } = open(parts);
  if (entries.some((tag) => attributeOf(tag, "Extension")?.toLowerCase() === extension)) return;
  const tag = `<${prefixOf(root.open)}Default Extension="${extension}" ContentType="${type}"/>`;
  parts.write(FILE, insertAt(xml, root.innerStart, tag));
}

function open(parts: Parts) {
  const xml = parts.read(FILE);
  const root = rootOf(xml, "Types");
  return { xml, root, entries: childrenOf(xml, root.innerStart, root.innerEnd).map((entry) => entry.open) };
}
