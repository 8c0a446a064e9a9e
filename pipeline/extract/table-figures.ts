import { toAddress } from "../model/cell.ts";
import { quote } from "../model/issue.ts";
import { type About, aboutRow } from "./about.ts";
import type { SheetRecord } from "./cell-marks.ts";
import type { Column } from "./columns.ts";
import { type FigureColumns, figureColumns, isGrowthColumn, isValueColumn } from "./figure-columns.ts";
import type { TableSetting } from "./figure-spot.ts";
import { rowTimes } from "./figure-time.ts";
import type { Grid } from "./grid.ts";
import type { Names } from "./names.ts";
import { asRank, type FigureSpot, readSpot } from "./read-spot.ts";
import type { LabelledRow } from "./rows.ts";
import type { Segment } from "./segments.ts";
import { isShared } from "./shared-figure.ts";
import { addsUpCity, citySections, type Subject, subjectOf } from "./subjects.ts";
import { findSuspects, type Suspects } from "./suspect-figures.ts";
import type { TypedCell } from "./typed-cell.ts";

interface FigureSetting {
  readonly grid: Grid;
  readonly setting: TableSetting;
  readonly record: SheetRecord;
}

/** Reads every figure of a segment into the record; each cell below its columns gets its word there. */
export function readFigures(
  segment: Segment,
  rows: readonly LabelledRow[],
  { grid, setting, record }: FigureSetting,
): void {
  const columns = figureColumns(grid, segment.data, rows);
  const subjectIn = subjectsOf(segment, rows, setting);
  const suspects = findSuspects(segment, rows, {
    ...{ grid, columns, setting },
    indicatorOf: (row, column) => aboutRow(row, subjectIn(row), setting)(column).indicator,
  });
  const heads = withOpenSums(columns.live, segment, setting.names);
  const table = { grid, setting, record, rows, columns, heads, suspects };
  for (const [index, labelled] of rows.entries()) readRow(labelled, index, subjectIn, table);
}

/** Tells what a row is about; `labelled` is the row as its table has it, where it is read with less of its label. */
type SubjectIn = (row: LabelledRow, labelled?: LabelledRow) => Subject;

function subjectsOf({ data }: Segment, rows: readonly LabelledRow[], { kind, names, title }: TableSetting): SubjectIn {
  const sumOf = citySections(rows, data, { kind, names, titled: title?.indicator != null });
  return (row, labelled = row) => subjectOf(row, kind, names, () => sumOf(labelled));
}

/** 合计 beside some of the counties: nobody can tell of what. */
function withOpenSums(live: readonly Column[], { data }: Segment, names: Names): readonly Column[] {
  const counties = data.some(({ region }) => region !== null && region !== names.city);
  if (!counties || addsUpCity(data, names)) return live;
  const isSum = ({ cells, region }: Column) => region === null && cells.some(({ squashed }) => names.isSum(squashed));
  return live.map((column) => (isSum(column) ? { ...column, unclear: true } : column));
}

interface RowSetting extends FigureSetting {
  readonly rows: readonly LabelledRow[];
  readonly columns: FigureColumns;
  readonly heads: readonly Column[]; // the live columns, as their figures are read
  readonly suspects: Suspects;
}

function readRow(labelled: LabelledRow, index: number, subjectIn: SubjectIn, table: RowSetting): void {
  const { grid, setting, columns, suspects } = table;
  const row = setting.projects ? asProject(labelled) : labelled;
  const facts = setting.told.ofRow(row);
  const filled = columns.figures.filter(({ column }) => grid.at(row.row, column));
  const stray = suspects.strayIn(labelled, facts);
  if (stray && filled.length > 0 && !facts.left) {
    askRow(row, stray, table);
    return;
  }
  const numbers = filled.filter(({ column }) => grid.at(row.row, column)?.content.kind === "number");
  const subject = subjectIn(row, labelled);
  const ofRow: RowSpot = {
    row,
    index,
    subject,
    facts,
    timeIn: rowTimes(row, setting),
    rowHasValues: numbers.some(isValueColumn),
    rowHasGrowth: numbers.some(isGrowthColumn),
  };
  const about = aboutRow(row, subject, setting);
  for (const column of table.heads) {
    const cell = grid.at(row.row, column.column) ?? null;
    if (isDoneWith(ofRow, column, cell, table) || filled.length === 0) continue;
    if (!cell && grid.over(row.row, column.column)) continue;
    const spot = spotAt(ofRow, { column, about: about(column), cell }, table);
    const observation = readSpot(spot, setting, table.record.ledger);
    if (observation) table.record.observations.push(observation);
  }
}

/** The name of a project says nothing about its figures: 30万吨甲醇项目, 2022年棚改. */
function asProject(row: LabelledRow): LabelledRow {
  return { ...row, phrase: null, parents: row.parents.map(asProject) };
}

function askRow({ row }: LabelledRow, stray: TypedCell, { grid, columns, setting, record }: RowSetting): void {
  setting.issues.add("displaced-row", stray.address, { found: quote(stray.text) });
  const cells = [...columns.live.flatMap(({ column }) => grid.at(row, column) ?? []), stray];
  for (const cell of cells) record.ledger.mark(cell, "asked", "整行错位");
}

/** What all figures of a row have in common. */
interface RowSpot extends Omit<FigureSpot, "column" | "about" | "address" | "cell" | "shared" | "doubt"> {
  readonly index: number; // of the row among those of its table
}

/** Gives a cell that is not read its word: one that is ignored, or one of a table whose figures stand beside their labels. */
function isDoneWith({ row, facts }: RowSpot, column: Column, cell: TypedCell | null, table: RowSetting): boolean {
  const { columns, setting, suspects, record } = table;
  const ignored = facts.left ? "来源配置不读这一行" : ignoredReason(row, column, columns.wordy.has(column));
  if (cell && ignored !== null) record.ledger.mark(cell, "ignored", ignored);
  const { stranger } = suspects;
  if (!cell || ignored !== null || !stranger) return ignored !== null;
  setting.issues.add("displaced-column", stranger.address, { found: quote(stranger.text) });
  record.ledger.mark(cell, "asked", "整列错位");
  return true;
}

function ignoredReason({ phrase }: LabelledRow, column: Column, wordy: boolean): string | null {
  if (column.ignored !== null) return column.ignored;
  if (phrase?.measure?.ignored) return phrase.measure.ignored;
  return wordy ? "文字栏，不是数据" : null;
}

/** Made field by field: there is one for every place of a table. */
function spotAt(
  { row, index, subject, facts, timeIn, rowHasValues, rowHasGrowth }: RowSpot,
  { column, about, cell }: { readonly column: Column; readonly about: About; readonly cell: TypedCell | null },
  { grid, rows, columns: { live }, suspects }: RowSetting,
): FigureSpot {
  return {
    row,
    subject,
    facts,
    timeIn,
    rowHasValues,
    rowHasGrowth,
    column,
    about,
    address: cell?.address ?? toAddress(row.row, column.column),
    cell: cell && asRank(cell, column),
    shared: cell !== null && isShared(grid, cell, { rows, index, live }),
    doubt: cell && suspects.doubtOf(cell),
  };
}
