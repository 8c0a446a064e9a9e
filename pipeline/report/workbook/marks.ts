import { toAddress } from "../../model/cell.ts";
import type { ColumnMarks, SheetDescription } from "../../model/edition.ts";
import type { Theme } from "../../model/theme.ts";
import { firstBodyRow } from "../sheet-layout.ts";
import type { SheetAddition } from "./sheet-parts.ts";

const X14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main";
const XM = "http://schemas.microsoft.com/office/excel/2006/main";
const RULE_EXTENSION = "{B025F937-C7B1-47D3-B67F-A62EFF666E3E}";
const SHEET_EXTENSION = "{78C0D931-6437-407d-A8EE-F0AAD7539E65}";

/**
 * Grey arrows: which way they point says it, on a black and white printer too.
 *
 * LibreOffice counts a threshold itself in, whatever gte says: above zero is said by a number that no figure lies below.
 */
const ARROWS =
  '<iconSet iconSet="3ArrowsGray"><cfvo type="percent" val="0"/><cfvo type="num" val="0"/>' +
  '<cfvo type="num" val="0.000001"/></iconSet>';

interface PlacedMarks {
  readonly range: string;
  readonly kind: ColumnMarks["kind"];
  readonly id: string; // ties a rule to what only newer programs know of it
}

/**
 * The bars and arrows that columns of a sheet carry, as conditional formatting.
 *
 * Bars begin at zero, those of negative numbers on its other side; all have a solid border. Programs older than Excel
 * 2010 draw plain bars.
 *
 * @param sheetNumber from 1
 */
export function sheetMarks(sheet: SheetDescription, sheetNumber: number, theme: Theme): readonly SheetAddition[] {
  const marks = (sheet.rows.length > 0 ? (sheet.marks ?? []) : []).map((mark, at) => ({
    range: rangeOf(mark, sheet),
    kind: mark.kind,
    id: `{00000000-0000-4000-8000-${`${sheetNumber * 1000 + at + 1}`.padStart(12, "0")}}`,
  }));
  const bars = marks.filter(({ kind }) => kind === "bars");
  return [
    ...marks.map((mark, at) => addition("conditionalFormatting", formatting(mark, at + 1, theme))),
    ...(bars.length === 0 ? [] : [addition("extLst", extension(bars, theme))]),
  ];
}

function addition(element: SheetAddition["element"], xml: string): SheetAddition {
  return { element, xml, relationships: [], parts: [] };
}

function rangeOf({ column, rows }: ColumnMarks, sheet: SheetDescription): string {
  const [first, last] = rows ?? [0, sheet.rows.length - 1];
  const top = firstBodyRow(sheet);
  return `${toAddress(top + first, column + 1)}:${toAddress(top + last, column + 1)}`;
}

function formatting({ range, kind, id }: PlacedMarks, priority: number, { workbook: look }: Theme): string {
  const rule =
    kind === "arrows"
      ? `<cfRule type="iconSet" priority="${priority}">${ARROWS}</cfRule>`
      : `<cfRule type="dataBar" priority="${priority}"><dataBar><cfvo type="min"/><cfvo type="max"/>` +
        `<color rgb="FF${look.headFill}"/></dataBar><extLst><ext uri="${RULE_EXTENSION}" xmlns:x14="${X14}">` +
        `<x14:id>${id}</x14:id></ext></extLst></cfRule>`;
  return `<conditionalFormatting sqref="${range}">${rule}</conditionalFormatting>`;
}

function extension(bars: readonly PlacedMarks[], { workbook: look, lights }: Theme): string {
  const formattings = bars.map(
    ({ range, id }) =>
      `<x14:conditionalFormatting xmlns:xm="${XM}"><x14:cfRule type="dataBar" id="${id}">` +
      '<x14:dataBar minLength="0" maxLength="100" border="1" gradient="0" negativeBarBorderColorSameAsPositive="0">' +
      '<x14:cfvo type="autoMin"/><x14:cfvo type="autoMax"/>' +
      `<x14:borderColor rgb="FF${look.borderColour}"/><x14:negativeFillColor rgb="FF${lights.red.fill}"/>` +
      `<x14:negativeBorderColor rgb="FF${lights.red.colour}"/><x14:axisColor rgb="FF${look.borderColour}"/>` +
      `</x14:dataBar></x14:cfRule><xm:sqref>${range}</xm:sqref></x14:conditionalFormatting>`,
  );
  return (
    `<ext uri="${SHEET_EXTENSION}" xmlns:x14="${X14}"><x14:conditionalFormattings>${formattings.join("")}` +
    "</x14:conditionalFormattings></ext>"
  );
}
