import { describe, expect, it } from "vitest";
import { changed, faultsOf, proved, smallPaper } from "./proved-paper.ts";

const paper = await smallPaper();
const MAIN = "word/document.xml";

/** The run of the figure in the n-th bookmark, and the paper with another in its place. */
function figureRun(mark: number): string {
  const inside = new RegExp(`w:name="_fig_${mark}"[^>]*/>(<w:r>.*?</w:r>)<w:bookmarkEnd`, "s").exec(paper[MAIN] ?? "");
  return inside?.[1] ?? "";
}

const opening = (mark: number) => `_fig_${mark}" w:id="${mark}"/>`;
const figureText = (mark: number) => figureRun(mark).replace(/<[^>]*>/g, "");
const withFigure = (mark: number, run: string) =>
  changed(paper, (xml) => xml.replace(`${opening(mark)}${figureRun(mark)}`, `${opening(mark)}${run}`));
const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (...inside: readonly string[]) => `<w:p>${inside.join("")}</w:p>`;
const atEnd = (xml: string) => (document: string) => document.replace(/<w:sectPr(?![\s\S]*<w:sectPr)/, `${xml}$&`);

/** A figure in a sentence, which stands before 个百分点. */
const IN_PROSE = [...(paper[MAIN] ?? "").matchAll(/_fig_(\d+)"[^>]*>(.*?)<w:bookmarkEnd[^>]*>(.*?<\/w:t>)/gs)].flatMap(
  ([, mark, inside = "", after = ""]) =>
    /\d\.\d/.test(inside) && after.replace(/<[^>]*>/g, "").startsWith("个百分点") ? [Number(mark)] : [],
)[0] as number;

describe("proveBriefing(paper, ledger)", () => {
  it("resolves every number of a paper as it was written", () => {
    const result = proved(paper);
    const others = Object.values(result.others).reduce((sum, count) => sum + count, 0);
    expect(result).toMatchObject({ ok: true, unmatched: [], matched: result.figures });
    expect(result.numerals).toBe(result.matched + others);
    expect(result.figures).toBeGreaterThan(40);
  });

  it("is not content with a paper without figures", () => {
    const empty = changed(
      paper,
      (xml) => xml.replace(/<places>.*<\/charts>/s, "<places/><charts/>"),
      "customxml/item1.xml",
    );
    const bare = { "customxml/item1.xml": empty["customxml/item1.xml"] ?? "", [MAIN]: "<w:document/>" };
    expect(proved(bare)).toMatchObject({ ok: false, figures: 0, matched: 0, unmatched: [] });
  });

  describe("after edits that change no number", () => {
    it.each([
      ["a run is cut in two", () => withFigure(IN_PROSE, [...figureText(IN_PROSE)].map(run).join(""))],
      [
        "runs carry revision marks and spelling errors",
        () =>
          changed(paper, (xml) => xml.replaceAll("<w:r>", '<w:proofErr w:type="spellStart"/><w:r w:rsidR="00AB12CD">')),
      ],
      ["a chart has no words beside it", () => changed(paper, (xml) => xml.replace(/ descr="[^"]*"/g, ""))],
      ["bookmarks are gone", () => changed(paper, (xml) => xml.replace(/<w:bookmark(?:Start|End)[^>]*>/g, ""))],
      [
        "bookmarks have other ids",
        () => changed(paper, (xml) => xml.replace(/(<w:bookmark(?:Start|End)[^>]*w:id=")(\d+)/g, "$19$2")),
      ],
      [
        "words are put in",
        () =>
          changed(paper, (xml) =>
            xml.replace(/<w:body>/, `$&${paragraph(run("请各单位进一步统一思想，抓好一般工作。"))}`),
          ),
      ],
      [
        "words are changed",
        () => changed(paper, (xml) => xml.replaceAll("低于", "不及").replaceAll("同比", "与上年同期相比")),
      ],
      ["a verb is another of the same sense", () => changed(paper, (xml) => xml.replaceAll("增长", "提高"))],
      [
        "the name before a figure is another word for it",
        () => changed(paper, (xml) => xml.replaceAll("规模以上工业增加值", "规上工业")),
      ],
      [
        "a paragraph is cut in two",
        () =>
          changed(paper, (xml) => xml.replace(/<w:bookmarkStart[^>]*_fig_2"[^>]*>/, (mark) => `</w:p><w:p>${mark}`)),
      ],
      [
        "a word is deleted under tracked changes",
        () => changed(paper, atEnd(paragraph('<w:del w:id="1"><w:r><w:delText>增长5%</w:delText></w:r></w:del>'))),
      ],
      [
        "a page number is counted",
        () =>
          changed(
            paper,
            (xml) =>
              xml.replace(
                /<\/w:instrText>.*?(?=<w:r><w:fldChar w:fldCharType="end")|<w:fldChar w:fldCharType="separate"\/><\/w:r>/s,
                (found) => `${found}<w:r><w:t>7</w:t></w:r>`,
              ),
            "word/footer1.xml",
          ),
      ],
      [
        "the ledger's part is written anew",
        () =>
          changed(paper, (xml) => xml.replace(/ standalone="yes"/, "").replaceAll("/>", " />"), "customxml/item1.xml"),
      ],
    ])("raises no alarm where %s", (_what, edited) => {
      expect(faultsOf(edited())).toEqual([]);
    });
  });

  describe("after an edit by hand", () => {
    it("tells which figure was changed, and from what", () => {
      const [unmatched, ...others] = proved(withFigure(IN_PROSE, run("99.9"))).unmatched;
      expect(others).toEqual([]);
      expect(unmatched).toMatchObject({ fault: "changed", text: "99.9", expected: `${figureText(IN_PROSE)}个百分点` });
      expect(unmatched?.place).toMatch(/^第\d+段$/);
      expect(unmatched?.figure).toMatch(/^2023-\d+\/[a-z]+$/);
    });

    it("tells the figure even where its bookmark went with it", () => {
      const bare = changed(withFigure(IN_PROSE, run("99.9")), (xml) => xml.replaceAll(`_fig_${IN_PROSE}"`, 'other"'));
      expect(faultsOf(bare)).toMatchObject([["changed", expect.any(String), "99.9", expect.any(String)]]);
    });

    it("tells a digit typed into or beside a figure", () => {
      const [first] = faultsOf(withFigure(1, run(`1${figureText(1)}`)));
      expect(first).toMatchObject([
        "changed",
        expect.any(String),
        `1${figureText(1)}`,
        expect.stringContaining(figureText(1)),
      ]);
    });

    it("tells a figure that was deleted, by its name and place", () => {
      expect(faultsOf(withFigure(IN_PROSE, ""))).toMatchObject([
        ["missing", expect.any(String), "", `${figureText(IN_PROSE)}个百分点`],
      ]);
    });

    it("tells a unit that became another", () => {
      const edited = changed(paper, (xml) => xml.replace(/(_fig_\d+"(?:(?!bookmarkStart).)*?)个百分点/s, "$1％"));
      expect(faultsOf(edited).map(([fault]) => fault)).toEqual(["unit"]);
    });

    it.each([
      ["增长", "下降", "direction"],
      ["低于", "高于", "direction"],
      ["低于", "不低于", "direction"],
      ["加快", "回落", "direction"],
      ["滞后", "达到", "direction"],
      ["规模以上工业增加值同比", "地区生产总值同比", "subject"],
    ])("tells that %s became %s before a figure", (word, other, fault) => {
      const found = faultsOf(changed(paper, (xml) => xml.replaceAll(word, other)));
      expect(found.length).toBeGreaterThan(0);
      expect(new Set(found.map(([one]) => one))).toEqual(new Set([fault]));
      expect(found.every(([, , text, expected]) => text !== expected)).toBe(true);
    });

    it("tells a sign, scale or bracket that was typed beside a figure", () => {
      const text = figureText(IN_PROSE);
      for (const edited of [..."-–‐—−－"].map((sign) => `${sign}${text}`).concat(`.${text.replace(".", "")}`))
        expect(faultsOf(withFigure(IN_PROSE, run(edited))).map(([fault]) => fault)).toEqual(["changed"]);
      const bracketed = changed(withFigure(IN_PROSE, run(`（${text}`)), (xml) =>
        xml.replace(new RegExp(`(${opening(IN_PROSE)}.*?)个百分点`, "s"), "$1）个百分点"),
      );
      expect(faultsOf(bracketed).map(([fault]) => fault)).toEqual(["direction"]);
    });

    it("tells two figures that changed places", () => {
      const [one, other] = [figureRun(1), figureRun(IN_PROSE)];
      expect(one.replace(/<[^>]*>/g, "")).not.toBe(other.replace(/<[^>]*>/g, ""));
      const swapped = changed(withFigure(IN_PROSE, one), (xml) =>
        xml.replace(`${opening(1)}${one}`, `${opening(1)}${other}`),
      );
      expect(faultsOf(swapped).map(([fault]) => fault)).toEqual(["changed", "changed"]);
    });

    it("tells a figure in the bookmark of another", () => {
      const moved = changed(paper, (xml) =>
        xml.replace('_fig_1"', '_fig_x"').replace('_fig_2"', '_fig_1"').replace('_fig_x"', '_fig_2"'),
      );
      expect(proved(moved).ok).toBe(false);
    });

    it.each([
      ["a sentence", atEnd(paragraph(run("另有7项。")))],
      ["a number cut into runs", atEnd(paragraph(run("另有"), run("1"), run("7"), run("项。")))],
      ["full-width digits", atEnd(paragraph(run("增长７．５％。")))],
      ["Chinese numerals", atEnd(paragraph(run("增长百分之五。")))],
      ["a sign of a symbol font", atEnd(paragraph('<w:r><w:sym w:font="Symbol" w:char="F037"/></w:r>'))],
      [
        "a text box",
        atEnd(
          paragraph(
            `<w:r><w:pict><v:textbox><w:txbxContent>${paragraph(run("共9项"))}</w:txbxContent></v:textbox></w:pict></w:r>`,
          ),
        ),
      ],
      ["tracked changes", atEnd(paragraph(`<w:ins w:id="9">${run("增长5%")}</w:ins>`))],
      [
        "the result of a field",
        atEnd(
          paragraph(
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> = 2+3 </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>',
            run("5"),
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
          ),
        ),
      ],
      ["a page field in the text", atEnd(paragraph(`<w:fldSimple w:instr=" PAGE ">${run("5")}</w:fldSimple>`))],
      ["a formula", atEnd(paragraph("<m:oMath><m:r><m:t>5</m:t></m:r></m:oMath>"))],
    ])("tells a number that was put in as %s", (_what, edit) => {
      expect(faultsOf(changed(paper, edit)).map(([fault]) => fault)).toContain("added");
    });

    it.each([
      "word/footnotes.xml",
      "word/endnotes.xml",
      "word/comments.xml",
      "word/header9.xml",
      "word/footer9.xml",
      "word/diagrams/data1.xml",
    ])("reads %s too", (part) => {
      const found = faultsOf({ ...paper, [part]: `<x>${paragraph(run("共9项"))}</x>` });
      expect(found.map(([fault]) => fault)).toContain("added");
    });

    it.each([
      [
        "word/glossary/document.xml",
        `<w:glossaryDocument xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${paragraph(run("共9项"))}</w:glossaryDocument>`,
      ],
      ["word/charts/chartex1.xml", '<cx:chartSpace><cx:lvl><cx:pt idx="0">9</cx:pt></cx:lvl></cx:chartSpace>'],
      ["word/mysettings.xml", "<x><a:t>9</a:t></x>"],
      [
        "word/embeddings/book9.xlsx!/xl/worksheets/sheet1.xml",
        '<worksheet><sheetData><row><c r="A1"><v>9</v></c></row></sheetData></worksheet>',
      ],
      ["word/embeddings/chart1.xlsx!/xl/drawings/drawing1.xml", "<x><a:t>9</a:t></x>"],
    ])("reads the part %s of another kind", (part, xml) => {
      expect(faultsOf({ ...paper, [part]: xml }).map(([fault]) => fault)).toEqual(["added"]);
    });

    it.each(["word/afchunk.htm", "word/afchunk1.docx", "word/embeddings/oleobject1.bin"])(
      "cannot read %s, and says so",
      (part) => {
        expect(faultsOf({ ...paper, [part]: "9" })).toEqual([["unreadable", part, "", null]]);
      },
    );

    it("needs to read no picture, font or setting", () => {
      const mute = {
        "word/media/image1.png": "9",
        "word/fonts/font1.odttf": "9",
        "word/glossary/styles.xml": "<x><t>9</t></x>",
      };
      expect(faultsOf({ ...paper, ...mute })).toEqual([]);
    });

    it("is not stopped by an odd hyperlink", () => {
      const odd = (xml: string) =>
        xml.replace("</Relationships>", '<Relationship Id="odd" Type="x" Target="http://" TargetMode="External"/>$&');
      expect(faultsOf(changed(paper, odd, "word/_rels/document.xml.rels"))).toEqual([]);
    });

    it("does not take a page number that was typed over for one that was counted", () => {
      const typed = changed(
        paper,
        (xml) => xml.replace(/<w:fldChar[^>]*>/g, "").replace(/<w:instrText.*?<\/w:instrText>/s, "<w:t>7</w:t>"),
        "word/footer1.xml",
      );
      expect(faultsOf(typed).map(([fault]) => fault)).toEqual(["added"]);
    });

    it("names a part that cannot be read", () => {
      expect(faultsOf({ ...paper, "word/comments.xml": "<w:comments><w:p>" })).toEqual([
        ["unreadable", "word/comments.xml", "", null],
      ]);
    });
  });

  describe("of a chart", () => {
    const chart = "word/charts/chart1.xml";
    const inside = (path: string) => `word/embeddings/chart1.xlsx!/${path}`;

    it.each([
      ["a point", chart, (xml: string) => xml.replace(/(<c:numCache>.*?<c:v>)[^<]*/s, "$199.9"), "changed"],
      [
        "a point that is gone",
        chart,
        (xml: string) => xml.replace(/(<c:numCache>.*?)<c:pt .*?<\/c:pt>/s, "$1"),
        "missing",
      ],
      ["a name of a point", chart, (xml: string) => xml.replace(/(<c:cat>.*?<c:v>[^<]*?)\d/s, "$199"), "changed"],
      ["a series more", chart, (xml: string) => xml.replace(/(<c:ser>.*?<\/c:ser>)/s, "$1$1"), "added"],
      [
        "a title from a cell",
        chart,
        (xml: string) =>
          xml.replace(
            "<c:plotArea>",
            "<c:title><c:tx><c:strRef><c:strCache><c:pt><c:v>99项</c:v></c:pt></c:strCache></c:strRef></c:tx></c:title>$&",
          ),
        "added",
      ],
      [
        "labels from cells",
        chart,
        (xml: string) =>
          xml.replace(
            "</c:ser>",
            '<c:ext><c15:dlblRangeCache><c:pt idx="0"><c:v>99.9</c:v></c:pt></c15:dlblRangeCache></c:ext>$&',
          ),
        "added",
      ],
      [
        "an outer level of names",
        chart,
        (xml: string) =>
          xml.replace(
            /(<c:cat>)(.*?)(<\/c:cat>)/s,
            '$1<c:lvl>$2</c:lvl><c:lvl><c:pt idx="0"><c:v>99.9</c:v></c:pt></c:lvl>$3',
          ),
        "added",
      ],
      ["a number in a title", chart, (xml: string) => xml.replace(/<a:t>/, "$&5"), "added"],
      [
        "a number of the workbook inside",
        inside("xl/worksheets/sheet1.xml"),
        (xml: string) => xml.replace(/(<c (?![^>]*t="s")[^>]*><v>)[^<]*/, "$199.9"),
        "changed",
      ],
      [
        "a cell more",
        inside("xl/worksheets/sheet1.xml"),
        (xml: string) => xml.replace("</sheetData>", '<row r="99"><c r="A99"><v>5</v></c></row></sheetData>'),
        "added",
      ],
    ])("tells %s", (_what, part, edit, fault) => {
      const found = faultsOf(changed(paper, edit, part));
      expect(found.map(([one]) => one)).toContain(fault);
      expect(found.every(([, place]) => String(place).startsWith("图1"))).toBe(true);
    });

    it("takes the same number written otherwise for the same", () => {
      const longer = changed(paper, (xml) => xml.replace(/(<c:numCache>.*?<c:v>-?\d+\.\d)(?=<)/s, "$100"), chart);
      expect(faultsOf(longer)).toEqual([]);
    });

    it("needs no workbook inside", () => {
      const without = Object.fromEntries(Object.entries(paper).filter(([path]) => !path.includes("embeddings/")));
      expect(proved(without).ok).toBe(true);
    });
  });

  describe("of a ledger that was touched", () => {
    const item = "customxml/item1.xml";

    it.each([
      ["a printed text", (xml: string) => xml.replace(/(<f mark="1"[^>]*>)[^<]*/, "$1999")],
      ["an observed value", (xml: string) => xml.replace(/(<figure [^>]*value=")[^"]*("[^>]*><cell )/, "$199.9$2")],
      ["a cell", (xml: string) => xml.replace(/(<cell [^>]*value=")[^"]*/, "$199.9")],
      ["a formula", (xml: string) => xml.replace(/(<formula text=")\d/, "$19")],
      ["an operand", (xml: string) => xml.replace(/(<of figure=")[^"]*/, "$1none")],
      ["a figure", (xml: string) => xml.replace(/<figure id="[^"]*"/, '<figure id="none"')],
      ["a plan's words", (xml: string) => xml.replace(/(<plan [^>]*>)[^<]*/, "$1增长99%")],
      [
        "an operand that the formula does not name",
        (xml: string) => xml.replace(/(<formula text="[^"]*"><of figure=")(?!region)[^"]*/, "$1count/total"),
      ],
      [
        "a computed figure that rests on nothing and is no count",
        (xml: string) => xml.replace(/(<formula text="(?!计数)[^"]*">)(?:<of [^>]*>)+/, "$1"),
      ],
      [
        "a sign taken from a cell's text",
        (xml: string) => xml.replace(/(<(?:c at|place story="body" label="表)[^>]*><f [^>]*>)-/, "$1"),
      ],
    ])("tells that %s does not fit", (_what, edit) => {
      expect(faultsOf(changed(paper, edit, item)).map(([fault]) => fault)).toContain("ledger");
    });
  });
});
