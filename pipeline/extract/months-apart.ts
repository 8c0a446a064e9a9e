import { grouped } from "../model/grouped.ts";
import type { Column } from "./columns.ts";

/** The month that a head states, and the one of the head that it contradicts. */
export interface OtherMonth {
  readonly found: string;
  readonly expected: string;
}

/**
 * By column, the heads of a table that cannot both be meant: 6月 beside 1—7月 of the same thing. One of the two was left
 * from the report of another month; which, nobody can tell. Heads of several months are a series and say themselves which
 * are meant.
 */
export function monthsApart(heads: readonly Column[]): ReadonlyMap<number, OtherMonth> {
  const groups = grouped(heads.filter(isDated), subjectOf);
  const found = [...groups.values()].flatMap((group) => {
    const [month, toDate] = [endOf(group, "month"), endOf(group, "ytd")];
    if (month === null || toDate === null || month === toDate) return [];
    const words = { found: `${month}月`, expected: `1—${toDate}月` };
    return group.map(({ column }) => [column, words] as const);
  });
  return new Map(found);
}

function isDated({ time, role, ignored }: Column): boolean {
  return role === "data" && ignored === null && time?.month != null;
}

function subjectOf({ indicator, region, ownName }: Column): string {
  return [indicator?.code, region, indicator ? "" : ownName].join("|");
}

/** The one month in which this year's heads of a span end; null where there are several or none. */
function endOf(group: readonly Column[], span: "month" | "ytd"): number | null {
  const ends = group.flatMap(({ time }) => (time?.span === span && !time.lastYear ? (time.month ?? []) : []));
  const [only, second] = [...new Set(ends)];
  return second === undefined ? (only ?? null) : null;
}
