import type { Quantity } from "../model/quantity.ts";
import type { Column } from "./columns.ts";
import { mergeTimes } from "./join-times.ts";
import type { TimeWords } from "./period-words.ts";
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
    if (column.role !== "data" || column.ignored) return column;
    if (!isDerived(column)) return besideMonth(column, columns);
    const left = columns.slice(0, index);
    const source = sourceOf(column, left, groupOf(column, columns));
    if (!source) return besideMonth(column, columns);
    const identity = column.indicator || column.name || column.region ? {} : identityOf(source);
    const { span = null, month = null } = column.time ?? {};
    if (month !== null || (span !== null && span !== "whole-year")) return { ...column, ...identity };
    const time = mergeTimes(column.time, source.time);
    const monthly = time?.span === "month";
    const either =
      monthly &&
      nearestRun(left).some((other) => fits(column, other, groupOf(column, columns)) && other.time?.span === "ytd");
    const unclear = column.unclear || source.unclear || either || (monthly && column.measure?.toDate === true);
    return { ...column, ...identity, time, unclear };
  });
}

/** 上年同期=100 beside 上年同月=100 is of the months since January; alone it may be either. */
function besideMonth(column: Column, columns: readonly Column[]): Column {
  const { measure, time, cells } = column;
  const open = time === null && measure !== null && (measure.quantity === "index" || measure.quantity === "yoy");
  if (!open || measure.month || !cells.some(({ squashed }) => /(?:上年|去年)同期/.test(squashed))) return column;
  const single = columns.some((other) => other.measure?.month === true && other.measure.quantity === measure.quantity);
  return single ? { ...column, time: TO_DATE } : column;
}

const TO_DATE: TimeWords = { year: null, month: null, span: "ytd", lastYear: false, unclear: false };

/** The nearest columns of values to the left that stand side by side, with no 同比 in between. */
function nearestRun(before: readonly Column[]): readonly Column[] {
  const last = before.findLastIndex((column) => column.role === "data" && !column.ignored && !isDerived(column));
  const left = before.slice(0, last + 1);
  const end = left.findLastIndex(
    (column) => column.role === "data" && !column.ignored && isDerived(column) && !column.time?.lastYear,
  );
  return left.slice(end + 1).filter(({ role, ignored }) => role === "data" && !ignored);
}

/**
 * 累计 beside 5月 ends in May, whatever the title says: the one month that a header states holds for all its columns. Its
 * year does not: 2022年1—5月 beside 累计 is what 累计 is compared with.
 */
export function shareMonth(columns: readonly Column[]): readonly Column[] {
  const stated = columns.flatMap(({ time }) => (time && time.month !== null && !time.lastYear ? [time.month] : []));
  const [month] = stated;
  if (month === undefined || new Set(stated).size !== 1) return columns;
  return columns.map((column) => {
    const { time, role } = column;
    const open = role === "data" && time !== null && time.month === null && time.year === null;
    return open ? { ...column, time: { ...time, month } } : column;
  });
}

function identityOf({ indicator, region, name, ownName, nameCell, partOf }: Column): Partial<Column> {
  return { indicator, region, name, ownName, nameCell, partOf, inherited: true };
}

/** The figure meant: of the nearest run of columns with the same span the one with the latest time (2023年 before 2022年). */
function sourceOf(column: Column, left: readonly Column[], group: TypedCell | undefined): Column | undefined {
  const candidates = left.filter(
    (other) => other.role === "data" && !other.ignored && !isDerived(other) && fits(column, other, group),
  );
  const nearest = candidates.at(-1);
  const alike = candidates.filter(
    (other) =>
      (other.time === null || other.time.span === nearest?.time?.span) &&
      other.name === nearest?.name &&
      other.indicator === nearest?.indicator,
  );
  return alike.reduce<Column | undefined>(
    (best, other) => (best && timeOrder(other) < timeOrder(best) ? best : other),
    undefined,
  );
}

/**
 * The head that a column shares with figures it may speak of. A head of its own that is broken over two rows (结构 over
 * (%)) is no group, nor is 比上年同期 over 增减额 and 增减%.
 */
function groupOf(column: Column, columns: readonly Column[]): TypedCell | undefined {
  const [top] = column.cells.length > 1 ? column.cells : [];
  const sharing = top ? columns.filter((other) => other !== column && other.cells.includes(top)) : [];
  const saysMore = column.indicator !== null || column.name !== null || column.region !== null;
  return sharing.length > 0 && (saysMore || !sharing.every(isDerived)) ? top : undefined;
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
