import type { Block, CellContent, Edition, RowDescription } from "../../model/edition.ts";
import type { Run } from "../../model/figure.ts";
import type { Letterhead } from "../../model/letterhead.ts";
import { canDeclare, type DeclaredText } from "../../model/non-figure.ts";
import type { StatedPlace } from "../../model/proof-ledger.ts";
import { headerCells, headerDepth } from "../sheet-layout.ts";
import { handled, recipients } from "./letterhead.ts";
import { statedParts } from "./stated-parts.ts";

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
  const declared = declaredIn(description);
  let marks = 0;
  return linesOf(description).flatMap(({ runs, ...place }) => {
    const parts = statedParts(runs, declared, () => {
      marks += 1;
      return marks;
    });
    return parts.every((part) => typeof part === "string") ? [] : [{ ...place, parts }];
  });
}

function linesOf({ blocks, letterhead, notice, title }: BriefingDescription): readonly Line[] {
  const { name, issuer, issueNumber, date, secrecy } = letterhead;
  const body = (label: string) => (text: string | null) => (text === null ? [] : [line("body", label, [text])]);
  return [
    ...[secrecy, name, issueNumber, issuer, date].flatMap(body("报头")),
    ...blockLines(blocks),
    ...[...recipients(letterhead), ...handled(letterhead).flat()].flatMap(body("版记")),
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
      return [
        line("alternative", `图${charts} 替代文字`, [block.chart.alt]),
        line("body", `图${charts} 标题`, [block.caption]),
      ];
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

/** What is written in a cell. */
export function cellRuns(cell: CellContent): readonly Run[] {
  if (cell.kind === "number") return [{ figure: cell.figure, text: cell.text }];
  return cell.kind === "text" ? cell.runs : [];
}

/** What is declared beside a briefing's text: names, sentences of the plan, rules, and all that the office typed around it. */
export function declaredIn({
  declared = [],
  letterhead,
}: Pick<BriefingDescription, "declared" | "letterhead">): readonly DeclaredText[] {
  return [...declared, ...standingTexts(letterhead)];
}

function standingTexts(letterhead: Letterhead): readonly DeclaredText[] {
  return Object.values(letterhead).flatMap((text: string | null) =>
    text === null || !canDeclare(text) ? [] : [{ kind: "standing" as const, text }],
  );
}

function line(story: Line["story"], label: string, runs: readonly Run[]): Line {
  return { story, label, runs };
}
