import { Document, Paragraph } from "docx";
import { describe, expect, it } from "vitest";
import { documentParts } from "../../../pipeline/report/briefing/document-parts.ts";

const document = () => new Document({ sections: [{ children: [new Paragraph("一、主要指标")] }] });

describe("documentParts(document)", () => {
  it("gives the same parts where docx does not lend its compiler", async () => {
    const [quick, packed] = [await documentParts(document()), await documentParts(document(), {})];
    expect(Object.keys(quick).sort()).toEqual(
      Object.keys(packed)
        .filter((path) => !path.endsWith("/"))
        .sort(),
    );
    expect(quick["word/document.xml"]).toEqual(packed["word/document.xml"]);
  });
});
