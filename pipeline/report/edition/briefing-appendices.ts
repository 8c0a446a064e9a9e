import type { StandingText, TemplatePart } from "../../model/briefing-template.ts";
import type { Block, ParagraphStyle } from "../../model/edition.ts";

/** A skeleton's text, and what is attached to it. */
export interface SplitParts {
  readonly text: readonly TemplatePart[];
  readonly appendices: readonly { readonly title: readonly StandingText[]; readonly parts: readonly TemplatePart[] }[];
}

/** Parts a skeleton where its appendices begin. */
export function splitAppendices(parts: readonly TemplatePart[]): SplitParts {
  const starts = parts.flatMap(({ kind }, index) => (kind === "appendix" ? [index] : []));
  const appendices = starts.flatMap((start, index) => {
    const head = parts[start];
    return head?.kind === "appendix" ? [{ title: head.text, parts: parts.slice(start + 1, starts[index + 1]) }] : [];
  });
  return { text: parts.slice(0, starts[0]), appendices };
}

/** An appendix with its blocks filled. */
export interface Appendix {
  readonly title: string;
  readonly blocks: readonly Block[];
}

/**
 * 附件说明 below the text, then each appendix at the head of a page of its own: 附件1, its title, its blocks.
 *
 * An appendix that nothing stands in is left out; one alone has no number (GB/T 9704-2012; standards of the field,
 * section 1.4). A table that is all of an appendix is called by its title only.
 */
export function appendixBlocks(all: readonly Appendix[]): readonly Block[] {
  const filled = all.filter(({ blocks }) => blocks.length > 0);
  const isAlone = filled.length === 1;
  return [
    ...filled.map(({ title }, index) =>
      index === 0
        ? words("attachment", `附件：${isAlone ? "" : "1."}${title}`)
        : words("attachment-next", `${index + 1}.${title}`),
    ),
    ...filled.flatMap(({ title, blocks }, index) => [
      words("appendix", isAlone ? "附件" : `附件${index + 1}`),
      words("appendix-title", title),
      ...withoutCaption(blocks),
    ]),
  ];
}

function withoutCaption(blocks: readonly Block[]): readonly Block[] {
  const isOnly = blocks.filter(({ kind }) => kind === "table").length === 1;
  return isOnly ? blocks.map((block) => (block.kind === "table" ? { ...block, caption: null } : block)) : blocks;
}

function words(style: ParagraphStyle, text: string): Block {
  return { kind: "paragraph", style, runs: [text] };
}
