import type { Edition, EditionPlan, PrintedFigure } from "../../model/edition.ts";
import type { CellReference, Figure, FigureId } from "../../model/figure.ts";
import { grouped } from "../../model/grouped.ts";
import type { TextSpan } from "../../model/target.ts";
import { printedFigures } from "./places.ts";
import { cellKey } from "./source-rows.ts";
import { chartWords, wordedPlaces } from "./worded-places.ts";

/** A figure as edition.json keeps it. */
export interface LedgerFigure {
  readonly id: FigureId;
  readonly name: string;
  readonly value: string; // unrounded
  readonly unit: string | null;
  readonly texts: readonly string[]; // as printed, each once
  readonly places: readonly { readonly paper: string; readonly place: string; readonly text: string }[]; // reading order
  readonly derivation:
    | { readonly kind: "observed" }
    | { readonly kind: "planned"; readonly target: string; readonly source: TextSpan }
    | { readonly kind: "computed"; readonly formula: string; readonly operands: readonly FigureId[] }
    | { readonly kind: "stated"; readonly source: string; readonly file: string; readonly line: number };
  readonly observations: readonly CellReference[]; // every cell below it, through its operands
}

/** What edition.json says of an edition. */
export interface Ledger {
  readonly period: string;
  readonly kind: string;
  readonly region: string;
  readonly title: string;
  readonly asOf: string | null;
  readonly dataVintage: string;
  readonly illustrative: boolean;
  readonly partlyIllustrative: boolean; // and a target is judged on a published figure
  readonly rules: string;
  readonly plan: EditionPlan | null;
  readonly counts: Readonly<Record<string, number>>; // {total: 106, green: 12, ...}
  readonly figures: readonly LedgerFigure[]; // by id
  readonly dataSheet: string | null; // whose rows stand in data.csv
  readonly words: Readonly<Record<string, string>>; // of the workbook: cells of words and comments with numbers in them, by place
  readonly chartWords: readonly string[]; // titles and units of the workbook's charts with numbers in them
}

/**
 * Lists every figure of an edition with its texts, places, derivation and cells, ready for JSON.
 *
 * The same edition gives the same ledger; figures that only others are computed from have no places.
 */
export function ledger(edition: Edition, printed: readonly PrintedFigure[] = printedFigures(edition)): Ledger {
  const book = new Map(edition.figures.map((figure) => [figure.id, figure]));
  const places = grouped(printed, ({ figure }) => figure);
  const { period, kind, region, title, asOf, dataVintage, illustrative, rules, plan = null, figures } = edition;
  const { partlyIllustrative = false } = edition;
  return {
    ...{ period, kind, region, title, asOf, dataVintage, illustrative, partlyIllustrative, rules, plan },
    counts: countsOf(figures),
    figures: figures.map((figure) => ledgerFigure(figure, places.get(figure.id) ?? [], book)),
    dataSheet: edition.sheets.find(({ plain }) => plain)?.name ?? null,
    words: wordedPlaces(edition.sheets),
    chartWords: chartWords(edition.sheets),
  };
}

/** The counts over the whole edition, by the last part of their ids. */
function countsOf(figures: readonly Figure[]): Readonly<Record<string, number>> {
  const whole = figures.filter(({ id, unit }) => /^count\/[^/]+$/.test(id) && unit !== "%");
  return Object.fromEntries(whole.map(({ id, value }) => [id.slice("count/".length), Number(value)]));
}

function ledgerFigure(
  figure: Figure,
  printed: readonly PrintedFigure[],
  book: ReadonlyMap<FigureId, Figure>,
): LedgerFigure {
  const { id, name, value, unit, derivation } = figure;
  return {
    ...{ id, name, value, unit },
    texts: [...new Set(printed.map(({ text }) => text))].sort(),
    places: printed.map(({ paper, place, text }) => ({ paper, place, text })),
    derivation: derivation.kind === "observed" ? { kind: "observed" } : derivation,
    observations: [...cellsBelow(figure, book).values()],
  };
}

function cellsBelow(
  { derivation }: Figure,
  book: ReadonlyMap<FigureId, Figure>,
  found = new Map<string, CellReference>(),
): ReadonlyMap<string, CellReference> {
  if (derivation.kind === "observed") {
    for (const reference of derivation.observations) found.set(cellKey(reference), reference);
  }
  if (derivation.kind === "computed") {
    for (const id of derivation.operands) {
      const operand = book.get(id);
      if (operand) cellsBelow(operand, book, found);
    }
  }
  return found;
}
