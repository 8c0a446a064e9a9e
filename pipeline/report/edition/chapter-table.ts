import { toAddress } from "../../model/cell.ts";
import type { CellContent, RowDescription } from "../../model/edition.ts";
import type { Figure } from "../../model/figure.ts";
import { chineseNumeral } from "../prose/list.ts";
import { figureCell, textCell } from "./cells.ts";
import { type ChapterCounts, LIGHTS } from "./count-figures.ts";
import { chapterTitle, type EditionFacts } from "./facts.ts";

/** What heads counts by chapter: 篇章, 目标数, and a light each. */
export const CHAPTER_HEADS = ["篇章", "目标数", "绿", "黄", "红", "灰"];

/** Counts by chapter, and a last row that adds them up; under their heads in any table. */
export function chapterRows(facts: EditionFacts): readonly RowDescription[] {
  const { counts } = facts;
  const rows = counts.chapters.map((chapter) => countRow(chapterTitle(facts, chapter.chapter), countsOf(chapter)));
  return [...rows, { ...countRow("合计", countsOf(counts)), look: "total" }];
}

/** Where the table's first count stands: the sheet's row and column, from 1. */
export interface CountPlace {
  readonly row: number;
  readonly column: number;
}

/**
 * The same as cells that add themselves up, each chapter by the first clause of its title: targets are the sum of the
 * lights beside them, the last row that of the chapters above.
 */
export function chapterCells(facts: EditionFacts, { row, column }: CountPlace): readonly (readonly CellContent[])[] {
  const { counts } = facts;
  const last = column + LIGHTS.length;
  const acrossLights = (at: number) => `SUM(${toAddress(at, column + 1)}:${toAddress(at, last)})`;
  const downChapters = (at: number) => `SUM(${toAddress(row, at)}:${toAddress(row + counts.chapters.length - 1, at)})`;
  const rows = counts.chapters.map((chapter, index) => {
    const [total, ...lights] = countsOf(chapter);
    return [
      textCell(shortTitle(facts, chapter.chapter)),
      ...(total ? [countCell(total, acrossLights(row + index))] : []),
      ...lights.map((light) => figureCell(light)),
    ];
  });
  return [
    ...rows,
    [textCell("合计"), ...countsOf(counts).map((figure, index) => countCell(figure, downChapters(column + index)))],
  ];
}

/** The first clause of a chapter's title; a chart needs a name for each, so one without a title has its number. */
function shortTitle(facts: EditionFacts, chapter: number): string {
  const [clause = ""] = chapterTitle(facts, chapter).split("，");
  if (clause !== "") return clause;
  return chapter === 0 ? "开头部分" : `第${chineseNumeral(chapter)}部分`;
}

function countsOf({ total, lights }: Pick<ChapterCounts, "total" | "lights">): readonly Figure[] {
  return [total, ...LIGHTS.map((light) => lights[light])];
}

function countCell(figure: Figure, formula: string): CellContent {
  const cell = figureCell(figure);
  return cell.kind === "number" ? { ...cell, formula } : cell;
}

function countRow(name: string, figures: readonly Figure[]) {
  const cells = [textCell(name), ...figures.map((figure) => figureCell(figure))];
  return { kind: "data", cells, numbers: "center" } as const;
}
