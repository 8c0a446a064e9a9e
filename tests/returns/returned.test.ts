import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { Cell, CellRange } from "../../pipeline/model/cell.ts";
import { type Issue, makeIssue } from "../../pipeline/model/issue.ts";
import { returnedCopy, returnedFile, returnedWorkbook } from "../../pipeline/returns/returned.ts";
import { tinyXlsx } from "../read/tiny-xlsx.ts";
import { bureauWorkbook } from "../support/bureau-workbook.ts";
import { bookOf } from "../support/grid.ts";
import { attribute, elements, officeText, unescaped, xmlFaults } from "../support/office-text.ts";

const HOSTILE = `=HYPERLINK("http://x","y")<v:shape/>]]>&amp;\u0000\u202e_x0041_\ud800`;

const ISSUES: readonly Issue[] = [
  makeIssue("missing-unit", { sheet: "消费", cell: "A4" }, { label: HOSTILE, found: "10.25" }),
  makeIssue("not-a-number", { sheet: "消费", cell: "B4" }, { found: HOSTILE }),
  makeIssue("inexact-number", { sheet: "消费", cell: "C4" }, { found: "60以上" }),
  makeIssue("unread-cell", { sheet: "消费", cell: "J9" }, { found: "7" }),
  makeIssue("no-table", { sheet: "说明" }, { sheet: "说明" }),
  makeIssue("file-refused", {}, { problem: "x", remedy: "y" }),
];

function returned(bytes: Uint8Array, issues = ISSUES): Uint8Array {
  const file = returnedWorkbook(bytes, "xlsx", issues);
  if (!file) throw new Error("no return");
  return file.bytes;
}

const sheetOf = (xml: string) =>
  `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${xml}</worksheet>`;

describe("returnedWorkbook(bytes, format, issues)", () => {
  it("keeps the bytes of every part that it has nothing to say about", async () => {
    const original = await bureauWorkbook();
    const before = unzipSync(original);
    const after = unzipSync(returned(original));
    const changed = Object.keys(before).filter((path) => !path.endsWith("/") && !equal(before[path], after[path]));
    expect(changed.sort()).toEqual([
      "[Content_Types].xml",
      "xl/_rels/workbook.xml.rels",
      "xl/comments1.xml",
      "xl/drawings/vmlDrawing1.vml",
      "xl/styles.xml",
      "xl/workbook.xml",
      "xl/worksheets/sheet1.xml",
    ]);
    const kept = ["xl/charts/chart1.xml", "xl/media/image1.png", "xl/vbaProject.bin", "xl/drawings/drawing1.xml"];
    expect(kept.filter((path) => !equal(before[path], after[path]))).toEqual([]);
    expect(Object.keys(after).filter((path) => !(path in before))).toEqual(["xl/worksheets/sheet3.xml"]);
  });

  it("is the same bytes every time, with the extension that its content type asks for", async () => {
    const original = await bureauWorkbook();
    const first = returnedFile(original, "xlsx", ISSUES);
    expect(first?.name).toBe("核对结果.xlsm");
    expect(equal(first?.bytes, returnedFile(original, "xlsx", ISSUES)?.bytes)).toBe(true);
  });

  it("adds comments, one a cell, below what stands there already", async () => {
    const xml = officeText(returned(await bureauWorkbook()))["xl/comments1.xml"] ?? "";
    const comments = elements(xml, "comment");
    expect(comments.map((comment) => attribute(comment, "comment", "ref"))).toEqual(["B4", "A4", "C4", "J9"]);
    expect(comments[0]).toContain("统计局：本月含网上零售");
    expect(comments.every((comment) => comment.includes("【核对】"))).toBe(true);
  });

  it("changes nothing but the fill of a cell's style, and leaves formulas and values", async () => {
    const original = await bureauWorkbook();
    const before = officeText(original);
    const after = officeText(returned(original));
    const cell = (parts: typeof before, ref: string) =>
      (parts["xl/worksheets/sheet1.xml"] ?? "").match(new RegExp(`<c r="${ref}"[^>]*?(?:/>|>[\\s\\S]*?</c>)`))?.[0] ??
      "";
    const style = (parts: typeof before, ref: string) =>
      elements(elements(parts["xl/styles.xml"] ?? "", "cellXfs")[0]?.replace(/<\/?cellXfs[^>]*>/g, "") ?? "", "xf")[
        Number(attribute(cell(parts, ref), "c", "s") ?? 0)
      ] ?? "";
    const plain = (xf: string) => xf.replace(/ (?:fillId|applyFill)="[^"]*"/g, "").replace(/>\s+</g, "><");
    expect(plain(style(after, "C4"))).toBe(plain(style(before, "C4")));
    expect(style(after, "C4")).not.toBe(style(before, "C4"));
    expect(cell(after, "C4").replace(/ s="\d+"/, "")).toBe(cell(before, "C4").replace(/ s="\d+"/, ""));
    expect(cell(after, "C5")).toBe(cell(before, "C5"));
  });

  it("lists every issue as text that leads to its place", async () => {
    const parts = officeText(returned(await bureauWorkbook()));
    const sheet = parts["xl/worksheets/sheet3.xml"] ?? "";
    const links = elements(sheet, "hyperlink").map((link) => [
      attribute(link, "hyperlink", "ref"),
      unescaped(attribute(link, "hyperlink", "location") ?? ""),
    ]);
    expect(links).toEqual([
      ["A5", "'消费'!A4"],
      ["A6", "'消费'!B4"],
      ["A7", "'消费'!C4"],
      ["A8", "'消费'!J9"],
      ["A9", "'说明'!A1"],
    ]);
    expect(sheet).not.toMatch(/<f[ >]|<v>/);
    const texts = elements(sheet, "c").filter((cell) => !cell.includes('t="inlineStr"'));
    expect([texts, sheet.includes("整个文件")]).toEqual([[], true]);
  });

  it("writes nothing that XML forbids and lets no text out of its element", async () => {
    const parts = officeText(
      returned(await bureauWorkbook({ sheet: "A&B '1'<" }), [
        makeIssue("not-a-number", { sheet: "A&B '1'<", cell: "B4" }, { found: HOSTILE }),
      ]),
    );
    const faults = Object.entries(parts)
      .filter(([path]) => /\.(?:xml|rels|vml)$/.test(path))
      .flatMap(([path, xml]) => xmlFaults(xml).map((fault) => `${path} ${fault}`));
    expect(faults).toEqual([]);
    expect(parts["xl/drawings/vmlDrawing1.vml"]?.match(/<v:shape /g)).toHaveLength(1);
    expect(parts["xl/comments1.xml"]).toContain("_x005F_x0041_");
    expect(parts["xl/worksheets/sheet3.xml"]).toContain(
      "location=\"'A&amp;B &apos;&apos;1&apos;&apos;&lt;'!B4\"".replaceAll("'", "&apos;"),
    );
  });

  it.each([
    ['<sheetData><row r="2" spans="1:2"><c r="B2"><v>1</v></c></row></sheetData>', ["A1", "A2", "B2", "D2", "B9"]],
    ["<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row/></sheetData>", ["A1", "B1", "C1", "A2", "B9"]],
    ["<sheetData/>", ["A1"]],
    ['<sheetData></sheetData><extLst><ext uri="x"/></extLst>', ["C3", "A1"]],
  ])("puts cells that are not there into %s in order", (data, cells) => {
    const issues = cells.map((cell) => makeIssue("unread-cell", { sheet: "表1", cell }, { found: "1" }));
    const parts = officeText(returned(tinyXlsx({ sheet: sheetOf(data) }), issues));
    const sheet = parts["xl/worksheets/sheet1.xml"] ?? "";
    expect(xmlFaults(sheet)).toEqual([]);
    const filled = [...sheet.matchAll(/<c[^>]* s="(\d+)"/g)];
    expect(filled).toHaveLength(cells.length);
    expect(sheet).not.toContain("spans");
    expect(sheet.indexOf("<legacyDrawing")).toBeGreaterThan(sheet.indexOf("sheetData"));
    if (sheet.includes("<extLst")) expect(sheet.indexOf("<legacyDrawing")).toBeLessThan(sheet.indexOf("<extLst"));
  });

  it("takes the style of the row or column for a cell that is not there", () => {
    const styles =
      '<cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="10"/><xf numFmtId="4"><alignment indent="1"/></xf></cellXfs>';
    const sheet = sheetOf(
      '<cols><col min="2" max="2" style="1"/></cols><sheetData><row r="1" s="2" customFormat="1"/><row r="2"/></sheetData>',
    );
    const issues = ["A1", "B2"].map((cell) => makeIssue("unread-cell", { sheet: "表1", cell }, { found: "1" }));
    const parts = officeText(returned(tinyXlsx({ sheet, styles }), issues));
    const numbers = [...(parts["xl/worksheets/sheet1.xml"] ?? "").matchAll(/<c r="\w+" s="(\d+)"/g)].map(([, s]) =>
      Number(s),
    );
    const xfs = elements(
      elements(parts["xl/styles.xml"] ?? "", "cellXfs")[0]?.replace(/<\/?cellXfs[^>]*>/g, "") ?? "",
      "xf",
    );
    expect(numbers.map((number) => attribute(xfs[number] ?? "", "xf", "numFmtId"))).toEqual(["4", "10"]);
  });

  it("keeps the prefix that a part writes its names with", () => {
    const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const sheet = `<x:worksheet xmlns:x="${main}"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
    const issue = makeIssue("unread-cell", { sheet: "表1", cell: "A1" }, { found: "1" });
    const xml = officeText(returned(tinyXlsx({ sheet }), [issue]))["xl/worksheets/sheet1.xml"] ?? "";
    expect([xmlFaults(xml), /<x:c r="A1" s="\d+">/.test(xml), xml.includes("<x:legacyDrawing ")]).toEqual([
      [],
      true,
      true,
    ]);
  });

  it.each([
    ["cells out of order", '<sheetData><row r="2"/><row r="1"/></sheetData>'],
    ["a sheet without data", "<dimension/>"],
    ["a comment in the part", "<sheetData><!-- <row/> --></sheetData>"],
    ["a row that does not end", '<sheetData><row r="1"></sheetData>'],
    ["a drawing that is not there", '<sheetData/><legacyDrawing r:id="rId7"/>'],
  ])("leaves a workbook with %s alone", (_, data) => {
    const issue = makeIssue("unread-cell", { sheet: "表1", cell: "A1" }, { found: "1" });
    expect(returnedWorkbook(tinyXlsx({ sheet: sheetOf(data) }), "xlsx", [issue])).toBeNull();
    expect(returnedFile(tinyXlsx({ sheet: sheetOf(data) }), "xlsx", [issue])?.name).toBe("核对结果.txt");
  });

  it.each([
    ["blanks in a tag", `<sheetData><row r="1"><c r="A1"${" ".repeat(200_000)}><v>1</v></c></row></sheetData>`],
    ["tags that do not close", `<sheetData><row r="1">${'<c r="'.repeat(100_000)}</row></sheetData>`],
    ["rows in rows", `<sheetData>${"<row>".repeat(50_000)}</sheetData>`],
    ["sections", `<sheetData/>${"<x/>".repeat(200_000)}`],
  ])("is not held up by ever so many %s", (_, data) => {
    const issue = makeIssue("unread-cell", { sheet: "表1", cell: "A1" }, { found: "1" });
    const start = performance.now();
    returnedFile(tinyXlsx({ sheet: sheetOf(data) }), "xlsx", [issue]);
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  it("does not add a second list to a file that has one, and takes the marks of what is settled off", async () => {
    const once = returned(await bureauWorkbook());
    const twice = officeText(returned(once, ISSUES.slice(0, 1)));
    expect(elements(twice["xl/workbook.xml"] ?? "", "sheet")).toHaveLength(3);
    expect(twice["xl/worksheets/sheet3.xml"]).toContain("共 1 个问题");
    const comments = elements(twice["xl/comments1.xml"] ?? "", "comment");
    expect(comments[0]).not.toContain("【核对】");
    expect(comments.map((comment) => comment.includes("已经没有了"))).toEqual([false, false, true, true]);
    expect(comments[1]?.match(/【核对】/g)).toHaveLength(1);
    const xfs = elements(
      elements(twice["xl/styles.xml"] ?? "", "cellXfs")[0]?.replace(/<\/?cellXfs[^>]*>/g, "") ?? "",
      "xf",
    );
    const fillOf = (ref: string) => {
      const cell = (twice["xl/worksheets/sheet1.xml"] ?? "").match(new RegExp(`<c r="${ref}"[^>]*>`))?.[0] ?? "";
      return attribute(xfs[Number(attribute(cell, "c", "s"))] ?? "", "xf", "fillId");
    };
    expect([fillOf("B4"), fillOf("C4"), fillOf("A4") === "0"]).toEqual(["0", "0", false]);
  });

  it.each([
    ["an answer below ours", (xml: string) => xml.replace("补填。</t>", "补填。&#10;已核实</t>"), "已核实"],
    ["an answer behind ours", (xml: string) => xml.replace("补填。</t>", "补填。已核实</t>"), "已核实"],
    ["comments saved by a program that drops authors and splits runs", withoutAuthors, undefined],
  ])("keeps people's words and says its own once: %s", async (_, edit, words) => {
    const parts = unzipSync(returned(await bureauWorkbook()));
    const edited = strToU8(edit(strFromU8(parts["xl/comments1.xml"] as Uint8Array)));
    const twice = officeText(returned(zipSync({ ...parts, "xl/comments1.xml": edited })))["xl/comments1.xml"] ?? "";
    const comments = elements(twice, "comment");
    expect(comments.map((comment) => comment.match(/【核对】/g)?.length)).toEqual([1, 1, 1, 1]);
    expect(comments.map((comment) => comment.match(/(?:错误|提醒)：/g)?.length)).toEqual([1, 1, 1, 1]);
    expect(comments[0]).toContain("统计局：本月含网上零售");
    if (words) expect(comments.filter((comment) => comment.includes(words))).toHaveLength(1);
    expect(xmlFaults(twice)).toEqual([]);
  });

  it("chooses another name where the bureau has a sheet 核对结果 of its own", async () => {
    const parts = officeText(returned(await bureauWorkbook({ sheet: "核对结果" })));
    expect(parts["xl/workbook.xml"]).toContain('name="核对结果(2)"');
  });
});

describe("returnedFile(bytes, format, issues)", () => {
  it.each([["xls"], ["csv"], [null]])("gives a list for Notepad for %s", (format) => {
    const file = returnedFile(new Uint8Array(), format, ISSUES);
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(file?.bytes);
    expect([file?.name, text.startsWith("\ufeff"), text.split("\r\n").length]).toEqual([
      "核对结果.txt",
      true,
      4 + 6 + 1,
    ]);
    expect(text).toContain("1. 错误　消费 › A4：");
    expect(text).not.toMatch(/(?![\r\n])[\p{Cc}\p{Cs}\u202e]|[^\r]\n/u);
  });

  it("gives nothing where nothing needs a person", () => {
    const issues = [makeIssue("hidden-content", { sheet: "消费" })];
    expect([returnedFile(new Uint8Array(), "csv", issues), returnedFile(new Uint8Array(), "csv", [])]).toEqual([
      null,
      null,
    ]);
  });
});

describe("returnedCopy(book, issues)", () => {
  const issues = [makeIssue("unread-cell", { sheet: "表1", cell: "A1" }, { found: "1" })];
  const text = (row: number, column: number, words = "x"): Cell => {
    const raw = { type: "text", text: words } as const;
    return { row, column, raw, numberFormat: "General", indent: 0, hidden: false };
  };
  const copyOf = (cells: readonly Cell[], merges: readonly CellRange[] = []) =>
    returnedCopy({ ...bookOf({ name: "表1", hidden: false, cells, merges }), format: "csv" }, issues)?.name;

  it.each([
    ["the last row", [text(1_048_576, 1)], []],
    ["the last column", [text(1, 16_384)], []],
    ["as much text as a cell takes", [text(1, 1, "长".repeat(32_767))], []],
    ["a merge to the last corner", [text(1, 1)], [{ top: 1, left: 1, bottom: 1_048_576, right: 16_384 }]],
  ])("is an .xlsx for %s", (_, cells, merges) => expect(copyOf(cells, merges)).toBe("核对结果.xlsx"));

  it.each([
    ["a row that Excel has not", [text(1_048_577, 1)], []],
    ["a column that Excel has not", [text(1, 16_385)], []],
    ["more text than a cell takes", [text(1, 1, "长".repeat(32_768))], []],
    ["a merge beyond the last row", [text(1, 1)], [{ top: 1, left: 1, bottom: 1_048_577, right: 2 }]],
    ["a merge beyond the last column", [text(1, 1)], [{ top: 1, left: 1, bottom: 2, right: 16_385 }]],
  ])("is none for %s", (_, cells, merges) => expect(copyOf(cells, merges)).toBeUndefined());
});

/** As LibreOffice saves comments: one author without a name, a run for each font. */
function withoutAuthors(xml: string): string {
  return xml
    .replace(/<authors>.*<\/authors>/s, "<authors><author></author></authors>")
    .replace(/authorId="\d"/g, 'authorId="0"')
    .replace(/<r><t>([^<]*)<\/t><\/r>/g, (_, text: string) =>
      text
        .split(/(?<=【核对】|。|——)/)
        .map((each) => `<r><rPr><sz val="11"/></rPr><t>${each}</t></r>`)
        .join(""),
    );
}

function equal(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  return a !== undefined && b !== undefined && Buffer.from(a).equals(b);
}
