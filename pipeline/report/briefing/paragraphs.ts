import { Paragraph, type ParagraphChild, Tab, TextRun } from "docx";
import type { Run } from "../../model/figure.ts";
import { printableText } from "../../model/printable-text.ts";
import { runText } from "../printable.ts";
import { marked } from "./figure-marks.ts";

/** Signs that Word would set in the Latin font: quotes, dashes, ellipses, degrees and the like. */
const NEEDS_HINT = /[\u0080-\uFFFF]/;

/** A paragraph in a style; every figure is a run of its own in a bookmark, so that it can be found again. */
export function styledParagraph(styleId: string, runs: readonly Run[]): Paragraph {
  return new Paragraph({ style: styleId, children: runs.map(runChild) });
}

function runChild(run: Run): ParagraphChild {
  const written = textRun(runText(run));
  return typeof run === "string" ? written : marked(written);
}

/** A paragraph of standing words on lines of their own. */
export function brokenParagraph(styleId: string, lines: readonly string[]): Paragraph {
  const children = lines.flatMap((line, index) => [
    ...(index === 0 ? [] : [new TextRun({ break: 1 })]),
    textRun(printableText(line)),
  ]);
  return new Paragraph({ style: styleId, children });
}

/** A paragraph with words at both ends of the line; its style has the tab stop. */
export function twoEndedParagraph(styleId: string, left: string, right: string): Paragraph {
  return new Paragraph({
    style: styleId,
    children: [textRun(printableText(left)), new TextRun({ children: [new Tab()] }), textRun(printableText(right))],
  });
}

/**
 * A run of text. Anything beyond ASCII is marked as East Asian, or “”, — and … fall to the Latin font
 * (standards of the field, section 1.6).
 */
export function textRun(text: string): TextRun {
  const line = text.replaceAll("\n", " ");
  return new TextRun({ text: line, ...(NEEDS_HINT.test(line) && { font: { hint: "eastAsia" } }) });
}
