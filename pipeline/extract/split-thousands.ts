import type { Grid } from "./grid.ts";
import type { LabelledRow } from "./rows.ts";
import type { Segment } from "./segments.ts";
import type { TypedCell } from "./typed-cell.ts";

/**
 * By row, the rest of a number that was split at the comma between its thousands, 1 and 020.1: it begins with a nought,
 * or with three digits in a row that reaches beyond the last column of figures. Where no other row does, noughts may
 * have been lost: 1 and 20.1.
 */
export function splitThousands(
  grid: Grid,
  { data, table }: Segment,
  rows: readonly LabelledRow[],
): ReadonlyMap<number, TypedCell> {
  const behind = (data.at(-1)?.column ?? 0) + 1;
  const isHeaded = table.columns.some(({ column, role }) => column === behind && role !== "note");
  const reaching = new Set(isHeaded ? [] : rows.filter(({ row }) => isNumber(grid.at(row, behind))));
  const [only] = reaching.size === 1 && rows.filter(({ figures }) => figures).length > 2 ? reaching : [];
  const found = rows.flatMap((own): readonly TypedCell[] => {
    const begins = own === only ? /^\d{1,3}(?!\d)/ : reaching.has(own) ? /^\d{3}(?!\d)/ : /^0\d\d(?!\d)/;
    for (const { column } of data) {
      const rest = grid.at(own.row, column + 1);
      if (!rest || !begins.test(rest.squashed)) continue;
      if (ONE_TO_THREE_DIGITS.test(grid.at(own.row, column)?.squashed ?? "")) return [rest];
    }
    return [];
  });
  return new Map(found.map((cell) => [cell.row, cell]));
}

const ONE_TO_THREE_DIGITS = /^[-+]?[1-9]\d{0,2}$/;

function isNumber(cell: TypedCell | undefined): boolean {
  return cell?.content.kind === "number";
}
