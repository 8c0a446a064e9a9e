import { type Cell, groupByLine, type Sheet } from "../model/cell.ts";
import type { Region } from "../model/region.ts";
import { findUnit } from "../model/unit.ts";

/** Finds the place whose row is blank but for its name (and a unit), by sheet and row; undefined for every other row. */
export type FindBlankRow = (sheet: string, row: number) => Region | undefined;

/** Looks for blank rows of places; a sheet is gone through when first asked about. */
export function makeFindBlankRow(sheets: readonly Sheet[], regions: Iterable<Region>): FindBlankRow {
  const placeOf = new Map(
    [...regions].flatMap((region) =>
      [region.name, region.shortName, ...region.aliases].map((name) => [name, region] as const),
    ),
  );
  const rowsOf = new Map<string, ReadonlyMap<number, Region>>();
  const rowsIn = (name: string) => {
    const cells = [...(sheets.find((sheet) => sheet.name === name)?.cells ?? [])];
    const rows = [...groupByLine(cells, ({ row }) => row)].flatMap(([row, line]) => {
      const place = placeOf.get(wordsOf(line[0]));
      return place && line.slice(1).every(isNoFigure) ? [[row, place] as const] : [];
    });
    return new Map(rows);
  };
  return (name, row) => {
    const rows = rowsOf.get(name) ?? rowsIn(name);
    rowsOf.set(name, rows);
    return rows.get(row);
  };
}

function isNoFigure(cell: Cell): boolean {
  return cell.raw.type === "text" && (wordsOf(cell) === "" || findUnit(wordsOf(cell)) !== undefined);
}

function wordsOf(cell: Cell | undefined): string {
  return cell?.raw.type === "text" ? cell.raw.text.replace(/[\s\u3000]/g, "") : "";
}
