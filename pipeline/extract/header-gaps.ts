import type { Column } from "./columns.ts";
import type { Grid } from "./grid.ts";
import type { HeaderRows } from "./header-rows.ts";
import type { TimeWords } from "./period-words.ts";

/**
 * Tells whether a column's head was lost or moved: nobody can say then what any figure below this header is.
 *
 * Under a group merged over several columns, it has no head of its own, though others have; or it has a head in the
 * lower row, and no group above where others have one.
 */
export function hasGap(grid: Grid, header: HeaderRows, { column, role, time }: Column): boolean {
  if (role !== "data" || column <= header.edge) return false;
  return (
    lacksHead(grid, header, column) ||
    isStaggered(grid, header, column) ||
    (time?.span == null && header.rows.length > 1 && lacksGroup(grid, header, column))
  );
}

/**
 * The columns whose span was lost: heads in the lowest row say 本月 or 累计, and there they have none.
 *
 * @param timeOf the time that a squashed text states
 */
export function lacksSpan(
  grid: Grid,
  { rows, edge }: HeaderRows,
  columns: readonly Column[],
  timeOf: (squashed: string) => TimeWords | null,
): readonly Column[] {
  const lowest = rows.at(-1);
  if (lowest === undefined || rows.length < 2) return [];
  const figures = columns.filter(({ role, column }) => role === "data" && column > edge);
  const spans = figures.some(({ column }) => timeOf(grid.at(lowest, column)?.squashed ?? "")?.span != null);
  if (!spans) return [];
  return figures.filter(
    ({ column, time, ignored, measure, units }) =>
      ignored === null &&
      !units.includes("%") && // a rate beside the groups: 税收比重%
      grid.over(lowest, column) === undefined &&
      time?.span == null &&
      (measure === null || measure.quantity === "value"),
  );
}

/** A head in the lower row only, right of one in the upper row only: neither is the group or the head of the other. */
function isStaggered(grid: Grid, { rows, edge }: HeaderRows, column: number): boolean {
  const [lowest, upper] = [rows.at(-1), rows.slice(0, -1)];
  if (lowest === undefined || upper.length === 0 || column - 1 <= edge) return false;
  const over = (at: number) => upper.some((row) => grid.over(row, at) !== undefined);
  return (
    grid.at(lowest, column) !== undefined &&
    !over(column) &&
    over(column - 1) &&
    grid.over(lowest, column - 1) === undefined
  );
}

function lacksHead(grid: Grid, { rows }: HeaderRows, column: number): boolean {
  return rows.some((row, index) => {
    const lower = rows[index + 1];
    const merge = grid.mergeAt(row, column);
    if (lower === undefined || !merge || merge.right === merge.left || merge.bottom >= lower) return false;
    const below = Array.from({ length: merge.right - merge.left + 1 }, (_, step) =>
      grid.over(lower, merge.left + step),
    );
    return grid.over(lower, column) === undefined && below.some((cell) => cell !== undefined);
  });
}

/** The lowest head of a column is merged over several columns, and more than one of them is filled: all read the same. */
export function sharesHead(grid: Grid, { rows, edge }: HeaderRows, column: number, { role }: Column): boolean {
  if (role !== "data") return false;
  const lowest = rows.findLast((row) => grid.over(row, column) !== undefined);
  const merge = lowest === undefined ? undefined : grid.mergeAt(lowest, column);
  if (!merge || merge.right === merge.left || merge.right <= edge) return false;
  const under = grid.rows.filter((row) => row > merge.bottom).slice(0, LOOKED_AT);
  const reach = Array.from({ length: merge.right - merge.left + 1 }, (_, step) => merge.left + step);
  return reach.filter((at) => under.some((row) => grid.at(row, at) !== undefined)).length > 1;
}

const LOOKED_AT = 30; // rows below a header that show whether a column is in use

function lacksGroup(grid: Grid, { rows, edge }: HeaderRows, column: number): boolean {
  const [top, ...lower] = rows;
  if (top === undefined || grid.over(top, column) !== undefined) return false;
  const groups = grid.merged.some((merge) => merge.top === top && merge.right > merge.left && merge.right > edge);
  return groups && lower.some((row) => grid.at(row, column) !== undefined);
}
