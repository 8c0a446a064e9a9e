import { describe, expect, it } from "vitest";
import { parseXml } from "../../pipeline/ooxml/xml-tree.ts";
import { readTargets } from "../../pipeline/proof/relationships.ts";

function targetOf(target: string, more = ""): string | undefined {
  const xml = `<Relationships><Relationship Id="rId1" Target="${target}"${more}/></Relationships>`;
  const open = (path: string) => (path === "word/charts/_rels/chart1.xml.rels" ? parseXml(xml) : undefined);
  return readTargets(open, "word/charts/chart1.xml").get("rId1");
}

describe("readTargets(open, owner)", () => {
  it.each([
    ["chart2.xml", "word/charts/chart2.xml"],
    ["./chart2.xml", "word/charts/chart2.xml"],
    ["../Embeddings/Book1.xlsx", "word/embeddings/book1.xlsx"],
    ["/word/document.xml", "word/document.xml"],
    ["图1.xml", "word/charts/图1.xml"],
    ["../../../x.xml", "x.xml"],
    ["http://", "word/charts/http:"],
    ["", "word/charts"],
  ])("resolves %j to %s", (target, path) => {
    expect(targetOf(target)).toBe(path);
  });

  it.each(["http://", "http://[", "file:///C:/x.xlsx", "#", "chart2.xml"])(
    "leaves %j out where it lies outside",
    (to) => {
      expect(targetOf(to, ' TargetMode="External"')).toBeUndefined();
    },
  );

  it("finds none where a part has no relationships", () => {
    expect(readTargets(() => undefined, "[Content_Types].xml").size).toBe(0);
  });
});
