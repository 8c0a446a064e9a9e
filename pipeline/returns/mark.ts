import { parseAddress } from "../model/cell.ts";
import { addComments } from "./comments.ts";
import { addContentType } from "./content-types.ts";
import { isOwnSheetXml, type OwnSheet, ownSheetXml } from "./own-sheet.ts";
import { type Fills, paintCells, restyleCells } from "./paint.ts";
import { openParts, type Parts } from "./parts.ts";
import { addRelationship, listRelationships } from "./relationships.ts";
import { openStyles, type Styles } from "./styles.ts";
import { addTab, extensionOf, listTabs, SPREADSHEET_TYPE, type WorkbookExtension, workbookPath } from "./workbook.ts";
import { UnusualXml } from "./xml.ts";

/** What to do to a cell. */
export interface CellMark {
  readonly sheet: string;
  readonly cell: string; // A1
  readonly fill: string; // RRGGBB
  readonly comment: string | null;
}

/** A workbook with marks on it. */
export interface MarkedWorkbook {
  readonly bytes: Uint8Array;
  readonly extension: WorkbookExtension;
}

/** What is marked in a workbook. */
export interface Marking {
  readonly cells: readonly CellMark[]; // at most one a cell
  readonly ownSheet: OwnSheet; // takes the place of one with the same title, from an earlier marking
  readonly fills: readonly string[]; // all that such a marking uses; those that an earlier one left are taken off
  readonly settlesComments: boolean; // whether an earlier comment of ours on a cell without one now is answered
}

/**
 * Marks cells of someone's workbook and adds a sheet of our own, by patching the parts concerned: their text stays but
 * for what is added, and every other part keeps its bytes, so that charts, images, macros and formulas survive.
 *
 * @param bytes of an .xlsx or .xlsm that `read/` has opened
 * @returns null where a part is written so unusually that patching it is not certain to be right; the same input
 *   gives the same bytes
 */
export function markWorkbook(bytes: Uint8Array, marking: Marking): MarkedWorkbook | null {
  try {
    return mark(openParts(bytes), marking);
  } catch (error) {
    if (error instanceof UnusualXml) return null;
    throw error;
  }
}

function mark(parts: Parts, { cells, ownSheet, fills, settlesComments }: Marking): MarkedWorkbook {
  const tabs = listTabs(parts);
  const stylesPath = listRelationships(parts, workbookPath(parts)).find(({ type }) => type === "styles")?.path;
  const styles = openStyles(stylesPath === undefined ? undefined : parts.read(stylesPath));
  const cleared = styles.without(fills);
  const old = tabs.find((tab) => isOwnSheetXml(parts, tab.path, ownSheet.title));
  for (const { name, path } of tabs.filter((tab) => tab !== old)) {
    const own = cells.filter(({ sheet }) => sheet === name);
    paintSheet(parts, path, own, cleared, styles);
    const texts = own.flatMap(({ cell, comment }) => (comment === null ? [] : [[cell, comment] as const]));
    if (settlesComments || texts.length > 0) addComments(parts, path, new Map(texts));
  }
  const names = tabs.filter((tab) => tab !== old).map(({ name }) => name);
  const sheetXml = ownSheetXml(withoutDeadLinks(ownSheet, names), styles);
  if (old) parts.write(old.path, sheetXml);
  else addTab(parts, freeName(ownSheet.name, names), sheetXml);
  parts.write(stylesPath ?? addStylesPart(parts), styles.xml());
  return { bytes: parts.close(), extension: extensionOf(parts) };
}

function paintSheet(
  parts: Parts,
  path: string,
  cells: readonly CellMark[],
  cleared: ReadonlyMap<number, number>,
  styles: Styles,
): void {
  if (cells.length === 0 && cleared.size === 0) return;
  const before = parts.read(path);
  const plain = restyleCells(before, cleared);
  const xml = cells.length === 0 ? plain : paintCells(plain, fillsOf(cells), styles.filled);
  if (xml !== before) parts.write(path, xml);
}

function fillsOf(cells: readonly CellMark[]): Fills {
  const fills = new Map<number, Map<number, string>>();
  for (const { cell, fill } of cells) {
    const address = parseAddress(cell);
    if (!address) continue;
    const row = fills.get(address.row) ?? new Map<number, string>();
    fills.set(address.row, row.set(address.column, fill));
  }
  return fills;
}

function withoutDeadLinks(sheet: OwnSheet, names: readonly string[]): OwnSheet {
  const rows = sheet.rows.map((cells) =>
    cells.map(({ link, ...cell }) => (link && names.includes(link.sheet) ? { ...cell, link } : cell)),
  );
  return { ...sheet, rows };
}

/** Sheet names may not be repeated, whatever the case of their letters. */
function freeName(name: string, taken: readonly string[]): string {
  const lower = taken.map((each) => each.toLowerCase());
  for (let number = 1; ; number += 1) {
    const each = number === 1 ? name : `${name}(${number})`;
    if (!lower.includes(each.toLowerCase())) return each;
  }
}

function addStylesPart(parts: Parts): string {
  const path = parts.has("xl/styles.xml") ? parts.freePath("xl/styles#.xml") : "xl/styles.xml";
  addContentType(parts, path, `${SPREADSHEET_TYPE}.styles+xml`);
  addRelationship(parts, workbookPath(parts), "styles", path);
  return path;
}
