import { type Parts, resolvePath } from "./parts.ts";
import { attributeOf, childrenOf, escapeXml, insertAt, prefixOf, rootOf } from "./xml.ts";

/** The namespace of relationship attributes, and the beginning of every relationship's type. */
export const OFFICE_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

const EMPTY =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';

/** What a part points at. */
export interface Relationship {
  readonly id: string;
  readonly type: string; // its last word, e.g. "comments"
  readonly path: string;
}

/** The relationships of a part to other parts; those of the file itself for "". */
export function listRelationships(parts: Parts, owner: string): readonly Relationship[] {
  const file = relationshipsPath(owner);
  if (!parts.has(file)) return [];
  const xml = parts.read(file);
  if (!/<(?:\w+:)?Relationship[\s>]/.test(xml)) return [];
  const root = rootOf(xml, "Relationships");
  return childrenOf(xml, root.innerStart, root.innerEnd)
    .filter(({ open }) => attributeOf(open, "TargetMode") !== "External")
    .map(({ open }) => ({
      id: attributeOf(open, "Id") ?? "",
      type: (attributeOf(open, "Type") ?? "").replace(/^.*\//, ""),
      path: resolvePath(owner, attributeOf(open, "Target") ?? ""),
    }));
}

/** Points a part at another and returns the new relationship's id. @param path of the other, from the file's root */
export function addRelationship(parts: Parts, owner: string, type: string, path: string): string {
  const file = relationshipsPath(owner);
  const old = parts.has(file) ? parts.read(file) : EMPTY;
  const xml = /<(?:\w+:)?Relationships[^>]*\/>\s*$/.test(old) ? EMPTY : old;
  const root = rootOf(xml, "Relationships");
  const ids = childrenOf(xml, root.innerStart, root.innerEnd).map(({ open }) => attributeOf(open, "Id"));
  let number = ids.length + 1;
  while (ids.includes(`rId${number}`)) number += 1;
  const attributes = `Id="rId${number}" Type="${OFFICE_RELATIONSHIPS}/${type}" Target="/${escapeXml(path)}"`;
  parts.write(file, insertAt(xml, root.innerEnd, `<${prefixOf(root.open)}Relationship ${attributes}/>`));
  return `rId${number}`;
}

function relationshipsPath(owner: string): string {
  return owner.replace(/[^/]*$/, (name) => `_rels/${name}.rels`);
}
