import { opened, type ReadReference, readCells, readChart } from "./chart-parts.ts";
import { at, childOf, childrenOf, descendants, type XmlNode } from "./xml-tree.ts";

/** A chart as it is found in a briefing, by way of its paragraph, and what stands in its own workbook. */
export interface BriefingChart extends ReturnType<typeof readChart> {
  readonly paragraph: XmlNode;
  readonly inline: XmlNode;
  readonly cells: ReadonlyMap<string, string>; // of its workbook, 数据!B2
  readonly book: Uint8Array;
}

const CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";
const BOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Follows a briefing from its paragraphs to their charts, and from those to their workbooks, as Word does. */
export function readBriefingCharts(bytes: Uint8Array): readonly BriefingChart[] {
  const file = opened(bytes);
  const leadsTo = (path: string, id: string | undefined, type: string) => {
    const target = file.leadsTo(path, id ?? "");
    if (file.typeOf(target) !== type) throw new Error(`${target} is ${file.typeOf(target)}`);
    return target;
  };
  const body = at(file.tree("word/document.xml"), "w:body");
  return childrenOf(body, "w:p").flatMap((paragraph) =>
    descendants(paragraph, "wp:inline").map((inline) => {
      const link = at(inline, "a:graphic", "a:graphicData", "c:chart").attributes["r:id"];
      const path = leadsTo("word/document.xml", link, CHART_TYPE);
      const part = file.tree(path);
      const book = file.bytes(leadsTo(path, childOf(part, "c:externalData").attributes["r:id"], BOOK_TYPE));
      return { ...readChart(part), paragraph, inline, book, cells: readCells(book) };
    }),
  );
}

/** Every point that a chart keeps, and every point that its references lead to in its workbook; gaps in neither. */
export function keptAndHeld({ series, cells }: BriefingChart, cellsOf: (formula: string) => readonly string[]) {
  const references = series.flatMap(({ name, categories, values }) => [name, categories, values]);
  const held = ({ formula }: ReadReference) =>
    cellsOf(formula).flatMap((place, index) => {
      const value = cells.get(place);
      return value === undefined ? [] : [[index, value] as const];
    });
  return { kept: references.map(({ points }) => [...points]), held: references.map(held) };
}
