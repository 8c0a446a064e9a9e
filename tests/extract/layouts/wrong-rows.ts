import { toAddress } from "../../../pipeline/model/cell.ts";
import { factsOf, type Layout } from "./layout.ts";
import { sheetBefore } from "./moved-sheet.ts";
import { type Mutation, tracelessPastesOf } from "./mutations.ts";

/**
 * Sheets with figures in the wrong rows of which no word tells: a column put down one row too low, onto a blank beside
 * the last label, and the figures of two neighbouring rows in each other's place.
 */
export function wrongRowsOf(layout: Layout): readonly Mutation[] {
  return [...tracelessPastesOf(layout), ...layout.blocks.flatMap((block) => exchanges({ ...layout, blocks: [block] }))];
}

function exchanges(layout: Layout): readonly Mutation[] {
  const { cells, merges } = sheetBefore(layout);
  const facts = factsOf(layout);
  const rows = Object.keys(layout.blocks[0]?.rows ?? {}).map(Number);
  return rows.flatMap((one, index): readonly Mutation[] => {
    const other = rows[index + 1];
    if (other !== one + 1) return [];
    const trade = (row: number) => (row === one ? other : row === other ? one : row);
    const isFigure = (column: number) => [one, other].some((row) => facts.has(toAddress(row, column)));
    const changed = cells.map((line, r) => {
      const instead = cells[trade(r + 1) - 1];
      return instead === line ? line : line.map((cell, c) => (isFigure(c + 1) ? (instead?.[c] ?? null) : cell));
    });
    return [{ name: `figures of rows ${one} and ${other} exchanged`, sheet: { cells: changed, merges } }];
  });
}
