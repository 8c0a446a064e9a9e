import {
  BRIEFING_BLOCKS,
  BRIEFING_CHARTS,
  BRIEFING_SLOTS,
  type BriefingBlockName,
  type BriefingSlot,
  type BriefingTemplate,
  CHART_PREFIX,
  type HeadingLevel,
  type StandingText,
  type TemplatePart,
} from "../model/briefing-template.ts";
import { nearestName } from "../model/nearest-name.ts";
import { refuseProblems, type TemplateLine, type TemplateProblem, templateLines } from "./template-lines.ts";

/** What is found wrong, and what may stand on a line of its own. */
interface Reading {
  readonly problems: TemplateProblem[];
  readonly blocks: readonly string[]; // names of blocks and charts
}

const PLACEHOLDER = /\{([^{}]*)\}/g;

/**
 * Reads a briefing's skeleton, templates/<kind>-briefing.md.
 *
 * `# ` is the title, `## ` to `##### ` are headings of the first to the fourth level, `# 附件：` begins an appendix
 * that reaches to the next; lines that follow each other are one paragraph; `{overview}` on a line of its own is a
 * block, `{chart:lights}` a chart; `{period}` within text is a slot; HTML comments are left out. A heading's own number
 * (一、 （一） 1. （1） 附件1) is dropped, because the paper numbers what it prints.
 *
 * @param file its path from the project's root, for messages
 * @param indicators codes that a chart may be named by
 * @throws PipelineError TEMPLATE_INVALID naming line and nearest valid name of every wrong placeholder, and a missing
 *   or second title
 */
export function parseBriefingTemplate(
  text: string,
  file: string,
  indicators: readonly string[] = [],
): BriefingTemplate {
  const problems: TemplateProblem[] = [];
  const charts = [...BRIEFING_CHARTS, ...indicators].map((name) => `${CHART_PREFIX}${name}`);
  const reading = { problems, blocks: [...BRIEFING_BLOCKS, ...charts] };
  const groups = groupLines(templateLines(text));
  const parts = groups.map((lines) => toPart(lines, reading));
  parts.forEach(({ kind }, index) => {
    const line = groups[index]?.[0]?.number ?? 1;
    if (kind === "title" && index > 0) problems.push({ line, text: "题目只有一个；附件写作“# 附件：名称”" });
  });
  if (parts[0]?.kind !== "title") problems.push({ line: 1, text: "第一行应是标题，如“# {period}计划执行情况”" });
  refuseProblems(problems, file);
  return { parts };
}

/** Lines that belong together: a heading, a block, or the lines of one paragraph. */
function groupLines(lines: readonly TemplateLine[]): readonly (readonly TemplateLine[])[] {
  const groups: TemplateLine[][] = [];
  let continues = false;
  for (const line of lines) {
    const standsAlone = /^#|^\{[^{}]*\}$/.test(line.text);
    if (line.text !== "") {
      const last = groups.at(-1);
      if (continues && !standsAlone && last) last.push(line);
      else groups.push([line]);
    }
    continues = line.text !== "" && !standsAlone;
  }
  return groups;
}

function toPart(lines: readonly TemplateLine[], reading: Reading): TemplatePart {
  const { problems } = reading;
  const first = lines[0] ?? { number: 1, text: "" };
  const block = /^\{([^{}]*)\}$/.exec(first.text)?.[1];
  // A slot may also be all that a paragraph holds; anything else alone on its line is meant as a block.
  if (block !== undefined && !isSlot(block.trim())) {
    return toBlock(block.trim(), first.number, reading);
  }
  const heading = /^(#+)\s*(.*)$/.exec(first.text);
  if (!heading?.[1]) return { kind: "paragraph", text: lines.flatMap((line) => toStanding(line, reading)) };
  const level = heading[1].length;
  const appendix = level === 1 ? APPENDIX.exec(heading[2] ?? "") : null;
  const words = appendix ? (appendix[1] ?? "") : (heading[2] ?? "").replace(HEADING_NUMBER, "");
  const text = toStanding({ number: first.number, text: words.trim() }, reading);
  if (text.length === 0) problems.push({ line: first.number, text: "标题没有文字" });
  if (level === 1) return { kind: appendix ? "appendix" : "title", text };
  if (level > 5) problems.push({ line: first.number, text: "标题最多到四级（##、###、####、#####）" });
  return { kind: "heading", level: Math.min(level - 1, 4) as HeadingLevel, text };
}

const APPENDIX = /^附件\d*[：:](.*)$/;
const HEADING_NUMBER = /^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d{1,2}[.．](?!\d)|（\d{1,2}）)/;

function toBlock(name: string, line: number, { problems, blocks }: Reading): TemplatePart {
  if (!blocks.includes(name)) problems.push({ line, text: unknownName(name, blocks) });
  if (name.startsWith(CHART_PREFIX)) return { kind: "chart", name: name.slice(CHART_PREFIX.length) };
  return { kind: "block", name: name as BriefingBlockName };
}

function toStanding({ number, text }: TemplateLine, { problems, blocks }: Reading): readonly StandingText[] {
  const parts: StandingText[] = [];
  let end = 0;
  for (const match of text.matchAll(PLACEHOLDER)) {
    const name = (match[1] ?? "").trim();
    parts.push(text.slice(end, match.index));
    if (isSlot(name)) parts.push({ slot: name });
    else if (blocks.includes(name)) {
      problems.push({ line: number, text: `{${name}} 要单独占一行` });
    } else problems.push({ line: number, text: unknownName(name, BRIEFING_SLOTS) });
    end = match.index + match[0].length;
  }
  const rest = text.slice(end);
  if (/[{}]/.test(parts.filter((part) => typeof part === "string").join("") + rest)) {
    problems.push({ line: number, text: "花括号不成对" });
  }
  return [...parts, rest].filter((part) => part !== "");
}

function isSlot(name: string): name is BriefingSlot {
  return BRIEFING_SLOTS.some((slot) => slot === name);
}

function unknownName(name: string, names: readonly string[]): string {
  return `没有 {${name}} 这个名称，最接近的是 {${nearestName(name, names)}}`;
}
