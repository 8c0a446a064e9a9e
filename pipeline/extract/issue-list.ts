import { type Issue, type IssueCode, makeIssue } from "../model/issue.ts";

/** The issues of one sheet, as they are found. */
export interface IssueList {
  /** Adds an issue; the same trouble at the same place counts once. */
  add(code: IssueCode, cell: string | null, details?: Readonly<Record<string, string>>): void;
  list(): readonly Issue[];
}

/** Opens the list of a sheet's issues. */
export function openIssues(sheet: string): IssueList {
  const issues = new Map<string, Issue>();
  return {
    add: (code, cell, details = {}) => {
      const key = `${code}|${cell ?? ""}|${cell === null ? JSON.stringify(details) : ""}`;
      if (!issues.has(key)) issues.set(key, makeIssue(code, cell === null ? { sheet } : { sheet, cell }, details));
    },
    list: () => [...issues.values()],
  };
}
