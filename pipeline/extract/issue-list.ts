import { parseAddress } from "../model/cell.ts";
import { type Issue, makeIssue } from "../model/issue.ts";
import type { IssueCode } from "../model/issue-kinds.ts";
import type { Question, QuestionWords } from "../model/question.ts";

/** A name to ask for, and how far its answer may reach. */
export type AskedWords = QuestionWords & Pick<Question, "fileOnly">;

/** The issues of one sheet, as they are found, and the questions about names among them. */
export interface IssueList {
  /** Adds an issue; the same trouble at the same place counts once. */
  add(code: IssueCode, cell: string | null, details?: Readonly<Record<string, string>>): void;
  /** Whether the trouble at the place has been added, so that nobody need put it into words again. */
  has(code: IssueCode, cell: string): boolean;
  /** Adds a question about a name; asked again, one figure more waits for it where `isFigure`. */
  question(words: AskedWords, cell: string | null, isFigure: boolean): void;
  /** The questions in the order found. */
  questions(): readonly Question[];
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
  const questions = new Map<string, { readonly asked: Omit<Question, "figures">; figures: number }>();
  const keyOf = (code: IssueCode, cell: string) => `${code}|${cell}|`;
  return {
    has: (code, cell) => issues.has(keyOf(code, cell)),
    add: (code, cell, details = {}) => {
      const key = cell === null ? `${code}||${JSON.stringify(details)}` : keyOf(code, cell);
      if (!issues.has(key)) issues.set(key, makeIssue(code, cell === null ? { sheet } : { sheet, cell }, details));
    },
    question: (words, cell, isFigure) => {
      const key = [words.kind, words.label, ...words.path].join("\u0000");
      const known = questions.get(key) ?? { asked: { ...words, sheet, cell }, figures: 0 };
      known.figures += Number(isFigure);
      questions.set(key, known);
    },
    questions: () => [...questions.values()].map(({ asked, figures }) => ({ ...asked, figures })),
    list: () => [...issues.values()].sort((a, b) => place(a) - place(b)),
  };
}
