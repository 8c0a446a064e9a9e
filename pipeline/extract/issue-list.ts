import { parseAddress } from "../model/cell.ts";
import { type Issue, type IssueCode, makeIssue } from "../model/issue.ts";
import type { Question, QuestionWords } from "../model/question.ts";

/** A name to ask for, and how far its answer may reach. */
export type AskedWords = QuestionWords & Pick<Question, "fileOnly">;

/** The issues of one sheet, as they are found, and the questions about names among them. */
export interface IssueList {
  /** Adds an issue; the same trouble at the same place counts once. */
  add(code: IssueCode, cell: string | null, details?: Readonly<Record<string, string>>): void;
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
  const questions = new Map<string, Question>();
  return {
    add: (code, cell, details = {}) => {
      const key = `${code}|${cell ?? ""}|${cell === null ? JSON.stringify(details) : ""}`;
      if (!issues.has(key)) issues.set(key, makeIssue(code, cell === null ? { sheet } : { sheet, cell }, details));
    },
    question: (words, cell, isFigure) => {
      const key = JSON.stringify([words.kind, words.label, words.path]);
      const known = questions.get(key) ?? { ...words, sheet, cell, figures: 0 };
      questions.set(key, { ...known, figures: known.figures + Number(isFigure) });
    },
    questions: () => [...questions.values()],
    list: () => [...issues.values()].sort((a, b) => place(a) - place(b)),
  };
}
