import { toAddress } from "../../model/cell.ts";
import type { CellContent, SheetDescription } from "../../model/edition.ts";
import { placedCells } from "../sheet-layout.ts";
import { escapedXml } from "../xml.ts";
import type { SheetAddition } from "./sheet-parts.ts";

/** Tells where a link leads; undefined for anything but a cell or a web page, which then stays plain text. */
export function linkKind(target: string): "cell" | "web" | undefined {
  if (/^https?:\/\/[^\s"<>]+$/.test(target)) return "web";
  return /^[^!]+![A-Z]{1,3}[1-9]\d*$/.test(target) ? "cell" : undefined;
}

/** Where a cell leads: to a cell of this workbook, or to a page on the web; undefined where it does not. */
export function linkOf(content: CellContent): string | undefined {
  const link = content.kind === "text" || content.kind === "number" ? content.link : undefined;
  return link !== undefined && linkKind(link) !== undefined ? link : undefined;
}

/**
 * The links of a sheet, row by row.
 *
 * exceljs would turn a number that leads somewhere into text, and needs a relationship even for a cell of the same
 * file; so the links go into the written parts.
 */
export function sheetLinks(sheet: SheetDescription): readonly SheetAddition[] {
  const ids = new Map<string, string>(); // of web pages
  const elements: string[] = [];
  for (const { row, column, content } of placedCells(sheet, (one) => linkOf(one) !== undefined)) {
    const target = linkOf(content) ?? "";
    if (linkKind(target) === "web" && !ids.has(target)) ids.set(target, `rIdLink${ids.size + 1}`);
    const id = ids.get(target);
    const place = id === undefined ? `location="${escapedXml(quotedLocation(target))}"` : `r:id="${id}"`;
    elements.push(`<hyperlink ref="${toAddress(row, column)}" ${place}/>`);
  }
  if (elements.length === 0) return [];
  const relationships = [...ids].map(([target, id]) => ({ id, type: "hyperlink", target, isExternal: true }) as const);
  return [{ element: "hyperlinks", xml: `<hyperlinks>${elements.join("")}</hyperlinks>`, relationships, parts: [] }];
}

/** A sheet's name stands in quotes, whatever it holds: '数据来源'!A7. */
function quotedLocation(target: string): string {
  const cut = target.lastIndexOf("!");
  return `'${target.slice(0, cut).replace(/^'|'$/g, "").replaceAll("'", "''")}'${target.slice(cut)}`;
}
