import type { RowDescription, SheetDescription } from "../../model/edition.ts";
import type { Figure } from "../../model/figure.ts";
import type { SheetTemplate } from "../../model/workbook-template.ts";
import { goalCell } from "../prose/goal.ts";
import { overview } from "../prose/overview.ts";
import { column, dataRow, figureCell, headerRow, textCell } from "./cells.ts";
import { LIGHTS } from "./count-figures.ts";
import { chapterTitle, type EditionFacts, overviewInput } from "./facts.ts";
import { markNotes, nameCell } from "./name-marks.ts";
import { sheetFrame } from "./sheet-frame.ts";
import type { TargetFigures } from "./target-figures.ts";
import { verdictName } from "./verdict-groups.ts";

/** 总览: the judgement in a sentence, the headline targets, and below them the counts by chapter. */
export function overviewSheet(facts: EditionFacts, sheet: SheetTemplate): SheetDescription {
  const { targets } = facts;
  const frame = sheetFrame(facts, sheet);
  const headline = targets.filter(({ assessment }) => assessment.target.headline);
  return {
    ...frame,
    lines: [...frame.lines, overview(overviewInput(facts))],
    columns: [
      column("指标", 30, "left"),
      column("年度目标", 10, "center"),
      column("单位", 12, "center"),
      column("实际", 10, "right"),
      column("完成率（%）", 9, "right"),
      column("序时（%）", 8, "right"),
      column("差距", 9, "right"),
      column("评价", 11, "center"),
      column("灯", 7, "center"),
    ],
    rows: [
      ...headline.map((target) => headlineRow(target, facts)),
      { kind: "section", text: "分章情况" },
      headerRow(["篇章", "目标数", "绿", "黄", "红", "灰"]),
      ...chapterRows(facts),
    ],
    notes: [
      ["差距为正表示好于目标：有序时进度的，是完成率减序时进度；增速和比率，是与目标相差的百分点；其余按指标单位。"],
      ...markNotes(headline),
    ],
  };
}

/** Counts by chapter: 篇章, 目标数, 绿, 黄, 红, 灰, and a last row that adds them up; under their heads in any table. */
export function chapterRows(facts: EditionFacts): readonly RowDescription[] {
  const { counts } = facts;
  const rows = counts.chapters.map(({ chapter, total, lights }) =>
    countRow(chapterTitle(facts, chapter), [total, ...LIGHTS.map((light) => lights[light])]),
  );
  const total = countRow("合计", [counts.total, ...LIGHTS.map((light) => counts.lights[light])]);
  return [...rows, { ...total, look: "total" }];
}

function countRow(name: string, figures: readonly Figure[]) {
  const cells = [textCell(name), ...figures.map((figure) => figureCell(figure))];
  return { kind: "data", cells, numbers: "center" } as const;
}

function headlineRow(t: TargetFigures, { input }: EditionFacts): RowDescription {
  const { assessment } = t;
  return dataRow([
    nameCell(t),
    textCell(goalCell(t)),
    textCell(assessment.target.unit),
    figureCell(t.actual),
    figureCell(t.completion),
    figureCell(t.expected),
    figureCell(t.gap),
    textCell(verdictName(assessment, input.kind, input.period)),
    { kind: "light", light: assessment.light },
  ]);
}
