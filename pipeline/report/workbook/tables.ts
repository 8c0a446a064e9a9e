import { toAddress } from "../../model/cell.ts";
import type { SheetDescription } from "../../model/edition.ts";
import { firstBodyRow, headerDepth } from "../sheet-layout.ts";
import { escapedXml, XML_HEAD } from "../xml.ts";
import { textValue } from "./cell-value.ts";
import type { SheetAddition } from "./sheet-parts.ts";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml";

/** Whether a sheet's rows become an Excel table: one that it names, and that has a row. */
export function hasTable({ table, rows }: SheetDescription): boolean {
  return table !== undefined && rows.length > 0;
}

/**
 * The rows of a sheet as an Excel table with filters and no look of its own.
 *
 * exceljs would write the rows a second time.
 *
 * @param tableNumber from 1, over the whole workbook
 * @throws RangeError if the sheet has groups of columns, section rows, heads twice, or a blank one
 */
export function sheetTable(sheet: SheetDescription, tableNumber: number): SheetAddition {
  const { columns, rows, table: name = "" } = sheet;
  const heads = columns.map(({ header }) => String(textValue(header).value));
  const isPlain = headerDepth(columns) === 1 && rows.every(({ kind }) => kind === "data");
  const isTellable = new Set(heads.map((head) => head.toLowerCase())).size === heads.length && !heads.includes("");
  if (!isPlain || !isTellable) throw new RangeError(`sheet ${sheet.name} cannot be a table`);
  const top = firstBodyRow(sheet) - 1;
  const range = `${toAddress(top, 1)}:${toAddress(top + rows.length, columns.length)}`;
  const fields = heads.map(
    (head, at) => `<tableColumn id="${at + 1}" name="${escapedXml(head).replaceAll("\n", "_x000a_")}"/>`,
  );
  const path = `tables/table${tableNumber}.xml`;
  const id = "rIdTable";
  return {
    element: "tableParts",
    xml: `<tableParts count="1"><tablePart r:id="${id}"/></tableParts>`,
    relationships: [{ id, type: "table", target: `../${path}` }],
    parts: [
      {
        path: `xl/${path}`,
        contentType: CONTENT_TYPE,
        xml:
          XML_HEAD +
          `<table xmlns="${MAIN}" id="${tableNumber}" name="${name}" displayName="${name}" ref="${range}" totalsRowShown="0">` +
          `<autoFilter ref="${range}"/><tableColumns count="${heads.length}">${fields.join("")}</tableColumns>` +
          '<tableStyleInfo showFirstColumn="0" showLastColumn="0" showRowStripes="0" showColumnStripes="0"/></table>',
      },
    ],
  };
}
