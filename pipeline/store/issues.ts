import type { Kysely } from "kysely";
import type { Issue, IssueCode } from "../model/issue.ts";
import type { Tables } from "./database.ts";

export interface DataIssueTable {
  readonly sha256: string;
  readonly ordinal: number; // place in the submission's list, from 0
  readonly code: IssueCode;
  readonly severity: Issue["severity"];
  readonly sheet: string | null;
  readonly cell: string | null;
  readonly message: string;
  readonly hint: string;
}

/** The issue at a place of a submission's list as its row. */
export function toIssueRow(sha256: string, ordinal: number, issue: Issue): DataIssueTable {
  const { code, severity, sheet, cell, message, hint } = issue;
  return { sha256, ordinal, code, severity, sheet, cell, message, hint };
}

/** The issues of a submission in the order in which they were found. */
export async function listIssues(database: Kysely<Tables>, sha256: string): Promise<readonly Issue[]> {
  return database
    .selectFrom("data_issue")
    .select(["code", "severity", "sheet", "cell", "message", "hint"])
    .where("sha256", "=", sha256)
    .orderBy("ordinal")
    .execute();
}
