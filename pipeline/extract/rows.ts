import type { Grid } from "./grid.ts";
import { isLine } from "./header-rows.ts";
import { mergeTimes } from "./join-times.ts";
import { labelText } from "./label-text.ts";
import type { NamedIndicator } from "./names.ts";
import { PART_MARK } from "./normalise.ts";
import { dateTime, type TimeWords } from "./period-words.ts";
import type { Phrase, ReadPhrase } from "./phrase.ts";
import { remembered } from "./remembered.ts";
import type { Segment } from "./segments.ts";
import { isFigure, type TypedCell } from "./typed-cell.ts";
import { parseUnitLine, parseUnits } from "./unit-words.ts";

/** A label with what it says; parents are the rows that it belongs under, outermost first. */
export interface LabelledRow {
  readonly row: number;
  readonly cell: TypedCell | null; // of the label; null where the row has none
  readonly label: string; // as read, without ordinal, unit and 其中
  readonly phrase: Phrase | null;
  readonly parents: readonly LabelledRow[];
  readonly path: readonly string[]; // labels of the parents
  readonly spokenOf: LabelledRow | null; // for 同比增长(%) as a label: the row above that it speaks of
  readonly figures: boolean;
  readonly unitCell: TypedCell | null;
  readonly units: readonly string[] | null; // that `unitCell` states, 〃 what the row above states; null where it is none or states none
  readonly time: TimeWords | null; // of a period column
  readonly sectionUnits: readonly string[]; // of a unit line inside the table
  readonly answer?: NamedIndicator; // what a person said that the label means under these parents
}

interface Level {
  readonly depth: number;
  readonly row: LabelledRow;
  readonly marked: boolean;
  readonly indent: number;
  readonly nameStart: number; // where the name begins behind 其中： and blanks: what follows may be aligned under it
}

const MARK_DEPTH = 1; // 其中 in front counts as moved in, however the text is aligned
const RANK_DEPTH = 1000; // an ordinal outranks any indent
const SECTION_DEPTH = -10 * RANK_DEPTH; // a line merged over the whole table outranks any ordinal

const MOST_LEVELS = 50; // far deeper than any sheet is; without an end, every row would carry all the rows above it

/**
 * Reads the labels of a segment's rows and finds what each belongs under: by ordinal (一、 over （一） over 1.), by
 * 其中 and #, and by indent. A row of words only holds everything down to the next of its kind.
 */
export function readRows(grid: Grid, segment: Segment, read: ReadPhrase): readonly LabelledRow[] {
  const rows: LabelledRow[] = [];
  let levels: readonly Level[] = [];
  let units: readonly string[] = [];
  let markNext = false;
  let unitsAbove: readonly string[] | null = null; // of the column of units
  const labelOf = remembered(labelText);
  const parse = remembered(parseUnits);
  const above = new Map<number, TypedCell>();
  const { body } = segment.table;
  for (const [index, { row, figures }] of body.entries()) {
    for (const label of labelsIn(grid, segment, body[index - 1]?.row)) above.set(label.column, label);
    units = figures ? units : (unitsOf(grid.inRow(row)) ?? units);
    if (!figures && grid.inRow(row).every(isLine)) continue;
    const cell = labelCell(grid, segment, row);
    const bareMark = cell !== null && PART_MARK.test(cell.squashed);
    markNext = markNext || bareMark;
    if (bareMark && !figures) continue;
    const phrase = cell ? read(unitLineless(cell.squashed)) : null;
    const following = labelPhrase(grid, segment, body[index + 1]?.row, read);
    const holds = !hasOwnFigures(grid, segment, row, figures) && !(phrase?.indicator && following?.indicator);
    const section = holds && cell !== null && spansTable(grid, segment, cell);
    const around = outerLabels(grid, segment, cell, { row, above, read, labelOf });
    const outer = around.filter(({ cell: other }) => other === null || !PART_MARK.test(other.squashed));
    const part = markNext || outer.length < around.length;
    const level = cell && phrase ? levelOf(cell, phrase, { holds, section }, levels, part) : null;
    const under = (level ? levels.filter(({ depth }) => depth < level.depth) : levels).slice(-MOST_LEVELS);
    const unitCell = segment.unit === null ? null : (grid.over(row, segment.unit) ?? null);
    const parents = [...under.map((parent) => parent.row), ...outer];
    const ditto = unitCell !== null && DITTO.test(unitCell.squashed);
    const stated: readonly string[] | null = ditto ? unitsAbove : unitCell ? (parse(unitCell.squashed) ?? null) : null;
    if (unitCell || figures) unitsAbove = stated;
    const labelled: LabelledRow = {
      row,
      cell,
      label: cell ? labelOf(cell.text) : "",
      phrase,
      spokenOf: cell && isMeasureRow(phrase) ? (outer.at(-1) ?? spokenOf(rows, cell, phrase)) : null,
      parents,
      path: parents.map(({ label }) => label),
      figures,
      unitCell,
      units: stated,
      time: rowTime(grid, segment, row, read),
      sectionUnits: units,
    };
    if (level && !isMeasureRow(phrase)) levels = [...under, { ...level, row: labelled }];
    if (cell) markNext = false;
    rows.push(labelled);
  }
  return rows;
}

/** 同上, or one of the signs for it. */
const DITTO = /^(?:〃|["“”″]|''|′′|同上)$/;

/** Words of measure and nothing else: 同比增长(%), 总量(亿元). 合计 is a row of its own. */
function isMeasureRow(phrase: Phrase | null): boolean {
  if (phrase === null || phrase.name !== "" || phrase.measure === null || phrase.time !== null) return false;
  return !/合计|总计|小计/.test(phrase.squashed);
}

/**
 * For a growth or a share the row right above, or the one that it speaks of as well; none where that one has no name or
 * is moved in farther. 总额 below another row may be of anything.
 */
function spokenOf(rows: readonly LabelledRow[], { indent }: TypedCell, phrase: Phrase | null): LabelledRow | null {
  if (phrase?.measure?.quantity === "value") return null;
  const above = rows.at(-1);
  const named = above?.spokenOf ?? above;
  if (!named?.cell || !named.figures || !named.phrase?.name) return null;
  return named.cell.indent <= indent ? named : null;
}

/** The units of a unit line inside the table; they hold from there on. */
function unitsOf(cells: readonly TypedCell[]): readonly string[] | undefined {
  const line = cells.map(({ squashed }) => parseUnitLine(squashed)).find((found) => found !== undefined);
  return line && line.units.length > 0 ? line.units : undefined;
}

function labelPhrase(grid: Grid, segment: Segment, row: number | undefined, read: ReadPhrase): Phrase | null {
  const cell = row === undefined ? null : labelCell(grid, segment, row);
  return cell ? read(cell.squashed) : null;
}

/** The last label column that holds something; a label merged over several rows stands in each. */
function labelCell(grid: Grid, { labels }: Segment, row: number): TypedCell | null {
  for (const column of [...labels].reverse()) {
    const cell = grid.over(row, column);
    if (cell && (!isFigure(cell) || labels.length === 1)) return cell;
  }
  return null;
}

function labelsIn(grid: Grid, { labels }: Segment, row: number | undefined): readonly TypedCell[] {
  return row === undefined ? [] : labels.flatMap((column) => grid.at(row, column) ?? []);
}

interface OuterSetting {
  readonly row: number;
  readonly above: ReadonlyMap<number, TypedCell>; // the last cell above the row in each label column
  readonly read: ReadPhrase;
  readonly labelOf: (text: string) => string;
}

/** Labels in columns to the left of the label: a class merged, or written once, over its members. */
function outerLabels(
  grid: Grid,
  segment: Segment,
  own: TypedCell | null,
  { row, above, read, labelOf }: OuterSetting,
): readonly LabelledRow[] {
  const columns = segment.labels.filter((column) => own !== null && column < own.column);
  return columns.flatMap((column) => {
    const cell = grid.over(row, column) ?? above.get(column);
    if (!cell || cell === own) return [];
    const phrase = read(cell.squashed);
    const none = { parents: [], path: [], spokenOf: null, figures: false, unitCell: null, units: null, time: null };
    return { row, cell, label: labelOf(cell.text), phrase, ...none, sectionUnits: [] };
  });
}

function hasOwnFigures(grid: Grid, { data, unit }: Segment, row: number, figures: boolean): boolean {
  const filled = data.some(({ column }) => grid.at(row, column) !== undefined);
  return (figures && filled) || (unit !== null && grid.at(row, unit) !== undefined);
}

function levelOf(
  cell: TypedCell,
  phrase: Phrase,
  { holds, section }: { readonly holds: boolean; readonly section: boolean }, // words only, over the rows below it
  levels: readonly Level[],
  markNext: boolean,
): Omit<Level, "row"> {
  const { indent } = cell;
  const nameStart = nameWidth(cell.text);
  const marked = phrase.marked || markNext;
  if (phrase.rank !== null && !marked)
    return { depth: (phrase.rank - 6) * RANK_DEPTH, marked: false, indent, nameStart };
  if (section) return { depth: SECTION_DEPTH, marked: false, indent, nameStart };
  const previous = levels.findLast((level) => level.marked);
  const aligned = previous && indent >= previous.indent && indent > 0 && indent <= previous.nameStart + 2;
  if (!marked && aligned) return { ...previous, marked: true };
  const depth = indent + (marked ? MARK_DEPTH : 0);
  return { depth: holds ? depth - MARK_DEPTH / 2 : depth, marked, indent, nameStart };
}

/** Blanks and 其中： in front of a name, in half-width characters. */
function nameWidth(text: string): number {
  const front = /^[\s\u3000]*(?:其中|在?总[计额]中|#)?[:：,、]?[\s\u3000]*/.exec(text)?.[0] ?? "";
  return [...front].reduce((width, character) => width + (/[\u2e80-\uffef\u3000]/.test(character) ? 2 : 1), 0);
}

/** A line merged from the labels over all the figures: 商业, 旅游业 between parts of a long table. */
function spansTable(grid: Grid, { data }: Segment, { row, column }: TypedCell): boolean {
  const right = grid.mergeAt(row, column)?.right ?? column;
  return data.length > 0 && data.every((other) => other.column <= right);
}

function rowTime(grid: Grid, { periods, labels }: Segment, row: number, read: ReadPhrase): TimeWords | null {
  const cell = periods === null ? undefined : grid.over(row, periods);
  const label = labels.map((column) => grid.over(row, column)).find((found) => found?.content.kind === "date");
  return mergeTimes(cell ? timeOf(cell, read) : null, label ? timeOf(label, read) : null);
}

/** The time that a cell of a period column, or a label, states: a date that shows no day counts as its month. */
export function timeOf({ content, squashed }: TypedCell, read: ReadPhrase): TimeWords | null {
  if (content.kind === "date") return dateTime(content);
  return read(/^(?:19|20)\d\d$/.test(squashed) ? `${squashed}年` : squashed).time;
}

function unitLineless(squashed: string): string {
  return parseUnitLine(squashed)?.rest || squashed;
}
