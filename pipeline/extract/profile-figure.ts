import { compare } from "../model/decimal.ts";
import type { Indicator } from "../model/indicator.ts";
import { quote } from "../model/issue.ts";
import type { ObservationStatus } from "../model/observation.ts";
import type { Quantity } from "../model/quantity.ts";
import { findUnit, INDEX_UNIT } from "../model/unit.ts";
import type { Spot } from "./figure-spot.ts";
import { squash } from "./normalise.ts";
import type { ProfileFacts } from "./profile.ts";
import { joinScopes, parseScopes, scopesIn } from "./scope-words.ts";
import type { TypedCell } from "./typed-cell.ts";

/** What a figure is once the source's profile has been heard; `mismatch` tells how the sheet contradicts it. */
export type RuledQuantity =
  | { readonly quantity: Quantity | null; readonly mismatch: null }
  | { readonly quantity: null; readonly mismatch: string };

/**
 * Hears the source's profile on what kind of number a figure is.
 *
 * In a row of which only the growth is published, a lone figure under the values is that growth; where the row also has
 * a growth of its own, or the sheet gives the figure a unit, sheet and profile contradict each other. A price index whose
 * base the profile states is an index, as long as the figure can be one.
 */
export function ruledQuantity(quantity: Quantity | null, spot: Spot, indicator: Indicator | undefined): RuledQuantity {
  const { facts, rowHasValues, rowHasGrowth, row, cell } = spot;
  if (facts.rate && rowHasValues) {
    const words = `来源配置说${quote(row.label)}只发布增速，表里`;
    const unit = quantity === "value" ? nearUnit(spot) : undefined;
    if (rowHasGrowth) return { quantity: null, mismatch: `${words}增速之外还有别的数` };
    if (unit !== undefined) return { quantity: null, mismatch: `${words}给它写了单位${unit}` };
    if (quantity === "value" && cell?.content.kind === "number") return { quantity: "yoy", mismatch: null };
  }
  const based = facts.unit === INDEX_UNIT && indicator?.nature === "index" && quantity === "value";
  return { quantity: based && isIndexLike(spot) ? "index" : quantity, mismatch: null };
}

/** A unit that is no rate's, stated in the cell, the label, the header or the column of units. */
function nearUnit({ row, column, cell }: Spot): string | undefined {
  const own = cell?.content.kind === "number" && cell.content.unit ? [cell.content.unit] : [];
  const units = [...own, ...(row.phrase?.units ?? []), ...column.units, ...(row.units ?? [])];
  return units.find((unit) => findUnit(unit)?.dimension !== findUnit("%")?.dimension);
}

/** Whether a figure can be a price index: a rise of 0.7 is no index of 0.7. Signs in place of a number can be either. */
export function isIndexLike({ cell }: Spot): boolean {
  if (cell?.content.kind !== "number") return true;
  return compare(cell.content.value, "50") >= 0 && compare(cell.content.value, "200") <= 0;
}

/** The profile's unit of a value to which the sheet gives another one of its kind; undefined where they agree. */
export function overruledUnit(
  { facts }: Spot,
  lines: readonly string[], // units that stand around the table
  { unit, quantity }: { readonly unit: string | null; readonly quantity: Quantity },
) {
  if (facts.unit === null || unit === null || quantity !== "value" || unit === facts.unit) return undefined;
  const alike = findUnit(unit)?.dimension === findUnit(facts.unit)?.dimension;
  return alike && (facts.unitIsOwn || lines.includes(unit)) ? facts.unit : undefined;
}

/** The profile's 口径, where nothing around the figure, nor its name, states one. */
export function profileScope(
  { row }: Spot,
  { profile }: ProfileFacts,
  indicator: Indicator | undefined,
): string | null {
  const scope = profile?.scope ?? null;
  const own = scope === null ? [] : scopesIn(`${row.phrase?.squashed ?? ""}|${indicator?.name ?? ""}`);
  return scope === null || own.length > 0 ? null : joinScopes(parseScopes(squash(scope)) ?? [scope]);
}

const BLANK = "空白";

/** Why a figure has no value, or how sure it is: what the cell or the row says, else the profile. */
export function figureStatus({ cell, row }: Spot, { profile }: ProfileFacts): ObservationStatus {
  if (!cell) return profile?.sentinels[BLANK] ?? "missing";
  if (cell.content.kind === "sentinel") return cell.content.status;
  return row.phrase?.status ?? profile?.status ?? "normal";
}

/** The sign that stands in place of a value; null where there is a value. */
export function statusReason(cell: TypedCell | null): string | null {
  if (!cell) return BLANK;
  return cell.content.kind === "sentinel" ? cell.text.trim() : null;
}
