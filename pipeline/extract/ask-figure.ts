import { quote } from "../model/issue.ts";
import type { Tell } from "./ask-name.ts";
import type { Observed, Spot, TableSetting } from "./figure-spot.ts";
import type { IssueList } from "./issue-list.ts";
import type { Limit } from "./limits.ts";
import type { Remark } from "./remarks.ts";
import type { UnsettledTime } from "./settle-time.ts";

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
export function askTime(spot: Spot, { titleCell }: TableSetting, time: UnsettledTime, ask: IssueList["add"]): Observed {
  if (time.problem === "unclear")
    return (spot.row.time ?? spot.row.phrase?.time)?.unclear ? askLabel(spot, ask) : askHeader(spot, ask);
  const head = spot.column.time?.month == null ? titleCell : headCell(spot);
  if (time.problem === "part-of-month") ask(time.problem, titleCell, { found: `${time.month}月` });
  else if (time.problem === "missing-period") ask(time.problem, titleCell);
  else ask(time.problem, head, { found: time.found, expected: time.expected });
  return KEPT_OUT;
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
export function askLabel({ row }: Spot, ask: IssueList["add"]): Observed {
  ask("unread-header", row.cell?.address ?? null, { found: quote(row.cell?.text ?? "") });
  return KEPT_OUT;
}

/** A head that says nothing known, or contradicts the rest. */
export function askHeader(spot: Spot, ask: IssueList["add"]): Observed {
  const text = spot.column.cells.map(({ squashed }) => squashed).join("/");
  ask("unread-header", headCell(spot), { found: quote(text) });
  return KEPT_OUT;
}

/** The lowest cell of the head over a figure; null where there is none. */
export function headCell({ column }: Spot): string | null {
  return column.cells.at(-1)?.address ?? null;
}
