import { strToU8, zipSync } from "fflate";
import { type FiguresOf, makeFigures } from "./figures.ts";
import type { Subjects } from "./subjects.ts";

type Value = string | number;
type Rows = readonly (readonly Value[])[];

const MONTH_HEADS = ["指标", "计量单位", "本月", "本月同比增长(%)", "累计", "累计同比增长(%)", "上年同期累计", "位次"];
const LONG_HEADS = [
  ...["地区", "指标", "期间", "计量单位", "本月", "本月同比增长(%)", "累计", "累计同比增长(%)"],
  ...["上年同期累计", "上年同期本月", "增速位次", "总量位次"],
];
/** Figures in a line of a monthly sheet. */
export const FIGURES_A_LINE = MONTH_HEADS.length - 2;

const FIRST_YEAR = 1990;

/** A workbook of one table: a row for each place, indicator and month, twelve columns, as a database exports it. */
export function longWorkbook(rows: number, subjects: Subjects): Uint8Array {
  const table: (readonly Value[])[] = [["历年分地区分月主要经济指标"], LONG_HEADS];
  for (const row of longRows(subjects)) {
    if (table.length === rows + 2) break;
    table.push(row);
  }
  return workbook([{ name: "数据", rows: table }]);
}

/** A workbook of monthly sheets, each with all indicators of the first places under a line for each place. */
export function monthlyWorkbook(months: number, places: number, subjects: Subjects, first = 0): Uint8Array {
  const figuresOf = makeFigures(subjects);
  const sheets = Array.from({ length: months }, (_, step) => monthSheet(first + step, places, subjects, figuresOf));
  return workbook(sheets);
}

function* longRows(subjects: Subjects): Generator<readonly Value[]> {
  const figuresOf = makeFigures(subjects);
  for (let month = 0; ; month += 1)
    for (const [at, place] of subjects.places.entries())
      for (const indicator of subjects.indicators) {
        const one = figuresOf(indicator, month)[at];
        if (!one) continue;
        const before = [one.totalBefore, one.monthBefore];
        const values = [one.month, one.monthGrowth, one.total, one.totalGrowth, ...before];
        yield [place.name, indicator.name, monthName(month), indicator.unit, ...values, one.growthRank, one.sizeRank];
      }
}

function monthSheet(month: number, count: number, { indicators, places }: Subjects, figuresOf: FiguresOf) {
  const title = `${monthName(month)}分旗县市区主要经济指标`;
  const blocks = places.slice(0, count).map(({ name: place }, at): Rows => {
    const lines = indicators.flatMap((indicator) => {
      const one = figuresOf(indicator, month)[at];
      if (!one) return [];
      const values = [one.month, one.monthGrowth, one.total, one.totalGrowth, one.totalBefore, one.growthRank];
      return [[`  ${indicator.name}`, indicator.unit, ...values]];
    });
    return [[place], ...lines];
  });
  return { name: monthName(month), rows: [[title], MONTH_HEADS, ...blocks.flat()] };
}

function monthName(month: number): string {
  return `${FIRST_YEAR + Math.floor(month / 12)}年${(month % 12) + 1}月`;
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** Written by hand: the libraries that write workbooks take minutes for a million cells. */
function workbook(sheets: readonly { readonly name: string; readonly rows: Rows }[]): Uint8Array {
  const texts = new Map<string, number>();
  const parts = sheets.map(({ rows }) => sheetXml(rows, texts));
  const part = (number: number) => `worksheets/sheet${number}.xml`;
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const override = (path: string, type: string) =>
    `<Override PartName="/xl/${path}" ContentType="${TYPES}.${type}+xml"/>`;
  const tabs = sheets.map(({ name }, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`);
  const relations = sheets.map((_, i) => relation(`rId${i + 1}`, "worksheet", part(i + 1)));
  const overrides = sheets.map((_, i) => override(part(i + 1), "worksheet"));
  const files: Record<string, string> = {
    "[Content_Types].xml":
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>` +
      `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `${override("workbook.xml", "sheet.main")}${override("sharedStrings.xml", "sharedStrings")}${overrides.join("")}</Types>`,
    "_rels/.rels": `<Relationships xmlns="${PACKAGE}/relationships">${relation("rId1", "officeDocument", "xl/workbook.xml")}</Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${tabs.join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${PACKAGE}/relationships">${relations.join("")}${relation("rIdTexts", "sharedStrings", "sharedStrings.xml")}</Relationships>`,
    "xl/sharedStrings.xml": `<sst xmlns="${MAIN}">${[...texts.keys()].map((text) => `<si><t xml:space="preserve">${text}</t></si>`).join("")}</sst>`,
  };
  for (const [i, xml] of parts.entries()) files[`xl/${part(i + 1)}`] = xml;
  return zipSync(Object.fromEntries(Object.entries(files).map(([path, xml]) => [path, strToU8(xml)])), { level: 6 });
}

function sheetXml(rows: Rows, texts: Map<string, number>): string {
  const lines = rows.map((cells, r) => {
    const each = cells.map((value, c) => {
      const address = `${String.fromCharCode(65 + c)}${r + 1}`;
      if (typeof value === "number") return `<c r="${address}"><v>${value}</v></c>`;
      const text = texts.get(value) ?? texts.size;
      texts.set(value, text);
      return `<c r="${address}" t="s"><v>${text}</v></c>`;
    });
    return `<row r="${r + 1}">${each.join("")}</row>`;
  });
  return `<worksheet xmlns="${MAIN}"><sheetData>${lines.join("")}</sheetData></worksheet>`;
}
