import type { Quantity } from "../model/quantity.ts";
import type { Column } from "./columns.ts";
import { mergeTimes } from "./join-times.ts";
import type { TypedCell } from "./typed-cell.ts";

const DERIVED: readonly (Quantity | null)[] = ["yoy", "mom", "share", "change", "rank", "contribution"];

const LATEST_YEAR = 9999;

/** Tells whether a column's figures speak about those of another column. */
export function isDerived({ measure, time }: Column): boolean {
  return time?.lastYear === true || (measure !== null && (measure.open || DERIVED.includes(measure.quantity)));
}

/**
 * A column headed only 同比, 位次 or 上年同期 speaks of the figures to its left: same time, same indicator.
 *
 * It is unclear where both 累计 and 本月 stand to its left and the nearer is 本月, or where a share of the year's plan
 * would be a single month's.
 */
export function inheritFromLeft(columns: readonly Column[]): readonly Column[] {
  return columns.map((column, index) => {
    if (column.role !== "data" || column.ignored || !isDerived(column)) return column;
    const left = columns.slice(0, index);
    const source = sourceOf(column, left, groupOf(column, columns));
    if (!source) return column;
    const identity = column.indicator || column.name || column.region ? {} : identityOf(source);
    const { span = null, month = null } = column.time ?? {};
    if (month !== null || (span !== null && span !== "whole-year")) return { ...column, ...identity };
    const time = mergeTimes(column.time, source.time);
    const monthly = time?.span === "month";
    const either =
      monthly &&
      nearestRun(left).some((other) => fits(column, other, groupOf(column, columns)) && other.time?.span === "ytd");
    const unclear = column.unclear || either || (monthly && column.measure?.toDate === true);
    return { ...column, ...identity, time, unclear };
  });
}

/** The nearest columns of values to the left that stand side by side, with no 同比 in between. */
function nearestRun(before: readonly Column[]): readonly Column[] {
  const last = before.findLastIndex((column) => column.role === "data" && !column.ignored && !isDerived(column));
  const left = before.slice(0, last + 1);
  const end = left.findLastIndex(
    (column) => column.role === "data" && !column.ignored && isDerived(column) && !column.time?.lastYear,
  );
  return left.slice(end + 1).filter(({ role, ignored }) => role === "data" && !ignored);
}

/** 累计 beside 5月 ends in May, whatever the title says: the one month that a header states holds for all its columns. */
export function shareMonth(columns: readonly Column[]): readonly Column[] {
  const stated = columns.flatMap(({ time }) => (time && time.month !== null && !time.lastYear ? [time] : []));
  const months = new Set(stated.map(({ year, month }) => `${year}-${month}`));
  const [common] = stated;
  if (!common || months.size !== 1) return columns;
  return columns.map((column) => {
    const { time, role } = column;
    const open = role === "data" && time !== null && time.month === null && time.year === null;
    return open ? { ...column, time: mergeTimes(time, { ...common, span: null }) } : column;
  });
}

function identityOf({ indicator, region, name, nameCell }: Column): Partial<Column> {
  return { indicator, region, name, nameCell };
}

/** The figure meant: of the nearest run of columns with the same span the one with the latest time (2023年 before 2022年). */
function sourceOf(column: Column, left: readonly Column[], group: TypedCell | undefined): Column | undefined {
  const candidates = left.filter(
    (other) => other.role === "data" && !other.ignored && !isDerived(other) && fits(column, other, group),
  );
  const nearest = candidates.at(-1);
  const alike = candidates.filter(
    (other) =>
      other.time?.span === nearest?.time?.span &&
      other.name === nearest?.name &&
      other.indicator === nearest?.indicator,
  );
  return alike.reduce<Column | undefined>(
    (best, other) => (best && timeOrder(other) < timeOrder(best) ? best : other),
    undefined,
  );
}

/** The head that a column shares with others. A head of its own that is broken over two rows (结构 over (%)) is no group. */
function groupOf(column: Column, columns: readonly Column[]): TypedCell | undefined {
  const [top] = column.cells.length > 1 ? column.cells : [];
  return top && columns.some((other) => other !== column && other.cells.includes(top)) ? top : undefined;
}

/** Under the same group where the column stands under one; of the same indicator where it names one. */
function fits(column: Column, other: Column, group: TypedCell | undefined): boolean {
  if (group && !other.cells.includes(group)) return false;
  if (column.indicator) return other.indicator?.code === column.indicator.code;
  return column.name === null || column.name === other.name;
}

/** A time without a year is of the title's, which no column is later than. */
function timeOrder({ time }: Column): number {
  return (time?.year ?? LATEST_YEAR) * 12 + (time?.month ?? 0);
}
