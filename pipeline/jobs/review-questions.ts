import { createHash } from "node:crypto";
import { type Candidate, makeCandidates } from "../extract/candidates.ts";
import type { AnswerReach } from "../model/answer.ts";
import type { QuestionWords } from "../model/question.ts";
import { answersInForce, listGivenAnswers } from "../store/answers.ts";
import { type AskedQuestion, listOpenQuestions } from "../store/questions.ts";
import { catchUp } from "./catch-up.ts";
import type { Effects } from "./effects.ts";
import type { OpenHome } from "./open-home.ts";

const ID_CHARACTERS = 8;
const LAST = "\uffff"; // sorts behind every name of a source

/** A question that current readings leave open, once for all the files of its source, or for its file. */
export type OpenQuestion = QuestionWords &
  AnswerReach & {
    readonly id: string; // of its words and reach: the same in every home and at every time
    readonly fileOnly: boolean; // about the place that a title means
    readonly figures: number; // that wait for the answer
    readonly files: number;
    readonly example: { readonly file: string; readonly sheet: string; readonly cell: string | null };
    readonly candidates: readonly Candidate[]; // at most three, most alike first
    readonly lostCode: string | null; // an answer that means nothing any more, because its code has left the seeds
  };

/**
 * Lists the open questions by source, then file and place, after reading anew whatever is out of date.
 *
 * @param source only of the files of this source; all where undefined
 */
export async function listReview(
  open: OpenHome,
  root: string,
  source: string | undefined,
  effects: Effects,
): Promise<readonly OpenQuestion[]> {
  await catchUp(open, root, "all", effects);
  const given = answersInForce(await listGivenAnswers(open.store));
  const codes = new Map(given.map((answer) => [questionId(answer, answer), answer.code]));
  const candidates = makeCandidates(open.reference);
  const groups = new Map<string, AskedQuestion[]>();
  for (const question of await listOpenQuestions(open.store)) {
    const id = questionId(question, reachOf(question));
    groups.set(id, [...(groups.get(id) ?? []), question]);
  }
  const questions = [...groups].flatMap(([id, [first, ...others]]) => {
    if (!first || (source !== undefined && first.source !== source)) return [];
    const { kind, label, path, fileOnly, file, sheet, cell } = first;
    const figures = others.reduce((sum, other) => sum + other.figures, first.figures);
    const files = new Set([first, ...others].map(({ sha256 }) => sha256)).size;
    const words = { kind, label, path };
    const rest = { candidates: candidates(words), lostCode: codes.get(id) ?? null };
    return [{ id, ...reachOf(first), ...words, fileOnly, figures, files, example: { file, sheet, cell }, ...rest }];
  });
  return questions.sort((a, b) => compareText(a.source ?? LAST, b.source ?? LAST));
}

/** How many names wait for an answer by the readings there are; none is brought up to date. */
export async function countOpenQuestions({ store }: Pick<OpenHome, "store">): Promise<number> {
  const open = await listOpenQuestions(store);
  return new Set(open.map((question) => questionId(question, reachOf(question)))).size;
}

/** A question's short name, from its words and reach alone. */
export function questionId({ kind, label, path }: QuestionWords, { source, sha256 }: AnswerReach): string {
  const content = JSON.stringify([source, sha256, kind, path, label]);
  return createHash("sha256").update(content).digest("hex").slice(0, ID_CHARACTERS);
}

/** What a name means in one bureau's sheet it need not mean in another's, nor in a file of nobody known. */
function reachOf({ source, sha256, fileOnly }: AskedQuestion): AnswerReach {
  return source === null || fileOnly ? { source: null, sha256 } : { source, sha256: null };
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
