/** An element as read from a part: names keep their prefix. */
export interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
  readonly text: string; // directly within
}

/** Reads a part as a tree. @throws Error where it is no sound XML */
export function parseXml(xml: string): XmlNode {
  const root = { name: "", attributes: {}, children: [] as XmlNode[], text: "" };
  const open = [root];
  const body = xml.replace(/^\uFEFF?<\?xml[^?]*\?>/, "").trim();
  let read = 0;
  for (const { 0: token, index } of body.matchAll(/<[^<>]*>|[^<>]+/g)) {
    const parent = open.at(-1);
    if (!parent || index !== read) throw new Error(`unsound XML at ${body.slice(read, read + 60)}`);
    read = index + token.length;
    if (!token.startsWith("<")) parent.text += plain(token);
    else if (token.startsWith("</")) close(token, open);
    else {
      const node = {
        name: /^<([\w:.-]+)/.exec(token)?.[1] ?? "",
        attributes: attributesOf(token),
        children: [],
        text: "",
      };
      parent.children.push(node);
      if (!token.endsWith("/>")) open.push(node);
    }
  }
  const [only, ...others] = root.children;
  if (open.length !== 1 || !only || others.length > 0 || read !== body.length) throw new Error("not one whole element");
  return only;
}

/** The child of a name. @throws Error unless there is exactly one */
export function childOf(node: XmlNode, name: string): XmlNode {
  const [one, ...others] = childrenOf(node, name);
  if (!one || others.length > 0) throw new Error(`${node.name} has ${others.length + (one ? 1 : 0)} ${name}`);
  return one;
}

/** The element at the end of a path of only children. */
export function at(node: XmlNode, ...path: readonly string[]): XmlNode {
  return path.reduce(childOf, node);
}

/** The children of a name, in order. */
export function childrenOf({ children }: XmlNode, name: string): readonly XmlNode[] {
  return children.filter((child) => child.name === name);
}

/** Every element of a name, however deep, in order. */
export function descendants({ children }: XmlNode, name: string): readonly XmlNode[] {
  return children.flatMap((child) => [...(child.name === name ? [child] : []), ...descendants(child, name)]);
}

function close(token: string, open: { readonly name: string }[]): void {
  const name = token.slice(2, -1).trim();
  if (open.pop()?.name !== name) throw new Error(`${token} closes nothing`);
}

function attributesOf(tag: string): Readonly<Record<string, string>> {
  const pairs = [...tag.matchAll(/\s([\w:.-]+)="([^"]*)"/g)].map(([, key = "", value = ""]) => [key, plain(value)]);
  if (new Set(pairs.map(([key]) => key)).size < pairs.length) throw new Error(`an attribute twice in ${tag}`);
  return Object.fromEntries(pairs);
}

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

function plain(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([\da-fA-F]+)|(\w+));|&/g, (whole, decimal, hex, name) => {
    if (decimal) return String.fromCodePoint(Number(decimal));
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
    const sign = ENTITIES[name ?? ""];
    if (sign === undefined) throw new Error(`unsound XML: ${whole}`);
    return sign;
  });
}
