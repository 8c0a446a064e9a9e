/** An element: its name, and its text or the elements in it. */
export type XmlNode = readonly [name: string, content: string | number | null | readonly XmlNode[]];

/** Writes a document, an element a line, indented; an element without content says that nothing is known. */
export function renderXml(root: XmlNode): Uint8Array {
  return new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>\n${renderNode(root, "")}`);
}

function renderNode([name, content]: XmlNode, indent: string): string {
  if (content === null || content === "") return `${indent}<${name}/>\n`;
  if (typeof content !== "object") return `${indent}<${name}>${escaped(String(content))}</${name}>\n`;
  const inner = content.map((node) => renderNode(node, `${indent}  `)).join("");
  return `${indent}<${name}>\n${inner}${indent}</${name}>\n`;
}

/** What no XML may hold is left out. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "")
    .replace(/[&<>\r]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
