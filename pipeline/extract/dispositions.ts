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
  const marks = new Map<string, Disposition>();
  const put = (address: string, kind: DispositionKind, reason: string | undefined) =>
    marks.set(address, { sheet: grid.name, cell: address, kind, reason: reason ?? null });
  return {
    mark: (cell, kind, reason) => {
      if (!marks.has(cell.address)) put(cell.address, kind, reason);
    },
    has: (cell) => marks.has(cell.address),
    list: () => grid.cells.flatMap(({ address }) => marks.get(address) ?? []),
  };
}
