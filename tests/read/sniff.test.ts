import { describe, expect, it } from "vitest";
import { sniffBytes, sniffParts, sniffStreams, sniffText } from "../../pipeline/read/sniff.ts";

describe("sniffBytes(bytes)", () => {
  it.each([
    ["", "empty"],
    ["504b03041400", "zip"],
    ["504b050600000000", "archive"],
    ["d0cf11e0a1b11ae1", "ole"],
    ["d0cf11e0", "text"], // cut within the signature: no longer one
    ["255044462d312e37", "pdf"],
    ["89504e470d0a1a0a", "image"],
    ["ffd8ffe000104a46", "image"],
    ["526172211a0700", "archive"],
    ["377abcaf271c", "archive"],
    ["1f8b0800", "archive"],
    ["7b5c72746631", "rtf"],
    ["0902060000001000", "old-xls"],
    ["efbbbf", "text"],
    ["424d492c", "text"], // "BMI," is text, though bitmaps begin with BM
    ["b9e6c4a3", "text"],
  ])("takes %s for %s", (hex, kind) => {
    expect(sniffBytes(Buffer.from(hex, "hex"))).toBe(kind);
  });
});

describe("sniffText(text)", () => {
  it.each([
    ["指标,6月\n", "delimited"],
    ["<5,>6\n", "delimited"],
    ["  \r\n\t\r\n", "empty"],
    ["\n  <html><table>", "html"],
    ["<!DOCTYPE HTML PUBLIC>", "html"],
    ['<html xmlns:x="urn:schemas-microsoft-com:office:excel">', "html"],
    ["<table border=1><tr><td>指标", "html"],
    ["<!-- made by 报表系统 --><table>", "html"],
    ['<?xml version="1.0"?><html>', "html"],
    ['<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="urn:x">', "xml-spreadsheet"],
    ['<?xml version="1.0"?><ss:Workbook>', "xml-spreadsheet"],
    ['<?xml version="1.0"?><office:document>', "unknown"],
    ["MIME-Version: 1.0\nContent-Type: multipart/related", "mhtml"],
    ["ID;PWXL;N;E\r\nP;PGeneral", "slk"],
    ["ID;指标;6月", "delimited"],
    ["abc\u0000def", "unknown"],
    ["abc\u001bdef", "unknown"],
  ])("takes %j for %s", (text, kind) => {
    expect(sniffText(text)).toBe(kind);
  });
});

describe("sniffParts(names)", () => {
  it.each([
    [["[Content_Types].xml", "xl/workbook.xml"], "xlsx"],
    [["[content_types].xml", "XL/workbook.xml"], "xlsx"],
    [["[Content_Types].xml", "xl/workbook.bin"], "xlsb"],
    [["[Content_Types].xml", "word/document.xml", "word/embeddings/a.xlsx"], "docx"],
    [["[Content_Types].xml", "ppt/presentation.xml"], "pptx"],
    [["mimetype", "content.xml", "META-INF/manifest.xml"], "ods"],
    [["OFD.xml", "Doc_0/Document.xml"], "ofd"],
    [["工业.xlsx", "财政.xlsx"], "archive"],
    [[], "archive"],
  ])("takes %j for %s", (names, kind) => {
    expect(sniffParts(names)).toBe(kind);
  });
});

describe("sniffStreams(names)", () => {
  it.each([
    [["Workbook"], "xls"],
    [["Book"], "xls"],
    [["Workbook", "ETExtData"], "xls"],
    [["EncryptionInfo", "EncryptedPackage"], "encrypted"],
    [["WordDocument", "1Table"], "doc"],
    [["PowerPoint Document"], "ppt"],
    [["Contents"], "unknown"],
  ])("takes %j for %s", (names, kind) => {
    expect(sniffStreams(names)).toBe(kind);
  });
});
