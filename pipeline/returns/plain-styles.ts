import type { Cell, Sheet } from "../model/cell.ts";
import { SPREADSHEET } from "./workbook.ts";
import { escapeXml } from "./xml.ts";

/** The styles of a plain workbook: one for each number format and indent that its cells have. */
export interface PlainStyles {
  readonly xml: string;
  readonly indexOf: (cell: Cell) => number;
}

const FIRST_OWN_FORMAT = 164; // lower numbers are formats that every program knows
const GENERAL = "General";

/** Collects the styles of the cells of all sheets. */
export function makePlainStyles(sheets: readonly Sheet[]): PlainStyles {
  const looks = new Map([
    [keyOf({ numberFormat: GENERAL, indent: 0 }), { numberFormat: GENERAL, indent: 0, index: 0 }],
  ]);
  for (const { cells } of sheets) {
    for (const { numberFormat, indent } of cells) {
      const key = keyOf({ numberFormat, indent });
      if (!looks.has(key)) looks.set(key, { numberFormat, indent, index: looks.size });
    }
  }
  const list = [...looks.values()];
  const formats = [...new Set(list.map(({ numberFormat }) => numberFormat))].filter((format) => format !== GENERAL);
  const idOf = (format: string) => (format === GENERAL ? 0 : FIRST_OWN_FORMAT + formats.indexOf(format));
  return { xml: stylesXml(list, formats, idOf), indexOf: (cell) => looks.get(keyOf(cell))?.index ?? 0 };
}

type Look = Pick<Cell, "numberFormat" | "indent">;

function keyOf({ numberFormat, indent }: Look): string {
  return `${indent} ${numberFormat}`;
}

function stylesXml(looks: readonly Look[], formats: readonly string[], idOf: (format: string) => number): string {
  const own = formats.map((format) => `<numFmt numFmtId="${idOf(format)}" formatCode="${escapeXml(format)}"/>`);
  const numFmts = own.length === 0 ? "" : `<numFmts count="${own.length}">${own.join("")}</numFmts>`;
  const xfs = looks.map(({ numberFormat, indent }) => {
    const shown = `numFmtId="${idOf(numberFormat)}" fontId="0" fillId="0" borderId="0" xfId="0"`;
    if (indent === 0) return `<xf ${shown} applyNumberFormat="1"/>`;
    const alignment = `<alignment horizontal="left" indent="${indent}"/>`;
    return `<xf ${shown} applyNumberFormat="1" applyAlignment="1">${alignment}</xf>`;
  });
  return (
    `<styleSheet xmlns="${SPREADSHEET}">${numFmts}` +
    '<fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts>' +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="${xfs.length}">${xfs.join("")}</cellXfs></styleSheet>`
  );
}
