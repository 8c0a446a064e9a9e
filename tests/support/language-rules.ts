import type { LintParagraph } from "../../pipeline/lint/paragraph.ts";
import type { Rule, Subject } from "../../pipeline/lint/rule.ts";
import { dateRules } from "../../pipeline/lint/rules/dates.ts";
import { figureRules, lastYearWord } from "../../pipeline/lint/rules/figures.ts";
import { listDecimals, repeatedOpening, respectively } from "../../pipeline/lint/rules/lists.ts";
import { paragraphEnd, punctuationRules, unpairedMark } from "../../pipeline/lint/rules/punctuation.ts";

/** Rules that look at words and not at form. */
const LANGUAGE_RULES: readonly Rule[] = [
  ...dateRules,
  ...punctuationRules,
  paragraphEnd,
  unpairedMark,
  ...figureRules,
  lastYearWord,
  respectively,
  listDecimals,
  repeatedOpening,
];

/** What the rules of language find in paragraphs of body text: rule and words, in the order of the rules. */
export function languageFindings(paragraphs: readonly string[]): readonly string[] {
  const told = paragraphs.map(
    (text, index) => ({ text, where: "body", place: { label: `第${index + 1}段`, order: index } }) as LintParagraph,
  );
  const subject = { paragraphs: told, roles: new Map(told.map((one) => [one, "body"])) } as unknown as Subject;
  return LANGUAGE_RULES.flatMap((rule) => rule.check(subject).map(({ found }) => `${rule.id}：${found}`));
}
