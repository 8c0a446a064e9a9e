/** A row as it comes to be printed. */
export interface PrintedRow {
  readonly height: number;
  readonly kind: "heading" | "row" | "note"; // a note stays with what is above it
}

/** What a page holds, in the unit of the rows' heights. */
export interface PageRoom {
  readonly page: number;
  readonly firstHead: number; // title, lines and header, above the rows of the first page
  readonly head: number; // the header, above those of every other
}

/** What a break within a section costs: as much as two pages that each differ from the mean by an eighth of a page. */
const TEAR_COST = 0.03;

interface Plan {
  readonly cost: number;
  readonly starts: readonly number[]; // of the pages after the first
}

/**
 * Spreads rows over as few pages as hold them, all about as full, with breaks between sections where that costs little.
 *
 * No heading stands last on a page or with a single row of several, no last row of a section alone on the next.
 *
 * @returns the rows, from 0, that begin a page; none where one page holds all, or where no pages can hold them
 */
export function evenPages(rows: readonly PrintedRow[], room: PageRoom): readonly number[] {
  const total = rows.reduce((sum, { height }) => sum + height, room.firstHead);
  const fewest = Math.ceil((total - room.head) / (room.page - room.head));
  if (fewest <= 1 || room.page <= room.head) return [];
  const canBreak = rows.map((_row, at) => mayBegin(rows, at));
  const most = Math.min(rows.length, fewest * 2);
  for (let pages = fewest; pages <= most; pages++) {
    const mean = (total + room.head * (pages - 1)) / pages;
    const plan = cheapest(rows, { ...room, pages, mean, canBreak });
    if (plan) return plan.starts;
  }
  return [];
}

interface Wanted extends PageRoom {
  readonly pages: number;
  readonly mean: number; // height of a page if all were even
  readonly canBreak: readonly boolean[]; // by row that would begin a page
}

/** The best of all ways to lay the rows on so many pages; undefined where there is none. */
function cheapest(rows: readonly PrintedRow[], wanted: Wanted): Plan | undefined {
  let ends = new Map<number, Plan>([[0, { cost: 0, starts: [] }]]); // by the row that the next page begins with
  for (let page = 0; page < wanted.pages; page++) {
    const next = new Map<number, Plan>();
    for (const [start, { cost, starts }] of ends) {
      const begun = start === 0 ? starts : [...starts, start];
      let used = start === 0 ? wanted.firstHead : wanted.head;
      for (let end = start + 1; end <= rows.length; end++) {
        used += rows[end - 1]?.height ?? 0;
        if (used > wanted.page) break;
        const isEnd = end === rows.length;
        if (isEnd !== (page === wanted.pages - 1) || !(isEnd || wanted.canBreak[end])) continue;
        const isTorn = !isEnd && rows[end]?.kind !== "heading";
        const sum = cost + ((used - wanted.mean) / wanted.page) ** 2 + (isTorn ? TEAR_COST : 0);
        if (sum < (next.get(end)?.cost ?? Number.POSITIVE_INFINITY)) next.set(end, { cost: sum, starts: begun });
      }
    }
    ends = next;
  }
  return ends.get(rows.length);
}

/** Whether a row may be the first of a page. */
function mayBegin(rows: readonly PrintedRow[], at: number): boolean {
  const kind = (index: number) => rows[index]?.kind;
  if (kind(at) === "heading") return kind(at - 1) !== "heading";
  const isSecond = kind(at - 1) === "row" && kind(at - 2) === "heading";
  const isLast = kind(at + 1) !== "row";
  return kind(at) === "row" && kind(at - 1) === "row" && !isSecond && !isLast;
}
