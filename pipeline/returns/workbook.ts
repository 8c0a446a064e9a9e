import { addContentType, contentTypeOf } from "./content-types.ts";
import type { Parts } from "./parts.ts";
import { addRelationship, listRelationships, OFFICE_RELATIONSHIPS } from "./relationships.ts";
import { attributeOf, childrenOf, escapeXml, insertAt, prefixOf, rootOf, UnusualXml } from "./xml.ts";

/** The namespace of workbooks, worksheets, styles and comments. */
export const SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
/** The beginning of the content types of all these. */
export const SPREADSHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** A tab that holds a worksheet. */
export interface Tab {
  readonly name: string;
  readonly path: string;
}

export type WorkbookExtension = "xlsx" | "xlsm" | "xltx" | "xltm";

/** Programs refuse a file whose name says something else than its content type. */
const EXTENSIONS: Readonly<Record<string, WorkbookExtension>> = {
  [`${SPREADSHEET_TYPE}.sheet.main+xml`]: "xlsx",
  "application/vnd.ms-excel.sheet.macroEnabled.main+xml": "xlsm",
  [`${SPREADSHEET_TYPE}.template.main+xml`]: "xltx",
  "application/vnd.ms-excel.template.macroEnabled.main+xml": "xltm",
};

/** The extension that the file's name must have, by its content type. */
export function extensionOf(parts: Parts): WorkbookExtension {
  return EXTENSIONS[contentTypeOf(parts, workbookPath(parts)) ?? ""] ?? "xlsx";
}

/** Where the workbook part is. */
export function workbookPath(parts: Parts): string {
  return listRelationships(parts, "").find(({ type }) => type === "officeDocument")?.path ?? "xl/workbook.xml";
}

/** The worksheets in the order of their tabs. @throws UnusualXml for a Strict workbook, whose parts have other names */
export function listTabs(parts: Parts): readonly Tab[] {
  const path = workbookPath(parts);
  const { sheets } = openWorkbook(parts);
  const targets = listRelationships(parts, path).filter(({ type }) => type === "worksheet");
  return sheets.flatMap((open) => {
    const target = targets.find(({ id }) => id === attributeOf(open, "id"));
    return target && parts.has(target.path) ? [{ name: attributeOf(open, "name") ?? "", path: target.path }] : [];
  });
}

/** Adds a worksheet as the last tab; the others keep their numbers, which names and links count by. */
export function addTab(parts: Parts, name: string, sheetXml: string): void {
  const path = parts.freePath("xl/worksheets/sheet#.xml");
  parts.write(path, sheetXml);
  addContentType(parts, path, `${SPREADSHEET_TYPE}.worksheet+xml`);
  const owner = workbookPath(parts);
  const id = addRelationship(parts, owner, "worksheet", path);
  const { xml, list, sheets } = openWorkbook(parts);
  const number = Math.max(0, ...sheets.map((open) => Number(attributeOf(open, "sheetId")) || 0)) + 1;
  const attributes = `name="${escapeXml(name)}" sheetId="${number}" xmlns:r="${OFFICE_RELATIONSHIPS}" r:id="${id}"`;
  parts.write(owner, insertAt(xml, list.innerEnd, `<${prefixOf(list.open)}sheet ${attributes}/>`));
}

function openWorkbook(parts: Parts) {
  const xml = parts.read(workbookPath(parts));
  const root = rootOf(xml, "workbook");
  if (!root.open.includes(SPREADSHEET)) throw new UnusualXml("not a Transitional workbook");
  const list = childrenOf(xml, root.innerStart, root.innerEnd).find((element) => element.name === "sheets");
  if (!list || list.innerEnd === list.end) throw new UnusualXml("no sheets");
  return { xml, list, sheets: childrenOf(xml, list.innerStart, list.innerEnd).map(({ open }) => open) };
}
