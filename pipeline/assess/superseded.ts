import type { Indicator, IndicatorCode } from "../model/indicator.ts";
import type { Period } from "../model/period.ts";
import type { SubmissionRecord } from "../model/reporting.ts";
import { monthOfRecord } from "./sent-figures.ts";

/**
 * The files that a later one has corrected, by hash: what is wrong in them is no longer open.
 *
 * A later one is of the same bureau and month, of the same source or name, and leaves out nothing that the earlier one
 * brought: of a part that was sent again the rest still stands. What could not be read is corrected by whatever comes
 * under its name.
 */
export function supersededFiles(
  records: readonly SubmissionRecord[],
  indicators: ReadonlyMap<IndicatorCode, Indicator>,
): ReadonlySet<string> {
  const sent = records.map((record): Sent => ({ record, month: monthOfRecord(record, indicators) }));
  const earlier = sent.filter((one) => sent.some((other) => other !== one && supersedes(other, one)));
  return new Set(earlier.map(({ record }) => record.sha256));
}

interface Sent {
  readonly record: SubmissionRecord;
  readonly month: Period | null; // for which it was sent; null where nobody can tell
}

function supersedes(later: Sent, { record, month }: Sent): boolean {
  const { record: other } = later;
  const isSameName = other.file === record.file;
  const isSentLater = other.receivedAt > record.receivedAt;
  if (month === null) return isSameName && isSentLater && [null, other.bureau].includes(record.bureau);
  const isSameSource = isSameName || (record.source !== null && other.source === record.source);
  const isLater = other.vintage > record.vintage || (other.vintage === record.vintage && isSameName && isSentLater);
  const isOfOneKind = other.bureau === record.bureau && later.month === month && isSameSource;
  return isOfOneKind && isLater && (record.illustrative || !other.illustrative) && bringsAll(other, record);
}

function bringsAll(other: SubmissionRecord, record: SubmissionRecord): boolean {
  const isThere = record.brought.every(
    ({ indicator, period, isValue }) =>
      indicator === null ||
      other.brought.some((one) => one.indicator === indicator && one.period === period && (one.isValue || !isValue)),
  );
  const months = new Set(other.projectMonths);
  return isThere && other.projects >= record.projects && record.projectMonths.every((month) => months.has(month));
}
