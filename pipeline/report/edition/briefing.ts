import { isDeepStrictEqual } from "node:util";
import type { HeadingLevel, TemplatePart } from "../../model/briefing-template.ts";
import type { Block, ParagraphStyle } from "../../model/edition.ts";
import { chineseNumeral } from "../prose/list.ts";
import { appendixBlocks, splitAppendices } from "./briefing-appendices.ts";
import { type BriefingPart, fillBlock } from "./briefing-blocks.ts";
import { fillChart, numberCharts } from "./briefing-charts.ts";
import { type PlacedPart, placeNotes } from "./briefing-notes.ts";
import type { EditionFacts } from "./facts.ts";
import { standingText } from "./section-names.ts";
import { illustrativeNotice, vintageLine } from "./sheet-lines.ts";

/**
 * The briefing from its title down: the skeleton with its blocks filled and its headings numbered, then what is
 * attached, each on a page of its own.
 */
export function briefingBlocks(facts: EditionFacts): readonly Block[] {
  const { text, appendices } = splitAppendices(facts.input.template.parts);
  const placed = (parts: readonly TemplatePart[]) => parts.flatMap((part) => placedParts(part, facts));
  const filled = (parts: readonly PlacedPart[]) => numberHeadings(dropEmptySections(parts.map(({ part }) => part)));
  const attached = appendices.map(({ title, parts }) => ({
    title: standingText(title, facts),
    blocks: filled(placed(parts)),
  }));
  const body = filled(placeNotes(placed(text), facts));
  return numberCharts(keptWithLast(saidOnce(body), [...contributorBlocks(facts), ...appendixBlocks(attached)]));
}

/** A chart right below the note that it would bring again has it once. */
function saidOnce(blocks: readonly Block[]): readonly Block[] {
  return blocks.filter((block, index) => {
    const [above, chart] = [blocks[index - 2], blocks[index - 1]];
    return !(isNote(block) && isNote(above) && chart?.kind === "chart" && isDeepStrictEqual(block, above));
  });
}

function isNote(block: Block | undefined): boolean {
  return block?.kind === "paragraph" && block.style === "note";
}

/** So that what is signed or attached is never told on a page without text. */
function keptWithLast(text: readonly Block[], below: readonly Block[]): readonly Block[] {
  const last = text.at(-1);
  if (below.length === 0 || last?.kind !== "paragraph" || last.style !== "body") return [...text, ...below];
  return [...text.slice(0, -1), { ...last, style: "body-last" }, ...below];
}

/** 供稿单位, where it is known. */
function contributorBlocks({ input: { contributor } }: EditionFacts): readonly Block[] {
  return contributor === null ? [] : [words("contributor", `（供稿单位：${contributor}）`)];
}

/** The paper's title, from the skeleton. */
export function editionTitle(facts: EditionFacts): string {
  const title = facts.input.template.parts.find(({ kind }) => kind === "title");
  return title?.kind === "title" ? standingText(title.text, facts) : `${facts.input.plan.title}执行情况`;
}

function placedParts(part: TemplatePart, facts: EditionFacts): readonly PlacedPart[] {
  const block = part.kind === "block" ? part.name : null;
  return fillPart(part, facts).map((filled) => ({ part: filled, block }));
}

function fillPart(part: TemplatePart, facts: EditionFacts): readonly BriefingPart[] {
  switch (part.kind) {
    case "title":
      return titleBlocks(facts, standingText(part.text, facts));
    case "heading":
      return [{ kind: "heading", level: part.level, text: standingText(part.text, facts) }];
    case "appendix":
      return [];
    case "paragraph":
      return [words("body", standingText(part.text, facts))];
    case "block":
      return fillBlock(part.name, facts);
    case "chart":
      return fillChart(part.name, facts);
  }
}

function titleBlocks(facts: EditionFacts, title: string): readonly Block[] {
  const { illustrative, input } = facts;
  return [
    words("title", title),
    ...(illustrative ? [words("subtitle", `（${illustrativeNotice(facts)}）`)] : []),
    words("subtitle", `（${vintageLine({ ...facts, asOf: input.asOf }).replace(/（(.*)）/, "，$1")}）`),
  ];
}

/** Small print belongs to the paper, not to the section that happens to stand above it. */
function isContent(part: BriefingPart): boolean {
  return part.kind !== "heading" && !(part.kind === "paragraph" && part.style === "note");
}

/** Drops headings that nothing stands under but small print before the next heading of the same or a higher level. */
function dropEmptySections(parts: readonly BriefingPart[]): readonly BriefingPart[] {
  return parts.filter((part, index) => {
    if (part.kind !== "heading") return true;
    const rest = parts.slice(index + 1);
    const end = rest.findIndex((other) => other.kind === "heading" && other.level <= part.level);
    return rest.slice(0, end < 0 ? rest.length : end).some(isContent);
  });
}

/** 一、 （一） 1. （1）, each anew under the level above (GB/T 9704-2012; standards of the field, section 1.4). */
function numberHeadings(parts: readonly BriefingPart[]): readonly Block[] {
  const counts = [0, 0, 0, 0];
  return parts.map((part) => {
    if (part.kind !== "heading") return part;
    counts[part.level - 1] = (counts[part.level - 1] ?? 0) + 1;
    counts.fill(0, part.level);
    return words(`heading${part.level}`, `${headingNumber(part.level, counts[part.level - 1] ?? 1)}${part.text}`);
  });
}

function headingNumber(level: HeadingLevel, count: number): string {
  if (level === 1) return `${chineseNumeral(count)}、`;
  if (level === 2) return `（${chineseNumeral(count)}）`;
  return level === 3 ? `${count}.` : `（${count}）`;
}

function words(style: ParagraphStyle, text: string): Block {
  return { kind: "paragraph", style, runs: [text] };
}
