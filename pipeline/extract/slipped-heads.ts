import { isDerived } from "./column-neighbours.ts";
import type { Column } from "./columns.ts";
import { isCounting, isFigure, type TypedCell } from "./typed-cell.ts";

/** What the header and the body of a table show of each other. */
export interface HeadsAndBody {
  readonly all: readonly Column[]; // every column with a head
  readonly labels: readonly number[];
  readonly inColumn: (column: number) => readonly TypedCell[]; // of the rows of figures
  readonly reach: number; // the last column to look at: one behind the header
}

/**
 * Makes the heads unclear whose figures may be those of a neighbour.
 *
 * All of them, where figures stand under no head and a head over no figures, or over the labels or the units; or where two columns
 * say exactly the same, or most are broken into words that do not fit. A bare 同比 behind a column without a head, because nobody knows what it compares.
 */
export function withoutSlippedHeads(data: readonly Column[], body: HeadsAndBody): readonly Column[] {
  const bare = bareColumns(data, body);
  const empty = data.some(({ column }) => body.inColumn(column).length === 0);
  const overLabels = body.all.some(
    ({ column, role, measure, time, name }) =>
      role === "data" && body.labels.includes(column) && name === null && (measure !== null || time !== null),
  );
  const overUnits = body.all.some(({ role, time, measure }) => role === "unit" && (time !== null || measure !== null));
  const moved = overUnits || (bare.length > 0 && (empty || overLabels)) || twins(data, body) || mostlyBroken(data);
  return data.map((column) => {
    if (moved || comparesUnknown(column, data, bare)) return { ...column, unclear: true };
    return column;
  });
}

/** Columns of figures under no head, or under one that says nothing. */
function bareColumns(data: readonly Column[], { all, labels, inColumn, reach }: HeadsAndBody): readonly number[] {
  const headed = new Set(
    all.filter((column) => !data.includes(column) || saysSomething(column)).map(({ column }) => column),
  );
  const columns = Array.from({ length: reach }, (_, index) => index + 1);
  return columns.filter((column) => {
    const cells = inColumn(column);
    const asNote = all.some((head) => head.column === column && head.role === "note") && cells.every(isFigure);
    if (labels.includes(column) || (headed.has(column) && !asNote)) return false;
    return cells.some((cell) => isFigure(cell) || cell.content.kind === "sentinel") && !isCounting(cells);
  });
}

function saysSomething({ time, measure, indicator, region, units }: Column): boolean {
  return time !== null || measure !== null || indicator !== null || region !== null || units.length > 0;
}

/** Two columns with figures whose heads mean exactly the same. */
function twins(data: readonly Column[], { inColumn }: HeadsAndBody): boolean {
  const meanings = data
    .filter(({ column, ignored }) => ignored === null && inColumn(column).some((cell) => isFigure(cell)))
    .map(({ time, measure, indicator, region, name, units, scopes }) =>
      JSON.stringify([time, measure, indicator, region, name, units, scopes]),
    );
  return new Set(meanings).size < meanings.length;
}

/** Heads broken over two rows of which at least half make no sense: the rows have slipped against each other. */
function mostlyBroken(data: readonly Column[]): boolean {
  const isShared = (column: Column) =>
    data.some((other) => other !== column && column.cells[0] !== undefined && other.cells.includes(column.cells[0]));
  const broken = data.filter(
    (column) =>
      column.cells.length > 1 &&
      !isShared(column) &&
      (column.unclear || (column.name !== null && column.region === null)),
  );
  return broken.length > 0 && broken.length * 2 >= data.length;
}

function comparesUnknown(column: Column, data: readonly Column[], bare: readonly number[]): boolean {
  if (!isDerived(column) || column.indicator !== null) return false;
  const values = data.filter((other) => other.column < column.column && !isDerived(other));
  const nearest = values.at(-1)?.column ?? 0;
  return bare.some((at) => nearest < at && at < column.column);
}
