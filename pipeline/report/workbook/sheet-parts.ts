import { type AddedPart, addPart, addRelationships, type Relationship } from "../added-parts.ts";
import { type Parts, rewritePart } from "../package.ts";

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
