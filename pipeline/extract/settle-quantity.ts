import type { Quantity } from "../model/quantity.ts";
import type { Measure } from "./measure-words.ts";

/** The measure words that bear on one figure. */
export interface MeasurePlaces {
  readonly row: Measure | null;
  readonly column: Measure | null;
  readonly title: Measure | null;
  readonly growth: boolean; // the cell itself says 增长 or 下降
  readonly lastYear: boolean; // the column is 上年同期: 持平 there is not last year's growth
  readonly rowHasValues: boolean; // the row has figures in columns that are no growth
}

export type SettledQuantity =
  | { readonly ok: true; readonly quantity: Quantity | null; readonly measure: Measure | null } // null: open until the unit is known
  | { readonly ok: false; readonly at: "header" | "label" | "cell" }; // whose words contradict the others

/**
 * Settles what kind of number a figure is: its column's measure, else its row's, else the title's, else the value.
 *
 * 增速 in a label makes a growth of the column's figures; a growth of a growth is nobody's meaning and is not settled, nor are words of growth in a cell that holds none,
 * nor words of decline alone, which leave the sign of their figures open.
 */
export function settleQuantity(places: MeasurePlaces): SettledQuantity {
  if (places.row?.falls) return { ok: false, at: "label" };
  const settled = settleWords(places);
  if (settled.ok && settled.measure?.falls) return { ok: false, at: "header" };
  if (!settled.ok || !places.growth || settled.quantity === null || GROWING.has(settled.quantity)) return settled;
  return { ok: false, at: "cell" };
}

/** What 增长, 下降 and 持平 in a cell can be; 持平 is no rank of 0 and no share of 0%. */
const GROWING: ReadonlySet<Quantity> = new Set(["yoy", "mom", "change"]);

function settleWords({ row, column, title, growth, lastYear, rowHasValues }: MeasurePlaces): SettledQuantity {
  const columnSays = column !== null && (column.open || column.quantity !== "value");
  if (row && columnSays) return bothSay(row, column, rowHasValues);
  const measure = columnSays ? column : (row ?? (column ? null : title));
  if (measure) {
    return { ok: true, quantity: measure.open ? null : measure.quantity, measure };
  }
  if (growth) return column || lastYear ? { ok: false, at: "cell" } : { ok: true, quantity: "yoy", measure: null };
  return { ok: true, quantity: "value", measure: null };
}

function bothSay(row: Measure, column: Measure, rowHasValues: boolean): SettledQuantity {
  const quantity = column.open ? null : column.quantity;
  if (row.quantity === "value" || row.quantity === "index") return { ok: true, quantity, measure: column };
  if (column.quantity === "rank") return { ok: true, quantity, measure: column };
  const same = row.quantity === column.quantity && !rowHasValues;
  return same ? { ok: true, quantity, measure: column } : { ok: false, at: "header" };
}
