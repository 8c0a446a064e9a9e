import { describe, expect, it } from "vitest";
import type { Block } from "../../../pipeline/model/edition.ts";
import { briefingLedger } from "../../../pipeline/report/briefing/ledger.ts";
import { statedPlaces } from "../../../pipeline/report/briefing/stated-places.ts";
import { renderBriefing } from "../../../pipeline/report/briefing/write.ts";
import { describeEdition } from "../../../pipeline/report/edition/describe.ts";
import { editionFixture, printedTexts } from "../../support/edition-fixture.ts";
import { juneInput } from "../../support/edition-month-fixture.ts";
import { attribute, elements, partXml, unescaped } from "../../support/office-text.ts";
import { shippedLetterhead, shippedTheme } from "../../support/shipped-templates.ts";

const letterhead = { ...shippedLetterhead(), issueNumber: "第6期（总第18期）", copies: "共印30份" };
const edition = editionFixture();
const bytes = await renderBriefing(edition, shippedTheme(), letterhead);
const document = partXml(bytes, "word/document.xml");
const item = partXml(bytes, "customXml/item1.xml");
const printed = printedTexts(edition.blocks);

/** The words between a bookmark's start and its end. */
function markedTexts(xml: string): readonly (readonly [string, string])[] {
  return [...xml.matchAll(/<w:bookmarkStart [^>]*w:name="([^"]*)"[^>]*>(.*?)<w:bookmarkEnd/gs)].map(
    ([, name = "", inside = ""]) => [name, unescaped(inside.replace(/<[^>]*>/g, ""))],
  );
}

function paragraph(...runs: Extract<Block, { kind: "paragraph" }>["runs"]): Block {
  return { kind: "paragraph", style: "body", runs };
}

function placesOf(blocks: readonly Block[], change: Partial<Parameters<typeof statedPlaces>[0]> = {}) {
  return statedPlaces({ title: "题", letterhead: shippedLetterhead(), notice: null, blocks, ...change });
}

describe("renderBriefing(edition, theme, letterhead)", () => {
  it("puts each figure into a bookmark of its own, numbered in reading order", () => {
    expect(markedTexts(document)).toEqual(printed.map(({ text }, index) => [`_fig_${index + 1}`, text]));
  });

  it("gives bookmarks ids that pair and differ", () => {
    const ids = (name: string) =>
      [...document.matchAll(new RegExp(`<w:${name} [^>]*>`, "g"))].map(([tag]) => /w:id="(\d+)"/.exec(tag)?.[1]);
    expect(new Set(ids("bookmarkStart")).size).toBe(printed.length);
    expect(ids("bookmarkEnd")).toEqual(ids("bookmarkStart"));
  });

  it("carries a ledger that names the same figures at the same marks", () => {
    const stated = elements(item, "f").map((f) => [
      Number(attribute(f, "f", "mark")),
      attribute(f, "f", "figure"),
      unescaped(f.replace(/<[^>]*>/g, "")),
    ]);
    expect(stated).toEqual(printed.map(({ figure, text }, index) => [index + 1, figure, text]));
  });

  it("keeps every figure that it prints, with its operands down to the cells", () => {
    const june = describeEdition(juneInput());
    const { figures } = briefingLedger(june, { blocks: june.blocks, letterhead, notice: null });
    const ids = new Set(figures.map(({ id }) => id));
    const needed = figures.flatMap(({ derivation }) => (derivation.kind === "computed" ? derivation.operands : []));
    expect([...printedTexts(june.blocks).map(({ figure }) => figure), ...needed].filter((id) => !ids.has(id))).toEqual(
      [],
    );
    expect(figures.map(({ derivation }) => derivation.kind)).toEqual(
      expect.arrayContaining(["observed", "planned", "computed"]),
    );
  });

  it("declares the part, so that editors keep it", () => {
    expect(partXml(bytes, "word/_rels/document.xml.rels")).toContain('Target="../customXml/item1.xml"');
    expect(partXml(bytes, "[Content_Types].xml")).toContain("/customXml/itemProps1.xml");
  });
});

describe("statedPlaces(description)", () => {
  it("explains every number of a described edition", () => {
    const { blocks, declared = [] } = describeEdition(juneInput());
    const unexplained = placesOf(blocks, { declared }).filter(({ parts }) =>
      parts.some((part) => typeof part !== "string" && "kind" in part && part.kind === null),
    );
    expect(unexplained).toEqual([]);
  });

  it("tells figures, numbers of other kinds, and numbers that nothing explains", () => {
    expect(placesOf([paragraph("后6个月增长", { figure: "a", text: "5.2" }, "%，位居第3，另有7项")])).toEqual([
      {
        story: "body",
        label: "第1段",
        parts: [
          "后",
          { kind: "date", text: "6" },
          "个月增长",
          { figure: "a", text: "5.2", mark: 1 },
          "%，位居第",
          { kind: "ordinal", text: "3" },
          "，另有",
          { kind: null, text: "7" },
          "项",
        ],
      },
    ]);
  });

  it("takes a number that runs out of a figure into the words for one without a kind", () => {
    const [place] = placesOf([paragraph({ figure: "a", text: "5" }, "2项")]);
    expect(place?.parts).toEqual([{ figure: "a", text: "5", mark: 1 }, { kind: null, text: "2" }, "项"]);
  });

  it("lists what stands around the text, and the title in the file's properties", () => {
    const around = placesOf([], { title: "2023年题", letterhead, notice: "截至6月" });
    expect(around.map(({ story, label }) => [story, label])).toEqual([
      ["body", "报头"],
      ["body", "版记"],
      ["header", "页眉"],
      ["properties", "文件属性"],
    ]);
  });
});
