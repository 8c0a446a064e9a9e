import type { Indicator } from "../model/indicator.ts";
import type { Column } from "./columns.ts";
import { type FarTime, timeText } from "./far-time.ts";
import type { TableSetting } from "./figure-spot.ts";
import { crossTimes, lagsBehind, mergeTimes } from "./join-times.ts";
import type { TimeWords } from "./period-words.ts";
import { timeOf } from "./row-time.ts";
import type { LabelledRow } from "./rows.ts";
import { type SettledTime, settleTime } from "./settle-time.ts";

/** Settles the time of a figure in a column; `annual` where its head says 比上年. */
export type ColumnTime = (column: Column, indicator: Indicator | undefined, annual: boolean) => SettledTime;

/** Makes a function that settles the times of one row's figures: what the row and its sections say is read once. */
export function rowTimes(row: LabelledRow, setting: TableSetting): ColumnTime {
  const { kind, far, hint, years, told } = setting;
  const profileSpan = told.profile?.span ?? null;
  const own = kind === "periods" && row.cell ? timeOf(row.cell, setting.read) : (row.phrase?.time ?? null);
  const ofRow = mergeTimes(row.time, own);
  const section = row.parents.reduce<TimeWords | null>(
    (outer, { phrase }) => mergeTimes(phrase?.time ?? null, outer),
    null,
  );
  return (column, indicator, annual) => {
    const ofColumn = mergeTimes(column.time, section);
    const other = ofRow?.month == null ? setting.apart.get(column.column) : undefined;
    if (other) return { ok: false, problem: "period-conflict", ...other };
    const lags = kind !== "periods" && lagsBehind(ofRow, ofColumn);
    if (setting.headsLag && ofRow?.month == null && isLeftOver(column.time, far, indicator)) {
      const [found, expected] = [column.time, far].map((time) => timeText(time?.year ?? null, time?.month ?? null));
      return { ok: false, problem: "period-conflict", found: found ?? "", expected: expected ?? "" };
    }
    const near = crossTimes(ofRow, lags && ofColumn ? { ...ofColumn, month: null } : ofColumn);
    return settleTime(near, { far, hint, years, annual, nature: indicator?.nature ?? null, profileSpan });
  };
}

/** 5月 under a title of June, with no head of June beside it to say that 5月 is meant (错月): left from the month before. */
function isLeftOver(head: TimeWords | null, far: FarTime, indicator: Indicator | undefined): boolean {
  if (head?.month == null || head.lastYear || far.month === null || head.month >= far.month) return false;
  if (head.year !== null && far.year !== null && head.year !== far.year) return false;
  if (indicator === undefined) return true;
  if (indicator.cadence !== "monthly") return false; // a quarter's figures stand in the reports of the months after
  return head.month !== far.month - indicator.lagMonths;
}
