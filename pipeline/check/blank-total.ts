import type { Indicator } from "../model/indicator.ts";
import { type Issue, makeIssue, quote } from "../model/issue.ts";
import { type Observation, observationKey } from "../model/observation.ts";
import type { Region } from "../model/region.ts";
import { grouped } from "./grouped.ts";

const FEWEST = 3; // places with a figure that make a column

/**
 * Asks about a column of places whose first row, 全市 or a place, is blank while every other has a figure: it has slipped
 * one row down, and its last figure is lost.
 *
 * A blank only; a sign (—) says that there is nothing. Ranks, and tables of places with gaps elsewhere, are not asked.
 *
 * @param regions by code
 * @returns one issue a cell, in the order of the observations
 */
export function checkBlankTotal(
  observations: readonly Observation[],
  _indicators: ReadonlyMap<string, Indicator>,
  regions: ReadonlyMap<string, Region>,
): readonly Issue[] {
  const placed = observations.filter(({ region, quantity }) => regions.has(region ?? "") && quantity !== "rank");
  const asked = new Map<Observation, Issue>();
  for (const column of grouped(placed, columnOf).values()) {
    const [first, ...others] = column.toSorted((a, b) => rowOf(a) - rowOf(b));
    const isBelow = new Set(column.map(({ region }) => region)).size === column.length;
    if (!first || !isBelow || first.statusReason !== "空白" || others.length < FEWEST) continue;
    if (others.some(({ value }) => value === null)) continue;
    for (const one of others) asked.set(one, toIssue(one, regions.get(first.region ?? "")?.name ?? ""));
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
