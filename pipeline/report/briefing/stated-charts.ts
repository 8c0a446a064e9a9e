import { toAddress } from "../../model/cell.ts";
import type { CellSpan } from "../../model/chart.ts";
import type { Block, SheetDescription } from "../../model/edition.ts";
import type { Run } from "../../model/figure.ts";
import type { DeclaredText } from "../../model/non-figure.ts";
import type { StatedCell, StatedChart } from "../../model/proof-ledger.ts";
import { spanPlaces } from "../chart/span.ts";
import { firstBodyRow, headerCells, headerDepth } from "../sheet-layout.ts";
import { statedParts } from "./stated-parts.ts";
import { type BriefingDescription, cellRuns, declaredIn } from "./stated-places.ts";

/** What the charts of a briefing say, in reading order: the cells of their workbooks, and which of them they draw. */
export function statedCharts(
  description: Pick<BriefingDescription, "blocks" | "declared" | "letterhead">,
): readonly StatedChart[] {
  const declared = declaredIn(description);
  return description.blocks
    .filter((block) => block.kind === "chart")
    .map((block, index) => chartOf(block, `图${index + 1}`, declared));
}

function chartOf(
  { chart, cells }: Extract<Block, { kind: "chart" }>,
  label: string,
  declared: readonly DeclaredText[],
): StatedChart {
  const { title, unit, secondaryUnit, categories, series } = chart;
  const words = [title, unit, secondaryUnit ?? ""].join("\n");
  return {
    label,
    words: statedParts([words], declared, () => null),
    cells: cellsOf(cells, declared),
    series: series.map(({ name, values }) => ({
      name: addresses(name).join(),
      categories: addresses(categories),
      values: addresses(values),
    })),
  };
}

function cellsOf(sheet: SheetDescription, declared: readonly DeclaredText[]): readonly StatedCell[] {
  const bodyRow = firstBodyRow(sheet);
  const headRow = bodyRow - headerDepth(sheet.columns);
  const heads = headerCells(sheet.columns).map(({ text, row, column }) =>
    cell(toAddress(headRow + row, column + 1), [text], declared),
  );
  const body = sheet.rows.flatMap((row, index) =>
    row.kind === "section"
      ? [cell(toAddress(bodyRow + index, 1), [row.text], declared)]
      : row.cells.map((content, column) => cell(toAddress(bodyRow + index, column + 1), cellRuns(content), declared)),
  );
  return [...heads, ...body].filter(({ parts }) => parts.length > 0);
}

function cell(at: string, runs: readonly Run[], declared: readonly DeclaredText[]): StatedCell {
  return { at, parts: statedParts(runs, declared, () => null) };
}

function addresses(span: CellSpan): readonly string[] {
  return spanPlaces(span).map(({ row, column }) => toAddress(row, column));
}
