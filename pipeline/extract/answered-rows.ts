import { measureAtEnd } from "./measure-words.ts";
import type { NamedIndicator, Names } from "./names.ts";
import type { Phrase } from "./phrase.ts";
import { rowWords } from "./question-words.ts";
import type { LabelledRow } from "./rows.ts";

/**
 * Gives rows the indicators that people have answered for their labels under just these parents.
 *
 * An answer says what is measured, not how it is counted: words of measure at the end of the label (增减, 增长) count
 * as such unless names of the indicator itself end so.
 *
 * @param topic what the table is about; the outermost parent of all its rows
 */
export function answeredRows(rows: readonly LabelledRow[], topic: string, names: Names): readonly LabelledRow[] {
  if (names.answers.isEmpty) return rows;
  const settled = new Map<LabelledRow, LabelledRow>();
  for (const row of rows) {
    const { label, path } = rowWords(row, topic);
    const answer = names.answers.indicator(label, path);
    const parents = row.parents.map((parent) => settled.get(parent) ?? parent);
    const phrase = answer && row.phrase ? answeredPhrase(row.phrase, answer, names) : row.phrase;
    const spokenOf = row.spokenOf && (settled.get(row.spokenOf) ?? row.spokenOf);
    settled.set(row, answer ? { ...row, parents, spokenOf, phrase, answer } : { ...row, parents, spokenOf });
  }
  return [...settled.values()];
}

/** Whether a name that someone has answered says how something is counted, beside what it is. */
export function saysMeasure(name: string, { code }: NamedIndicator, names: Names, percent: boolean): boolean {
  const own = names.getIndicator(code)?.aliases ?? [];
  return measureAtEnd(name, percent) !== undefined && !own.some(({ text }) => measureAtEnd(text, percent));
}

function answeredPhrase(phrase: Phrase, answer: NamedIndicator, names: Names): Phrase {
  const percent = phrase.units.includes("%");
  const found = phrase.measure === null ? measureAtEnd(phrase.name, percent) : undefined;
  if (!found || !saysMeasure(phrase.name, answer, names, percent)) return { ...phrase, indicator: answer };
  const scopes = [...phrase.scopes, ...found.measure.scopes];
  return { ...phrase, indicator: answer, name: found.rest, measure: found.measure, scopes };
}
