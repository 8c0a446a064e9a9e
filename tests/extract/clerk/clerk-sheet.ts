import { fileURLToPath } from "node:url";
import { type Extraction, type Hints, makeExtract } from "../../../pipeline/extract/book.ts";
import type { Vocabulary } from "../../../pipeline/extract/vocabulary.ts";
import { loadReference } from "../../../pipeline/jobs/reference.ts";
import { type Book, parseAddress, type Sheet } from "../../../pipeline/model/cell.ts";
import { SPANS } from "../../../pipeline/model/period.ts";
import { QUANTITIES } from "../../../pipeline/model/quantity.ts";
import { findUnit } from "../../../pipeline/model/unit.ts";
import { bookOf, type GridValue, sheetOf } from "../../support/grid.ts";

/** What a person reads from a row, a column or a cell, in words: "retail-sales 2023-06 ytd yoy %"; "=12.3" is the value. */
export type Words = string;

/** A sheet as an office would send it, and what a careful clerk reads in it before the program does. */
export interface ClerkSheet {
  readonly name: string; // what is odd about it
  readonly rows: readonly (readonly GridValue[])[];
  readonly merges?: readonly string[];
  readonly sheet?: string;
  readonly file?: string;
  readonly hints?: Hints;
  readonly blocks: readonly {
    readonly rows: Readonly<Record<number, Words>>;
    readonly columns: Readonly<Record<string, Words>>;
  }[];
  readonly cells?: Readonly<Record<string, Words | null>>; // null: no figure is taken there
  readonly questions?: readonly (readonly [string | null, string])[];
}

const { indicators, regions } = loadReference(fileURLToPath(new URL("../../..", import.meta.url)));

/** The names that the seeds know, without the sources' own. */
export const SEEDS: Vocabulary = { indicators, regions, sources: [], city: "150500" };

/** The sheet as a book of one sheet. */
export function bookOfClerk({ rows, merges = [], sheet = "Sheet1", file = "报表.xlsx" }: ClerkSheet): Book {
  const made: Sheet = sheetOf(rows, { merges, name: sheet });
  return bookOf(made, file);
}

const extract = makeExtract(SEEDS);

/** Reads a sheet with the real seeds. */
export function readClerk(sheet: ClerkSheet): Extraction {
  return extract(bookOfClerk(sheet), sheet.hints);
}

interface Fact {
  readonly indicator?: string;
  readonly region?: string;
  readonly period?: string;
  readonly span?: string;
  readonly quantity?: string;
  readonly unit?: string;
  readonly scope?: string;
  readonly value?: string;
}

function factOf(words: Words): Fact {
  const said = words.split(" ").filter((word) => word !== "");
  return Object.assign({}, ...said.map(meaningOf));
}

function meaningOf(word: string): Fact {
  if (word.startsWith("=")) return { value: word.slice(1) };
  if (/^(?:\d{6}|\?\?)$/.test(word)) return { region: word };
  if (/^\d{4}-\d\d$/.test(word)) return { period: word };
  if ((SPANS as readonly string[]).includes(word)) return { span: word };
  if ((QUANTITIES as readonly string[]).includes(word)) return { quantity: word };
  if (findUnit(word) || word === "位" || word.endsWith("=100")) return { unit: word };
  if (/^[a-z0-9-]+$|^\?$/.test(word)) return { indicator: word };
  return { scope: word };
}

/** Every figure as it should be read, one line each: cell, indicator, region, period, span, quantity, 口径, value and unit. */
export function expectedLines(sheet: ClerkSheet): readonly string[] {
  const lines = new Map<string, string>();
  for (const { rows, columns } of sheet.blocks)
    for (const [row, rowWords] of Object.entries(rows))
      for (const [letters, columnWords] of Object.entries(columns)) {
        const cell = `${letters}${row}`;
        const own = sheet.cells?.[cell];
        const value = plainValue(sheet, cell);
        const [byRow, byColumn, byCell] = [rowWords, columnWords, own ?? ""].map(factOf);
        const scope = [byRow?.scope, byColumn?.scope, byCell?.scope]
          .filter((word) => word !== undefined)
          .sort()
          .join("、");
        const fact = {
          region: "150500",
          ...(value === undefined ? {} : { value }),
          ...byRow,
          ...byColumn,
          ...byCell,
          scope,
        };
        if (own !== null && fact.value !== undefined) lines.set(cell, lineOf(cell, fact));
      }
  return [...lines.values()].sort();
}

function plainValue({ rows }: ClerkSheet, cell: string): string | undefined {
  const { row, column } = parseAddress(cell) ?? { row: 0, column: 0 };
  const value = rows[row - 1]?.[column - 1] ?? null;
  if (typeof value === "number") return String(value);
  if (typeof value === "string") return /^-?\d+(?:\.\d+)?$/.test(value) ? value : undefined;
  return value !== null && "value" in value ? String(value.value) : undefined;
}

function lineOf(cell: string, { indicator, region, period, span, quantity, scope, value, unit }: Fact): string {
  return [cell, indicator ?? "?", region, period, span, quantity, scope || "-", `${value} ${unit ?? "?"}`].join(" | ");
}

/** Every figure as it was read, in the same form; blanks and signs in place of figures are left out. */
export function readLines({ observations }: Extraction): readonly string[] {
  return observations
    .flatMap(({ cell, indicator, region, period, span, quantity, scope, value, unit }) =>
      value === null
        ? []
        : [
            lineOf(cell, {
              indicator: indicator ?? "?",
              region: region ?? "??",
              period,
              span,
              quantity,
              scope: scope ?? "",
              value,
              unit: unit ?? "?",
            }),
          ],
    )
    .sort();
}
