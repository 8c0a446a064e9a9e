import type { CellContent, RowDescription, SheetDescription } from "../../model/edition.ts";
import type { SheetTemplate } from "../../model/workbook-template.ts";
import { overview } from "../prose/overview.ts";
import { tellBy } from "../prose/phrase.ts";
import { firstBodyRow } from "../sheet-layout.ts";
import { column, dataRow, textCell } from "./cells.ts";
import { CHAPTER_HEADS, chapterCells } from "./chapter-table.ts";
import { type EditionFacts, overviewInput } from "./facts.ts";
import { lightsChart } from "./lights-chart.ts";
import { markNotes } from "./name-marks.ts";
import { changeParagraphs } from "./overview-changes.ts";
import { farthestAhead, farthestBehind, type TableCells, targetTable, UNIT_CHARS } from "./overview-tables.ts";
import { sheetFrame } from "./sheet-frame.ts";
import { sourceFinder } from "./source-links.ts";

/** Two tables side by side, a narrow column between them. */
const COLUMNS = [
  column("", 26, "left"),
  ...[UNIT_CHARS, 6.5, UNIT_CHARS, 5].map((width) => column("", width, "center")),
  column("", 1, "center"),
  column("", 26, "left"),
  ...[UNIT_CHARS, 6.5, UNIT_CHARS, 5, 3].map((width) => column("", width, "center")),
];

const LEFT_COLUMNS = 5;

const RIGHT_COLUMN = LEFT_COLUMNS + 2; // from 1

/** With fewer rows some programs leave out every other chapter's name. */
const FEWEST_CHART_ROWS = 13;

/** The counts by chapter have a column more than the table below them, whose last cells are as wide as two. */
const JOINED: CellContent = { kind: "blank", joinsLeft: true };

const OUTSIDE: CellContent = { kind: "blank", isOutside: true };

/**
 * 总览, one page: the judgement in sentences; the headline targets beside counts of lights by chapter, in a table and
 * drawn; the ten targets farthest behind beside the ten farthest ahead; what changed since the month or the quarter before.
 */
export function overviewSheet(facts: EditionFacts, sheet: SheetTemplate): SheetDescription {
  const frame = sheetFrame(facts, sheet);
  const lines = [...frame.lines, overview(overviewInput(facts), tellBy(facts.input.phrases))];
  const sourceOf = sourceFinder(facts);
  const headerRow = firstBodyRow({ lines, columns: COLUMNS });
  const headline = facts.targets.filter(({ assessment }) => assessment.target.headline);
  const [behind, ahead] = [farthestBehind(facts), farthestAhead(facts)];
  const targets = targetTable("主要目标", headline, sourceOf);
  const chapters = [
    CHAPTER_HEADS.map((word) => textCell(word)),
    ...chapterCells(facts, { row: headerRow + 1, column: RIGHT_COLUMN + 1 }),
  ];
  const chartRows = Math.max(FEWEST_CHART_ROWS, targets.length - chapters.length);
  const place = { sheet: frame.name, headerRow, column: RIGHT_COLUMN, where: "上方表格" };
  const chart = { ...place, chapters: facts.counts.chapters.length };
  return {
    ...frame,
    lines,
    columns: COLUMNS,
    fit: "page",
    rows: [
      ...sideBySide(targets, chapters, chapters.length + chartRows),
      dataRow([]),
      ...sideBySide(targetTable("落后最多的", behind, sourceOf), widened(targetTable("领先最多的", ahead, sourceOf))),
    ],
    charts: [lightsChart(chart, chartRows)],
    notes: [
      ...changeParagraphs(facts),
      [
        "差距为正表示好于目标：有序时进度的，是完成率减序时进度；增速和比率，是与目标相差的百分点；其余按指标单位。",
        "落后最多的，红灯在前，再按差距（百分点，其余折成目标的百分比）由大到小；领先最多的同样计算；各列至多十项。",
      ],
      ...markNotes([...new Set([...headline, ...behind, ...ahead])], facts),
    ],
  };
}

/** As wide as the counts by chapter; a row that says there is none stays as it is. */
function widened(table: TableCells): TableCells {
  return table.map((cells) => (cells.length === CHAPTER_HEADS.length - 1 ? [...cells, JOINED] : cells));
}

/** Rows of two tables; the first of each is its header, and so the row's. */
function sideBySide(left: TableCells, right: TableCells, rows = 0): readonly RowDescription[] {
  const count = Math.max(left.length, right.length, rows);
  return Array.from({ length: count }, (_unused, index) => {
    const own = left[index] ?? [];
    const outside = Array.from({ length: LEFT_COLUMNS + 1 - own.length }, () => OUTSIDE);
    const cells = [...own, ...(right[index] ? [...outside, ...right[index]] : [])];
    return index === 0 ? { ...dataRow(cells), look: "header" as const } : dataRow(cells);
  });
}
