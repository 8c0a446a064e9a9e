import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { closePackage, normaliseParts, openPackage, rewritePart } from "../../pipeline/report/package.ts";
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

function normalised(bytes: Uint8Array): Uint8Array {
  const parts = openPackage(bytes);
  normaliseParts(parts, "2023-07-12");
  return closePackage(parts);
}

describe("normaliseParts(parts, fixedDate)", () => {
  const normal = normalised(written(["rIdq_7x", "rIdzz"], new Date(2020, 1, 2)));

  it("gives the same bytes whatever the ids, the zip's clock and the order of writing", () => {
    expect(normalised(written(["other", "names"], new Date(2026, 10, 23)))).toEqual(normal);
    expect(normalised(normal)).toEqual(normal);
  });

  it("keeps every use of an id with its relationship", () => {
    expect(partXml(normal, "word/_rels/document.xml.rels")).toBe(
      '<R><r Id="rId1" Target="a"/><r Id="rId2" Target="b"/></R>',
    );
    expect(partXml(normal, "word/document.xml")).toBe('<w:document><a r:id="rId2"/><b r:embed="rId1"/></w:document>');
  });

  it("does not mix up ids that are each other's new names", () => {
    const swapped = normalised(written(["rId2", "rId1"], new Date(2020, 1, 2)));
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

describe("closePackage(parts, unrolled)", () => {
  it("packs a part piece by piece as it packs it whole", () => {
    const whole = { "a.xml": strToU8(`<a>${"字<b/>".repeat(100_000)}</a>`), "b.xml": strToU8("<b/>") };
    const short = { "a.xml": strToU8("<a></a>"), "b.xml": strToU8("<b/>") };
    function* unroll(xml: string) {
      yield xml.slice(0, 3);
      for (let at = 0; at < 100; at++) yield "字<b/>".repeat(1000);
      yield xml.slice(3);
    }
    const packed = closePackage(short, { "a.xml": unroll });
    expect(openPackage(packed)).toEqual(openPackage(closePackage(whole)));
    expect(closePackage(short, { "a.xml": unroll })).toEqual(packed);
  });
});

describe("rewritePart(parts, path, rewrite)", () => {
  it("refuses a part that is not there", () => {
    expect(() => rewritePart({}, "word/document.xml", (xml) => xml)).toThrow(RangeError);
  });
});
