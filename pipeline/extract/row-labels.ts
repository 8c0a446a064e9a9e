import type { Grid } from "./grid.ts";
import { isLine } from "./header-rows.ts";
import { labelText } from "./label-text.ts";
import { PART_MARK } from "./normalise.ts";
import type { Phrase, ReadPhrase } from "./phrase.ts";
import { remembered } from "./remembered.ts";
import type { LabelledRow } from "./rows.ts";
import type { Segment } from "./segments.ts";
import type { BodyRow } from "./tables.ts";
import { isFigure, type TypedCell } from "./typed-cell.ts";
import { parseUnitLine } from "./unit-words.ts";

/** The label of a row, before it is known what it belongs under. */
export interface LabelLine {
  readonly row: number;
  readonly figures: boolean;
  readonly cell: TypedCell | null;
  readonly label: string; // as read, without ordinal, unit and 其中
  readonly phrase: Phrase | null;
  readonly outer: readonly LabelledRow[]; // labels to its left: a class merged, or written once, over its members
  readonly part: boolean; // 其中 stands to its left, or by itself above it
  readonly holds: boolean; // words only, over the rows below it
  readonly section: boolean; // merged over the whole table besides
}

/** Reads the label of every row of a segment; ruled lines and a 其中 that stands alone in its row are no rows. */
export function labelLines(grid: Grid, segment: Segment, read: ReadPhrase): readonly LabelLine[] {
  const lines: LabelLine[] = [];
  const { body } = segment.table;
  const labelOf = remembered(labelText);
  const above = new Map<number, TypedCell>(); // the last cell above the row in each label column
  let markNext = false;
  for (const [index, { row, figures }] of body.entries()) {
    for (const column of segment.labels) {
      const label = grid.at(body[index - 1]?.row ?? 0, column);
      if (label) above.set(column, label);
    }
    if (!figures && grid.inRow(row).every(isLine)) continue;
    const cell = labelCell(grid, segment, row);
    const bareMark = cell !== null && PART_MARK.test(cell.squashed);
    markNext = markNext || bareMark;
    if (bareMark && !figures) continue;
    const phrase = cell ? read(unitLineless(cell.squashed)) : null;
    const around = outerCells(grid, segment, { row, cell, above });
    const outer = around.filter(({ squashed }) => !PART_MARK.test(squashed));
    const following = labelPhrase(grid, segment, { row: body[index + 1]?.row, read });
    const holds = !hasOwnFigures(grid, segment, { row, figures }) && !(phrase?.indicator && following?.indicator);
    lines.push({
      row,
      figures,
      cell,
      phrase,
      holds,
      label: cell ? labelOf(cell.text) : "",
      outer: outer.map((other) => outerRow(row, other, { label: labelOf(other.text), phrase: read(other.squashed) })),
      part: markNext || outer.length < around.length,
      section: holds && cell !== null && spansTable(grid, segment, cell),
    });
    if (cell) markNext = false;
  }
  return lines;
}

/** The last label column that holds something; a label merged over several rows stands in each. */
function labelCell(grid: Grid, { labels }: Segment, row: number): TypedCell | null {
  for (const column of [...labels].reverse()) {
    const cell = grid.over(row, column);
    if (cell && (!isFigure(cell) || labels.length === 1)) return cell;
  }
  return sectionCell(grid, labels, row);
}

/** 二、全社会 alone in its row, in the column of ordinals. */
function sectionCell(grid: Grid, [first = 0]: readonly number[], row: number): TypedCell | null {
  const [cell, second] = grid.inRow(row);
  if (!cell || second || cell.column >= first || cell.content.kind !== "text") return null;
  return /[^\d一二三四五六七八九十()、.]/.test(cell.squashed) ? cell : null;
}

function unitLineless(squashed: string): string {
  return parseUnitLine(squashed)?.rest || squashed;
}

interface Above {
  readonly row: number;
  readonly cell: TypedCell | null; // the row's own label
  readonly above: ReadonlyMap<number, TypedCell>;
}

/** Labels in columns to the left of the label: a class merged, or written once, over its members. */
function outerCells(grid: Grid, { labels }: Segment, { row, cell: own, above }: Above): readonly TypedCell[] {
  const columns = labels.filter((column) => own !== null && column < own.column);
  return columns.flatMap((column) => {
    const cell = grid.over(row, column) ?? above.get(column);
    return !cell || cell === own ? [] : [cell];
  });
}

function outerRow(row: number, cell: TypedCell, words: Pick<LabelledRow, "label" | "phrase">): LabelledRow {
  const none = { parents: [], path: [], spokenOf: null, figures: false, unitCell: null, units: null, time: null };
  return { row, cell, ...words, ...none, sectionUnits: [] };
}

function labelPhrase(
  grid: Grid,
  segment: Segment,
  { row, read }: { readonly row: number | undefined; readonly read: ReadPhrase },
): Phrase | null {
  const cell = row === undefined ? null : labelCell(grid, segment, row);
  return cell ? read(cell.squashed) : null;
}

function hasOwnFigures(grid: Grid, { data, unit }: Segment, { row, figures }: BodyRow): boolean {
  const filled = data.some(({ column }) => grid.at(row, column) !== undefined);
  return (figures && filled) || (unit !== null && grid.at(row, unit) !== undefined);
}

/** A line merged from the labels over all the figures: 商业, 旅游业 between parts of a long table. */
function spansTable(grid: Grid, { data }: Segment, { row, column }: TypedCell): boolean {
  const right = grid.mergeAt(row, column)?.right ?? column;
  return data.length > 0 && data.every((other) => other.column <= right);
}
