import type { Answer, AnswerReach, Verdict } from "../model/answer.ts";
import type { QuestionKind, QuestionWords } from "../model/question.ts";
import { ask, type Store } from "./database.ts";
import { takeWriteLock } from "./write-lock.ts";

/** A row of `answer`: what a person said about a name, or took back; rows are only ever added. */
export interface AnswerTable {
  readonly ordinal: number; // from 1, in the order in which they were given
  readonly source: string | null;
  readonly sha256: string | null;
  readonly kind: QuestionKind;
  readonly label: string;
  readonly path: string; // JSON list
  readonly verdict: Verdict["verdict"] | "withdrawn";
  readonly code: string | null;
  readonly scope: string | null;
  readonly answered_at: string;
}

/** An answer taken back: the question is open again. */
export type Withdrawal = QuestionWords &
  AnswerReach & { readonly verdict: "withdrawn"; readonly code: null; readonly scope: null };

/** An answer or a withdrawal with when it was given. */
export type GivenAnswer = (Answer | Withdrawal) & { readonly answeredAt: string }; // ISO 8601, UTC

/**
 * Appends an answer, or a withdrawal, which counts from now on.
 *
 * @returns "known" where the last word on this question is the same; nothing is written then
 */
export async function insertAnswer(store: Store, given: GivenAnswer): Promise<"inserted" | "known"> {
  const { answeredAt: answered_at, ...answer } = given;
  const path = JSON.stringify(answer.path);
  return ask(store, (database) =>
    database.transaction().execute(async (transaction) => {
      await takeWriteLock(transaction);
      const rows = await transaction.selectFrom("answer").selectAll().orderBy("ordinal").execute();
      const last = rows.findLast((row) => wordsKey(toGiven(row)) === wordsKey(answer));
      if (verdictKey(last ?? NOTHING_SAID) === verdictKey(answer)) return "known";
      const ordinal = (rows.at(-1)?.ordinal ?? 0) + 1;
      await transaction
        .insertInto("answer")
        .values({ ordinal, ...answer, path, answered_at })
        .execute();
      return "inserted";
    }),
  );
}

/** Everything ever answered or taken back, in the order in which it was given. */
export async function listGivenAnswers(store: Store): Promise<readonly GivenAnswer[]> {
  const rows = await ask(store, (database) => database.selectFrom("answer").selectAll().orderBy("ordinal").execute());
  return rows.map(toGiven);
}

/** The answers that count: the last on each question, unless it was taken back; in the order of their questions. */
export function answersInForce(given: readonly GivenAnswer[]): readonly Extract<GivenAnswer, Answer>[] {
  const last = new Map(given.map((one) => [wordsKey(one), one]));
  return [...last]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, one]) => (one.verdict === "withdrawn" ? [] : [one]));
}

const NOTHING_SAID = { verdict: "withdrawn", code: null, scope: null } as const;

function wordsKey({ source, sha256, kind, label, path }: Omit<GivenAnswer, "answeredAt">): string {
  return JSON.stringify([source, sha256, kind, path, label]);
}

function verdictKey({ verdict, code, scope }: Pick<AnswerTable, "verdict" | "code" | "scope">): string {
  return JSON.stringify([verdict, code, scope]);
}

/** A row as the answer it is; the table's own checks hold every row to one of the forms. */
export function toGiven({ ordinal: _, answered_at: answeredAt, ...row }: AnswerTable): GivenAnswer {
  return { ...row, path: JSON.parse(row.path), answeredAt } as GivenAnswer;
}
