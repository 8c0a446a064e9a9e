import { type Candidate, makeCandidates } from "../extract/candidates.ts";
import type { AnswerReach } from "../model/answer.ts";
import { grouped } from "../model/grouped.ts";
import type { QuestionWords } from "../model/question.ts";
import { compareText } from "../model/text-order.ts";
import { answersInForce, type GivenAnswer, listGivenAnswers } from "../store/answers.ts";
import type { Store } from "../store/database.ts";
import { keepOffers } from "../store/offers.ts";
import { type AskedQuestion, listOpenQuestions } from "../store/questions.ts";
import { catchUp } from "./catch-up.ts";
import type { Effects } from "./effects.ts";
import type { OpenHome } from "./open-home.ts";
import { type Asked, questionHash, shortIds } from "./question-id.ts";

const LAST = "\uffff"; // sorts behind every name of a source

/** A question that current readings leave open, once for all the files of its source, or for its file. */
export type OpenQuestion = QuestionWords &
  AnswerReach & {
    readonly id: string; // as `listKnown` shows it
    readonly fileOnly: boolean; // about the place that a title means
    readonly figures: number; // that wait for the answer
    readonly files: number;
    readonly example: { readonly file: string; readonly sheet: string; readonly cell: string | null };
    readonly candidates: readonly Candidate[]; // at most three, most alike first; behind them what the sheet of the example reports under another name
    readonly lostCode: string | null; // an answer that means nothing any more, because its code has left the seeds
  };

/**
 * Lists the open questions to show them, and remembers the candidates of each, so that their numbers keep their meaning
 * until it is shown again; the same as `findOpenQuestions` otherwise.
 */
export async function listReview(
  open: OpenHome,
  source: string | undefined,
  effects: Effects,
): Promise<readonly OpenQuestion[]> {
  const questions = await findOpenQuestions(open, source, effects);
  await keepOffers(open.store, new Map(questions.map((one) => [questionHash(one), one.candidates])));
  return questions;
}

/**
 * Finds the open questions by source, then file and place, after reading anew whatever is out of date.
 *
 * @param source only of the files of this source; all where undefined
 */
export async function findOpenQuestions(
  open: OpenHome,
  source: string | undefined,
  effects: Effects,
): Promise<readonly OpenQuestion[]> {
  await catchUp(open, "all", effects);
  const { open: asked, given, idOf } = await listKnown(open.store);
  const codes = new Map(answersInForce(given).map((answer) => [questionHash(answer), answer.code]));
  const candidates = makeCandidates(open.reference);
  const groups = grouped(asked, (question) => questionHash({ ...question, ...reachOf(question) }));
  const questions = [...groups].flatMap(([hash, [first, ...others]]) => {
    if (!first || (source !== undefined && first.source !== source)) return [];
    const { kind, label, path, fileOnly, file, sheet, cell } = first;
    const figures = others.reduce((sum, other) => sum + other.figures, first.figures);
    const files = new Set([first, ...others].map(({ sha256 }) => sha256)).size;
    const words = { ...reachOf(first), kind, label, path };
    const rest = { candidates: candidates(words, first.reported), lostCode: codes.get(hash) ?? null };
    return [{ id: idOf(words), ...words, fileOnly, figures, files, example: { file, sheet, cell }, ...rest }];
  });
  return questions.sort((a, b) => compareText(a.source ?? LAST, b.source ?? LAST));
}

/** All open questions, all that was ever answered or taken back, and for each the short id that tells it from the rest. */
export async function listKnown(store: Store): Promise<{
  readonly open: readonly AskedQuestion[];
  readonly given: readonly GivenAnswer[];
  readonly idOf: (asked: Asked) => string;
}> {
  const open = await listOpenQuestions(store);
  const given = await listGivenAnswers(store);
  const asked = open.map((question) => ({ ...question, ...reachOf(question) }));
  return { open, given, idOf: shortIds([...asked, ...given]) };
}

/** How many names wait for an answer by the readings there are; none is brought up to date. */
export async function countOpenQuestions({ store }: Pick<OpenHome, "store">): Promise<number> {
  const { open, idOf } = await listKnown(store);
  return new Set(open.map((question) => idOf({ ...question, ...reachOf(question) }))).size;
}

/** What a name means in one bureau's sheet it need not mean in another's, nor in a file of nobody known. */
function reachOf({ source, sha256, fileOnly }: AskedQuestion): AnswerReach {
  return source === null || fileOnly ? { source: null, sha256 } : { source, sha256: null };
}
