import { CFB } from "@e965/xlsx";
import { strToU8, zipSync } from "fflate";
import { odsRow, tinyOds } from "../tiny-ods.ts";
import { labelRecord, numberRecord, oleFile, type TinyRecord, tinyStream, tinyXls, u16 } from "../tiny-xls.ts";
import { tinyXlsx } from "../tiny-xlsx.ts";
import type { HostileFile } from "./hostile-file.ts";

const XLSX = tinyXlsx({ rows: '<row r="1"><c r="A1"><v>1</v></c></row>' });
const XLS = tinyXls({ sheets: [{ name: "表1", records: [numberRecord(0, 0, 1)] }] });
const FLOAT = '<table:table-cell office:value-type="float" office:value="1"';
const DIRECTORY_ENTRY_BYTES = 128;

/** Hostile files of every kind but .xlsx. */
export function hostileOthers(): readonly HostileFile[] {
  return [...hostileXls(), ...hostileOds(), ...hostileHtml(), ...hostileText(), ...disguised()];
}

function hostileXls(): readonly HostileFile[] {
  const sheet = (...records: readonly TinyRecord[]) => tinyXls({ sheets: [{ name: "表1", records }] });
  const wide: TinyRecord = [0x0200, Buffer.concat([u16(0, 0, 0xffff, 0x7fff, 0, 0xffff, 0)])];
  return [
    ["an .xls that claims 4 billion rows", sheet(wide, numberRecord(0, 0, 1)), "read"],
    ["an .xls with a column beyond XFD", sheet(numberRecord(0, 65_000, 1)), ["FILE_TOO_LARGE", "FILE_UNREADABLE"]],
    ["an encrypted .xls", tinyXls({ globals: [[0x002f, u16(1, 1, 1)]], sheets: [] }), "FILE_UNREADABLE"],
    [
      "an encrypted .xlsx",
      oleFile({ "/EncryptionInfo": u16(4, 4), "/EncryptedPackage": u16(1, 2, 3) }),
      "FILE_UNREADABLE",
    ],
    ["an .xls with macros", oleFile({ "/Workbook": workbookStream(), "/_VBA_PROJECT_CUR/VBA/dir": u16(1) }), "read"],
    [
      "an .xls of a million empty records",
      oleFile({ "/Workbook": Buffer.concat([workbookStream(), Buffer.alloc(4_000_000)]) }),
      ["read", "FILE_UNREADABLE"],
    ],
    ["an .xls whose sector chain is a circle", withCircularChain(), ["read", "FILE_UNREADABLE"]],
    [
      "an .xls whose folders are a circle",
      withCircularFolders(),
      ["read", "FILE_UNREADABLE", "FORMAT_UNSUPPORTED", "FILE_TOO_LARGE"],
    ],
    [
      "an .xls with a text longer than its record",
      sheet([0x0204, Buffer.concat([u16(0, 0, 0, 0xffff), Buffer.of(1, 65)])]),
      ["read", "FILE_UNREADABLE"],
    ],
    [
      "an .xls with a path for a sheet name",
      tinyXls({ sheets: [{ name: "../../etc/passwd", records: [labelRecord(0, 0, "a")] }] }),
      "read",
    ],
    ["an OLE signature and nothing else", Buffer.from("d0cf11e0a1b11ae1", "hex"), "FILE_UNREADABLE"],
    [
      "an OLE signature and noise",
      Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(100_000, "ÿa")]),
      "FILE_UNREADABLE",
    ],
  ];
}

function hostileOds(): readonly HostileFile[] {
  const entities = `<!DOCTYPE a [<!ENTITY a "${"9".repeat(1_000)}"><!ENTITY b "${"&a;".repeat(1_000)}">]>`;
  const rows = (cell: string, row = "") => tinyOds({ rows: odsRow(cell, row) });
  return [
    [
      "an .ods cell repeated 999,999,999 times",
      rows(`${FLOAT} table:number-columns-repeated="999999999"/>`),
      "FILE_TOO_LARGE",
    ],
    [
      "an .ods row repeated 999,999,999 times",
      rows(`${FLOAT}/>`, 'table:number-rows-repeated="999999999"'),
      "FILE_TOO_LARGE",
    ],
    [
      "an .ods of 1,048,576 full rows of 1,000",
      rows(`${FLOAT} table:number-columns-repeated="1000"/>`, 'table:number-rows-repeated="1048576"'),
      "FILE_TOO_LARGE",
    ],
    [
      "an .ods cell at row 1048577",
      tinyOds({ rows: odsRow("", 'table:number-rows-repeated="1048576"') + odsRow(`${FLOAT}/>`) }),
      "FILE_TOO_LARGE",
    ],
    [
      "an .ods with an entity bomb",
      tinyOds({ content: `${entities}<office:spreadsheet>&b;</office:spreadsheet>` }),
      "FILE_UNREADABLE",
    ],
    [
      "an .ods whose styles rest on each other in a circle",
      tinyOds({
        styles:
          '<style:style style:name="a" style:parent-style-name="b"/><style:style style:name="b" style:parent-style-name="a"/>',
        rows: odsRow(`${FLOAT} table:style-name="a"/>`),
      }),
      "read",
    ],
    [
      "an .ods of 999,999,999 blanks",
      rows(
        '<table:table-cell office:value-type="string"><text:p><text:s text:c="999999999"/></text:p></table:table-cell>',
      ),
      "read",
    ],
    ["an .ods with a path for a part name", tinyOds({ more: { "../evil": strToU8("x") } }), "FILE_UNREADABLE"],
    [
      "an .ods of 100,000 spans in each other",
      rows(
        `<table:table-cell office:value-type="string"><text:p>${"<text:span>".repeat(100_000)}${"</text:span>".repeat(100_000)}</text:p></table:table-cell>`,
      ),
      ["read", "FILE_TOO_LARGE"],
    ],
  ];
}

function hostileHtml(): readonly HostileFile[] {
  const html = (text: string) => Buffer.from(`<html><table>${text}</table></html>`);
  return [
    ["a web page with a span of 999999999", html("<tr><td colspan=999999999 rowspan=999999999>1"), "FILE_TOO_LARGE"],
    [
      "a web page of spans over each other",
      html("<tr><td colspan=16000 rowspan=1000>1".repeat(2_000)),
      "FILE_TOO_LARGE",
    ],
    ["a web page of 5 MB without an end", Buffer.from(`<html><table>${"<td".repeat(1_700_000)}`), "FILE_UNREADABLE"],
    ["a web page of 2 MB of blanks", html(`<tr><td>a${"<b> </b>".repeat(250_000)}b`), "read"],
    ["a web page with a script", html("<tr><td>1<script>while (true) {}</script></td></tr>"), "read"],
    ["a web page of tables in tables", Buffer.from("<table><tr><td>".repeat(100_000)), "FILE_UNREADABLE"],
  ];
}

function hostileText(): readonly HostileFile[] {
  return [
    ["40 MB of commas", Buffer.alloc(40_000_000, ","), "FILE_TOO_LARGE"],
    ["40 MB of line ends", Buffer.alloc(40_000_000, "\n"), ["FILE_TOO_LARGE", "FORMAT_UNSUPPORTED"]],
    [
      "40 MB of Ctrl-Z",
      Buffer.concat([Buffer.from("a,1\n"), Buffer.alloc(40_000_000, 0x1a), Buffer.from("b")]),
      "FORMAT_UNSUPPORTED",
    ],
    [
      "10 MB of quotes",
      Buffer.concat([Buffer.from("a,1\n"), Buffer.alloc(10_000_001, '"')]),
      ["FILE_UNREADABLE", "read"],
    ],
    ["half a UTF-16 pair", Buffer.from("fffe40d8", "hex"), "FILE_UNREADABLE"],
    ["a terminal's escape codes", Buffer.from("\u001b[2J指标,1\n"), "FORMAT_UNSUPPORTED"],
    ["formulas for whoever opens it", Buffer.from("=cmd|'/c calc'!A1,1\n"), "read"],
  ];
}

function disguised(): readonly HostileFile[] {
  return [
    ["an .xlsx named .csv", XLSX, "read", "a.csv"],
    ["an .xls named .xlsx", XLS, "read", "a.xlsx"],
    [
      "a program named .xlsx",
      Buffer.from("4d5a90000300000004000000ffff0000", "hex"),
      ["FORMAT_UNSUPPORTED", "FILE_UNREADABLE"],
      "a.xlsx",
    ],
    ["a PDF named .xls", Buffer.from("%PDF-1.7\n1 0 obj"), "FORMAT_UNSUPPORTED", "a.xls"],
    [
      "a Word file named .xlsx",
      zipSync({ "[Content_Types].xml": strToU8("<a/>"), "word/document.xml": strToU8("<a/>") }),
      "FORMAT_UNSUPPORTED",
      "a.xlsx",
    ],
    [
      "a name with a path in it",
      tinyXlsx({ rows: '<row r="1"><c r="A1"><v>2</v></c></row>' }),
      "read",
      "../../etc/passwd.xlsx",
    ],
    ["nothing", new Uint8Array(), "FORMAT_UNSUPPORTED", "a.xlsx"],
  ];
}

function workbookStream(): Buffer {
  return tinyStream({ sheets: [{ name: "表1", records: [numberRecord(0, 0, 1)] }] });
}

/** The first sector of the allocation table says that each sector is followed by itself. */
function withCircularChain(): Buffer {
  const bytes = Buffer.from(XLS);
  const table = 512 * (bytes.readUInt32LE(76) + 1);
  for (let sector = 0; sector < 128; sector += 1) {
    if (bytes.readInt32LE(table + sector * 4) >= -2) bytes.writeUInt32LE(sector, table + sector * 4);
  }
  return bytes;
}

/** Every entry of the directory is its own neighbour and its own child. */
function withCircularFolders(): Buffer {
  const bytes = Buffer.from(CFB.write(CFB.read(XLS, { type: "buffer" }), { type: "buffer", fileType: "cfb" }));
  const directory = 512 * (bytes.readUInt32LE(48) + 1);
  for (let entry = 0; entry < 4; entry += 1) {
    const at = directory + entry * DIRECTORY_ENTRY_BYTES;
    for (const link of [68, 72, 76]) bytes.writeUInt32LE((entry + 1) % 4, at + link);
  }
  return bytes;
}
