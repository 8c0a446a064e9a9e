/** The first line of a part. */
export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Text as it stands between tags or in an attribute; it must be printable (`printableText`). */
export function escapedXml(text: string): string {
  if (!/[&<>"]/.test(text)) return text;
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** An element; its content is XML already. */
export function element(name: string, attributes: Readonly<Record<string, string | number>>, ...content: string[]) {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${attribute(String(value))}"`);
  const inner = content.join("");
  return inner === "" ? `<${name}${written.join("")}/>` : `<${name}${written.join("")}>${inner}</${name}>`;
}

/** An element that says one thing: `<c:delete val="1"/>`. */
export function setting(name: string, value: string | number): string {
  return element(name, { val: value });
}

/** A line end in an attribute would be read as a blank. */
function attribute(value: string): string {
  return escapedXml(value).replaceAll("\n", "&#10;");
}
