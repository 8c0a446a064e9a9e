import type { Caption } from "./captions.ts";
import type { TimeWords } from "./period-words.ts";

/** The captions around a table, from near to far. */
export interface Surroundings {
  readonly titles: readonly Caption[]; // the table's own, nearest first
  readonly sheetTitles: readonly Caption[]; // those of the sheet's first table; the same list for the first table itself
  readonly sheetName: Caption;
  readonly fileName: Caption;
  readonly cover: TimeWords | null; // where nothing nearer states a month or a year
}

interface HeadedTable {
  readonly columns: readonly { readonly time: TimeWords | null }[];
}

/** 截至6月20日 ends within a month, 5—6月 begins within the year; of 截至25日 beside no month, the month is open. */
export interface PartOfMonth {
  readonly month: number | null;
  readonly ends: boolean; // within the month
}

/** The time that everything around a table agrees on. */
export interface FarTime {
  readonly year: number | null;
  readonly month: number | null;
  readonly span: TimeWords["span"];
  readonly toDate: boolean; // the table's title says 累计 and no month
  readonly annual: boolean; // a year report: the bare year is meant as a whole
  readonly partOf: PartOfMonth | null; // a title's period that is none of whole months; its figures are no month's
  readonly conflict: { readonly found: string; readonly expected: string } | null; // two captions disagree
}

/**
 * Takes the time of a table from its titles, else the sheet's, else the sheet's name, else the file's, else the cover's.
 *
 * A title that disagrees with the name of its sheet or file is a conflict: one of them was left from last month. A
 * second table with its own earlier month is not (错月).
 */
export function farTime({ titles, sheetTitles, sheetName, fileName, cover }: Surroundings): FarTime {
  const own = joinCaptions(titles);
  const sheet = joinCaptions(sheetTitles);
  const levels = [own, sheet, sheetName.time, fileName.time, cover];
  const dated = levels.find((time) => time?.month != null) ?? null;
  const unclear = titles.flatMap(({ time }) => time?.year ?? []); // 2023年5—6月 says its year
  const year = dated?.year ?? levels.find((time) => time?.year != null)?.year ?? unclear[0] ?? null;
  const first = own?.month == null || titles === sheetTitles;
  const rivals = first ? [sheetName.time, fileName.time] : [];
  const rival = [...rivals, ...titles.map(({ time }) => time)].find((time) =>
    disagrees(time, dated?.month ?? null, year),
  );
  const later = !first && laterThan(own, sheet);
  const expected = timeText(year, dated?.month ?? null);
  const other = rival ?? (later ? sheet : null);
  return {
    year,
    month: dated?.month ?? null,
    span: dated?.span ?? (year === null ? null : (levels.find((time) => time?.year != null)?.span ?? null)),
    toDate: titles.some(({ toDate }) => toDate),
    annual: [...titles, ...sheetTitles, sheetName, fileName].some(({ annual }) => annual),
    partOf: partOfMonth(
      [...titles, ...(own?.month == null ? sheetTitles : []), ...(first ? [sheetName, fileName] : [])],
      dated?.month ?? null,
    ),
    conflict: other ? { found: timeText(other.year, other.month), expected } : null,
  };
}

/** 截至25日 beside 2023年6月 ends within June. */
function partOfMonth(captions: readonly Caption[], stated: number | null): PartOfMonth | null {
  const parts = captions.flatMap(({ time }): readonly PartOfMonth[] => {
    if (!time?.unclear) return [];
    if (time.month === null) return time.span === "as-of" ? [{ month: stated, ends: true }] : [];
    return [{ month: time.month, ends: time.span !== null }];
  });
  return parts[0] ?? null;
}

/**
 * Whether the heads of every table are of one month, and never the title's: one of the two was left from another month.
 * A table without a month in its heads is of its title's; a series of months says itself which are meant.
 *
 * @param tables of one sheet
 */
export function headsLag(tables: readonly HeadedTable[], titles: readonly Caption[]): boolean {
  const month = titles.find(({ time }) => time?.month != null && !time.unclear)?.time?.month ?? null;
  const stated = tables.map(
    ({ columns }) => new Set(columns.flatMap(({ time }) => (time?.lastYear ? [] : (time?.month ?? [])))),
  );
  return month !== null && stated.every((months) => months.size === 1 && !months.has(month));
}

/** 2023年6月, 6月, 2023年: a time as far as it is known, for people. */
export function timeText(year: number | null, month: number | null): string {
  return `${year === null ? "" : `${year}年`}${month === null ? "" : `${month}月`}`;
}

/** Nearest first; a title whose own words contradict each other says nothing. */
function joinCaptions(captions: readonly Caption[]): TimeWords | null {
  const times = captions.flatMap(({ time }) => (time && !time.unclear ? [time] : []));
  const dated = times.find(({ month }) => month !== null);
  const year = dated?.year ?? times.find((time) => time.year !== null)?.year ?? null;
  const base = dated ?? times[0];
  return base ? { ...base, year } : null;
}

function disagrees(time: TimeWords | null, month: number | null, year: number | null): boolean {
  if (!time || time.unclear) return false;
  const otherMonth = time.month !== null && month !== null && time.month !== month;
  return otherMonth || (time.year !== null && year !== null && time.year !== year);
}

function laterThan(own: TimeWords | null, sheet: TimeWords | null): boolean {
  if (own?.month == null || sheet?.month == null) return false;
  const years = (own.year ?? sheet.year ?? 0) - (sheet.year ?? own.year ?? 0);
  return years > 0 || (years === 0 && own.month > sheet.month);
}
