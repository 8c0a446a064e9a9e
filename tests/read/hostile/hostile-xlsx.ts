import { strToU8, zipSync } from "fflate";
import { toAddress } from "../../../pipeline/model/cell.ts";
import { type TinyXlsx, tinyParts, tinyXlsx } from "../tiny-xlsx.ts";
import type { HostileFile } from "./hostile-file.ts";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const CELL = '<row r="1"><c r="A1"><v>1</v></c></row>';
const ENTITIES = `<!DOCTYPE a [<!ENTITY b "99999">${Array.from({ length: 9 }, (_, i) => `<!ENTITY c${i} "${`&${i ? `c${i - 1}` : "b"};`.repeat(10)}">`).join("")}]>`;
const CENTRAL_ENTRY = Buffer.from("504b0102", "hex");

/** Files that begin like an .xlsx and mean harm, or come from one who does. */
export function hostileXlsx(): readonly HostileFile[] {
  return [
    [
      "zip bomb: 30 MB in one part",
      zipSync({ ...tinyParts({}), "xl/media/a.bin": new Uint8Array(30_000_000) }),
      "FILE_TOO_LARGE",
    ],
    ["zip bomb: claims 4 GB", withField(24, 0xfffffffe), "FILE_TOO_LARGE"],
    ["zip bomb: parts that overlap", overlapping(), "FILE_UNREADABLE"],
    [
      "3,000 parts",
      zipSync(Object.fromEntries(Array.from({ length: 3_000 }, (_, i) => [`xl/${i}.xml`, strToU8("<a/>")]))),
      "FILE_TOO_LARGE",
    ],
    ["a zip in a zip", zipSync({ "a.xlsx": tinyXlsx({ rows: CELL }) }), "FORMAT_UNSUPPORTED"],
    [
      "../ in a part's name",
      tinyXlsx({ rows: CELL, more: { "../../etc/cron.d/evil": strToU8("x") } }),
      "FILE_UNREADABLE",
    ],
    [
      "..\\ in a part's name",
      tinyXlsx({ rows: CELL, more: { "xl\\..\\..\\evil.dll": strToU8("x") } }),
      "FILE_UNREADABLE",
    ],
    ["an absolute part name", tinyXlsx({ rows: CELL, more: { "/etc/passwd": strToU8("x") } }), "FILE_UNREADABLE"],
    [
      "two parts of one name",
      tinyXlsx({ rows: CELL, more: { "XL/worksheets/SHEET1.xml": strToU8("<a/>") } }),
      "FILE_UNREADABLE",
    ],
    ["an encrypted part", withField(8, 1), "FILE_UNREADABLE"],
    [
      "entity bomb in the sheet",
      of({ sheet: `${ENTITIES}<worksheet xmlns="${MAIN}"><sheetData>${CELL}</sheetData></worksheet>` }),
      "FILE_UNREADABLE",
    ],
    [
      "entity bomb in the shared texts",
      part("xl/sharedStrings.xml", `${ENTITIES}<sst xmlns="${MAIN}"><si><t>&c8;</t></si></sst>`),
      "FILE_UNREADABLE",
    ],
    ["entity bomb in the workbook", part("xl/workbook.xml", `${ENTITIES}<workbook/>`), "FILE_UNREADABLE"],
    [
      "an entity that names a file",
      part("xl/styles.xml", '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'),
      "FILE_UNREADABLE",
    ],
    ["a cell at row 1048577", of({ rows: '<row r="1048577"><c r="A1048577"><v>1</v></c></row>' }), "FILE_TOO_LARGE"],
    ["a cell at column XFE", of({ rows: '<row r="1"><c r="XFE1"><v>1</v></c></row>' }), "FILE_TOO_LARGE"],
    [
      "a cell at row 99999999999",
      of({ rows: '<row r="99999999999"><c r="A99999999999"><v>1</v></c></row>' }),
      "FILE_TOO_LARGE",
    ],
    ["999,999,999 claimed cells", of({ rows: CELL, beforeRows: '<dimension ref="A1:ZZZ999999999"/>' }), "read"],
    [
      "999,999,999 claimed shared texts",
      part("xl/sharedStrings.xml", `<sst xmlns="${MAIN}" count="999999999" uniqueCount="999999999"/>`),
      "read",
    ],
    [
      "a merge over the whole sheet",
      of({
        sheet: `<worksheet xmlns="${MAIN}"><sheetData>${CELL}</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>`,
      }),
      "read",
    ],
    ["30,000 merges of 5,000 rows", tallMerges(30_000), "read"],
    [
      "columns to 999999999",
      of({ rows: CELL, beforeRows: '<cols><col min="1" max="999999999" hidden="1"/></cols>' }),
      "read",
    ],
    ["two million and more cells", of({ rows: `<row>${"<c><v>1</v></c>".repeat(2_100_000)}</row>` }), "FILE_TOO_LARGE"],
    ["a 200 MB shared text", longText(200_000_000), "FILE_TOO_LARGE"],
    ["a 40 MB shared text, hard to pack", longText(40_000_000, 1_000_000), "FILE_TOO_LARGE"],
    [
      "a 2 MB cell",
      of({ rows: `<row r="1"><c r="A1" t="inlineStr"><is><t>${scrambled(2_000_000)}</t></is></c></row>` }),
      "FILE_TOO_LARGE",
    ],
    [
      "2 MB of tags that do not end",
      part("xl/styles.xml", "<cellXfs ".repeat(200_000)),
      ["FILE_UNREADABLE", "FILE_TOO_LARGE"],
    ],
    [
      "lists of styles that do not end",
      part("xl/styles.xml", `<styleSheet>${"<cellXfs><xf>".repeat(100_000)}</styleSheet>`),
      ["read", "FILE_TOO_LARGE"],
    ],
    [
      "100,000 elements deep",
      of({
        sheet: `<worksheet xmlns="${MAIN}">${"<a>".repeat(100_000)}${"</a>".repeat(100_000)}<sheetData>${CELL}</sheetData></worksheet>`,
      }),
      ["read", "FILE_TOO_LARGE"],
    ],
    ["readings of characters that do not end", inPlace(`<t>甲</t>${"<rPh>".repeat(100_000)}`), "read"],
    ["texts in place that do not end", inPlace("<is>".repeat(100_000)), "read"],
    [
      "as many looks as cells",
      of({ styles: indents(30_000), rows: `<row r="1">${styled(30_000)}</row>` }),
      "FILE_TOO_LARGE",
    ],
    [
      "hidden columns in as many spans as there are cells",
      of({
        beforeRows: `<cols>${'<col min="1" max="99999" hidden="1"/>'.repeat(20_000)}</cols>`,
        rows: Array.from({ length: 20_000 }, (_, row) => `<row r="${row + 1}">${CELL_ALONE}</row>`).join(""),
      }),
      "read",
    ],
    [
      "cells that refer to each other in a circle",
      of({ rows: '<row r="1"><c r="A1"><f>B1</f></c><c r="B1"><f>A1</f></c></row>' }),
      "read",
    ],
    ["a sheet that is the workbook", relation("worksheets/sheet1.xml", "workbook.xml"), "FILE_UNREADABLE"],
    ["a sheet outside the file", relation("worksheets/sheet1.xml", "../../../../etc/passwd"), "FILE_UNREADABLE"],
    ["a sheet on the network", relation("worksheets/sheet1.xml", "http://127.0.0.1:9/evil.xml"), "FILE_UNREADABLE"],
    [
      "links to other workbooks",
      tinyXlsx({
        rows: '<row r="1"><c r="A1"><f>[1]表1!A1</f><v>5</v></c></row>',
        more: { "xl/externalLinks/externalLink1.xml": strToU8("<externalLink/>") },
      }),
      "read",
    ],
    ["macros", tinyXlsx({ rows: CELL, more: { "xl/vbaProject.bin": strToU8("Auto_Open") } }), "read"],
    [
      "a formula that calls a program",
      of({ rows: `<row r="1"><c r="A1" t="str"><f>cmd|'/c calc'!A1</f><v>x</v></c></row>` }),
      "read",
    ],
    [
      "names of prototypes",
      of({ rows: '<row r="1"><c r="__proto__" s="constructor"><v>1</v></c></row>', strings: ["__proto__"] }),
      ["read", "FILE_UNREADABLE"],
    ],
    [
      "a sheet named __proto__",
      of({
        workbook: Buffer.from(tinyParts({})["xl/workbook.xml"]).toString().replace("表1", "__proto__"),
        rows: CELL,
      }),
      ["read", "FILE_UNREADABLE"],
    ],
  ];
}

const CELL_ALONE = "<c><v>1</v></c>";

function inPlace(item: string): Uint8Array {
  return of({ rows: `<row r="1"><c r="A1" t="inlineStr"><is>${item}</is></c></row>` });
}

function indents(count: number): string {
  const each = Array.from({ length: count }, (_, indent) => `<xf numFmtId="0"><alignment indent="${indent}"/></xf>`);
  return `<cellXfs>${each.join("")}</cellXfs>`;
}

function styled(count: number): string {
  return Array.from({ length: count }, (_, style) => `<c s="${style}"><v>1</v></c>`).join("");
}

function of(parts: TinyXlsx, level: 0 | 6 = 0): Uint8Array {
  return zipSync(tinyParts(parts), { level });
}

function part(path: string, xml: string): Uint8Array {
  return of({ rows: CELL, more: { [path]: strToU8(xml) } });
}

function relation(from: string, to: string): Uint8Array {
  const path = "xl/_rels/workbook.xml.rels";
  return part(path, Buffer.from(tinyParts({})[path]).toString().replace(from, to));
}

/** A table, and beside it merges as tall as they come, none over another. */
function tallMerges(count: number): Uint8Array {
  const inline = (address: string, text: string) => `<c r="${address}" t="inlineStr"><is><t>${text}</t></is></c>`;
  const rows = [
    `<row r="1">${inline("A1", "通辽市2023年6月主要指标")}</row>`,
    `<row r="2">${inline("A2", "指标")}${inline("B2", "单位")}${inline("C2", "1-6月累计")}</row>`,
    `<row r="3">${inline("A3", "社会消费品零售总额")}${inline("B3", "亿元")}<c r="C3"><v>100</v></c></row>`,
  ];
  const merges = Array.from({ length: count }, (_, index) => {
    const [top, column] = [4 + 5_000 * Math.floor(index / 10_000), (index % 10_000) + 1];
    return `<mergeCell ref="${toAddress(top, column)}:${toAddress(top + 4_999, column)}"/>`;
  });
  return of({
    sheet: `<worksheet xmlns="${MAIN}"><sheetData>${rows.join("")}</sheetData><mergeCells>${merges.join("")}</mergeCells></worksheet>`,
  });
}

function longText(length: number, filler = 0): Uint8Array {
  const text = Buffer.alloc(length, filler === 0 ? "工" : scrambled(filler));
  const bytes = Buffer.concat([Buffer.from(`<sst xmlns="${MAIN}"><si><t>`), text, Buffer.from("</t></si></sst>")]);
  return zipSync({ ...tinyParts({ rows: CELL }), "xl/sharedStrings.xml": bytes }, { level: 1 });
}

/** Letters that do not pack well, the same every time. */
function scrambled(length: number): string {
  let state = 1;
  return Array.from({ length }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return String.fromCharCode(97 + (state % 26));
  }).join("");
}

/** A plain .xlsx with a 32-bit field of its first directory entry overwritten. */
function withField(offset: number, value: number): Buffer {
  const bytes = Buffer.from(tinyXlsx({ rows: CELL }));
  bytes.writeUInt32LE(value, bytes.indexOf(CENTRAL_ENTRY) + offset);
  return bytes;
}

/** Every entry of the directory points at the same part. */
function overlapping(): Buffer {
  const bytes = Buffer.from(tinyXlsx({ rows: CELL }));
  for (let at = bytes.indexOf(CENTRAL_ENTRY); at >= 0; at = bytes.indexOf(CENTRAL_ENTRY, at + 4))
    bytes.writeUInt32LE(0, at + 42);
  return bytes;
}
