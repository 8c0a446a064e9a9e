import type { CellSpan } from "../../model/chart.ts";
import { type CellPlace, placeText, spanPlaces, spanReference } from "./span.ts";

/** What a cell that a chart refers to holds; null where it is blank. */
export interface SourceCell {
  readonly value: string | number | null; // words with what Excel takes for an escape escaped
  readonly text: string; // as shown
  readonly numberFormat: string | null; // null: general
}

/** Gives the cell at a place; undefined where none is written. */
export type CellLookup = (place: CellPlace) => SourceCell | undefined;

/** Words that a chart takes from cells. */
export interface Labels {
  readonly reference: string; // '趋势'!$A$5:$A$16
  readonly texts: readonly string[];
}

/** Numbers that a chart takes from cells; null is a gap. */
export interface Points {
  readonly reference: string;
  readonly points: readonly (Point | null)[];
}

export interface Point {
  readonly value: number;
  readonly format: string; // of the cell, "0.0"
}

/** The words of cells. @throws RangeError where a cell is missing or blank */
export function labelsOf(span: CellSpan, cellAt: CellLookup): Labels {
  const texts = spanPlaces(span).map((place) => {
    const { value, text } = cellOf(place, cellAt);
    if (text === "") throw new RangeError(`${placeText(place)}: blank, a chart takes words from it`);
    return typeof value === "string" ? value : text;
  });
  return { reference: spanReference(span), texts };
}

/**
 * The numbers of cells, gaps where they are blank.
 *
 * @throws RangeError where a cell is missing, where it holds words, which Excel would draw as zero, or where no cell
 *   holds a number
 */
export function pointsOf(span: CellSpan, cellAt: CellLookup): Points {
  const places = spanPlaces(span);
  const points = places.map((place) => {
    const { value, numberFormat } = cellOf(place, cellAt);
    if (typeof value === "string") {
      throw new RangeError(`${placeText(place)}: ${JSON.stringify(value)}, a chart takes a number from it`);
    }
    return value === null ? null : { value, format: numberFormat ?? "General" };
  });
  const [first] = places;
  if (first && points.every((point) => point === null)) {
    throw new RangeError(`${placeText(first)}: a chart takes numbers from here on, all are blank`);
  }
  return { reference: spanReference(span), points };
}

function cellOf(place: CellPlace, cellAt: CellLookup): SourceCell {
  const cell = cellAt(place);
  if (!cell) throw new RangeError(`${placeText(place)}: no such cell, a chart refers to it`);
  return cell;
}
