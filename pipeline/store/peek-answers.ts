import type { Answer } from "../model/answer.ts";
import { type AnswerTable, answersInForce, toGiven } from "./answers.ts";
import { peek } from "./peek.ts";

/**
 * The answers in force in a database file, without changing it; none where there is no file, or where a program wrote it
 * that did not know answers yet.
 *
 * @throws PipelineError STORE_BUSY, STORE_FAILED
 */
export function peekAnswers(file: string): readonly Answer[] {
  const rows = peek(file, (database) => {
    const known = database.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'answer'").get();
    return known === undefined ? [] : database.prepare<[], AnswerTable>("SELECT * FROM answer ORDER BY ordinal").all();
  });
  return answersInForce((rows ?? []).map(toGiven));
}
