import { createHash } from "node:crypto";
import type { AnswerReach } from "../model/answer.ts";
import type { QuestionWords } from "../model/question.ts";

const FEWEST = 8; // characters shown

/** A question by its words and where its answer holds. */
export type Asked = QuestionWords & AnswerReach;

/** A question's whole id, 64 hex digits from its words and reach alone: the same in every home and at every time. */
export function questionHash({ kind, label, path, source, sha256 }: Asked): string {
  const content = JSON.stringify([source, sha256, kind, path, label]);
  return createHash("sha256").update(content).digest("hex");
}

/** Shows each question by the first eight characters of its hash; by as many as tell it apart where two begin alike. */
export function shortIds(known: readonly Asked[]): (asked: Asked) => string {
  const hashes = known.map(questionHash);
  return (asked) => {
    const hash = questionHash(asked);
    const others = hashes.filter((other) => other !== hash && other.startsWith(hash.slice(0, FEWEST)));
    let length = FEWEST;
    while (others.some((other) => other.startsWith(hash.slice(0, length)))) length += 1;
    return hash.slice(0, length);
  };
}
