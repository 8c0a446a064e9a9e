import type { Quantity } from "../model/quantity.ts";
import type { Measure } from "./measure-words.ts";

/** The measure words that bear on one figure. */
export interface MeasurePlaces {
  readonly row: Measure | null;
  readonly column: Measure | null;
  readonly title: Measure | null;
  readonly growth: boolean; // the cell itself says 增长 or 下降
  readonly rowHasValues: boolean; // the row has figures in columns that are no growth
}

export type SettledQuantity =
  | { readonly ok: true; readonly quantity: Quantity | null; readonly measure: Measure | null } // null: open until the unit is known
  | { readonly ok: false };

/**
 * Settles what kind of number a figure is: its column's measure, else its row's, else the title's, else the value.
 *
 * 增速 in a label makes a growth of the column's figures; a growth of a growth is nobody's meaning and is not settled.
 */
export function settleQuantity({ row, column, title, growth, rowHasValues }: MeasurePlaces): SettledQuantity {
  const columnSays = column !== null && (column.open || column.quantity !== "value");
  if (row && columnSays) return bothSay(row, column, rowHasValues);
  const measure = columnSays ? column : (row ?? (column ? null : title));
  if (measure) {
    if (growth && measure.quantity === "value") return { ok: false };
    return { ok: true, quantity: measure.open ? null : measure.quantity, measure };
  }
  if (growth) return column ? { ok: false } : { ok: true, quantity: "yoy", measure: null };
  return { ok: true, quantity: "value", measure: null };
}

function bothSay(row: Measure, column: Measure, rowHasValues: boolean): SettledQuantity {
  const quantity = column.open ? null : column.quantity;
  if (row.quantity === "value" || row.quantity === "index") return { ok: true, quantity, measure: column };
  if (column.quantity === "rank") return { ok: true, quantity, measure: column };
  const same = row.quantity === column.quantity && !rowHasValues;
  return same ? { ok: true, quantity, measure: column } : { ok: false };
}
