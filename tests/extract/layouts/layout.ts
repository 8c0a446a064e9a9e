import type { Vocabulary } from "../../../pipeline/extract/vocabulary.ts";
import { type Book, parseAddress, type Sheet, toAddress } from "../../../pipeline/model/cell.ts";
import type { Observation } from "../../../pipeline/model/observation.ts";
import { parseSource } from "../../../pipeline/reference/sources.ts";
import { bookOf, type GridValue, sheetOf } from "../../support/grid.ts";

/** What a person reads from a figure's row, its column or its own words. */
export interface Meaning {
  readonly label: string;
  readonly path: readonly string[];
  readonly indicator: string | null;
  readonly region: string | null;
  readonly period: string;
  readonly span: string;
  readonly quantity: string;
  readonly scope: string | null;
  readonly unit: string | null;
}

/** A figure as it should be read; `follows` where its head (同比, 结构) speaks of whatever column stands to its left. */
export type Fact = Meaning & { readonly value: string | null; readonly follows: boolean };

/** What a row or a column says of its figures. */
export type Words = Partial<Meaning> & { readonly follows?: boolean };

/** A table of a layout: what each of its rows and columns means, by row number and column letter. */
export interface Block {
  readonly rows: Readonly<Record<number, Words>>;
  readonly columns: Readonly<Record<string, Words>>;
}

/** The profile of a layout's source, and what is read otherwise once it is known. */
export interface Profiled {
  readonly yaml: string;
  readonly rows?: Readonly<Record<number, Words>>;
  readonly columns?: Readonly<Record<string, Words>>; // added to the first table
  readonly cells?: Readonly<Record<string, Partial<Fact> | null>>;
  readonly questions?: readonly (readonly [string | null, string])[];
}

/** One sheet as a real office sends it, and what a careful clerk reads in it. */
export interface Layout {
  readonly id: string; // as the collection of real layouts numbers it
  readonly title: string;
  readonly rows: readonly (readonly GridValue[])[];
  readonly merges?: readonly string[];
  readonly name?: string; // of the sheet
  readonly file?: string;
  readonly vocabulary: Vocabulary;
  readonly region: string | null; // of rows and columns that name none
  readonly blocks: readonly Block[];
  readonly cells?: Readonly<Record<string, Partial<Fact> | null>>; // where a cell's own words say more; null: no figure is taken
  readonly alsoRight?: Readonly<Record<string, Partial<Fact>>>; // what a figure that is asked about may turn out to be
  readonly questions?: readonly (readonly [string | null, string])[];
  readonly profiled?: Profiled; // where the sheet leaves something unsaid
}

/** What a row means: "路径>名称", its indicator's code, and what else it says. */
export function row(label: string, indicator: string | null, more: Partial<Meaning> = {}): Partial<Meaning> {
  const labels = label.split(">");
  return { label: labels.at(-1) ?? "", path: labels.slice(0, -1), indicator, ...more };
}

/** What a row of a place means. */
export function place(label: string, region: string | null, more: Partial<Meaning> = {}): Partial<Meaning> {
  return { label, path: [], region, ...more };
}

/** What a column means: "2023-06 ytd yoy %"; the unit may be left to the row. */
export function column(words: string, more: Words = {}): Words {
  const [period = "", span = "", quantity = "", unit] = words.split(" ");
  return { period, span, quantity, ...(unit === undefined ? {} : { unit }), ...more };
}

/** The layout as a book of one sheet. */
export function bookOfLayout({ rows, merges = [], name = "Sheet1", file = "报表.xlsx" }: Layout): Book {
  const sheet: Sheet = sheetOf(rows, { merges, name });
  return bookOf(sheet, file);
}

/** The layout as its office's profile has it read; itself where the sheet says everything. */
export function withProfile(layout: Layout): Layout {
  const { profiled, blocks, vocabulary } = layout;
  if (!profiled) return layout;
  const { yaml, rows = {}, columns = {}, cells = {}, questions = [] } = profiled;
  return {
    ...layout,
    vocabulary: { ...vocabulary, sources: [parseSource(layout.id, yaml, `${layout.id}.yaml`)] },
    blocks: blocks.map((block, index) => ({
      rows: Object.fromEntries(
        Object.entries(block.rows).map(([at, words]) => [at, { ...words, ...rows[Number(at)] }]),
      ),
      columns: index === 0 ? { ...block.columns, ...columns } : block.columns,
    })),
    cells: { ...layout.cells, ...cells },
    questions,
  };
}

/** Every figure of a layout as it should be read, by cell. */
export function factsOf({ rows, merges = [], region, blocks, cells = {} }: Layout): ReadonlyMap<string, Fact> {
  const covered = new Set(merges.flatMap(coveredBy));
  const facts = new Map<string, Fact>();
  for (const block of blocks)
    for (const [at, rowMeaning] of Object.entries(block.rows))
      for (const [letters, columnMeaning] of Object.entries(block.columns)) {
        const cell = `${letters}${at}`;
        const own = cells[cell];
        if (own === null || covered.has(cell)) continue;
        const number = parseAddress(cell) ?? { row: 0, column: 0 };
        const value = rows[number.row - 1]?.[number.column - 1] ?? null;
        const merged = { scope: null, region, ...columnMeaning, ...rowMeaning };
        const unit = columnMeaning.unit ?? rowMeaning.unit ?? null;
        const scope = [rowMeaning.scope, columnMeaning.scope].filter((word) => word != null).join("、") || null;
        facts.set(cell, { ...BARE, ...merged, unit, scope, value: shown(value), ...own });
      }
  return facts;
}

const BARE: Omit<Fact, "value"> = {
  follows: false,
  label: "",
  path: [],
  indicator: null,
  region: null,
  period: "",
  span: "",
  quantity: "",
  scope: null,
  unit: null,
};

const SIGNS: ReadonlySet<string> = new Set(["…", "……", "—", "——", "-", "--"]);

/** A plain number as its digits, a blank or a sign as null; anything else must be spelt out in `cells`. */
function shown(value: GridValue): string | null {
  if (value === null) return null;
  if (typeof value === "number") return String(value);
  if (typeof value === "string") return SIGNS.has(value) ? null : value;
  return "value" in value ? String(value.value) : null;
}

/** All but the first cell of a range. */
function coveredBy(range: string): readonly string[] {
  const [from, to] = range.split(":").map((corner) => parseAddress(corner));
  if (!from || !to) return [];
  const cells: string[] = [];
  for (let at = from.row; at <= to.row; at++)
    for (let across = from.column; across <= to.column; across++) cells.push(toAddress(at, across));
  return cells.slice(1);
}

/** An observation in the form of a fact. */
export function factOf(observation: Observation): Fact {
  const { label, path, indicator, region, period, span, quantity, scope, unit, value } = observation;
  return {
    label,
    path,
    indicator,
    region,
    period,
    span,
    quantity,
    scope,
    unit: value === null ? null : unit,
    value,
    follows: false,
  };
}

/** A fact in one line, for comparison and for people; a blank has no unit. */
export function line(cell: string, fact: Fact): string {
  const { label, path, indicator, region, period, span, quantity, scope, unit, value } = fact;
  const words = [...path, label].join(">");
  const number = value === null ? "(none)" : `${value} ${unit ?? "?"}`;
  return [cell, words, indicator ?? "?", region ?? "?", period, span, quantity, scope ?? "-", number].join(" | ");
}
