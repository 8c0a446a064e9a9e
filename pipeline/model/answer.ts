import type { QuestionWords } from "./question.ts";

/** What a person says a name means; `none` where it is none of the city's indicators or places. */
export type Verdict =
  | { readonly verdict: "is"; readonly code: string; readonly scope: string | null } // 口径 of an indicator
  | { readonly verdict: "none"; readonly code: null; readonly scope: null };

/** Where an answer holds: in one source's files, or in one file. */
export type AnswerReach =
  | { readonly source: string; readonly sha256: null }
  | { readonly source: null; readonly sha256: string };

/** A person's answer to a question. */
export type Answer = QuestionWords & AnswerReach & Verdict;

/** Tells whether an answer holds for a file of this source (null for none) and hash. */
export function holdsFor(reach: AnswerReach, source: string | null, sha256: string): boolean {
  return reach.source === null ? reach.sha256 === sha256 : reach.source === source;
}
