import { describe, expect, it } from "vitest";
import type { Block, CellContent, Edition, RowDescription } from "../../../pipeline/model/edition.ts";
import type { Run } from "../../../pipeline/model/figure.ts";
import { lightText } from "../../../pipeline/model/theme.ts";
import { renderBriefing } from "../../../pipeline/report/briefing/write.ts";
import { headerCells } from "../../../pipeline/report/sheet-layout.ts";
import { editionFixture, printedTexts } from "../../support/edition-fixture.ts";
import { attribute, elements, officeText, partXml, unescaped, xmlFaults } from "../../support/office-text.ts";
import { shippedLetterhead, shippedTheme } from "../../support/shipped-templates.ts";

const theme = shippedTheme();
const shipped = shippedLetterhead();
const letterhead = { ...shipped, report: null, send: null, distribute: null }; // without 版记
const edition = editionFixture();
const bytes = await renderBriefing(edition, theme, letterhead);
const document = partXml(bytes, "word/document.xml");
const styles = elements(partXml(bytes, "word/styles.xml"), "w:style");

const TOLERANCE_TWIPS = 57; // 1 mm

/** Paragraphs in reading order, each as the texts of its runs. */
function paragraphs(xml: string): readonly (readonly string[])[] {
  return elements(xml, "w:p").map((paragraph) =>
    elements(paragraph, "w:t").map((run) => unescaped(run.replace(/<[^>]*>/g, ""))),
  );
}

function texts(runs: readonly Run[]): readonly string[] {
  return runs.map((run) => (typeof run === "string" ? run : run.text));
}

function cellTexts(content: CellContent): readonly string[] {
  if (content.kind === "text") return texts(content.runs);
  if (content.kind === "number") return [content.text];
  if (content.kind !== "light") return [];
  const look = theme.lights[content.light];
  return [lightText({ ...look, word: content.word ?? look.word })];
}

function rowTexts(row: RowDescription): readonly (readonly string[])[] {
  return row.kind === "section" ? [[row.text]] : row.cells.map(cellTexts);
}

/** What the paragraphs of a block must say; a merged header cell leaves an empty one below it. */
function blockTexts(block: Block): readonly (readonly string[])[] {
  if (block.kind === "paragraph") return [texts(block.runs)];
  if (block.kind === "issue-line") return [[`　${block.left}`, block.right]];
  if (block.kind === "chart") return [[], [block.caption]];
  const header = headerCells(block.columns);
  const lower = block.columns.map((_column, index) => header.find(({ row, column }) => row === 1 && column === index));
  return [
    ...(block.caption === null ? [] : [[block.caption]]),
    ...(block.unit === null ? [] : [[block.unit]]),
    ...header.filter(({ row }) => row === 0).map(({ text }) => [text]),
    ...(lower.some(Boolean) ? lower.map((cell) => (cell ? [cell.text] : [])) : []),
    ...block.rows.flatMap(rowTexts),
  ];
}

function styleXml(id: string): string {
  return styles.find((style) => attribute(style, "w:style", "w:styleId") === id) ?? "";
}

function withBlocks(blocks: readonly Block[], change: Partial<Edition> = {}): Promise<Uint8Array> {
  return renderBriefing(editionFixture({ blocks, illustrative: false, ...change }), theme, letterhead);
}

describe("renderBriefing(edition, theme, letterhead)", () => {
  it("gives the same bytes again", async () => {
    const again = await renderBriefing(editionFixture(), theme, letterhead);
    expect(Buffer.from(again).equals(Buffer.from(bytes))).toBe(true);
  });

  it("writes sound XML and the edition's date, and no date of today", () => {
    const parts = officeText(bytes);
    expect(Object.entries(parts).flatMap(([path, xml]) => xmlFaults(xml).map((fault) => `${path} ${fault}`))).toEqual(
      [],
    );
    expect(parts["docProps/core.xml"]?.match(/\d{4}-\d\d-\d\dT[\d:]+Z/g)).toEqual(
      Array(2).fill("2023-07-12T00:00:00Z"),
    );
  });

  it("says what the description says and nothing else, each figure in a run of its own", () => {
    const [, ...blocks] = edition.blocks; // the title is broken over two lines
    const expected = blocks.flatMap(blockTexts);
    expect(paragraphs(document)).toEqual([
      ["通辽市计划执行情况简报"],
      ["　通辽市发展和改革委员会", ""],
      ["2023年6月通辽市", "国民经济和社会发展计划执行情况"],
      ...expected,
    ]);
    const runs = expected.flat();
    for (const { text } of printedTexts(edition.blocks)) expect(runs).toContain(text);
  });

  it.each([
    ["w:pgSz", "w:w", 11_906],
    ["w:pgSz", "w:h", 16_838],
    ["w:pgMar", "w:top", 2098],
    ["w:pgMar", "w:left", 1588],
    ["w:pgMar", "w:right", 1474],
    ["w:pgMar", "w:bottom", 1984],
    ["w:pgMar", "w:footer", 1446],
  ])("sets %s %s as the standard does", (element, key, expected) => {
    expect(Math.abs(Number(attribute(document, element, key)) - expected)).toBeLessThanOrEqual(TOLERANCE_TWIPS);
  });

  it("lays the grid of 22 lines by 28 characters", () => {
    expect(["w:type", "w:linePitch", "w:charSpace"].map((key) => attribute(document, "w:docGrid", key))).toEqual([
      "linesAndChars",
      "579",
      "-848",
    ]);
  });

  it("moves letters together where the grid has lines only, in the text and nowhere else", async () => {
    const lines = { ...theme, page: { ...theme.page, grid: "lines" as const } };
    const file = await renderBriefing(edition, lines, letterhead);
    const spaced = elements(partXml(file, "word/styles.xml"), "w:style").filter((style) =>
      style.includes('<w:spacing w:val="-5"/>'),
    );
    expect(attribute(partXml(file, "word/document.xml"), "w:docGrid", "w:type")).toBe("lines");
    expect(spaced.map((style) => attribute(style, "w:style", "w:styleId"))).toContain("BodyText");
    expect(spaced.every((style) => attribute(style, "w:sz", "w:val") === "32")).toBe(true);
  });

  it.each([
    ["Title", "Title", "方正小标宋简体", 44],
    ["Heading1", "heading 1", "黑体", 32],
    ["Heading2", "heading 2", "楷体_GB2312", 32],
    ["Heading3", "heading 3", "仿宋_GB2312", 32],
    ["Heading4", "heading 4", "仿宋_GB2312", 32],
    ["Attachment", "附件说明", "仿宋_GB2312", 32],
    ["Appendix", "附件序号", "黑体", 32],
    ["AppendixTitle", "附件标题", "方正小标宋简体", 44],
    ["BodyText", "Body Text", "仿宋_GB2312", 32],
    ["Footer", "footer", "宋体", 28],
    ["Masthead", "简报名", "方正小标宋简体", 76],
  ])("gives %s its font and size", (id, name, font, halfPoints) => {
    const xml = styleXml(id);
    expect(attribute(xml, "w:name", "w:val")).toBe(name);
    expect(attribute(xml, "w:rFonts", "w:eastAsia")).toBe(font);
    expect(attribute(xml, "w:sz", "w:val")).toBe(String(halfPoints));
    expect(["w:ascii", "w:hAnsi", "w:cs"].every((slot) => attribute(xml, "w:rFonts", slot))).toBe(true);
  });

  it("indents the text by two characters, and headings' colour is black", () => {
    expect(attribute(styleXml("BodyText"), "w:ind", "w:firstLineChars")).toBe("200");
    expect(attribute(styleXml("BodyText"), "w:ind", "w:firstLine")).toBe("640");
    expect(attribute(styleXml("TableTextLeft"), "w:ind", "w:firstLine")).toBe("0");
    expect(
      ["Title", "Heading1", "Heading2", "BodyText"].map((id) => attribute(styleXml(id), "w:color", "w:val")),
    ).toEqual(Array(4).fill("000000"));
  });

  it("begins an appendix on a page of its own, and keeps its head, its title and what is told of it together", () => {
    const keeps = (id: string) =>
      ["w:keepNext", "w:pageBreakBefore"].map((mark) => new RegExp(`<${mark}\\/>`).test(styleXml(id)));
    expect(keeps("Appendix")).toEqual([true, true]);
    expect(keeps("AppendixTitle")).toEqual([true, false]);
    expect(keeps("BodyTextLast")).toEqual([true, false]);
    expect(keeps("BodyText")).toEqual([false, false]);
  });

  it("hangs the names of what is attached below each other", () => {
    const at = (id: string) =>
      ["w:left", "w:hanging"].map((key) => Number(attribute(styleXml(id), "w:ind", key)) / 320);
    expect([at("Attachment"), at("AttachmentNext")]).toEqual([
      [6, 4],
      [6, 1],
    ]);
    expect(attribute(styleXml("Attachment"), "w:spacing", "w:before")).toBe("579");
    expect(attribute(styleXml("AttachmentNext"), "w:spacing", "w:before")).toBe("0");
  });

  it("uses no theme fonts, and no formatting beside the styles but the East Asian hint", () => {
    expect(
      Object.entries(officeText(bytes)).filter(([path, xml]) => path.startsWith("word/") && /w:\w+Theme=/.test(xml)),
    ).toEqual([]);
    const direct = new Set(elements(document, "w:rPr"));
    expect([...direct]).toEqual(['<w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>']);
    const used = new Set([...document.matchAll(/<w:(?:pStyle|tblStyle) w:val="([^"]+)"/g)].map(([, id]) => id));
    const defined = new Set(styles.map((style) => attribute(style, "w:style", "w:styleId")));
    expect([...used].filter((id) => !defined.has(id))).toEqual([]);
  });

  it("hints every run with quotes, dashes or ellipses", () => {
    const runs = elements(document, "w:r").filter((run) => /[“”—…]/.test(run));
    expect(runs.length).toBeGreaterThan(10);
    expect(runs.filter((run) => !run.includes('w:hint="eastAsia"'))).toEqual([]);
  });

  it("numbers odd pages right and even pages left", () => {
    expect(partXml(bytes, "word/settings.xml")).toContain("<w:evenAndOddHeaders/>");
    const references = elements(document, "w:footerReference").map((reference) =>
      attribute(reference, "w:footerReference", "w:type"),
    );
    expect(references.sort()).toEqual(["default", "even"]);
    const rightOf = (id: string) => [
      attribute(styleXml(id), "w:jc", "w:val"),
      attribute(styleXml(id), "w:ind", id === "Footer" ? "w:right" : "w:left"),
    ];
    expect([rightOf("Footer"), rightOf("FooterEven")]).toEqual([
      ["right", "280"],
      ["left", "280"],
    ]);
    expect(["word/footer1.xml", "word/footer2.xml"].map((path) => paragraphs(partXml(bytes, path)))).toEqual(
      Array(2).fill([["— ", " —"]]),
    );
  });

  it("repeats table heads, splits no row, and fills the width exactly", () => {
    const tables = elements(document, "w:tbl");
    expect(tables).toHaveLength(2);
    for (const table of tables) {
      const rows = elements(table, "w:tr");
      expect(rows.map((row) => row.includes("<w:tblHeader/>")).indexOf(false)).toBe(2);
      expect(rows.filter((row) => !row.includes("<w:cantSplit/>"))).toEqual([]);
      const grid = elements(table, "w:gridCol").map((column) => Number(attribute(column, "w:gridCol", "w:w")));
      expect(Math.abs(grid.reduce((sum, width) => sum + width, 0) - 8844)).toBeLessThanOrEqual(TOLERANCE_TWIPS);
      expect(new Set([...table.matchAll(/<w:pStyle w:val="([^"]+)"/g)].map(([, id]) => id?.slice(0, 9)))).toEqual(
        new Set(["TableHead", "TableText"]),
      );
    }
  });

  it("makes one cell of those that join the one to their left, and keeps a row of one cell with what it heads", async () => {
    const joined: CellContent = { kind: "blank", joinsLeft: true };
    const words = (text: string): CellContent => ({ kind: "text", runs: [text] });
    const data = (...cells: CellContent[]): RowDescription => ({ kind: "data", cells });
    const rows = Array.from({ length: 20 }, (_, index) => data(words(`甲${index}`), words("乙"), words("丙")));
    rows.splice(5, 2, data(words("章"), joined, joined), data(words("左"), joined, words("右")));
    const columns = ["一", "二", "三"].map((header) => ({ header, widthChars: 10, align: "center" as const }));
    const file = await withBlocks([{ kind: "table", caption: null, unit: null, columns, rows }]);
    const [table = ""] = elements(partXml(file, "word/document.xml"), "w:tbl");
    const written = elements(table, "w:tr");
    const [chapter = "", half = "", next = ""] = written.slice(6);
    expect(paragraphs(chapter)).toEqual([["章"]]);
    expect(chapter).toMatch(/<w:gridSpan w:val="3"\/>.*<w:keepNext\/>/s);
    expect(paragraphs(half)).toEqual([["左"], ["右"]]);
    expect(half).toMatch(/<w:gridSpan w:val="2"\/>/);
    expect([half, next].filter((row) => row.includes("<w:keepNext/>"))).toEqual([]);
    const grid = elements(table, "w:gridCol").map((one) => Number(attribute(one, "w:gridCol", "w:w")));
    for (const row of written) {
      const widths = elements(row, "w:tcW").map((one) => Number(attribute(one, "w:tcW", "w:w")));
      expect(widths.reduce((sum, width) => sum + width, 0)).toBe(grid.reduce((sum, width) => sum + width, 0));
    }
  });

  it("leaves at least three rows of a long table at the foot and the head of a page", () => {
    const [, long] = elements(document, "w:tbl");
    const keeps = elements(long ?? "", "w:tr").map((row) => row.includes("<w:keepNext/>"));
    expect(keeps.map((keep, index) => (keep ? index : -1)).filter((index) => index >= 0)).toEqual([
      0,
      1,
      2,
      3,
      keeps.length - 3,
      keeps.length - 2,
    ]);
  });

  it("takes other sizes off a grid of lines, and the text not", async () => {
    const lines = { ...theme, page: { ...theme.page, grid: "lines" as const } };
    const xml = partXml(await renderBriefing(edition, lines, letterhead), "word/styles.xml");
    const ids = offGridIds(elements(xml, "w:style"));
    expect(ids).toEqual(expect.arrayContaining(["Title", "TableTextLeft", "Note"]));
    expect(ids).not.toContain("BodyText");
  });

  it("sets 22 lines by 28 characters also where a program stretches the grid of characters", () => {
    const text = styles.filter((style) => style.includes('<w:spacing w:val="-5"/>'));
    expect(text.map((style) => attribute(style, "w:style", "w:styleId")).sort()).toEqual([
      "BodyText",
      "BodyTextLast",
      "EditorNote",
      "Heading1",
      "Heading2",
      "Heading3",
      "Heading4",
    ]);
    expect(offGridIds(text)).toHaveLength(text.length);
    for (const style of text) {
      expect(style).toContain('w:line="579" w:lineRule="exact"');
      expect(elements(style, "w:rPr").join()).toContain('<w:snapToGrid w:val="false"/>');
    }
  });
});

function offGridIds(styles: readonly string[]): readonly (string | undefined)[] {
  const off = styles.filter((style) => elements(style, "w:pPr").join().includes('<w:snapToGrid w:val="false"/>'));
  return off.map((style) => attribute(style, "w:style", "w:styleId"));
}
