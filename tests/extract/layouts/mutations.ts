import { parseAddress, toAddress } from "../../../pipeline/model/cell.ts";
import type { GridValue } from "../../support/grid.ts";
import { factsOf, type Layout } from "./layout.ts";
import {
  deleteRow,
  insertRow,
  type Moved,
  type MovedSheet,
  pasteOff,
  rewrite,
  sheetBefore,
  shiftRow,
  swapRows,
  transposed,
} from "./moved-sheet.ts";

/** A sheet after one thing that happens in offices. */
export interface Mutation {
  readonly name: string;
  readonly sheet: MovedSheet;
  readonly renamed?: string; // cell whose words mean nothing any more
  readonly month?: { readonly from: number; readonly to: number }; // in the title
  readonly unit?: { readonly at: string; readonly from: string; readonly to: string };
  readonly traceless?: boolean; // nothing but the size of the figures shows it
}

const NONSENSE = "某某情况";

/** Everything that is done to a layout, one thing at a time, in a fixed order. */
export function mutationsOf(layout: Layout): readonly Mutation[] {
  const before = sheetBefore(layout);
  const facts = factsOf(layout);
  return [
    ...linesMoved(before, "row", (sheet) => sheet, tableOf(layout)),
    ...linesMoved(transposed(before), "column", transposed, () => 0),
    ...rowsShifted(before, layout.blocks.length > 1),
    ...blocksPastedOff(before, layout).filter(({ traceless }) => !traceless),
    ...wordsChanged(before, facts),
    ...mergesLost(before),
  ];
}

/** A column's figures put down one row too low, onto a blank beside the last label: no word of the sheet tells. */
export function tracelessPastesOf(layout: Layout): readonly Mutation[] {
  return blocksPastedOff(sheetBefore(layout), layout).filter(({ traceless }) => traceless);
}

/**
 * The table that a row belongs to, -1 for a head or a caption of a lower table.
 *
 * A row that comes to stand under another table's head is that table's row, whoever reads it; so rows are not moved from
 * table to table, and the head of a lower table is not taken away.
 */
function tableOf({ blocks, rows }: Layout): (row: number) => number {
  if (blocks.length === 1) return () => 0;
  const body = new Set(blocks.flatMap((block) => Object.keys(block.rows).map((row) => Number(row) - 1)));
  const first = Math.min(...body);
  const table = (row: number) => rows.slice(0, row).filter((_, above) => !body.has(above)).length;
  return (row) => (row < first ? 0 : body.has(row) ? table(row) : -1);
}

function linesMoved(
  sheet: MovedSheet,
  line: string,
  back: (sheet: MovedSheet) => MovedSheet,
  table: (at: number) => number,
): readonly Mutation[] {
  const numbers = sheet.cells.map((_, index) => index);
  return numbers.flatMap((at) => {
    const movable = (other: number) => table(at) >= 0 && table(at) === table(other) && other < numbers.length;
    const swaps = [at + 1, at + 2].filter(movable).flatMap((other): readonly Mutation[] => {
      const swapped = swapRows(sheet, at, other);
      return swapped ? [{ name: `swap ${line}s ${at + 1} ${other + 1}`, sheet: back(swapped) }] : [];
    });
    const deleted = { name: `delete ${line} ${at + 1}`, sheet: back(deleteRow(sheet, at)) };
    return [
      { name: `insert ${line} ${at + 1}`, sheet: back(insertRow(sheet, at)) },
      ...(table(at) < 0 ? [] : [deleted]),
      ...swaps,
    ];
  });
}

/**
 * A row or a column as a whole, and a row from any of its cells on.
 *
 * Nothing is moved to the left over a figure or over a head: the sheet would show no trace of what it lost, and look as
 * if its last cell had never been filled. Only a comparison with other months can find that. The labels of tables that
 * stand on each other stay: their titles head the labels, and would change places with them unseen.
 */
function rowsShifted(sheet: MovedSheet, stacked: boolean): readonly Mutation[] {
  const across = transposed(sheet);
  const rows = sheet.cells.flatMap((line, at) =>
    line.flatMap((_, from): readonly Mutation[] => [
      { name: `shift row ${at + 1} from ${from + 1} right`, sheet: shiftRow(sheet, at, from, 1) },
      ...(from === 1 || (from > 1 && line[from - 1] === null)
        ? [{ name: `shift row ${at + 1} from ${from + 1} left`, sheet: shiftRow(sheet, at, from, -1) }]
        : []),
    ]),
  );
  const columns = across.cells.flatMap((_, at): readonly Mutation[] => {
    if (stacked && at === 0) return [];
    return [
      { name: `shift column ${at + 1} down`, sheet: transposed(shiftRow(across, at, 0, 1)) },
      { name: `shift column ${at + 1} up`, sheet: transposed(shiftRow(across, at, 1, -1)) },
    ];
  });
  return [...rows, ...columns];
}

type Facts = ReturnType<typeof factsOf>;

/**
 * The figures of a table, or those of one column, put down one row or one column away from where they belong.
 *
 * Left out is what would wipe out another table's head. Where the last figure of a column is pushed onto a blank beside
 * a label, nothing in the sheet shows it.
 */
function blocksPastedOff(sheet: MovedSheet, layout: Layout): readonly Mutation[] {
  const words = sheet.cells.flat().filter((cell): cell is Moved => cell !== null);
  const several = layout.blocks.length > 1;
  return layout.blocks.flatMap((block, index) => {
    const facts = factsOf({ ...layout, blocks: [block] });
    const isFigure = ({ from, value }: Moved) =>
      facts.has(from) || (!several && typeof value === "number" && (parseAddress(from)?.column ?? 1) > 1);
    const columns = Object.keys(block.columns);
    const paste = (
      name: string,
      isMoved: (cell: Moved) => boolean,
      down: number,
      right: number,
    ): readonly Mutation[] => {
      const targets = words.filter(isMoved).map(({ from }) => placeBeside(from, down, right));
      const over = words.filter((cell) => !isMoved(cell) && targets.includes(cell.from));
      const traceless = down === 1 && right === 0 && !name.includes("figures") && endsOnLabel(block, targets);
      if (several && over.length > 0) return [];
      return [{ name, sheet: pasteOff(sheet, isMoved, down, right), traceless }];
    };
    return [
      ...STEPS.flatMap(([down, right]) =>
        paste(`paste figures of ${index + 1}: ${down} down, ${right} right`, isFigure, down, right),
      ),
      ...columns.flatMap((column) =>
        paste(
          `paste column ${column} 1 down`,
          (cell) => isFigure(cell) && cell.from.replace(/\d+/, "") === column,
          1,
          0,
        ),
      ),
    ];
  });
}

const STEPS = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
] as const;

function placeBeside(from: string, down: number, right: number): string {
  const { row, column } = parseAddress(from) ?? { row: 0, column: 0 };
  return toAddress(Math.max(1, row + down), Math.max(1, column + right));
}

/** The lowest cell of a pasted column lands beside a label. */
function endsOnLabel({ rows }: Layout["blocks"][number], targets: readonly string[]): boolean {
  const lowest = Math.max(...targets.map((target) => parseAddress(target)?.row ?? 0));
  return rows[lowest] !== undefined;
}

/** Words replaced by others, or taken out; the title's month moved; 亿元 and 万元 mistaken for each other. */
function wordsChanged(sheet: MovedSheet, facts: Facts): readonly Mutation[] {
  const words = sheet.cells
    .flat()
    .filter((cell): cell is Moved => textOf(cell?.value ?? null) !== undefined && !facts.has(cell?.from ?? ""));
  return words.flatMap(({ from, value }): readonly Mutation[] => {
    const text = textOf(value) ?? "";
    const to = (other: string | null) => rewrite(sheet, (cell) => (cell.from === from ? other : cell.value));
    const month = /(\d{1,2})\s*月/.exec(text);
    const isTitle = (parseAddress(from)?.row ?? 9) <= 2 && /年/.test(text);
    const unit = /亿元|万元/.exec(text)?.[0];
    const other = unit === "亿元" ? "万元" : "亿元";
    const last = Number(month?.[1]);
    const next = last === 3 ? 2 : last - 1 || 2;
    return [
      { name: `rename ${from}`, sheet: to(NONSENSE), renamed: from },
      { name: `empty ${from}`, sheet: to(null) },
      ...(month && isTitle
        ? [
            {
              name: `month of ${from}`,
              sheet: to(text.replace(month[0], `${next}月`)),
              month: { from: last, to: next },
            },
          ]
        : []),
      ...(unit
        ? [{ name: `unit of ${from}`, sheet: to(text.replace(unit, other)), unit: { at: from, from: unit, to: other } }]
        : []),
    ];
  });
}

function textOf(value: GridValue): string | undefined {
  const plain = typeof value === "object" && value !== null && "value" in value ? value.value : value;
  return typeof plain === "string" ? plain : undefined;
}

function mergesLost(sheet: MovedSheet): readonly Mutation[] {
  const single = sheet.merges.map((merge, index) => ({
    name: `lose merge ${index + 1}`,
    sheet: { ...sheet, merges: sheet.merges.filter((other) => other !== merge) },
  }));
  const anchors = sheet.merges.map(({ top, left }, index) => ({
    name: `lose the words of merge ${index + 1}`,
    sheet: {
      ...sheet,
      cells: sheet.cells.map((line, r) => line.map((cell, c) => (r === top && c === left ? null : cell))),
    },
  }));
  return [...single, ...anchors, { name: "lose all merges", sheet: { ...sheet, merges: [] } }];
}
