import { lintWords } from "../../pipeline/lint/words.ts";

/** What the rules of language find in paragraphs of body text: rule and words, in reading order. */
export function languageFindings(paragraphs: readonly string[]): readonly string[] {
  return lintWords(paragraphs).map(({ rule, found }) => `${rule}：${found}`);
}
