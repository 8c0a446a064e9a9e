import { strToU8 } from "fflate";
import { type Parts, rewritePart } from "./package.ts";
import { escapedXml, XML_HEAD } from "./xml.ts";

const PACKAGE_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships";
const RELATIONSHIP_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** A part that belongs to another one: where it stands in the file, and what points at it. */
export interface AddedPart {
  readonly path: string; // "xl/tables/table1.xml"
  readonly contentType: string;
  readonly xml: string | Uint8Array; // bytes: of a part that is no XML
  readonly relationships?: readonly Relationship[]; // its own
}

/** From one part to another, or to a page on the web. */
export interface Relationship {
  readonly id: string; // unique within that part; renumbered when the file is packed
  readonly type: string; // the last word of its address: "table"
  readonly target: string; // "../tables/table1.xml"
  readonly isExternal?: true;
}

/** Adds to what a part points at. @param owner path of the part that points */
export function addRelationships(parts: Parts, owner: string, relationships: readonly Relationship[]): void {
  if (relationships.length === 0) return;
  const path = owner.replace(/([^/]*)$/, "_rels/$1.rels");
  parts[path] ??= strToU8(`${XML_HEAD}<Relationships xmlns="${PACKAGE_RELATIONSHIPS}"></Relationships>`);
  const added = relationships.map(({ id, type, target, isExternal }) => {
    const mode = isExternal ? ' TargetMode="External"' : "";
    return `<Relationship Id="${id}" Type="${RELATIONSHIP_TYPES}/${type}" Target="${escapedXml(target)}"${mode}/>`;
  });
  rewritePart(parts, path, (xml) => xml.replace("</Relationships>", () => `${added.join("")}</Relationships>`));
}

/** Puts a part into the file. A kind that is not XML to the package (.vml, .xlsx) is declared once by its extension. */
export function addPart(parts: Parts, { path, contentType, xml, relationships = [] }: AddedPart): void {
  parts[path] = typeof xml === "string" ? strToU8(xml) : xml;
  addRelationships(parts, path, relationships);
  const extension = path.slice(path.lastIndexOf(".") + 1);
  const declaration =
    extension === "xml"
      ? `<Override PartName="/${path}" ContentType="${contentType}"/>`
      : `<Default Extension="${extension}" ContentType="${contentType}"/>`;
  rewritePart(parts, "[Content_Types].xml", (types) =>
    types.includes(declaration) ? types : types.replace("</Types>", () => `${declaration}</Types>`),
  );
}
