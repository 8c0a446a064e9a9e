import type { SheetDescription } from "../../model/edition.ts";
import type { SheetTemplate } from "../../model/workbook-template.ts";
import type { Words } from "../prose/runs.ts";
import { firstBodyRow } from "../sheet-layout.ts";
import type { EditionFacts } from "./facts.ts";
import { sourceFinder } from "./source-links.ts";
import { blockRows } from "./trend-block.ts";
import { trendChart } from "./trend-chart.ts";
import { BLOCK_ROWS, beginsPage, trendLayout, trendsFrame } from "./trend-layout.ts";
import { stretchRows } from "./trend-table.ts";
import { undrawnWords } from "./trend-words.ts";

/** 趋势: a chart for every headline target beside its months, and below them every target's months in one table. */
export function trendsSheet(facts: EditionFacts, sheet: SheetTemplate): SheetDescription {
  const frame = trendsFrame(facts, sheet);
  const { charted, stretches } = trendLayout(facts);
  const sourceOf = sourceFinder(facts);
  const bodyRow = firstBodyRow(frame);
  const isEmpty = facts.trends.length === 0;
  return {
    ...frame,
    lines: [...frame.lines, ...(isEmpty ? [["本年还没有可以逐月排列的数据。"]] : [])],
    rows: [
      ...charted.flatMap((trend, index) => blockRows(trend, { sourceOf, newPage: beginsPage(index) })),
      ...stretches.flatMap((stretch, index) => stretchRows(stretch, { sourceOf, isFirst: index === 0 })),
    ],
    charts: charted.map((trend, index) =>
      trendChart(trend, { sheet: frame.name, headerRow: bodyRow + index * BLOCK_ROWS + 1, where: "左侧表格" }),
    ),
    notes: isEmpty ? [] : notes(facts),
  };
}

function notes({ targets, trends }: EditionFacts): readonly Words[] {
  const undrawn = undrawnWords(targets, trends);
  return [
    ["时间写作某月末、年末的是期末数，其余是从年初累计的数；一条线上各月都是同一口径，没有公布的月份留空，不作推算。"],
    ["年度目标画在计划写明的数上；目标随别的数变动的、上下限是两个数的，不画目标线。"],
    ...(undrawn === "" ? [] : [[`没有画图的主要指标：${undrawn}。`]]),
  ];
}
