import type { Indicator } from "../model/indicator.ts";
import type { Quantity } from "../model/quantity.ts";
import { findUnit, INDEX_UNIT } from "../model/unit.ts";

/** Where a figure's unit may be stated, from near to far. */
export interface UnitPlaces {
  readonly cell: string | null;
  readonly label: readonly string[]; // in the label's brackets
  readonly column: readonly string[]; // in the header
  readonly row: readonly string[]; // in a column of units
  readonly farther: () => readonly (readonly string[])[]; // parents, section, unit line, title, profile
}

/** A figure's unit and what it counts, or why that is open, with the units found (empty where none is stated). */
export type SettledUnit =
  | { readonly ok: true; readonly unit: string | null; readonly quantity: Quantity }
  | { readonly ok: false; readonly problem: "missing-unit" | "unit-mismatch"; readonly found: string };

/**
 * Settles the unit of a figure, and with it what is counted: a difference in % is a growth, in 百分点 a change.
 *
 * @param quantity null for a difference that only its unit explains (增减)
 */
export function settleUnit(
  quantity: Quantity | null,
  places: UnitPlaces,
  indicator: Indicator | undefined,
): SettledUnit {
  const near = places.cell ? [places.cell, ...places.column] : places.column;
  switch (quantity) {
    case "value":
      return valueUnit(places, indicator);
    case "rank":
      return { ok: true, unit: "位", quantity };
    case "index":
      return { ok: true, unit: INDEX_UNIT, quantity };
    case "contribution":
      return contributionUnit(near);
    case "change":
      return changeUnit(places, indicator);
    default:
      return rateUnit(quantity, near, places, indicator);
  }
}

/** 贡献率 is in %; 拉动 may be in 百分点 or, where its words or cells say so, in %. */
function contributionUnit(near: readonly string[]): SettledUnit {
  const unit = ["百分点", "%"].find((choice) => near.includes(choice));
  return unit ? { ok: true, unit, quantity: "contribution" } : { ok: false, problem: "missing-unit", found: "" };
}

/** 同比, 环比, 占比 are in %, unless their own words say otherwise: then they are a change. */
function rateUnit(
  quantity: "yoy" | "mom" | "share" | null,
  near: readonly string[],
  places: UnitPlaces,
  indicator: Indicator | undefined,
): SettledUnit {
  if (near.includes("百分点")) return { ok: true, unit: "百分点", quantity: "change" };
  const percent = near.includes("%") || near.includes("‰");
  if (quantity === null && percent) return { ok: true, unit: "%", quantity: "yoy" };
  const other = near.find((unit) => unit !== "%" && unit !== "‰");
  if (quantity === null && other) return changeUnit(places, indicator);
  if (quantity === null) return { ok: false, problem: "missing-unit", found: "" };
  if (other && !percent) return quantity === "yoy" ? changeUnit(places, indicator) : mismatch(other);
  const ofRate = indicator?.unit === "%" && indicator.nature === "rate" && quantity === "yoy";
  if (ofRate && !percent) return { ok: false, problem: "missing-unit", found: "" };
  return { ok: true, unit: "%", quantity };
}

function changeUnit(places: UnitPlaces, indicator: Indicator | undefined): SettledUnit {
  const own = (places.cell ? [places.cell, ...places.column] : places.column).find((unit) => unit !== "%");
  if (own) return { ok: true, unit: own, quantity: "change" };
  if (indicator?.unit === "%") return { ok: true, unit: "百分点", quantity: "change" };
  const settled = valueUnit(places, indicator);
  return settled.ok ? { ...settled, quantity: "change" } : settled;
}

/** The nearest place that states a unit; of several units there (万元、%) the one that can measure the indicator. */
function valueUnit(places: UnitPlaces, indicator: Indicator | undefined): SettledUnit {
  const { cell, label, column, row, farther } = places;
  const isRival = (unit: string) => column.some((other) => clashes(unit, other));
  if (column.length > 0 && (label.some(isRival) || row.some(isRival)))
    return mismatch([...new Set([...label, ...row].filter(isRival)), ...column].join("、"));
  const states = (units: readonly string[]) => units.length > 0;
  const stated = [cell ? [cell] : [], label, row, column].find(states) ?? farther().find(states);
  if (!stated) return { ok: false, problem: "missing-unit", found: "" };
  const fitting = stated.filter((unit) => !indicator || measures(unit, indicator));
  const choices = fitting.length > 0 ? fitting : stated;
  const money = choices.length > 1 ? choices.filter((unit) => unit !== "%") : choices;
  const [unit, second] = money;
  if (!unit || second) return { ok: false, problem: "missing-unit", found: stated.join("、") };
  return fitting.length > 0 ? { ok: true, unit, quantity: "value" } : mismatch(unit);
}

function mismatch(found: string): SettledUnit {
  return { ok: false, problem: "unit-mismatch", found };
}

/** Two units of one dimension, both stated close by, that are not the same. */
export function clashes(a: string, b: string): boolean {
  return a !== b && findUnit(a)?.dimension === findUnit(b)?.dimension;
}

/** Tells whether a unit can measure an indicator; yes where the indicator's own unit is no known one. */
function measures(unit: string, indicator: Indicator): boolean {
  const own = findUnit(indicator.unit);
  return own === undefined || own.dimension === findUnit(unit)?.dimension;
}
