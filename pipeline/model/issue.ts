import { formatLocation, type Location } from "../errors.ts";
import { ISSUE_KINDS, type IssueCode, type IssueKind, type Severity } from "./issue-kinds.ts";

/** Something wrong with the data, at a place. */
export interface Issue {
  readonly code: IssueCode;
  readonly severity: Severity;
  readonly sheet: string | null;
  readonly cell: string | null; // A1
  readonly message: string; // Chinese, without the place
  readonly hint: string; // Chinese: what to do
}

type Place = { readonly sheet?: string; readonly cell?: string };

/**
 * Makes an issue of a kind; details fill the slots of its template and hint.
 *
 * Quote text from the file with `quote`, so that blanks and odd spaces are seen.
 */
export function makeIssue(code: IssueCode, place: Place, details: Readonly<Record<string, string>> = {}): Issue {
  const kind: IssueKind = ISSUE_KINDS[code];
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_, slot: string) => details[slot] ?? "");
  return {
    code,
    severity: kind.severity,
    sheet: place.sheet ?? null,
    cell: place.cell ?? null,
    message: fill(kind.template),
    hint: fill(kind.hint),
  };
}

/** Puts text from a file in quotation marks, with line breaks and odd blanks made visible. */
export function quote(text: string): string {
  return JSON.stringify(text).replaceAll("\u00a0", "\\u00a0").replaceAll("\u3000", "\\u3000");
}

/** One line for people: place, what is wrong, what to do. */
export function formatIssue(file: string, issue: Issue): string {
  const place: Location = {
    file,
    ...(issue.sheet === null ? {} : { sheet: issue.sheet }),
    ...(issue.cell === null ? {} : { cell: issue.cell }),
  };
  return `${formatLocation(place)}：${issue.message}。${issue.hint}。`;
}
