import { strFromU8, strToU8 } from "fflate";
import { describe, expect, it } from "vitest";
import type { Parts } from "../../../pipeline/report/package.ts";
import { addToSheet, type SheetAddition } from "../../../pipeline/report/workbook/sheet-parts.ts";
import { elements, xmlFaults } from "../../support/office-text.ts";

const SHEET = "xl/worksheets/sheet1.xml";

const addition = (element: SheetAddition["element"], more: Partial<SheetAddition> = {}): SheetAddition => ({
  element,
  xml: `<${element}/>`,
  relationships: [],
  parts: [],
  ...more,
});

function sheetParts(after = "<mergeCells/><pageMargins/><pageSetup/>"): Parts {
  return {
    "[Content_Types].xml": strToU8("<Types></Types>"),
    [SHEET]: strToU8(`<worksheet><cols/><sheetData><row/></sheetData>${after}</worksheet>`),
  };
}

const text = (parts: Parts, path: string) => strFromU8(parts[path] ?? new Uint8Array());

describe("addToSheet(parts, sheetNumber, additions)", () => {
  const four = ["tableParts", "legacyDrawing", "hyperlinks", "drawing"] as const;

  it("puts elements where the schema wants them, in whatever order they come", () => {
    for (const order of [four, four.toReversed()]) {
      const parts = sheetParts();
      addToSheet(
        parts,
        1,
        order.map((element) => addition(element)),
      );
      expect(text(parts, SHEET)).toBe(
        "<worksheet><cols/><sheetData><row/></sheetData><mergeCells/><hyperlinks/><pageMargins/><pageSetup/>" +
          "<drawing/><legacyDrawing/><tableParts/></worksheet>",
      );
    }
  });

  it("puts them after the cells of a sheet that has nothing else", () => {
    const parts = sheetParts("");
    addToSheet(parts, 1, [addition("conditionalFormatting"), addition("hyperlinks")]);
    expect(text(parts, SHEET)).toContain("</sheetData><conditionalFormatting/><hyperlinks/></worksheet>");
  });

  it("looks past the extensions of conditional formatting, and gathers those of the sheet in one list", () => {
    const parts = sheetParts("<pageMargins/>");
    const rule = '<conditionalFormatting sqref="A1"><cfRule><extLst><ext/></extLst></cfRule></conditionalFormatting>';
    addToSheet(parts, 1, [
      addition("extLst", { xml: "<ext a/>" }),
      addition("conditionalFormatting", { xml: rule }),
      addition("hyperlinks"),
      addition("conditionalFormatting", { xml: rule }),
    ]);
    addToSheet(parts, 1, [addition("extLst", { xml: "<ext b/>" }), addition("tableParts")]);
    expect(text(parts, SHEET).split("</sheetData>")[1]).toBe(
      `${rule}${rule}<hyperlinks/><pageMargins/><tableParts/><extLst><ext a/><ext b/></extLst></worksheet>`,
    );
  });

  it("adds parts with their types and what points at them, escaped", () => {
    const parts = sheetParts();
    const relationships = [
      { id: "rIdA", type: "hyperlink", target: 'https://a.cn/?a="&b=$&', isExternal: true },
    ] as const;
    const added = ["xl/a.vml", "xl/b.vml", "xl/c.xml"].map((path) => ({ path, contentType: "t/x", xml: "<x/>" }));
    addToSheet(parts, 1, [addition("drawing", { relationships, parts: added })]);
    expect(text(parts, "[Content_Types].xml")).toBe(
      '<Types><Default Extension="vml" ContentType="t/x"/><Override PartName="/xl/c.xml" ContentType="t/x"/></Types>',
    );
    const rels = text(parts, "xl/worksheets/_rels/sheet1.xml.rels");
    expect(elements(rels, "Relationship").join()).toContain(
      'Target="https://a.cn/?a=&quot;&amp;b=$&amp;" TargetMode="External"',
    );
    expect(xmlFaults(rels)).toEqual([]);
  });

  it("leaves a sheet without additions as it is", () => {
    const parts = sheetParts();
    addToSheet(parts, 1, []);
    expect(parts).toEqual(sheetParts());
  });
});
