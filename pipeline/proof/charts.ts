import { child, textIn, within, type XmlElement } from "../ooxml/xml-tree.ts";
import { type BookCells, readBookCells } from "./book-cells.ts";
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
  readonly book: BookCells | null; // of the workbook inside; null where there is none
}

export interface FoundSeries {
  readonly name: KeptPoints;
  readonly categories: KeptPoints;
  readonly values: KeptPoints;
}

const MAIN = "word/document.xml";

/** Reads the charts that a document shows, in reading order, then those that it only carries. */
export function readCharts(paper: Paper): readonly FoundChart[] {
  const carried = [...paper.keys()].filter((path) => /^word\/charts\/chart[^/]*\.xml$/.test(path)).sort();
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
  const id = child(root, "c:externalData")?.attributes.get("r:id") ?? "";
  const book = readTargets((path) => partOf(paper, path), part).get(id);
  return {
    part,
    words: readParagraphs(root, "chart"),
    series: within(root, "c:ser").map((series) => ({
      name: pointsOf(child(series, "c:tx")),
      categories: pointsOf(child(series, "c:cat") ?? child(series, "c:xVal")),
      values: pointsOf(child(series, "c:val") ?? child(series, "c:yVal")),
    })),
    book: book === undefined ? null : bookIn(paper, `${book}!/`),
  };
}

function bookIn(paper: Paper, prefix: string): BookCells | null {
  return [...paper.keys()].some((path) => path.startsWith(prefix)) ? readBookCells(paper, prefix) : null;
}

/** The points that a reference keeps of its cells, or a name its own words. */
export function pointsOf(element: XmlElement | undefined): KeptPoints {
  const literal = child(element, "c:v");
  if (literal) return new Map([[0, textIn(literal)]]);
  return new Map(
    within(element, "c:pt").flatMap((point) => {
      const value = child(point, "c:v");
      return value ? [[Number(point.attributes.get("idx")), textIn(value)] as const] : [];
    }),
  );
}
