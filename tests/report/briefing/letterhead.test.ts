import { describe, expect, it } from "vitest";
import type { Block, Edition } from "../../../pipeline/model/edition.ts";
import { renderBriefing } from "../../../pipeline/report/briefing/write.ts";
import { editionFixture } from "../../support/edition-fixture.ts";
import { attribute, elements, officeText, partXml, unescaped, xmlFaults } from "../../support/office-text.ts";
import { shippedLetterhead, shippedTheme } from "../../support/shipped-templates.ts";

const theme = shippedTheme();
const shipped = shippedLetterhead();
const letterhead = { ...shipped, report: null, send: null, distribute: null }; // without 版记
const edition = editionFixture();
const bytes = await renderBriefing(edition, theme, letterhead);
const document = partXml(bytes, "word/document.xml");

/** Paragraphs in reading order, each as the texts of its runs. */
function paragraphs(xml: string): readonly (readonly string[])[] {
  return elements(xml, "w:p").map((paragraph) =>
    elements(paragraph, "w:t").map((run) => unescaped(run.replace(/<[^>]*>/g, ""))),
  );
}

function withBlocks(blocks: readonly Block[], change: Partial<Edition> = {}): Promise<Uint8Array> {
  return renderBriefing(editionFixture({ blocks, illustrative: false, ...change }), theme, letterhead);
}

describe("a briefing's head and foot", () => {
  it("says 演示数据 at the head of every page and below the title, once", async () => {
    const [title, subtitle, ...rest] = edition.blocks;
    const silent = editionFixture({ blocks: [title, ...rest].filter((block) => block !== undefined) });
    const told = paragraphs(partXml(await renderBriefing(silent, theme, letterhead), "word/document.xml"));
    expect(told[3]).toEqual([letterhead.demoNotice]);
    expect(subtitle).toMatchObject({ style: "subtitle" });
    expect(paragraphs(document).filter((runs) => runs.join("").includes("演示数据"))).toHaveLength(1);
    expect(["word/header1.xml", "word/header2.xml"].map((path) => paragraphs(partXml(bytes, path)))).toEqual(
      Array(2).fill([[letterhead.demoNotice]]),
    );
    const partly = await renderBriefing(editionFixture({ partlyIllustrative: true }), theme, letterhead);
    expect(paragraphs(partXml(partly, "word/header1.xml"))).toEqual([[`含${letterhead.demoNotice}`]]);
  });

  it("has no header and no notice where every figure is real", async () => {
    const file = await withBlocks([{ kind: "paragraph", style: "body", runs: ["增长"] }]);
    expect(JSON.stringify(officeText(file))).not.toContain("演示");
    expect(Object.keys(officeText(file)).filter((path) => path.startsWith("word/header"))).toEqual([]);
  });

  it("prints what the letterhead gives, and 版记 at the foot", async () => {
    const full = {
      ...shipped,
      issueNumber: "第6期",
      date: "2023年7月18日",
      secrecy: "内部资料",
      report: "市委。",
      editor: "甲",
      signer: "乙",
      copies: "共印30份",
    };
    const file = await renderBriefing(editionFixture({ blocks: [] }), theme, full);
    expect(paragraphs(partXml(file, "word/document.xml"))).toEqual([
      ["内部资料"],
      [letterhead.name],
      ["第6期"],
      [`　${letterhead.issuer}`, "2023年7月18日"],
      [letterhead.demoNotice],
      ["报：市委。"],
      [`送：${shipped.send}`],
      [`发：${shipped.distribute}`],
      ["编辑：甲　签发：乙", "共印30份"],
      [],
    ]);
    const none = await renderBriefing(editionFixture({ blocks: [] }), theme, letterhead);
    expect(elements(partXml(none, "word/document.xml"), "w:tbl")).toEqual([]);
  });

  it("lets 版记 float so that its last line lies on the lower edge of the 版心, between thick lines", async () => {
    const file = await renderBriefing(editionFixture({ blocks: [] }), theme, shipped);
    const [table = ""] = elements(partXml(file, "word/document.xml"), "w:tbl");
    const place = (key: string) => attribute(table, "w:tblpPr", key);
    expect([place("w:vertAnchor"), place("w:tblpYSpec")]).toEqual(["margin", "bottom"]);
    expect([place("w:horzAnchor"), place("w:tblpX")]).toEqual(["page", "1587"]);
    const edges = ["w:top", "w:bottom", "w:insideH"].map((side) => attribute(table, side, "w:sz"));
    expect(edges).toEqual(["8", "8", "6"]);
  });

  it("shrinks a long name in the masthead to one line", async () => {
    const file = await renderBriefing(edition, theme, {
      ...letterhead,
      name: "通辽市国民经济和社会发展计划执行情况简报",
    });
    const masthead =
      elements(partXml(file, "word/styles.xml"), "w:style").find((style) => style.includes('"Masthead"')) ?? "";
    expect(Number(attribute(masthead, "w:sz", "w:val")) / 2).toBe(22);
  });

  it.each([
    ["markup", "]]><w:p/>&amp;<!--", undefined],
    ["control characters", "a\u0000\u0008\uFFFE\uD800b", "ab"],
    ["a reversed number", "\u202E52\u202C%", "52%"],
    ["line ends", "a\r\nb", "a b"],
    ["40,000 characters", "字".repeat(40_000), undefined],
  ])("keeps %s harmless text", async (_case, hostile, shown) => {
    const file = await withBlocks([{ kind: "paragraph", style: "body", runs: [hostile] }], { title: hostile });
    expect(paragraphs(partXml(file, "word/document.xml")).at(-1)).toEqual([shown ?? hostile]);
    expect(Object.values(officeText(file)).flatMap(xmlFaults)).toEqual([]);
  });
});
