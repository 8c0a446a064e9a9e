import type { Block, CellContent, Edition, RowDescription } from "../../model/edition.ts";
import type { Run } from "../../model/figure.ts";
import type { Letterhead } from "../../model/letterhead.ts";
import { classifyNumerals, type DeclaredText } from "../../model/non-figure.ts";
import type { StatedPart, StatedPlace } from "../../model/proof-ledger.ts";
import { runsText, runText } from "../printable.ts";
import { headerCells, headerDepth } from "../sheet-layout.ts";

/** What a briefing is written from. */
export interface BriefingDescription extends Pick<Edition, "title" | "declared"> {
  readonly blocks: readonly Block[];
  readonly letterhead: Letterhead;
  readonly notice: string | null; // at the head of every page
}

type Line = Pick<StatedPlace, "story" | "label"> & { readonly runs: readonly Run[] };

/**
 * Every place of a briefing that holds a number, in reading order: 报头, text and tables, 版记, the head of the pages,
 * the file's own title. Each number is a figure or says what else it is.
 *
 * Labels count as those of edition.json do (report/edition/places.ts).
 */
export function statedPlaces(description: BriefingDescription): readonly StatedPlace[] {
  const declared = [...(description.declared ?? []), ...standingTexts(description.letterhead)];
  let marks = 0;
  return linesOf(description).flatMap(({ runs, ...place }) => {
    const parts = partsOf(runs, declared, () => {
      marks += 1;
      return marks;
    });
    return parts.every((part) => typeof part === "string") ? [] : [{ ...place, parts }];
  });
}

function linesOf({ blocks, letterhead, notice, title }: BriefingDescription): readonly Line[] {
  const { name, issuer, issueNumber, date, secrecy, report, send, distribute, copies } = letterhead;
  const body = (label: string) => (text: string | null) => (text === null ? [] : [line("body", label, [text])]);
  return [
    ...[secrecy, name, issueNumber, issuer, date].flatMap(body("报头")),
    ...blockLines(blocks),
    ...[report, send, distribute, copies].flatMap(body("版记")),
    ...(notice === null ? [] : [line("header", "页眉", [notice])]),
    line("properties", "文件属性", [title]),
  ];
}

function blockLines(blocks: readonly Block[]): readonly Line[] {
  let paragraphs = 0;
  let tables = 0;
  let charts = 0;
  return blocks.flatMap((block): readonly Line[] => {
    if (block.kind === "issue-line") return [line("body", "报头", [block.left]), line("body", "报头", [block.right])];
    if (block.kind === "paragraph") {
      paragraphs += 1;
      return [line("body", `第${paragraphs}段`, block.runs)];
    }
    if (block.kind === "chart") {
      charts += 1;
      return [line("body", `图${charts} 标题`, [block.caption])];
    }
    tables += 1;
    return tableLines(block, `表${tables}`);
  });
}

function tableLines(
  { caption, unit, columns, rows }: Extract<Block, { kind: "table" }>,
  label: string,
): readonly Line[] {
  const depth = headerDepth(columns);
  const at = (row: number, column: number) => `${label} 第${row + 1}行第${column + 1}列`;
  const header = [...headerCells(columns)].sort((a, b) => a.row - b.row || a.column - b.column);
  return [
    ...(caption === null ? [] : [line("body", `${label} 标题`, [caption])]),
    ...(unit === null ? [] : [line("body", `${label} 单位`, [unit])]),
    ...header.map(({ text, row, column }) => line("body", at(row, column), [text])),
    ...rows.flatMap((row, index) => rowRuns(row).map((runs, column) => line("body", at(depth + index, column), runs))),
  ];
}

function rowRuns(row: RowDescription): readonly (readonly Run[])[] {
  return row.kind === "section" ? [[row.text]] : row.cells.map(cellRuns);
}

function cellRuns(cell: CellContent): readonly Run[] {
  if (cell.kind === "number") return [{ figure: cell.figure, text: cell.text }];
  return cell.kind === "text" ? cell.runs : [];
}

/** Cuts a line at its numbers; a number that runs from a figure into the words beside it stays without a kind. */
function partsOf(
  runs: readonly Run[],
  declared: readonly DeclaredText[],
  nextMark: () => number,
): readonly StatedPart[] {
  const text = runsText(runs);
  const figures = figureSpans(runs);
  const numbers = classifyNumerals(text, declared);
  const others = numbers.filter(({ start, end }) => !figures.some((one) => one.start <= start && end <= one.end));
  const cuts = [...figures, ...others].sort((a, b) => a.start - b.start);
  const parts: StatedPart[] = [];
  let end = 0;
  for (const cut of cuts) {
    const start = Math.max(end, cut.start);
    if (start > end) parts.push(text.slice(end, start));
    if ("figure" in cut) parts.push({ figure: cut.figure, text: cut.text, mark: nextMark() });
    else if (cut.end > start) parts.push({ kind: cut.kind, text: text.slice(start, cut.end) });
    end = Math.max(end, cut.end);
  }
  if (end < text.length) parts.push(text.slice(end));
  return parts;
}

function figureSpans(runs: readonly Run[]) {
  let at = 0;
  return runs.flatMap((run) => {
    const start = at;
    at += runText(run).length;
    return typeof run === "string" ? [] : [{ figure: run.figure, text: runText(run), start, end: at }];
  });
}

/** What the office typed into its letterhead is standing text; its 期号 and 印数 are known by their form. */
function standingTexts(letterhead: Letterhead): readonly DeclaredText[] {
  return Object.values(letterhead).flatMap((text: string | null) =>
    text === null || text === "" ? [] : [{ kind: "standing" as const, text }],
  );
}

function line(story: Line["story"], label: string, runs: readonly Run[]): Line {
  return { story, label, runs };
}
