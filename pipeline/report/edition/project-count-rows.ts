import type { CellContent, RowDescription } from "../../model/edition.ts";
import type { Figure } from "../../model/figure.ts";
import { figureCell, headerRow } from "./cells.ts";
import type { ProjectCounts } from "./project-counts.ts";

/** Where the words of a column stand, "$D$12:$D$210"; undefined where the sheet has no such column. */
export type RangeOf = (column: string) => string | undefined;

interface CountCell {
  readonly word: string;
  readonly figure: Figure;
  readonly formula: string | undefined;
}

/**
 * The counts above the list: by state, then by verdict, each word over its count, as many side by side as there are columns.
 *
 * Each is a live count of the list's own words where the list has their column.
 */
export function countRows(
  { total, states, verdicts, others }: ProjectCounts,
  width: number,
  rangeOf: RangeOf = () => undefined,
): readonly RowDescription[] {
  const live = (column: string, formula: (range: string) => string) => {
    const range = rangeOf(column);
    return range === undefined ? undefined : formula(range);
  };
  const counted = (column: string, word: string, figure: Figure): CountCell => ({
    ...{ word, figure },
    formula: live(column, (range) => `COUNTIF(${range},"${word}")`),
  });
  const byState = [
    { word: "合计", figure: total, formula: live("state", (range) => `COUNTA(${range})`) },
    ...states.map(({ word, figure }) => counted("state", word, figure)),
  ];
  const byVerdict = [
    ...verdicts.map(({ word, figure }) => counted("verdict", word, figure)),
    ...(others.value === "0" ? [] : [{ word: "计划以外", figure: others, formula: undefined }]),
  ];
  const blocks = [...chunks(byState, width), ...chunks(byVerdict, width)];
  return [{ kind: "section", text: "各类项数：按进展、按评价" }, ...blocks.flatMap(blockRows)];
}

function blockRows(cells: readonly CountCell[]): readonly RowDescription[] {
  return [headerRow(cells.map(({ word }) => word)), { kind: "data", cells: cells.map(numberCell), numbers: "center" }];
}

function numberCell({ figure, formula }: CountCell): CellContent {
  const cell = figureCell(figure);
  return formula === undefined || cell.kind !== "number" ? cell : { ...cell, formula };
}

function chunks<T>(list: readonly T[], size: number): readonly (readonly T[])[] {
  return list.length === 0 ? [] : [list.slice(0, size), ...chunks(list.slice(size), size)];
}
