import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { normalisePackage, openPackage, rewritePart } from "../../pipeline/report/package.ts";
import { partXml } from "../support/office-text.ts";

const CORE =
  '<cp:coreProperties><dcterms:created xsi:type="dcterms:W3CDTF">2026-01-02T03:04:05Z</dcterms:created>' +
  '<dcterms:modified xsi:type="dcterms:W3CDTF">2026-01-02T03:04:05Z</dcterms:modified></cp:coreProperties>';

function written(ids: readonly [string, string], mtime: Date): Uint8Array {
  const [first, second] = ids;
  return zipSync(
    {
      "word/document.xml": strToU8(`<w:document><a r:id="${second}"/><b r:embed="${first}"/></w:document>`),
      "word/_rels/document.xml.rels": strToU8(`<R><r Id="${first}" Target="a"/><r Id="${second}" Target="b"/></R>`),
      "docProps/core.xml": strToU8(CORE),
      "_rels/.rels": strToU8('<R><r Id="rId9" Target="word/document.xml"/></R>'),
      "[Content_Types].xml": strToU8("<Types/>"),
    },
    { mtime },
  );
}

describe("normalisePackage(bytes, fixedDate)", () => {
  const normal = normalisePackage(written(["rIdq_7x", "rIdzz"], new Date(2020, 1, 2)), "2023-07-12");

  it("gives the same bytes whatever the ids, the zip's clock and the order of writing", () => {
    expect(normalisePackage(written(["other", "names"], new Date(2026, 10, 23)), "2023-07-12")).toEqual(normal);
    expect(normalisePackage(normal, "2023-07-12")).toEqual(normal);
  });

  it("keeps every use of an id with its relationship", () => {
    expect(partXml(normal, "word/_rels/document.xml.rels")).toBe(
      '<R><r Id="rId1" Target="a"/><r Id="rId2" Target="b"/></R>',
    );
    expect(partXml(normal, "word/document.xml")).toBe('<w:document><a r:id="rId2"/><b r:embed="rId1"/></w:document>');
  });

  it("does not mix up ids that are each other's new names", () => {
    const swapped = normalisePackage(written(["rId2", "rId1"], new Date(2020, 1, 2)), "2023-07-12");
    expect(swapped).toEqual(normal);
  });

  it("dates the document, both times, and nothing else", () => {
    const core = partXml(normal, "docProps/core.xml");
    expect(core).toBe(CORE.replaceAll("2026-01-02T03:04:05Z", "2023-07-12T00:00:00Z"));
  });

  it("carries 1980-01-01 in the zip", () => {
    const header = new DataView(normal.buffer, normal.byteOffset);
    expect([header.getUint16(10, true), header.getUint16(12, true)]).toEqual([0, 0x0021]);
  });

  it("puts [Content_Types].xml first and sorts the rest", () => {
    expect(Object.keys(openPackage(normal))).toEqual([
      "[Content_Types].xml",
      "_rels/.rels",
      "docProps/core.xml",
      "word/_rels/document.xml.rels",
      "word/document.xml",
    ]);
  });
});

describe("rewritePart(parts, path, rewrite)", () => {
  it("refuses a part that is not there", () => {
    expect(() => rewritePart({}, "word/document.xml", (xml) => xml)).toThrow(RangeError);
  });
});
