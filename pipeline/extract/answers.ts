import type { Answer } from "../model/answer.ts";
import type { IndicatorCode } from "../model/indicator.ts";
import type { QuestionWords } from "../model/question.ts";
import type { NamedIndicator } from "./names.ts";
import { nameKey } from "./normalise.ts";

/** What people have answered about the names in one file. */
export interface Answers {
  readonly isEmpty: boolean;
  /** The answer to exactly these words, whether or not its code still exists. */
  find(words: QuestionWords): Answer | undefined;
  /** The indicator that the answer names, where it still exists. */
  indicator(label: string, path: readonly string[]): NamedIndicator | undefined;
  /** The region that the answer names, where it still exists. */
  region(label: string): string | undefined;
  /** Labels of regions with their codes, where these still exist. */
  readonly regions: ReadonlyMap<string, string>;
}

/**
 * Lays out the answers that hold for a file. One on this very file wins over one on its source; one whose code is in no
 * list any more is found, but means nothing.
 */
export function makeAnswers(
  answers: readonly Answer[],
  known: (kind: Answer["kind"], code: string) => boolean,
): Answers {
  const general = answers.filter(({ source }) => source !== null);
  const particular = answers.filter(({ source }) => source === null);
  const byWords = new Map([...general, ...particular].map((answer) => [wordsKey(answer), answer]));
  const meaning = (words: QuestionWords) => {
    const answer = byWords.size === 0 ? undefined : byWords.get(wordsKey(words));
    return answer?.verdict === "is" && known(answer.kind, answer.code) ? answer : undefined;
  };
  const regions = [...byWords.values()].flatMap((answer) => {
    const found = answer.kind === "region" ? meaning(answer) : undefined;
    return found ? [[nameKey(found.label), found.code] as const] : [];
  });
  return {
    isEmpty: byWords.size === 0,
    find: (words) => (byWords.size === 0 ? undefined : byWords.get(wordsKey(words))),
    indicator: (label, path) => {
      const found = meaning({ kind: "indicator", label, path });
      return found && { code: found.code as IndicatorCode, scope: found.scope };
    },
    region: (label) => meaning({ kind: "region", label, path: [] })?.code,
    regions: new Map(regions),
  };
}

function wordsKey({ kind, label, path }: QuestionWords): string {
  return JSON.stringify([kind, nameKey(label), path.map(nameKey)]);
}
