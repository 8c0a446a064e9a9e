import { describe, expect, it } from "vitest";
import { lintDocument } from "../../pipeline/lint/lint.ts";
import { asParts, paper } from "./paper.ts";
import { main, SEEDED } from "./seeded.ts";

describe("lintDocument, form", () => {
  it("finds nothing in a paper as it should be", () => {
    expect(lintDocument(asParts(paper())).findings).toEqual([]);
  });

  it.each(SEEDED)("finds %s at %s", (rule, place, parts) => {
    const { findings } = lintDocument(asParts(parts));
    expect(findings.filter((finding) => finding.rule === rule).map((finding) => finding.place)).toContain(place);
  });

  it.each(SEEDED.filter(([rule]) => !["title-missing", "readable", "page-size"].includes(rule)))(
    "finds nothing else where %s is wrong at %s",
    (rule, _, parts) => {
      const others = lintDocument(asParts(parts)).findings.filter(
        (finding) => finding.rule !== rule && !ALSO.some((pair) => pair[0] === rule && pair[1] === finding.rule),
      );
      expect(others.map((finding) => `${finding.rule} ${finding.place}`)).toEqual([]);
    },
  );

  it("gives findings in reading order", () => {
    const places = lintDocument(
      asParts({ ...main(/现将上半年/, "现将 上半年"), "word/settings.xml": "<x/>" }),
    ).findings.map(({ place }) => place);
    expect(places).toEqual(["第5段", "页脚"]);
  });

  it("reads a document under another prefix, in a content control, with tracked changes", () => {
    const parts = paper();
    const renamed = (parts["word/document.xml"] ?? "")
      .replaceAll("w:", "z:")
      .replace("xmlns:w=", "xmlns:z=")
      .replace(/(<z:body>)(.*?)(<z:sectPr>)/, "$1<z:sdt><z:sdtContent>$2</z:sdtContent></z:sdt>$3")
      .replace(
        "现将",
        '</z:t></z:r><z:del><z:r><z:delText>2023.7.8</z:delText></z:r></z:del><z:ins><z:r><z:rPr><z:rFonts z:hint="eastAsia"/></z:rPr><z:t>现将',
      );
    const closed = renamed.replace(/(报告如下。<\/z:t><\/z:r>)/, "$1</z:ins>");
    expect(lintDocument(asParts({ ...parts, "word/document.xml": closed })).findings).toEqual([]);
  });
});

/** What a fault brings with it by its nature. */
const ALSO: readonly (readonly [rule: string, other: string])[] = [
  ["page-margins", "page-grid"],
  ["page-margins", "table-width"],
  ["theme-font", "body-font"],
  ["direct-size", "body-size"],
  ["direct-font", "quote-font"],
  ["numbering-mark", "half-width-mark"],
  ["attachment-form", "half-width-mark"],
];
