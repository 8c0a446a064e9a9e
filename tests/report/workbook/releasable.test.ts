import { describe, expect, it } from "vitest";
import type { CellContent, Edition } from "../../../pipeline/model/edition.ts";
import { describeEdition } from "../../../pipeline/report/edition/describe.ts";
import { runsText } from "../../../pipeline/report/printable.ts";
import { renderWorkbook } from "../../../pipeline/report/workbook/write.ts";
import { contrast, stylesInUse } from "../../support/cell-styles.ts";
import { observationFixture } from "../../support/edition-input-fixture.ts";
import { juneInput } from "../../support/edition-month-fixture.ts";
import { attribute, elements, officeText, unescaped } from "../../support/office-text.ts";
import { shippedTheme } from "../../support/shipped-templates.ts";

/**
 * The 35 points of the checklist for spreadsheets that are released, of the UK Government Analysis Function ("Accessible
 * spreadsheets: a checklist of the basics", as ONS's gptables counts them), held against the sheet of data: 数据 is
 * what others work on; the other sheets are for reading and printing.
 *
 * Essential points are marked; a point that is not met says why.
 */
const POINTS: readonly Point[] = [
  met("mark up tables", "essential", () => {
    expect(attribute(sheetXml, "tableParts", "count")).toBe("1");
    expect(attribute(tableXml, "table", "ref")).toBe(`A1:${lastCell}`);
  }),
  met("give tables meaningful names", "desirable", () => {
    expect(attribute(tableXml, "table", "displayName")).toBe("数据");
  }),
  met("no merged or split cells, no nested tables", "essential", () => {
    expect(sheetXml).not.toContain("mergeCell");
  }),
  met("no blank rows or columns within tables", "essential", () => {
    expect(cells.filter((row) => row.every(isBlank))).toEqual([]);
    const everBlank = data.columns.filter((_, at) => cells.every((row) => isBlank(row[at])));
    expect(everBlank.map(({ header }) => header)).toEqual([]);
  }),
  met("one tagged header row, every head there and unlike the others", "essential", () => {
    const heads = elements(tableXml, "tableColumn").map((column) => attribute(column, "tableColumn", "name"));
    expect(attribute(tableXml, "table", "headerRowCount") ?? "1").toBe("1");
    expect(heads).not.toContain("");
    expect(new Set(heads).size).toBe(data.columns.length);
  }),
  met("wrap text within cells", "essential", () => {
    expect(styles.filter(({ xf }) => attribute(xf, "alignment", "wrapText") !== "1")).toEqual([]);
  }),
  unmet("no filters and no frozen panes", "desirable", "whoever works on the data filters it, and the head must stay"),
  met("cells are empty only where it is said why", "essential", () => {
    const status = data.columns.findIndex(({ header }) => header === "状态");
    const value = data.columns.findIndex(({ header }) => header === "数值");
    expect(cells.filter((row) => isBlank(row[value])).length).toBeGreaterThan(0);
    for (const row of cells) expect(isBlank(row[value])).toBe(!["正常", "初步", "估计"].includes(wordsOf(row[status])));
    expect(unescaped(parts["xl/sharedStrings.xml"] ?? "")).toContain("没有的项留空，没有数值的原因见“状态”栏");
  }),
  met("no hidden rows, columns or sheets", "desirable", () => {
    for (const xml of [...sheetXmls, parts["xl/workbook.xml"]]) expect(xml).not.toMatch(/ hidden="1"| state="hidden"/);
  }),
  met("no symbols or superscript for notes", "essential", () => {
    expect(JSON.stringify(parts)).not.toContain("vertAlign");
    expect(texts.filter((text) => /[*†‡※¹²³①-⑩]/.test(text))).toEqual([]);
  }),
  met("notes are called notes", "desirable", () => {
    expect(edition.sheets.some(({ name, title }) => name === "口径说明" && title.includes("说明"))).toBe(true);
  }),
  met("no note markers in cells of data", "desirable", () => {
    expect(texts.filter((text) => /[[（(]注|见注/.test(text))).toEqual([]);
  }),
  met("notes stand in a table on a sheet of notes", "desirable", () => {
    expect(data.notes).toEqual([]);
    expect(edition.sheets.find(({ name }) => name === "口径说明")?.rows.length).toBeGreaterThan(10);
  }),
  met("written content is plain", "essential", () => {
    const foreign = data.columns.flatMap(({ header }) => header.match(/[A-Za-z][A-Za-z\d-]*/g) ?? []);
    expect(foreign).toEqual(["SHA-256"]); // which the notes of 数据来源 explain
    const sources = edition.sheets.find(({ name }) => name === "数据来源");
    expect(sources?.notes.map(runsText).join()).toContain("SHA-256 是收到的文件的指纹");
  }),
  met("links say where they lead", "essential", () => {
    expect(sheetXml).not.toContain("hyperlink");
    const [cover] = edition.sheets;
    const linked = (cover?.rows ?? []).flatMap((row) => (row.kind === "data" ? row.cells : [])).flatMap(linkedCell);
    expect(linked.length).toBeGreaterThan(5);
    for (const { words, link } of linked) expect(link.startsWith(`${words}!`)).toBe(true);
  }),
  unmet(
    "text in a font without serifs, of 12 points",
    "desirable",
    "tables of official papers are set in 宋体, five-hao or smaller; the screen enlarges",
  ),
  unmet(
    "a descriptive title on the sheet",
    "essential",
    "the head stands in row 1 for programs; contents, tab, table and properties name it",
  ),
  met("no symbols in place of words", "desirable", () => {
    expect(texts.filter((text) => /^[^\p{L}\p{N}]+$/u.test(text) && text !== "%")).toEqual([]); // % is a unit
  }),
  unmet(
    "no headers and footers",
    "essential",
    "a printed page needs 第 x 页 共 y 页 and 演示数据; nothing stands there alone",
  ),
  met("no visual devices to divide data", "desirable", () => {
    expect(new Set(styles.map(({ border }) => border)).size).toBe(1);
    expect(sheetXml).not.toContain("conditionalFormatting");
  }),
  met("no background fill", "desirable", () => {
    expect(styles.filter(({ fill }) => fill !== null)).toEqual([]);
  }),
  met("colour is not the only way to say anything", "essential", () => {
    const { lights } = shippedTheme();
    expect(new Set(Object.values(lights).map(({ sign, word }) => sign + word)).size).toBe(4);
    expect(parts["xl/styles.xml"]).not.toMatch(/formatCode="[^"]*\[(?:Red|Color)/i);
  }),
  met("colours stand out from what is behind them", "essential", () => {
    const faint = sheetXmls
      .flatMap((xml) => stylesInUse(xml, parts["xl/styles.xml"] ?? ""))
      .filter(({ colour, fill }) => contrast(colour ?? "000000", fill ?? "FFFFFF") < 4.5);
    expect(faint).toEqual([]);
  }),
  met("no images", "desirable", () => {
    expect(Object.keys(parts).filter((path) => /\/media\//.test(path))).toEqual([]);
  }),
  met("no macros, nothing outside the file", "desirable", () => {
    expect(Object.keys(parts).filter((path) => /vba|externalLink|connections|activeX/i.test(path))).toEqual([]);
  }),
  met("sheets have names of their own, and short ones", "essential", () => {
    const names = edition.sheets.map(({ name }) => name);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    expect(names.filter((name) => name.length > 8 || /^(Sheet|工作表)\d/i.test(name))).toEqual([]);
  }),
  met("no blank sheets", "essential", () => {
    expect(sheetXmls.filter((xml) => elements(xml, "v").length === 0)).toEqual([]);
  }),
  met("column A is used wisely", "essential", () => {
    expect(cells.filter(([first]) => isBlank(first))).toEqual([]);
  }),
  met("tables stand against the left edge", "essential", () => {
    expect(attribute(tableXml, "table", "ref")).toMatch(/^A1:/);
  }),
  met("nothing below the table", "desirable", () => {
    expect(attribute(sheetXml, "dimension", "ref")).toBe(`A1:${lastCell}`);
  }),
  met("one table a sheet", "desirable", () => {
    for (const xml of sheetXmls) expect(elements(xml, "tablePart").length).toBeLessThanOrEqual(1);
  }),
  unmet(
    "spelling and grammar checked",
    "essential",
    "is for people: words come from templates, seeds and the bureaus' sheets",
  ),
  met("what an accessibility checker looks for", "desirable", () => {
    const drawings = Object.entries(parts).filter(([path]) => /drawings\/drawing\d+\.xml$/.test(path));
    const pictures = drawings.flatMap(([, xml]) => elements(xml, "xdr:cNvPr"));
    expect(pictures.length).toBeGreaterThan(0);
    expect(pictures.filter((one) => (attribute(one, "xdr:cNvPr", "descr") ?? "").length < 10)).toEqual([]);
  }),
  met("information about the document", "essential", () => {
    const core = parts["docProps/core.xml"] ?? "";
    for (const name of ["dc:title", "dc:language", "dc:subject", "cp:keywords"])
      expect(
        elements(core, name)
          .join()
          .replace(/<[^>]*>/g, ""),
      ).not.toBe("");
  }),
  met("the cursor is in A1 of the first sheet", "essential", () => {
    expect(attribute(parts["xl/workbook.xml"] ?? "", "workbookView", "activeTab") ?? "0").toBe("0");
    expect(sheetXmls.map((xml) => attribute(xml, "selection", "activeCell"))).toEqual(sheetXmls.map(() => "A1"));
  }),
];

interface Point {
  readonly name: string;
  readonly weight: "essential" | "desirable";
  readonly check: (() => void) | null; // null where it is not met
  readonly reason: string; // why not
}

function met(name: string, weight: Point["weight"], check: () => void): Point {
  return { name, weight, check, reason: "" };
}

function unmet(name: string, weight: Point["weight"], reason: string): Point {
  return { name, weight, check: null, reason };
}

const june = juneInput();
/** With what real months have besides: a figure in a 口径, and cells that hold no number. */
const edition: Edition = describeEdition({
  ...june,
  series: [
    ...june.series,
    observationFixture({ region: "150502", scope: "限额以上", value: "7.1", cell: "E5" }),
    ...(["missing", "not-applicable"] as const).map((status, index) =>
      observationFixture({
        region: `15052${index + 1}`,
        value: null,
        status,
        statusReason: "—",
        cell: `E${index + 6}`,
      }),
    ),
  ],
});
const parts = officeText(await renderWorkbook(edition, shippedTheme()));
const at = edition.sheets.findIndex(({ plain }) => plain === true);
const data = edition.sheets[at] ?? expect.fail("no sheet of data");
const sheetXmls = edition.sheets.map((_, index) => parts[`xl/worksheets/sheet${index + 1}.xml`] ?? "");
const sheetXml = sheetXmls[at] ?? "";
const tables = edition.sheets.filter(({ table, rows }) => table !== undefined && rows.length > 0);
const tableXml = parts[`xl/tables/table${tables.indexOf(data) + 1}.xml`] ?? "";
const styles = stylesInUse(sheetXml, parts["xl/styles.xml"] ?? "");
const cells = data.rows.map((row) => (row.kind === "data" ? row.cells : []));
const texts = cells
  .flat()
  .map(wordsOf)
  .filter((text) => text !== "");
const lastCell = (attribute(sheetXml, "dimension", "ref") ?? "").split(":")[1] ?? "";

function isBlank(content: CellContent | undefined): boolean {
  return content === undefined || content.kind === "blank";
}

function wordsOf(content: CellContent | undefined): string {
  return content?.kind === "text" ? runsText(content.runs) : "";
}

function linkedCell(content: CellContent): readonly { readonly words: string; readonly link: string }[] {
  return content.kind === "text" && content.link !== undefined ? [{ words: wordsOf(content), link: content.link }] : [];
}

describe("the sheet of data, by the checklist of a releasable spreadsheet", () => {
  it.each(POINTS.filter(({ check }) => check !== null))("$name ($weight)", ({ check }) => {
    check?.();
  });

  it("meets 30 points of 35, and says why not of the others", () => {
    expect(POINTS).toHaveLength(35);
    expect(POINTS.filter(({ check }) => check !== null).length).toBeGreaterThanOrEqual(30);
    expect(POINTS.filter(({ check, reason }) => check === null && reason.length < 20)).toEqual([]);
    expect(cells.length).toBeGreaterThan(15);
  });
});
