import type { Indicator } from "../model/indicator.ts";
import type { Quantity } from "../model/quantity.ts";
import type { Spot } from "./figure-spot.ts";
import { isIndexLike } from "./profile-figure.ts";
import type { SettledUnit } from "./settle-unit.ts";

/** What a figure is known to be when its head is doubted. */
export interface Counted {
  readonly indicator: Indicator | undefined;
  readonly quantity: Quantity | null; // null: open until the unit is known
  readonly unit: SettledUnit;
}

/** Whether a figure's head, clear by itself, leaves open what is counted of this indicator. */
export function isHeadDoubtful(spot: Spot, { indicator, quantity, unit }: Counted): boolean {
  const undecided = quantity === null && !unit.ok;
  const addedState = spot.column.measure?.added === true && indicator?.nature === "stock";
  return undecided || addedState || isUnreadableIndex(spot, indicator, unit) || isAverage(spot, indicator);
}

/** 同比增减（%） of a rate: 1.1 percentage points more, or 1.1 % more. */
export function isDifferenceOfRate({ column }: Spot, { indicator, unit }: Counted): boolean {
  if (indicator?.nature !== "rate" || indicator.unit !== "%" || !unit.ok || unit.quantity !== "yoy") return false;
  return column.cells.some(({ squashed }) => /(?:增减|变化|变动|升降)(?!幅|率|速)/.test(squashed));
}

/** 1—6月平均 of a stock or of a flow is neither its state nor its sum. */
function isAverage({ row, column }: Spot, indicator: Indicator | undefined): boolean {
  if (indicator?.nature !== "stock" && indicator?.nature !== "flow") return false;
  return column.cells.some(saysAverage) || (row.phrase !== null && saysAverage(row.phrase));
}

function saysAverage({ squashed }: { readonly squashed: string }): boolean {
  return squashed.includes("平均") && /(?:月份?|季度?|半年|累计|年)平均/.test(squashed);
}

/** A price index whose column does not say what is 100, or says 同比 over 100.7: the figure may be an index or a rise. */
function isUnreadableIndex(spot: Spot, indicator: Indicator | undefined, unit: SettledUnit): boolean {
  if (indicator?.nature !== "index" || !unit.ok) return false;
  return (
    unit.quantity === "value" || (RISES.has(unit.quantity) && spot.cell?.content.kind === "number" && isIndexLike(spot))
  );
}

const RISES: ReadonlySet<Quantity> = new Set(["yoy", "mom"]);
