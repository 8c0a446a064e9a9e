import { quote } from "../model/issue.ts";
import type { Tell } from "./ask-name.ts";
import type { PartOfMonth } from "./far-time.ts";
import type { Observed, Spot, TableSetting } from "./figure-spot.ts";
import type { IssueList } from "./issue-list.ts";
import type { Limit } from "./limits.ts";
import type { Remark } from "./remarks.ts";
import type { UnsettledTime } from "./settle-time.ts";

const ANYTHING = "是什么数（本月、累计、同比或期间）";
const KEPT_OUT: Observed = { observation: null, settled: false, setAside: false };

/**
 * Makes what tells a sheet's list of issues about a cell: nothing about a blank; what is no number does not wait
 * for an answer.
 */
export function makeTell(issues: IssueList): TableSetting["tell"] {
  const nobody: Tell = { add: () => {}, has: () => true, question: () => {} };
  const { add, has } = issues;
  const ofFigures: Tell = { add, has, question: (words, place) => issues.question(words, place, true) };
  const ofSigns: Tell = { add, has, question: (words, place) => issues.question(words, place, false) };
  return (cell) => (cell === null ? nobody : cell.content.kind === "number" ? ofFigures : ofSigns);
}

/** A time that is open, unclear or contradicted, at the words that say it. */
export function askTime(spot: Spot, setting: TableSetting, time: UnsettledTime, ask: IssueList["add"]): Observed {
  const { titleCell } = setting;
  const own = spot.row.time ?? spot.row.phrase?.time;
  if (time.problem === "unclear") {
    const clashes = own?.month != null && spot.column.time?.month != null && !spot.column.time.unclear;
    if (own?.unclear || clashes) return askLabel(spot, ask, "是哪一期的数：与表头的期间不一致，或不是整月");
    return askHeader(spot, ask, isSpanOpen(spot) ? "是本月的数还是累计的数" : undefined);
  }
  const head = spot.column.time?.month == null ? titleCell : headCell(spot);
  if (time.problem === "part-of-month") ask(time.problem, titleCell, { problem: partText(time.part) });
  else if (time.problem === "missing-period") askPeriod(spot, setting, ask);
  else ask(time.problem, head, { found: time.found, expected: time.expected });
  return KEPT_OUT;
}

/** The head says what is counted, and no period; nor does the title say whether of the month or of the year so far. */
function isSpanOpen({ column: { time, measure, unclear, name } }: Spot): boolean {
  return !unclear && name === null && (time === null || time.span === null) && (measure === null || !measure.open);
}

function partText({ month, ends }: PartOfMonth): string {
  const named = month === null ? "" : `${month}月`;
  return ends ? `只到${named || "月"}中的某一天` : `不是从年初或季初算到${named}`;
}

/** Where other words of the table state a time, what this one lacks: 累计 beside 2023年5月, 12月 without a year. */
function askPeriod({ row, column }: Spot, { titleCell, years }: TableSetting, ask: IssueList["add"]): void {
  const own = (row.time ?? row.phrase?.time)?.month != null ? row.cell : column.cells.at(-1);
  const words = quote(own?.text ?? "");
  const isMonth = (row.time ?? row.phrase?.time ?? column.time)?.month != null;
  const elsewhere = [...years].some((year) => year !== null);
  if (isMonth) ask("missing-period", titleCell, { problem: `${words} 只写了月份，看不出是哪一年` });
  else if (own && elsewhere)
    ask("missing-period", own.address, { problem: `${words} 没有写明到哪年哪月，标题里也没有` });
  else ask("missing-period", titleCell, { problem: "表头、标题、工作表名和文件名里都没有年月" });
}

/** 持平 under 位次, 提高1.2 under 占比: the words are no figure of this column. */
export function askCell({ address, cell }: Spot, ask: IssueList["add"]): Observed {
  ask("not-a-number", address, { found: quote(cell?.text ?? "") });
  return KEPT_OUT;
}

/** The row is not as the source's profile knows it. */
export function askProfile({ row, address }: Spot, found: string, ask: IssueList["add"]): Observed {
  ask("source-mismatch", row.cell?.address ?? address, { found });
  return KEPT_OUT;
}

/** A title or section that limits the figure in a way nobody has defined. */
export function askLimit({ cell, words }: Limit, ask: IssueList["add"]): Observed {
  ask("unknown-scope", cell?.address ?? null, { found: quote(words) });
  return KEPT_OUT;
}

/** A note says that the figure is of another period, unit or 口径 than its heads and titles do. */
export function askRemark({ cell }: Remark, ask: IssueList["add"]): Observed {
  ask("note-differs", cell.address, { found: quote(cell.text) });
  return KEPT_OUT;
}

/** A label whose words leave open what its figures are. */
export function askLabel({ row }: Spot, ask: IssueList["add"], open = ANYTHING): Observed {
  ask("unread-header", row.cell?.address ?? null, { where: "名称", found: quote(row.cell?.text ?? ""), open });
  return KEPT_OUT;
}

/** A head that says nothing known, or contradicts the rest. */
export function askHeader(spot: Spot, ask: IssueList["add"], open = openWords(spot)): Observed {
  const text = spot.column.cells.map(({ squashed }) => squashed).join("/");
  ask("unread-header", headCell(spot), { where: "表头", found: quote(text), open });
  return KEPT_OUT;
}

function openWords({ column }: Spot): string {
  return column.time?.unclear ? "是哪一期的数（不是整月，或几处写得不一致）" : ANYTHING;
}

/** The lowest cell of the head over a figure; null where there is none. */
export function headCell({ column }: Spot): string | null {
  return column.cells.at(-1)?.address ?? null;
}
