import type { GridValue } from "../../support/grid.ts";
import type { Chance } from "./chance.ts";
import type { Written } from "./figures.ts";
import type { Month, Named } from "./words.ts";

/** What a figure means; made before the sheet is. */
export interface Meaning {
  readonly indicator: string;
  readonly region: string;
  readonly period: string;
  readonly span: string;
  readonly quantity: string;
  readonly scope?: string;
  readonly unit: string;
}

/** A figure's place, counted from 0 inside its block. */
export interface Figure {
  readonly row: number;
  readonly column: number;
  readonly meaning: Meaning;
  readonly value: number;
}

/** A merged rectangle, counted from 0 inside its block, corners included. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** A table with its header, before it has a place on a sheet. */
export interface Block {
  readonly captions: readonly string[]; // lines that must stand above it
  readonly rows: readonly (readonly GridValue[])[];
  readonly merges: readonly Merge[];
  readonly figures: readonly Figure[];
  readonly shape: string; // for the message of a failed sheet
}

/** What all tables of a sheet share. */
export interface Setting {
  readonly chance: Chance;
  readonly month: Month;
  readonly range: boolean; // the sheet's title says 1—6月 and not only 6月
  readonly merged: boolean; // the file keeps merges; a csv does not
  readonly used: Set<string>; // indicators that a table of the sheet has already: a fact stands on it once
}

/** Up to `count` indicators that no other table of the sheet has, at least one. */
export function take({ chance, used }: Setting, pool: readonly Named[], count: number): readonly Named[] {
  const free = pool.filter(({ code }) => !used.has(code));
  const taken = chance.some(free, Math.max(1, Math.min(count, free.length - SPARED)));
  for (const { code } of taken) used.add(code);
  return taken;
}

const SPARED = 2; // indicators left for the tables to come

/** A table under construction. */
export interface Sketch {
  put(row: number, column: number, cell: GridValue): void;
  figure(row: number, column: number, written: Written, meaning: Meaning): void;
  merge(top: number, left: number, bottom: number, right: number): void;
  done(shape: string, captions: readonly string[]): Block;
}

/** Opens a table under construction. */
export function openSketch({ merged }: Setting): Sketch {
  const rows: GridValue[][] = [];
  const merges: Merge[] = [];
  const figures: Figure[] = [];
  const put = (row: number, column: number, cell: GridValue) => {
    while (rows.length <= row) rows.push([]);
    const line = rows[row] ?? [];
    while (line.length <= column) line.push(null);
    line[column] = cell;
  };
  return {
    put,
    figure: (row, column, { cell, value, unit }, meaning) => {
      put(row, column, cell);
      if (value !== null) figures.push({ row, column, value, meaning: unit ? { ...meaning, unit } : meaning });
    },
    merge: (top, left, bottom, right) => {
      if (merged && (bottom > top || right > left)) merges.push({ top, left, bottom, right });
    },
    done: (shape, captions) => ({ captions, rows, merges, figures, shape }),
  };
}
