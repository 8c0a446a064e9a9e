import { toAddress } from "../model/cell.ts";
import { quote } from "../model/issue.ts";
import type { Observation } from "../model/observation.ts";
import type { Quantity } from "../model/quantity.ts";
import { aboutRow } from "./about.ts";
import type { Column } from "./columns.ts";
import { strangerBesideNoLabel } from "./displaced-columns.ts";
import { findDisplacedRows } from "./displaced-rows.ts";
import type { Ledger } from "./dispositions.ts";
import type { Spot, TableSetting } from "./figure-spot.ts";
import { rowTimes } from "./figure-time.ts";
import { findFractions } from "./fractions.ts";
import type { Grid } from "./grid.ts";
import { findLoneAmounts, type IndicatorOf } from "./lone-amounts.ts";
import type { Names } from "./names.ts";
import { observe } from "./observe.ts";
import { parseRank } from "./published-number.ts";
import type { LabelledRow } from "./rows.ts";
import type { Segment } from "./segments.ts";
import { addsUpCity, citySections, subjectOf } from "./subjects.ts";
import { isFigure, type TypedCell } from "./typed-cell.ts";
import { headsFigures } from "./wordy-figures.ts";

interface FigureSpot extends Spot {
  readonly shared: boolean; // merged over several rows or columns: of which of them it is nobody can tell
  readonly fraction: boolean; // may stand for a percentage a hundred times as large
}

/** Reads every figure of a segment; each cell below its columns gets its word in the ledger. Row by row, left to right. */
export function readFigures(
  grid: Grid,
  segment: Segment,
  rows: readonly LabelledRow[],
  setting: TableSetting,
  ledger: Ledger,
): readonly Observation[] {
  const live = segment.data.filter(({ column }) => rows.some(({ row }) => grid.at(row, column) !== undefined));
  const wordy = new Set(
    live.filter(
      (column) =>
        !headsFigures(column) && !rows.some(({ row }) => isMeantAsFigure(grid.at(row, column.column), column)),
    ),
  );
  const counties = segment.data.some(({ region }) => region !== null && region !== setting.names.city);
  const partial = counties && !addsUpCity(segment.data, setting.names);
  const strayCell = findDisplacedRows(grid, segment, rows, { live, wordy, read: setting.read, names: setting.names });
  const stranger = strangerBesideNoLabel(grid, segment, rows);
  const fractions = findFractions(grid, rows, live, setting);
  const titled = setting.title?.indicator != null;
  const sumOf = citySections(rows, segment.data, { kind: setting.kind, names: setting.names, titled });
  const subjectIn = (row: LabelledRow, labelled = row) =>
    subjectOf(row, setting.kind, setting.names, () => sumOf(labelled));
  const indicatorOf: IndicatorOf = (row, column) => aboutRow(row, subjectIn(row), setting)(column).indicator;
  const judged =
    setting.projects || setting.kind === "periods" ? [] : segment.data.filter((column) => !wordy.has(column));
  const loneAmounts = findLoneAmounts(grid, judged, rows, indicatorOf);
  const found: Observation[] = [];
  for (const [index, labelled] of rows.entries()) {
    const row = setting.projects ? asProject(labelled) : labelled;
    const facts = setting.told.ofRow(row);
    const subject = subjectIn(row, labelled);
    const about = aboutRow(row, subject, setting);
    const timeIn = rowTimes(row, setting);
    const filled = live.filter((column) => !wordy.has(column) && grid.at(row.row, column.column));
    const stray =
      strayCell(labelled) ??
      (setting.projects && row.cell && isFigure(row.cell) ? row.cell : undefined) ??
      (facts.rate ? undefined : loneAmounts.get(row.row));
    if (stray && filled.length > 0 && !facts.left) {
      askRow(grid, row, stray, live, setting, ledger);
      continue;
    }
    const numbers = filled.filter(({ column }) => holdsNumber(grid.at(row.row, column)));
    const rowHasValues = numbers.some(isValueColumn);
    const rowHasGrowth = numbers.some(isGrowthColumn);
    for (const head of live) {
      const column = partial && isSumHead(head, setting.names) ? { ...head, unclear: true } : head;
      const cell = grid.at(row.row, column.column) ?? null;
      const ignored = facts.left ? "来源配置不读这一行" : ignoredReason(row, column, wordy.has(column));
      if (cell && ignored !== null) ledger.mark(cell, "ignored", ignored);
      if (cell && ignored === null && stranger) {
        setting.issues.add("displaced-column", stranger.address, { found: quote(stranger.text) });
        ledger.mark(cell, "asked", "整列错位");
        continue;
      }
      if (ignored !== null || filled.length === 0 || (!cell && grid.over(row.row, column.column))) continue;
      const address = cell?.address ?? toAddress(row.row, column.column);
      const shared = cell !== null && isShared(grid, cell, { rows, index, live });
      const spot: FigureSpot = {
        row,
        column,
        subject,
        about: about(column),
        timeIn,
        address,
        cell: cell && asRank(cell, column),
        facts,
        rowHasValues,
        rowHasGrowth,
        shared,
        fraction: cell !== null && fractions.has(cell),
      };
      const observation = readSpot(spot, setting, ledger);
      if (observation) found.push(observation);
    }
  }
  return found;
}

/** The name of a project says nothing about its figures: 30万吨甲醇项目, 2022年棚改. */
function asProject(row: LabelledRow): LabelledRow {
  return { ...row, phrase: null, parents: row.parents.map(asProject) };
}

function askRow(
  grid: Grid,
  { row }: LabelledRow,
  stray: TypedCell,
  live: readonly Column[],
  { issues }: TableSetting,
  ledger: Ledger,
): void {
  issues.add("displaced-row", stray.address, { found: quote(stray.text) });
  const cells = [...live.flatMap(({ column }) => grid.at(row, column) ?? []), stray];
  for (const cell of cells) ledger.mark(cell, "asked", "整行错位");
}

function readSpot(spot: FigureSpot, setting: TableSetting, ledger: Ledger): Observation | null {
  const { cell, row, subject } = spot;
  if (!cell) {
    const { observation, settled } = observe(spot, setting);
    return settled && row.cell && subject.unknown === null ? observation : null;
  }
  if (ledger.has(cell)) return null;
  const trouble =
    row.cell && !spot.shared
      ? (brokenRank(spot) ?? troubleOf(cell) ?? (spot.fraction ? "fraction-for-percent" : null))
      : "unread-cell";
  if (trouble) {
    setting.issues.add(trouble, cell.address, { found: quote(cell.text) });
    ledger.mark(cell, trouble === "unread-cell" ? "unread" : "asked");
    return null;
  }
  const { observation, settled, setAside } = observe(spot, setting);
  const kind = cell.content.kind === "sentinel" ? "sentinel" : settled ? "used" : setAside ? "ignored" : "asked";
  ledger.mark(cell, kind, kind === "ignored" ? "按答复不归入" : undefined);
  return observation;
}

function troubleOf({ content: { kind } }: TypedCell) {
  switch (kind) {
    case "text":
    case "date":
    case "directionless":
      return "not-a-number";
    case "inexact":
      return "inexact-number";
    case "formula-error":
    case "formula-not-calculated":
    case "scaled-format":
      return kind;
    default:
      return null;
  }
}

function ignoredReason({ phrase }: LabelledRow, column: Column, wordy: boolean): string | null {
  if (column.ignored !== null) return column.ignored;
  if (phrase?.measure?.ignored) return phrase.measure.ignored;
  return wordy ? "文字栏，不是数据" : null;
}

function brokenRank({ cell, column }: Spot) {
  const ranked = column.measure?.quantity === "rank" && cell?.content.kind === "number";
  return ranked && parseRank(cell.content.value) === undefined ? "not-a-number" : null;
}

/** 3, 第3位, 并列3 and 3/8 are ranks where the column says so. */
function asRank(cell: TypedCell, { measure }: Column): TypedCell {
  const rank = measure?.quantity === "rank" && cell.content.kind !== "number" ? parseRank(cell.squashed) : undefined;
  if (rank === undefined) return cell;
  return { ...cell, content: { kind: "number", value: rank, decimals: 0, unit: null, growth: false } };
}

interface Sharers {
  readonly rows: readonly LabelledRow[];
  readonly index: number; // of the cell's own row
  readonly live: readonly Column[];
}

function isShared(grid: Grid, { row, column }: TypedCell, { rows, index, live }: Sharers): boolean {
  const merge = grid.mergeAt(row, column);
  if (!merge) return false;
  if (live.filter((other) => merge.left <= other.column && other.column <= merge.right).length > 1) return true;
  const differs = (step: 1 | -1) => {
    for (let at = index + step; ; at += step) {
      const other = rows[at];
      if (!other || other.row < merge.top || other.row > merge.bottom) return false;
      if (other.cell !== rows[index]?.cell) return true;
    }
  };
  return differs(-1) || differs(1);
}

/** 合计 beside some of the counties: nobody can tell of what. */
function isSumHead({ cells, region }: Column, names: Names): boolean {
  return region === null && cells.some(({ squashed }) => names.isSum(squashed));
}

/** △3.1 or 翻1番 under 同比 is no remark, though no number either. */
function isMeantAsFigure(cell: TypedCell | undefined, { measure }: Column): boolean {
  const short = cell !== undefined && cell.squashed.length <= LONGEST_FIGURE && /\d/.test(cell.squashed);
  return holdsFigure(cell) || (measure !== null && measure.ignored === null && short);
}

const LONGEST_FIGURE = 10; // characters

function holdsFigure(cell: TypedCell | undefined): boolean {
  return (
    cell !== undefined && (isFigure(cell) || cell.content.kind === "sentinel" || parseRank(cell.squashed) !== undefined)
  );
}

function holdsNumber(cell: TypedCell | undefined): boolean {
  return cell?.content.kind === "number";
}

function isValueColumn({ measure, role, ignored }: Column): boolean {
  return role === "data" && ignored === null && (measure === null || measure.quantity === "value");
}

function isGrowthColumn({ measure, ignored }: Column): boolean {
  return ignored === null && (measure?.open || GROWTH.has(measure?.quantity ?? null));
}

const GROWTH: ReadonlySet<Quantity | null> = new Set(["yoy", "mom", "change"]);
