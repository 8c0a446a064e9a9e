import type { BRIEFING_CHARTS } from "../../model/briefing-template.ts";
import type { ChartDescription } from "../../model/chart.ts";
import { decimalPlaces } from "../../model/decimal.ts";
import type { Block, ColumnDescription, RowDescription, SheetDescription } from "../../model/edition.ts";
import { column, dataRow, figureCell, textCell } from "./cells.ts";
import { CHAPTER_HEADS, chapterCells } from "./chapter-table.ts";
import { display } from "./display.ts";
import type { EditionFacts } from "./facts.ts";
import { lightsChart } from "./lights-chart.ts";
import { markedName, markNotes } from "./name-marks.ts";
import { illustrativeWord } from "./sheet-lines.ts";
import type { TargetFigures } from "./target-figures.ts";
import { monthRows, trendHeads } from "./trend-block.ts";
import { trendChart } from "./trend-chart.ts";

/** Fewer points than that are told by a sentence. */
const FEWEST_POINTS = 3;

/** The sheet of a chart's own workbook. */
const SHEET = "数据";

const PLACE = { sheet: SHEET, headerRow: 1, where: "图所附的工作簿" };

const NAME_CHARS = 30;
const NUMBER_CHARS = 12;

/**
 * Fills a chart's place in the skeleton: the chart, and notes on it; empty where fewer than three of its points are known.
 *
 * @param name one of BRIEFING_CHARTS, or an indicator's code: of its headline target, or else its first, month by month
 */
export function fillChart(name: string, facts: EditionFacts): readonly Block[] {
  const own = Object.entries(CHARTS).find(([key]) => key === name)?.[1];
  return own ? own(facts) : trendOf(name, facts);
}

/** Numbers charts in their order: 图1. */
export function numberCharts(blocks: readonly Block[]): readonly Block[] {
  let charts = 0;
  return blocks.map((block) => {
    if (block.kind !== "chart") return block;
    charts += 1;
    return { ...block, caption: `图${charts}　${block.caption}` };
  });
}

const CHARTS: Readonly<Record<(typeof BRIEFING_CHARTS)[number], (facts: EditionFacts) => readonly Block[]>> = {
  gaps: gapsOf,
  lights: lightsOf,
};

/** The same chart as on 趋势. */
function trendOf(indicator: string, { trends }: EditionFacts): readonly Block[] {
  const own = trends.filter(({ target }) => target.assessment.target.indicator === indicator);
  const trend = own.find(({ target }) => target.assessment.target.headline) ?? own[0];
  if (!trend || trend.actual.size < FEWEST_POINTS) return [];
  const { chart } = trendChart(trend, PLACE);
  return [chartBlock(chart, { heads: trendHeads(trend), rows: monthRows(trend), word: demoWord(trend.observations) })];
}

/** The same chart as on 总览. */
function lightsOf(facts: EditionFacts): readonly Block[] {
  const { chapters } = facts.counts;
  if (chapters.length < FEWEST_POINTS) return [];
  const { chart } = lightsChart({ ...PLACE, column: 1, chapters: chapters.length }, 0);
  const rows = chapterCells(facts, { row: 2, column: 2 }).slice(0, chapters.length).map(dataRow);
  return [chartBlock(chart, { heads: CHAPTER_HEADS, rows, word: illustrativeWord(facts) })];
}

/** How far the growth of each headline target is from its goal, in the order of the plan. */
function gapsOf(facts: EditionFacts): readonly Block[] {
  const told = facts.targets.filter(isGrowthGap);
  if (told.length < FEWEST_POINTS) return [];
  const rows = told.map((target) => dataRow([textCell(markedName(target)), figureCell(target.gap)]));
  const last = told.length + 1;
  const chart: ChartDescription = {
    id: "gaps",
    kind: "bar",
    title: "主要指标增速与年度目标的差距",
    alt: `主要指标增速与年度目标之差的条形图，向右为高于目标，向左为低于目标。数据见${PLACE.where}。`,
    categories: { sheet: SHEET, from: "A2", to: `A${last}` },
    series: [
      {
        name: { sheet: SHEET, from: "B1", to: "B1" },
        values: { sheet: SHEET, from: "B2", to: `B${last}` },
        role: "actual",
        form: "column",
        axis: "primary",
      },
    ],
    unit: "百分点",
    secondaryUnit: null,
    decimals: Math.max(...told.map(({ gap }) => (gap === null ? 0 : decimalPlaces(display(gap, "cell"))))),
  };
  const word = demoWord(told.flatMap(({ assessment }) => assessment.observations));
  const notes = markNotes(told, facts).map((runs): Block => ({ kind: "paragraph", style: "note", runs }));
  return [chartBlock(chart, { heads: ["指标", "差距"], rows, word }), ...notes];
}

function isGrowthGap({ assessment, gap }: TargetFigures): boolean {
  const { headline, quantity } = assessment.target;
  return headline && quantity === "yoy" && gap?.unit === "百分点";
}

interface ChartCells {
  readonly heads: readonly string[]; // of the points' names first, then of the series
  readonly rows: readonly RowDescription[];
  readonly word: string; // 演示数据, 含演示数据 or none
}

function chartBlock(chart: ChartDescription, { heads, rows, word }: ChartCells): Block {
  const columns = heads.map(
    (head, index): ColumnDescription =>
      index === 0 ? column(head, NAME_CHARS, "left") : column(head, NUMBER_CHARS, "right"),
  );
  const cells: SheetDescription = {
    ...{ name: SHEET, title: chart.title, lines: [], columns, rows, notes: [] },
    ...{ orientation: "portrait", frozenColumns: 0, plain: true },
  };
  return { kind: "chart", caption: `${chart.title}${word === "" ? "" : `（${word}）`}`, chart, cells };
}

/** What observations are, in a word for a caption. */
function demoWord(observations: readonly { readonly illustrative: boolean }[]): string {
  const illustrative = observations.some((one) => one.illustrative);
  return illustrativeWord({ illustrative, partlyIllustrative: observations.some((one) => !one.illustrative) });
}
