import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PipelineError } from "../../pipeline/errors.ts";
import { lintDocument } from "../../pipeline/lint/lint.ts";
import { RULES } from "../../pipeline/lint/rules.ts";
import { openDocument } from "../../pipeline/read/document.ts";
import { DEFAULT_READ_LIMITS } from "../../pipeline/read/limits.ts";
import { asFile, asParts, GOOD_BODY, paper, paragraph, table } from "./paper.ts";

const NAMES = Object.keys(paper());
const PIECES = [
  "w:p",
  "w:r",
  "w:t",
  "w:tbl",
  "w:tr",
  "w:tc",
  "w:pPr",
  "w:sectPr",
  "w:pgSz",
  "w:style",
  "mc:Fallback",
  "x",
];

/** Elements in places where no schema allows them. */
const tree = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 6, depthSize: "small" },
    fc
      .string({ unit: fc.constantFrom(..."一二是（）()、，。1-%…“”附件：分别和 \t") })
      .map((text) => text.replace(/[<&]/g, "")),
    fc
      .tuple(
        fc.constantFrom(...PIECES),
        fc.array(tie("node"), { maxLength: 5 }),
        fc.string({ unit: fc.constantFrom(..."019-.ax") }),
      )
      .map(
        ([name, inner, value]) => `<${name} w:val="${value}" w:w="${value}" w:type="even">${inner.join("")}</${name}>`,
      ),
  ),
})).node;

const kinds = (result: ReturnType<typeof lintDocument>) => result.checked.length;

describe("lintDocument, whatever it is given", () => {
  it("never throws on a tree of elements in any order", () => {
    const namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
    fc.assert(
      fc.property(tree, fc.constantFrom(...NAMES), (inner, name) => {
        const root = name === "word/document.xml" ? "w:body" : "w:x";
        const parts = { ...paper(), [name]: `<w:document ${namespace}><${root}>${inner}</${root}></w:document>` };
        expect(kinds(lintDocument(asParts(parts)))).toBe(RULES.length);
      }),
      { numRuns: 200 },
    );
  });

  it("never throws on bytes, and on parts with bytes changed", () => {
    fc.assert(
      fc.property(fc.constantFrom(...NAMES), fc.uint8Array({ maxLength: 40 }), fc.nat(), (name, bytes, at) => {
        const parts = new Map(asParts(paper()));
        const part = Buffer.from(parts.get(name) ?? []);
        part.set(bytes.subarray(0, part.length - (at % part.length)), at % part.length);
        for (const instead of [bytes, part]) {
          expect(kinds(lintDocument(new Map(parts).set(name, instead)))).toBe(RULES.length);
        }
      }),
      { numRuns: 200 },
    );
  });

  it.each(["<w:p>".repeat(5000), "<!--", "<![CDATA[", "<?", "<w:p a='", "</w:p>", "", "\ufeff", "<a/><b/>"])(
    "says that a part like %.20s cannot be read, or reads it",
    (xml) => {
      const { findings } = lintDocument(asParts({ ...paper(), "word/document.xml": xml }));
      expect(findings.map(({ rule }) => rule)).toEqual(["readable"]);
    },
  );

  it.each(["1、", "（", "(", "一", "1", "和", " ", "分别", "增长", "。", "一是", "“", "约1", "…", "a。a", ",123"])(
    "takes no longer than the text does: %s twenty thousand times",
    (piece) => {
      const started = performance.now();
      lintDocument(asParts(paper([...GOOD_BODY, paragraph("Body", piece.repeat(20_000))])));
      expect(performance.now() - started).toBeLessThan(2000);
    },
  );

  it("takes a table of many rows, and many sections", () => {
    const rows = Array.from({ length: 2_000 }, () => ["甲", "1"]);
    const sections = "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>".repeat(5_000);
    expect(kinds(lintDocument(asParts(paper([table(rows)]))))).toBe(RULES.length);
    expect(kinds(lintDocument(asParts(paper([sections]))))).toBe(RULES.length);
  });

  it("survives a circle of styles", () => {
    const parts = paper();
    const styles = parts["word/styles.xml"]?.replace(
      '<w:name w:val="Title"/>',
      '<w:name w:val="Title"/><w:basedOn w:val="Title"/>',
    );
    expect(lintDocument(asParts({ ...parts, "word/styles.xml": styles ?? "" })).findings).toEqual([]);
  });
});

describe("openDocument(bytes, file, limits)", () => {
  const open = (bytes: Buffer) => openDocument(bytes, "来文.docx", DEFAULT_READ_LIMITS);

  it("opens what is a document", async () => {
    expect([...(await open(asFile(paper()))).keys()]).toContain("word/document.xml");
  });

  it("either opens a damaged file or refuses it by a code", async () => {
    const whole = asFile(paper());
    await fc.assert(
      fc.asyncProperty(
        fc.nat(),
        fc.uint8Array({ minLength: 1, maxLength: 30 }),
        fc.boolean(),
        async (at, bytes, isCut) => {
          const file = Buffer.from(whole);
          file.set(bytes.subarray(0, file.length - (at % file.length)), at % file.length);
          const outcome = await open(isCut ? file.subarray(0, at % file.length) : file).then(
            (parts) => kinds(lintDocument(parts)) === RULES.length,
            (error) => error instanceof PipelineError && error.message !== "",
          );
          expect(outcome).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });

  it.each([
    ["FORMAT_UNSUPPORTED", Buffer.from("通知")],
    ["FORMAT_UNSUPPORTED", Buffer.from(asFile({ "xl/workbook.xml": "<x/>" }))],
    ["FILE_UNREADABLE", asFile({ ...paper(), "word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a/>' })],
    ["FILE_UNREADABLE", asFile(paper()).subarray(0, 900)],
  ])("refuses with %s, and says what to do with a paper", async (code, bytes) => {
    await expect(open(bytes)).rejects.toMatchObject({ code, hint: expect.stringContaining("Word") });
  });
});
