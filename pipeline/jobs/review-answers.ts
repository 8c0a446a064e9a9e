import { PipelineError } from "../errors.ts";
import type { Answer, Verdict } from "../model/answer.ts";
import { answersInForce, type GivenAnswer, insertAnswer, listGivenAnswers } from "../store/answers.ts";
import { findOffer } from "../store/offers.ts";
import { listSubmissions } from "../store/submissions.ts";
import { requireMeaning } from "./answer-words.ts";
import { catchUp, type RereadFile } from "./catch-up.ts";
import type { Effects } from "./effects.ts";
import type { OpenHome } from "./open-home.ts";
import { type Asked, questionHash } from "./question-id.ts";
import type { Reference } from "./reference.ts";
import { findOpenQuestions, listKnown } from "./review-questions.ts";

const SHORTEST_ID = 4; // characters that a person has to type

/** An answer or a withdrawal as people see it. */
export type ListedAnswer = GivenAnswer & {
  readonly id: string; // of the question
  readonly file: string | null; // name of the one file that it holds for; null for a source's
  readonly name: string | null; // of the indicator or region; null for none, and where the code has left the seeds
  readonly state: "in-force" | "superseded" | "withdrawn" | "lost"; // lost: its code has left the seeds, nothing rests on it
};

/** What came of answering, or of taking an answer back. */
export interface Answered {
  readonly id: string;
  readonly answer: ListedAnswer;
  readonly isNew: boolean; // false where just this was said before
  readonly files: readonly RereadFile[];
}

/**
 * Records an answer, then reads anew every received file that it concerns.
 *
 * A number means the candidate that it stood before when the question was last listed, whatever has been answered or
 * received since; where it never was, the candidate that would be listed now.
 *
 * A process that is killed between the two leaves the answer; whatever opens the home next reads the files (catch-up.ts).
 *
 * @param words the answer as typed; null for "none of ours"
 * @throws PipelineError USAGE where the question, or what is answered, is unknown or ambiguous
 */
export async function resolveQuestion(
  open: OpenHome,
  { id, words }: { readonly id: string; readonly words: string | null },
  effects: Effects,
): Promise<Answered> {
  const questions = await findOpenQuestions(open, undefined, effects);
  const given = await listGivenAnswers(open.store);
  const known = requireQuestion(id, [...given, ...questions]); // an open one with its candidates
  const shown = await findOffer(open.store, questionHash(known));
  const question = shown === undefined ? known : { ...known, candidates: shown };
  const none = { verdict: "none", code: null, scope: null } as const;
  return say(open, question, words === null ? none : requireMeaning(words, question, open.reference), effects);
}

/**
 * Takes back the answer to a question, which is then open again; the same as `resolveQuestion` otherwise.
 *
 * @throws PipelineError USAGE where no answer to it is in force
 */
export async function undoAnswer(open: OpenHome, id: string, effects: Effects): Promise<Answered> {
  await catchUp(open, "all", effects);
  const given = await listGivenAnswers(open.store);
  const question = requireQuestion(id, given);
  if (!answersInForce(given).some((answer) => questionHash(answer) === questionHash(question)))
    throw new PipelineError("USAGE", `${id} 的答复已经撤回`, { hint: "用 review answers 查看答复" });
  return say(open, question, { verdict: "withdrawn", code: null, scope: null }, effects);
}

/** Everything ever answered or taken back, in the order in which it was given; of one source where it is named. */
export async function listAnswers(
  { store, reference }: OpenHome,
  source: string | undefined,
): Promise<readonly ListedAnswer[]> {
  const { given, idOf } = await listKnown(store);
  const force = new Set<GivenAnswer>(answersInForce(given));
  const files = new Map((await listSubmissions(store)).map(({ sha256, file }) => [sha256, file]));
  return given
    .filter((one) => source === undefined || one.source === source)
    .map((one) => {
      const file = files.get(one.sha256 ?? "") ?? null;
      return toListed(one, { id: idOf(one), isLast: force.has(one), reference, file });
    });
}

type Said = Verdict | { readonly verdict: "withdrawn"; readonly code: null; readonly scope: null };

async function say(
  open: OpenHome,
  { kind, label, path, source, sha256 }: Asked,
  said: Said,
  effects: Effects,
): Promise<Answered> {
  const words = { kind, label, path, source, sha256 } as Asked;
  const given = { ...words, ...said, answeredAt: effects.now() } as GivenAnswer;
  const isNew = (await insertAnswer(open.store, given)) === "inserted";
  const files = await catchUp(open, "answered", effects);
  const hash = questionHash(words);
  const answer = (await listAnswers(open, undefined)).findLast((one) => questionHash(one) === hash);
  if (!answer) throw new Error(`answer to ${hash} is not there`);
  return { id: answer.id, answer, isNew, files };
}

function requireQuestion<T extends Asked>(id: string, known: readonly T[]): T {
  const fitting = new Map(
    known.map((one) => [questionHash(one), one] as const).filter(([hash]) => hash.startsWith(id.toLowerCase())),
  );
  const [found, ...others] = fitting.values();
  if (found && others.length === 0 && id.length >= SHORTEST_ID) return found;
  const problem = found ? `编号 ${JSON.stringify(id)} 太短，分不清是哪一个` : `没有编号为 ${JSON.stringify(id)} 的问题`;
  throw new PipelineError("USAGE", problem, { hint: "用 review list 查看待答复的问题，用 review answers 查看答复" });
}

interface Circumstances {
  readonly id: string;
  readonly isLast: boolean;
  readonly reference: Reference;
  readonly file: string | null;
}

function toListed(one: GivenAnswer, { id, isLast, reference, file }: Circumstances): ListedAnswer {
  const name = nameOf(one, reference);
  const lost = one.verdict === "is" && name === null;
  const state = one.verdict === "withdrawn" ? "withdrawn" : !isLast ? "superseded" : lost ? "lost" : "in-force";
  return { ...one, id, file, name, state };
}

function nameOf({ kind, code }: Pick<Answer | GivenAnswer, "kind" | "code">, reference: Reference): string | null {
  const list = kind === "indicator" ? reference.indicators : reference.regions;
  return list.find((one) => one.code === code)?.name ?? null;
}
