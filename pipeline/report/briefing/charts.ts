import type { Block } from "../../model/edition.ts";
import { printableText } from "../../model/printable-text.ts";
import type { ChartLook, Theme } from "../../model/theme.ts";
import { addPart, addRelationships } from "../added-parts.ts";
import { chartSpaceXml } from "../chart/chart-space.ts";
import { embeddedBook } from "../chart/embedded-book.ts";
import { spanPlaces } from "../chart/span.ts";
import { type Parts, rewritePart } from "../package.ts";
import { describedCells } from "../workbook/described-cells.ts";
import { element } from "../xml.ts";
import { textWidthTwips } from "./measures.ts";
import { FURNITURE_STYLES } from "./style-names.ts";

export type ChartBlock = Extract<Block, { readonly kind: "chart" }>;

const DOCUMENT = "word/document.xml";
const CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";
const BOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const DRAWING = "http://schemas.openxmlformats.org/drawingml/2006";
const NAMESPACES = {
  "xmlns:wp": `${DRAWING}/wordprocessingDrawing`,
  "xmlns:a": `${DRAWING}/main`,
  "xmlns:c": `${DRAWING}/chart`,
  "xmlns:r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
};
const BOOK_ID = "rIdBook";
const EMU_PER_TWIP = 635;
const EMU_PER_MM = 36_000;

/** The paragraphs that hold charts, empty as docx has written them. */
const PLACE = new RegExp(`(<w:p><w:pPr><w:pStyle w:val="${FURNITURE_STYLES.figure.id}"/></w:pPr>)(</w:p>)`, "g");

/**
 * Puts the charts of a briefing into its empty paragraphs for them, each with the workbook that it is edited in.
 *
 * Chart n is word/charts/chart<n>.xml, its workbook word/embeddings/chart<n>.xlsx; its points are kept in the part as
 * the workbook's cells hold them.
 *
 * @param blocks of the briefing; the charts among them, in their order, are those that have a paragraph
 * @throws RangeError where a chart refers to cells that are missing or unfit
 */
export function addCharts(parts: Parts, blocks: readonly Block[], theme: Theme): void {
  const charts = blocks.filter((block) => block.kind === "chart");
  if (charts.length === 0) return;
  let placed = 0;
  rewritePart(parts, DOCUMENT, (xml) =>
    xml.replace(PLACE, (_whole, start: string, end: string) => {
      const block = charts[placed];
      placed += 1;
      return block ? start + drawing(block, placed, theme) + end : start + end;
    }),
  );
  if (placed !== charts.length) throw new RangeError(`${charts.length} charts, ${placed} paragraphs for them`);
  for (const [index, block] of charts.entries()) addChart(parts, block, index + 1, theme);
}

function addChart(parts: Parts, { chart, cells }: ChartBlock, number: number, theme: Theme): void {
  const cellAt = describedCells([cells], theme);
  const { bodyFont: name, bodyPt: sizePt } = theme.workbook;
  const book = `embeddings/chart${number}.xlsx`;
  addRelationships(parts, DOCUMENT, [{ id: chartId(number), type: "chart", target: `charts/chart${number}.xml` }]);
  addPart(parts, {
    path: `word/charts/chart${number}.xml`,
    contentType: CHART_TYPE,
    xml: chartSpaceXml(chart, cellAt, theme.charts, { isUntitled: true, bookId: BOOK_ID }),
    relationships: [{ id: BOOK_ID, type: "package", target: `../${book}` }],
  });
  addPart(parts, {
    path: `word/${book}`,
    contentType: BOOK_TYPE,
    xml: embeddedBook(cells, cellAt, { name, sizePt }),
  });
}

function chartId(number: number): string {
  return `rIdChart${number}`;
}

/** A chart in its line, as wide as the 版心. */
function drawing({ chart, caption }: ChartBlock, number: number, { page, charts }: Theme): string {
  const size = { cx: textWidthTwips(page) * EMU_PER_TWIP, cy: Math.round(heightMm(chart, charts) * EMU_PER_MM) };
  const about = { id: number, name: printableText(caption), descr: printableText(chart.alt) };
  const link = element("c:chart", { "r:id": chartId(number) });
  const inline = element(
    "wp:inline",
    { distT: 0, distB: 0, distL: 0, distR: 0 },
    element("wp:extent", size),
    element("wp:docPr", about),
    "<wp:cNvGraphicFramePr/>",
    element("a:graphic", {}, element("a:graphicData", { uri: NAMESPACES["xmlns:c"] }, link)),
  );
  return element("w:r", {}, element("w:drawing", NAMESPACES, inline));
}

/** A chart whose bars lie down grows with them, so that each has its name; every other is as high as the theme says. */
function heightMm({ kind, categories, series }: ChartBlock["chart"], look: ChartLook): number {
  if (kind !== "bar" && kind !== "stacked-bar") return look.heightMm;
  return look.barsMm + look.barMm * spanPlaces(categories).length + (series.length > 1 ? look.legendMm : 0);
}
