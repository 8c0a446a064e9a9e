import type { Config } from "../config.ts";
import type { Effects } from "../jobs/effects.ts";
import { withHome } from "../jobs/open-home.ts";
import { requireSource } from "../jobs/reference.ts";
import { type Answered, listAnswers, resolveQuestion, undoAnswer } from "../jobs/review-answers.ts";
import { listReview } from "../jobs/review-questions.ts";
import { printableJson } from "../model/printable-text.ts";
import { observationJson } from "./observation-json.ts";
import { answersTable, changesOf, describeAnswered, questionsTable } from "./review-text.ts";

interface ReviewOptions {
  readonly source?: string;
  readonly json?: boolean;
}

/** What is to be done with questions and answers. */
export type ReviewTask =
  | { readonly task: "list" }
  | { readonly task: "answers" }
  | { readonly task: "undo"; readonly id: string }
  | { readonly task: "resolve"; readonly id: string; readonly words: string | null }; // null for "none of ours"

/**
 * Lists what the program would not guess, records and takes back answers, and prints what came of it; exit code 1 where
 * an answer brought up an error that was not there before.
 */
export async function review(
  task: ReviewTask,
  { source, json }: ReviewOptions,
  config: Config,
  effects: Effects,
  write: (text: string) => void,
): Promise<number> {
  return withHome(config, async (open) => {
    if (source !== undefined) requireSource(open.reference.sources, source);
    if (task.task === "list") {
      const questions = await listReview(open, source, effects);
      write(json ? printableJson({ questions }) : questionsTable(questions));
      return 0;
    }
    if (task.task === "answers") {
      const answers = await listAnswers(open, source);
      write(json ? printableJson({ answers }) : answersTable(answers));
      return 0;
    }
    const answered =
      task.task === "undo" ? await undoAnswer(open, task.id, effects) : await resolveQuestion(open, task, effects);
    write(json ? printableJson(toJson(answered)) : describeAnswered(answered));
    const isWorse = changesOf(answered).some(({ errors }) => errors.length > 0);
    return isWorse && task.task === "resolve" ? 1 : 0;
  });
}

function toJson(answered: Answered) {
  const files = changesOf(answered).map(({ joined, left, ...rest }) => ({
    ...rest,
    ...{ joined: joined.map(observationJson), left: left.map(observationJson) },
  }));
  return { ...answered, files };
}
