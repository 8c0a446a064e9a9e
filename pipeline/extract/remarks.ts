import type { Observation } from "../model/observation.ts";
import { monthOf, yearOf } from "../model/period.ts";
import { findUnit } from "../model/unit.ts";
import type { Grid } from "./grid.ts";
import type { TimeWords } from "./period-words.ts";
import { type RemarkWords, readRemark } from "./remark-words.ts";
import type { LabelledRow } from "./rows.ts";
import type { Segment } from "./segments.ts";
import type { Table } from "./tables.ts";
import type { TypedCell } from "./typed-cell.ts";

/** A remark about period, unit or 口径, and the rows that it speaks of. */
export interface Remark extends RemarkWords {
  readonly cell: TypedCell;
  readonly covers: (row: LabelledRow) => boolean;
}

type Read = Pick<Observation, "period" | "span" | "unit" | "scope">;

/**
 * The remarks on a segment's figures: in 备注 or another cell of words beside them, in a line among the rows (以下为5月数),
 * or in a note around the table. A note that names no row of the sheet speaks of all.
 */
export function remarksOn(
  grid: Grid,
  segment: Segment,
  rows: readonly LabelledRow[],
  notes: readonly TypedCell[],
): readonly Remark[] {
  const { reach } = segment;
  const heads = [...segment.data, ...segment.others];
  const speaks = (column: number) => {
    const head = heads.find((one) => one.column === column);
    return head ? head.cells.some(({ squashed }) => REMARKS.test(squashed)) : !taken.has(column);
  };
  const taken = new Set([...segment.labels, segment.unit, segment.periods]);
  const beside = rows.flatMap(({ row, figures }) =>
    figures ? grid.inRow(row).filter(({ column }) => reach.from <= column && column <= reach.to && speaks(column)) : [],
  );
  const lines = segment.table.body.flatMap(({ row, figures }) => (figures ? [] : grid.inRow(row))).filter(isSentence);
  return [
    ...beside.flatMap((cell) =>
      remarkIn(
        cell,
        () =>
          ({ row }) =>
            row === cell.row,
      ),
    ),
    ...lines.flatMap((cell) =>
      remarkIn(cell, (words) => (words.subject === "" ? isBeside(cell) : named(grid, cell, words))),
    ),
    ...notes.flatMap((cell) => remarkIn(cell, (words) => marked(grid, cell) ?? named(grid, cell, words))),
  ];
}

/** Whether a figure was read as of another period, unit or 口径 than a remark says. */
export function isContradicted({ time, units, scopes }: RemarkWords, { period, span, unit, scope }: Read): boolean {
  const size = findUnit(unit ?? "");
  return (
    (time !== null && isOtherTime(time, { period, span })) ||
    units.some((other) => other !== unit && findUnit(other)?.dimension === size?.dimension) ||
    scopes.some((word) => !(scope ?? "").includes(word))
  );
}

function isOtherTime({ year, month, span, unclear }: TimeWords, read: Pick<Read, "period" | "span">): boolean {
  if (unclear || (month !== null && month !== monthOf(read.period))) return true;
  const other = (span === "month" || span === "ytd") && read.span !== "instant" && read.span !== span;
  return other || (year !== null && year !== yearOf(read.period));
}

const REMARKS = /备注|说明|^注$|口径/;

function isText({ content }: TypedCell): boolean {
  return content.kind === "text";
}

type Covers = Remark["covers"];

function remarkIn(cell: TypedCell, coverage: (words: RemarkWords) => Covers | null): readonly Remark[] {
  return readRemark(cell.squashed).flatMap((words) => {
    const covers = coverage(words);
    return covers ? [{ ...words, cell, covers }] : [];
  });
}

/** A line that says something of other rows, and is no section by itself. */
function isSentence(cell: TypedCell): boolean {
  const { squashed } = cell;
  return isText(cell) && !/单位:/.test(squashed) && /[为是系]|以下|下列|上述|^\(?以上/.test(squashed);
}

function isBeside({ row, squashed }: TypedCell): Covers {
  return /^\(?(?:以上|上述)/.test(squashed) ? (other) => other.row < row : (other) => other.row > row;
}

/** The rows that bear the mark which a note begins with; undefined where it begins with none, or no row bears it. */
function marked(grid: Grid, note: TypedCell): Covers | undefined {
  const [mark] = /^\s*(?:[*＊①-⑳]+|[[［【]\d{1,2}[\]］】]|[(（]注?\d[)）])/.exec(note.text) ?? [];
  const bearing = new Set(
    grid.cells.filter(({ row, text }) => row < note.row && text.includes(mark?.trim() ?? "")).map(({ row }) => row),
  );
  return mark === undefined || bearing.size === 0 ? undefined : ({ row }) => bearing.has(row);
}

/**
 * The rows whose labels hold the subject, some of its words left out; where no row of the sheet does, all, or null if the
 * note does not say outright what it says: 通辽市统计局2023年7月.
 */
function named(grid: Grid, note: TypedCell, { subject, coupled }: RemarkWords): Covers | null {
  const names = subject.split(/[、和及]/).filter((name) => name !== "");
  const holds = ({ squashed }: TypedCell) => names.some((name) => holdsInOrder(squashed, name));
  const found = grid.cells.some((cell) => cell !== note && isText(cell) && holds(cell));
  if (found) return ({ cell }) => cell !== null && holds(cell);
  return coupled ? () => true : null;
}

function holdsInOrder(text: string, name: string): boolean {
  let from = 0;
  for (const character of name) {
    const at = text.indexOf(character, from);
    if (at < 0) return false;
    from = at + 1;
  }
  return true;
}

/** The notes that may speak of a table: below its head, though another table may stand between, or above the first of all. */
export function notesOn(
  table: Pick<Table, "header">,
  tables: readonly Pick<Table, "header">[],
  notes: readonly TypedCell[],
): readonly TypedCell[] {
  const top = topOf(table);
  const onlyAbove = ({ row, squashed }: TypedCell) =>
    row < top && (row < Math.min(...tables.map(topOf)) || /以下|下列|下表/.test(squashed));
  return notes.filter((note) => onlyAbove(note) || (note.row > top && !/以下|下列|下表/.test(note.squashed)));
}

function topOf({ header }: Pick<Table, "header">): number {
  return header.rows[0] ?? 0;
}
