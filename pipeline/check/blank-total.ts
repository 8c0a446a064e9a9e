import { grouped } from "../model/grouped.ts";
import type { Indicator } from "../model/indicator.ts";
import { type Issue, makeIssue, quote } from "../model/issue.ts";
import { type Observation, observationKey } from "../model/observation.ts";
import type { Region } from "../model/region.ts";
import type { FindBlankRow } from "./blank-rows.ts";

const FEWEST = 3; // places with a figure that make a column

/**
 * Asks about a column of places whose first row, 全市 or a place, is blank while every other has a figure: it has slipped
 * one row down, and its last figure is lost.
 *
 * A blank only; a sign (—) says that there is nothing. Ranks, and tables of places with gaps elsewhere, are not asked.
 *
 * @param regions by code
 * @param findBlankRow for a row that is blank altogether, of which there is no observation
 * @returns one issue a cell, in the order of the observations
 */
export function checkBlankTotal(
  observations: readonly Observation[],
  _indicators: ReadonlyMap<string, Indicator>,
  regions: ReadonlyMap<string, Region>,
  findBlankRow: FindBlankRow,
): readonly Issue[] {
  const placed = observations.filter(({ region, quantity }) => regions.has(region ?? "") && quantity !== "rank");
  const asked = new Map<Observation, Issue>();
  for (const column of grouped(placed, columnOf).values()) {
    const rows = column.toSorted((a, b) => rowOf(a) - rowOf(b));
    const blank = rows[0]?.statusReason === "空白" ? rows[0] : undefined;
    const filled = blank ? rows.slice(1) : rows;
    const [top] = filled;
    if (!top || filled.length < FEWEST || filled.some(({ value }) => value === null)) continue;
    const place = blank ? regions.get(blank.region ?? "") : findBlankRow(top.sheet, rowOf(top) - 1);
    if (!place || new Set([place.code, ...filled.map(({ region }) => region)]).size <= filled.length) continue;
    for (const one of filled) asked.set(one, toIssue(one, place.name));
  }
  return observations.flatMap((one) => asked.get(one) ?? []);
}

/** One fact of several places, in one column of a sheet. */
function columnOf(one: Observation): string {
  return `${one.sheet}|${one.cell.replace(/\d+/, "")}|${observationKey({ ...one, region: "" })}`;
}

function rowOf({ cell }: Observation): number {
  return Number(cell.replace(/\D+/, ""));
}

function toIssue({ sheet, cell, value, unit }: Observation, blank: string): Issue {
  const found = `${value}${unit ?? ""}`;
  return makeIssue("blank-first-row", { sheet, cell }, { found: quote(found), label: blank });
}
