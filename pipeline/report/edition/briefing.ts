import type { BriefingSlot, StandingText, TemplatePart } from "../../model/briefing-template.ts";
import type { Block, ParagraphStyle } from "../../model/edition.ts";
import { periodName } from "../../model/period.ts";
import { chineseNumeral } from "../prose/list.ts";
import { type BriefingPart, fillBlock } from "./briefing-blocks.ts";
import { fillChart, numberCharts } from "./briefing-charts.ts";
import type { EditionFacts } from "./facts.ts";
import { illustrativeNotice, vintageLine } from "./sheet-lines.ts";

/** The briefing from its title down: the skeleton with its blocks filled and its headings numbered. */
export function briefingBlocks(facts: EditionFacts): readonly Block[] {
  const parts = facts.input.template.parts.flatMap((part) => fillPart(part, facts));
  return numberCharts(numberHeadings(dropEmptySections(parts)));
}

/** The paper's title, from the skeleton. */
export function editionTitle(facts: EditionFacts): string {
  const title = facts.input.template.parts.find(({ kind }) => kind === "title");
  return title?.kind === "title" ? standingText(title.text, facts) : `${facts.input.plan.title}执行情况`;
}

function fillPart(part: TemplatePart, facts: EditionFacts): readonly BriefingPart[] {
  switch (part.kind) {
    case "title":
      return titleBlocks(facts, standingText(part.text, facts));
    case "heading":
      return [{ kind: "heading", level: part.level, text: standingText(part.text, facts) }];
    case "paragraph":
      return [words("body", standingText(part.text, facts))];
    case "block":
      return fillBlock(part.name, facts);
    case "chart":
      return fillChart(part.name, facts);
  }
}

function titleBlocks(facts: EditionFacts, title: string): readonly Block[] {
  const { illustrative, dataVintage, input } = facts;
  return [
    words("title", title),
    ...(illustrative ? [words("subtitle", `（${illustrativeNotice(facts)}）`)] : []),
    words("subtitle", `（${vintageLine(dataVintage, input.asOf).replace(/（(.*)）/, "，$1")}）`),
  ];
}

function standingText(parts: readonly StandingText[], facts: EditionFacts): string {
  return parts.map((part) => (typeof part === "string" ? part : slotText(part.slot, facts))).join("");
}

function slotText(slot: BriefingSlot, { input }: EditionFacts): string {
  const { period, plan, region } = input;
  const texts: Readonly<Record<BriefingSlot, string>> = {
    period: periodName(period, "ytd"),
    year: String(plan.year),
    region: region.name,
    plan: plan.title,
    "document-number": plan.documentNumber,
  };
  return texts[slot];
}

/** Drops headings that nothing stands under before the next heading of the same or a higher level. */
function dropEmptySections(parts: readonly BriefingPart[]): readonly BriefingPart[] {
  return parts.filter((part, index) => {
    if (part.kind !== "heading") return true;
    const rest = parts.slice(index + 1);
    const end = rest.findIndex((other) => other.kind === "heading" && other.level <= part.level);
    return rest.slice(0, end < 0 ? rest.length : end).some(({ kind }) => kind !== "heading");
  });
}

/** 一、 and （一）, the latter anew under each of the former (GB/T 9704-2012; standards of the field, section 1.4). */
function numberHeadings(parts: readonly BriefingPart[]): readonly Block[] {
  let first = 0;
  let second = 0;
  return parts.map((part) => {
    if (part.kind !== "heading") return part;
    if (part.level === 1) {
      first += 1;
      second = 0;
      return words("heading1", `${chineseNumeral(first)}、${part.text}`);
    }
    second += 1;
    return words("heading2", `（${chineseNumeral(second)}）${part.text}`);
  });
}

function words(style: ParagraphStyle, text: string): Block {
  return { kind: "paragraph", style, runs: [text] };
}
