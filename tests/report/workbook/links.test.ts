import { strToU8 } from "fflate";
import { describe, expect, it } from "vitest";
import { closePackage, type Parts } from "../../../pipeline/report/package.ts";
import { addLinks, linkKind } from "../../../pipeline/report/workbook/links.ts";
import { partXml, xmlFaults } from "../../support/office-text.ts";

describe("linkKind(target)", () => {
  it.each([
    ["数据来源!A7", "cell"],
    ["'数据 来源'!AB123", "cell"],
    ["https://tjj.example.cn/a?b=1&c=2", "web"],
    ["http://tjj.example.cn/", "web"],
    ["javascript:alert(1)", undefined],
    ["file:///etc/passwd", undefined],
    ["https://a b", undefined],
    ['https://a"><x', undefined],
    ["数据来源", undefined],
    ["数据来源!A0", undefined],
  ])("%s is %s", (target, kind) => {
    expect(linkKind(target)).toBe(kind);
  });
});

describe("addLinks(parts, sheetNumber, links)", () => {
  const sheet = (): Parts => ({
    "xl/worksheets/sheet1.xml": strToU8("<worksheet><sheetData/><pageMargins/><pageSetup/></worksheet>"),
  });

  it("puts cells by location and pages by relationship, once a page, before the margins", () => {
    const parts = sheet();
    addLinks(parts, 1, [
      { address: "A1", target: "it's 来源!A7" },
      { address: "A2", target: "https://a.cn/?b=1&c=2" },
      { address: "A3", target: "https://a.cn/?b=1&c=2" },
      { address: "A4", target: "javascript:alert(1)" },
    ]);
    const bytes = closePackage(parts);
    const xml = partXml(bytes, "xl/worksheets/sheet1.xml");
    expect(xml).toBe(
      "<worksheet><sheetData/><hyperlinks>" +
        `<hyperlink ref="A1" location="'it''s 来源'!A7"/>` +
        '<hyperlink ref="A2" r:id="rIdLink1"/><hyperlink ref="A3" r:id="rIdLink1"/>' +
        "</hyperlinks><pageMargins/><pageSetup/></worksheet>",
    );
    const rels = partXml(bytes, "xl/worksheets/_rels/sheet1.xml.rels");
    expect(rels.match(/<Relationship /g)).toHaveLength(1);
    expect(rels).toContain('Target="https://a.cn/?b=1&amp;c=2" TargetMode="External"');
    expect(xmlFaults(rels)).toEqual([]);
  });

  it("leaves a sheet without links as it is", () => {
    const parts = sheet();
    addLinks(parts, 1, [{ address: "A1", target: "nowhere" }]);
    expect(parts).toEqual(sheet());
  });
});
