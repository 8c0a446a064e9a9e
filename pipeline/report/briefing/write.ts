import { Document, type FileChild, type Paragraph } from "docx";
import type { Block, Edition, ParagraphStyle } from "../../model/edition.ts";
import type { Run } from "../../model/figure.ts";
import type { Letterhead } from "../../model/letterhead.ts";
import { printableText } from "../../model/printable-text.ts";
import type { Theme } from "../../model/theme.ts";
import { closePackage, normaliseParts, rewritePart } from "../package.ts";
import { isNotice, runsText } from "../printable.ts";
import { addCharts } from "./charts.ts";
import { documentParts } from "./document-parts.ts";
import { numberMarks } from "./figure-marks.ts";
import { briefingLedger } from "./ledger.ts";
import { addLedger } from "./ledger-part.ts";
import { imprint, issueLine, masthead } from "./letterhead.ts";
import { ptToTwips, textWidthTwips } from "./measures.ts";
import { pageFurniture, pageProperties } from "./page.ts";
import { brokenParagraph, styledParagraph } from "./paragraphs.ts";
import { FURNITURE_STYLES, PARAGRAPH_STYLES } from "./style-names.ts";
import { documentStyles } from "./styles.ts";
import { briefingTable } from "./table.ts";
import { titleLines } from "./title-lines.ts";

const CREATOR = "jindu";
const WORD_2013 = 15; // the newest compatibility mode
const OFF_GRID = '<w:snapToGrid w:val="false"/>';

/**
 * Writes an edition's briefing as a .docx file: 报头, the blocks in their order, 版记.
 *
 * Every figure stands in a numbered bookmark, and the file carries its ledger, so that it can be proved and traced alone.
 * An edition that rests on 演示数据 says so on the head of every page and below its title. The same edition gives the
 * same bytes: the file's dates are the edition's data vintage.
 */
export async function renderBriefing(edition: Edition, theme: Theme, letterhead: Letterhead): Promise<Uint8Array> {
  const notice = edition.illustrative ? headNotice(edition, letterhead) : null;
  const blocks = notice === null ? edition.blocks : withNotice(edition.blocks, notice);
  const document = new Document({
    creator: CREATOR,
    lastModifiedBy: CREATOR,
    title: printableText(edition.title),
    compatabilityModeVersion: WORD_2013,
    evenAndOddHeaderAndFooters: true,
    styles: documentStyles(theme, letterhead.name),
    sections: [
      {
        properties: pageProperties(theme.page),
        ...pageFurniture(notice),
        children: [
          ...masthead(letterhead),
          ...blocks.flatMap((block) => blockChildren(block, theme)),
          ...imprint(letterhead, theme),
        ],
      },
    ],
  });
  const parts = await documentParts(document);
  rewritePart(parts, "word/styles.xml", offGrid);
  addCharts(parts, blocks, theme);
  numberMarks(parts);
  addLedger(parts, briefingLedger(edition, { blocks, letterhead, notice }));
  normaliseParts(parts, edition.dataVintage);
  return closePackage(parts);
}

function blockChildren(block: Block, theme: Theme): readonly FileChild[] {
  switch (block.kind) {
    case "paragraph":
      return [block.style === "title" ? title(block.runs, theme) : paragraph(block.style, block.runs)];
    case "issue-line":
      return [issueLine(block.left, block.right)];
    case "table":
      return [
        ...(block.caption === null ? [] : [paragraph("caption", [block.caption])]),
        ...(block.unit === null ? [] : [styledParagraph(FURNITURE_STYLES.tableUnit.id, [block.unit])]),
        briefingTable(block, theme),
      ];
    case "chart":
      return [
        styledParagraph(FURNITURE_STYLES.figure.id, []),
        styledParagraph(FURNITURE_STYLES.figureCaption.id, [block.caption]),
      ];
  }
}

function paragraph(style: ParagraphStyle, runs: readonly Run[]): Paragraph {
  return styledParagraph(PARAGRAPH_STYLES[style].id, runs);
}

/** A title of standing words breaks where its sense does; one with figures keeps its runs. */
function title(runs: readonly Run[], { page, styles }: Theme): Paragraph {
  if (runs.some((run) => typeof run !== "string")) return paragraph("title", runs);
  const lineChars = (2 * textWidthTwips(page)) / ptToTwips(styles.title.sizePt);
  return brokenParagraph(PARAGRAPH_STYLES.title.id, titleLines(runsText(runs), lineChars));
}

/**
 * Takes paragraphs whose letters keep off the grid off its lines too, which docx has no option for: some programs round
 * exact lines up to the grid's, or stretch the letters all the same.
 */
function offGrid(styles: string): string {
  return styles.replace(/<w:style\b.*?<\/w:style>/gs, (style) =>
    style.includes(OFF_GRID) ? style.replace(/<w:spacing w:(?=after|before|line)/, `${OFF_GRID}$&`) : style,
  );
}

/** The office's own notice; where published figures are judged too, one of 演示数据 says 含演示数据. */
function headNotice({ partlyIllustrative = false }: Edition, { demoNotice }: Letterhead): string {
  return partlyIllustrative ? demoNotice.replace(/^演示数据/, "含演示数据") : demoNotice;
}

/** Puts the notice below the title unless a line before the text says it already. */
function withNotice(blocks: readonly Block[], notice: string): readonly Block[] {
  const textStart = blocks.findIndex((block) => block.kind === "paragraph" && block.style === "body");
  const opening = blocks.slice(0, textStart < 0 ? blocks.length : textStart);
  if (opening.some((block) => block.kind === "paragraph" && isNotice(runsText(block.runs)))) return blocks;
  const after = opening.findIndex((block) => block.kind === "paragraph" && block.style === "title") + 1;
  return [...blocks.slice(0, after), { kind: "paragraph", style: "subtitle", runs: [notice] }, ...blocks.slice(after)];
}
