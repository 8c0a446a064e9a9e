import type { Disposition, DispositionKind } from "../model/disposition.ts";
import type { Grid } from "./grid.ts";
import type { TypedCell } from "./typed-cell.ts";

/** What became of the cells of one sheet, as it becomes known. */
export interface Ledger {
  /** Notes what a cell is; the first word on a cell stands. */
  mark(cell: TypedCell, kind: DispositionKind, reason?: string): void;
  has(cell: TypedCell): boolean;
  /** Everything noted, in the order of the sheet's cells; cells without a word are left out. */
  list(): readonly Disposition[];
}

/** Opens the ledger of a sheet. */
export function openLedger(grid: Grid): Ledger {
  const { name } = grid;
  const addresses = grid.cells.map(({ address }) => address); // of a book's cells nothing else is kept until it is asked
  const kinds: (DispositionKind | undefined)[] = new Array(addresses.length).fill(undefined);
  const reasons = new Map<number, string>();
  return {
    mark: ({ index }, kind, reason) => {
      if (kinds[index] !== undefined) return;
      kinds[index] = kind;
      if (reason !== undefined) reasons.set(index, reason);
    },
    has: ({ index }) => kinds[index] !== undefined,
    list: () => {
      const list: Disposition[] = [];
      for (const [index, cell] of addresses.entries()) {
        const kind = kinds[index];
        if (kind) list.push({ sheet: name, cell, kind, reason: reasons.get(index) ?? null });
      }
      return list;
    },
  };
}
