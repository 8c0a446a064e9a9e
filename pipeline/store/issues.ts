import type { Kysely } from "kysely";
import type { Issue } from "../model/issue.ts";
import type { IssueCode } from "../model/issue-kinds.ts";
import type { Tables } from "./database.ts";
import type { ReadingKey } from "./submissions.ts";

export interface DataIssueTable {
  readonly sha256: string;
  readonly reading: number;
  readonly ordinal: number; // place in the reading's list, from 0
  readonly code: IssueCode;
  readonly severity: Issue["severity"];
  readonly sheet: string | null;
  readonly cell: string | null;
  readonly message: string;
  readonly hint: string;
}

/** The issue at a place of a reading's list as its row. */
export function toIssueRow({ sha256, reading }: ReadingKey, ordinal: number, issue: Issue): DataIssueTable {
  const { code, severity, sheet, cell, message, hint } = issue;
  return { sha256, reading, ordinal, code, severity, sheet, cell, message, hint };
}

/** The issues of a reading in the order in which they were found. */
export async function listIssues(database: Kysely<Tables>, { sha256, reading }: ReadingKey): Promise<readonly Issue[]> {
  return database
    .selectFrom("data_issue")
    .select(["code", "severity", "sheet", "cell", "message", "hint"])
    .where("sha256", "=", sha256)
    .where("reading", "=", reading)
    .orderBy("ordinal")
    .execute();
}
