import { parseAddress } from "../model/cell.ts";
import { type Issue, type IssueCode, makeIssue } from "../model/issue.ts";

/** The issues of one sheet, as they are found. */
export interface IssueList {
  /** Adds an issue; the same trouble at the same place counts once. */
  add(code: IssueCode, cell: string | null, details?: Readonly<Record<string, string>>): void;
  /** In the order of their places; several at one place in the order found. */
  list(): readonly Issue[];
}

/** Row by row, left to right; what concerns the whole sheet comes first. */
function place({ cell }: Issue): number {
  const address = parseAddress(cell ?? "");
  return address ? address.row * MOST_COLUMNS + address.column : 0;
}

const MOST_COLUMNS = 20_000; // more than a sheet can have

/** Opens the list of a sheet's issues. */
export function openIssues(sheet: string): IssueList {
  const issues = new Map<string, Issue>();
  return {
    add: (code, cell, details = {}) => {
      const key = `${code}|${cell ?? ""}|${cell === null ? JSON.stringify(details) : ""}`;
      if (!issues.has(key)) issues.set(key, makeIssue(code, cell === null ? { sheet } : { sheet, cell }, details));
    },
    list: () => [...issues.values()].sort((a, b) => place(a) - place(b)),
  };
}
