import { strToU8 } from "fflate";
import { type Parts, rewritePart } from "../package.ts";
import { escapedXml, XML_HEAD } from "../xml.ts";

const PACKAGE_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships";
const RELATIONSHIP_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** What follows a sheet's cells, in the order that ISO 29500-1 wants (CT_Worksheet). */
const AFTER_CELLS = [
  "sheetData",
  "sheetProtection",
  "autoFilter",
  "mergeCells",
  "phoneticPr",
  "conditionalFormatting",
  "dataValidations",
  "hyperlinks",
  "printOptions",
  "pageMargins",
  "pageSetup",
  "headerFooter",
  "rowBreaks",
  "colBreaks",
  "ignoredErrors",
  "drawing",
  "legacyDrawing",
  "picture",
  "tableParts",
  "extLst",
] as const;

/** A part that belongs to another one: where it stands in the file, and what points at it. */
export interface AddedPart {
  readonly path: string; // "xl/tables/table1.xml"
  readonly contentType: string;
  readonly xml: string;
  readonly relationships?: readonly Relationship[]; // its own
}

/** From a sheet or another part to a part, or to a page on the web. */
export interface Relationship {
  readonly id: string; // unique within that part; renumbered when the file is packed
  readonly type: string; // the last word of its address: "table"
  readonly target: string; // "../tables/table1.xml"
  readonly isExternal?: true;
}

/** Something that exceljs cannot write, for one sheet: an element of the sheet's part, and what it refers to. */
export interface SheetAddition {
  readonly element: (typeof AFTER_CELLS)[number];
  readonly xml: string; // of an extLst: one of the extensions in it
  readonly relationships: readonly Relationship[];
  readonly parts: readonly AddedPart[];
}

/** Puts additions into a written sheet, each element at its place. @param sheetNumber from 1, as the parts are named */
export function addToSheet(parts: Parts, sheetNumber: number, additions: readonly SheetAddition[]): void {
  if (additions.length === 0) return;
  rewritePart(parts, `xl/worksheets/sheet${sheetNumber}.xml`, (xml) => {
    const cut = Math.max(xml.lastIndexOf("</sheetData>"), xml.lastIndexOf("<sheetData/>"));
    return xml.slice(0, cut) + additions.reduce(inserted, xml.slice(cut));
  });
  const relationships = additions.flatMap((addition) => addition.relationships);
  addRelationships(parts, `xl/worksheets/sheet${sheetNumber}.xml`, relationships);
  for (const part of additions.flatMap((addition) => addition.parts)) addPart(parts, part);
}

/** An extension joins the list of those that are there. */
function inserted(xml: string, { element, xml: added }: SheetAddition): string {
  if (element !== "extLst") return insertedBefore(AFTER_CELLS.slice(AFTER_CELLS.indexOf(element) + 1), added, xml);
  const end = "</extLst></worksheet>";
  if (xml.endsWith(end)) return xml.slice(0, -end.length) + added + end;
  return insertedBefore([], `<extLst>${added}</extLst>`, xml);
}

/** Looks past the inside of conditional formatting, which may have extensions of its own. */
function insertedBefore(later: readonly string[], added: string, xml: string): string {
  const outline = xml.replace(
    /(<conditionalFormatting\b[^>]*>)(.*?)(?=<\/conditionalFormatting>)/gs,
    (_whole, open: string, inside: string) => open + " ".repeat(inside.length),
  );
  const at = outline.search(new RegExp(`<(?:${later.map((name) => `${name}\\b|`).join("")}/worksheet>)`));
  return xml.slice(0, at) + added + xml.slice(at);
}

function addRelationships(parts: Parts, owner: string, relationships: readonly Relationship[]): void {
  if (relationships.length === 0) return;
  const path = owner.replace(/([^/]*)$/, "_rels/$1.rels");
  parts[path] ??= strToU8(`${XML_HEAD}<Relationships xmlns="${PACKAGE_RELATIONSHIPS}"></Relationships>`);
  const added = relationships.map(({ id, type, target, isExternal }) => {
    const mode = isExternal ? ' TargetMode="External"' : "";
    return `<Relationship Id="${id}" Type="${RELATIONSHIP_TYPES}/${type}" Target="${escapedXml(target)}"${mode}/>`;
  });
  rewritePart(parts, path, (xml) => xml.replace("</Relationships>", () => `${added.join("")}</Relationships>`));
}

/** A kind of part that is not XML to the package (.vml) is declared once by its extension. */
function addPart(parts: Parts, { path, contentType, xml, relationships = [] }: AddedPart): void {
  parts[path] = strToU8(xml);
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
