import { child, textIn, within, type XmlElement } from "../ooxml/xml-tree.ts";
import { type BookCells, readBookCells } from "./book-cells.ts";
import { loneText } from "./other-parts.ts";
import { type Paper, partOf } from "./paper.ts";
import { type FoundParagraph, readParagraphs } from "./paragraphs.ts";
import { readTargets } from "./relationships.ts";

/** What a chart keeps of cells, by index; gaps are left out. */
export type KeptPoints = ReadonlyMap<number, string>;

/** A chart as the file keeps it. */
export interface FoundChart {
  readonly part: string; // word/charts/chart1.xml
  readonly words: readonly FoundParagraph[]; // of titles, axes, labels
  readonly series: readonly FoundSeries[];
  readonly bookPath: string | null; // word/embeddings/chart1.xlsx
  readonly book: BookCells | null; // of the workbook inside; null where there is none
}

export interface FoundSeries {
  readonly name: KeptPoints;
  readonly categories: KeptPoints;
  readonly values: KeptPoints;
}

const MAIN = "word/document.xml";

/** The parts that are charts of the kind with series; newer kinds are read as other parts are. */
export const CHART = /^word\/charts\/chart(?!ex)[^/]*\.xml$/;

/** Reads the charts that a document shows, in reading order, then those that it only carries. */
export function readCharts(paper: Paper): readonly FoundChart[] {
  const carried = [...paper.keys()].filter((path) => CHART.test(path)).sort();
  const leadsTo = readTargets((path) => partOf(paper, path), MAIN);
  const shown = within(partOf(paper, MAIN), "c:chart").flatMap(
    ({ attributes }) => leadsTo.get(attributes.get("r:id") ?? "") ?? [],
  );
  return [...new Set([...shown, ...carried])].flatMap((part) => {
    const root = partOf(paper, part);
    return root === undefined ? [] : [chartOf(root, part, paper)];
  });
}

function chartOf(root: XmlElement, part: string, paper: Paper): FoundChart {
  const series = within(root, "c:ser").map(partsOfSeries);
  const id = child(root, "c:externalData")?.attributes.get("r:id") ?? "";
  const book = readTargets((path) => partOf(paper, path), part).get(id);
  return {
    part,
    words: [...readParagraphs(root, "chart"), ...otherValues(root, series.flatMap(Object.values))],
    series: series.map(({ name, categories, values }) => ({
      name: pointsOf(name),
      categories: pointsOf(categories),
      values: pointsOf(values),
    })),
    bookPath: book ?? null,
    book: book === undefined ? null : bookIn(paper, `${book}!/`),
  };
}

function bookIn(paper: Paper, prefix: string): BookCells | null {
  return [...paper.keys()].some((path) => path.startsWith(prefix)) ? readBookCells(paper, prefix) : null;
}

function partsOfSeries(series: XmlElement) {
  return {
    name: child(series, "c:tx"),
    categories: child(series, "c:cat") ?? child(series, "c:xVal"),
    values: child(series, "c:val") ?? child(series, "c:yVal"),
  };
}

/** Words and values that a chart shows beside the points of its series: a title from a cell, labels from cells, outer levels of names. */
export function otherValues(root: XmlElement, series: readonly (XmlElement | undefined)[]): readonly FoundParagraph[] {
  const read = new Set(series.flatMap((element) => valuesOf(element).map(([, value]) => value)));
  return within(root, "c:v").flatMap((value) => (read.has(value) ? [] : [loneText(textIn(value))]));
}

/** The points that a reference keeps of its cells, or a name its own words; of names on several levels, the innermost. */
export function pointsOf(element: XmlElement | undefined): KeptPoints {
  return new Map(valuesOf(element).map(([index, value]) => [index, textIn(value)]));
}

function valuesOf(element: XmlElement | undefined): readonly (readonly [number, XmlElement])[] {
  const literal = child(element, "c:v");
  if (literal) return [[0, literal]];
  return within(within(element, "c:lvl")[0] ?? element, "c:pt").flatMap((point) => {
    const value = child(point, "c:v");
    return value ? [[Number(point.attributes.get("idx")), value] as const] : [];
  });
}
