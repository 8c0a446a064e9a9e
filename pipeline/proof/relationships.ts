import { childrenOf, type XmlElement } from "../ooxml/xml-tree.ts";

/** Where the relationships of a part lead, by id: paths within the file, in lower case. */
export function readTargets(
  open: (path: string) => XmlElement | undefined,
  owner: string,
): ReadonlyMap<string, string> {
  const [, folder = "", name = ""] = /^(.*\/)?([^/]+)$/.exec(owner) ?? [];
  return new Map(
    childrenOf(open(`${folder}_rels/${name}.rels`), "Relationship").map(({ attributes }) => [
      attributes.get("Id") ?? "",
      new URL(attributes.get("Target") ?? "", `file:///${folder}`).pathname.slice(1).toLowerCase(),
    ]),
  );
}
