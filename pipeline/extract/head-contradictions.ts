import type { Measure } from "./measure-words.ts";
import type { Phrase, ReadPhrase } from "./phrase.ts";

/** Whether the words of a column's head, top to bottom, cannot all be meant: nobody can tell then what its figures are. */
export function contradictsItself(phrases: readonly Phrase[], read: ReadPhrase): boolean {
  const measures = phrases.flatMap(({ measure }) => measure ?? []);
  return contradict(measures) || amountUnderRate(phrases) || joinsToOther(phrases, read);
}

/** 累计(亿元) under 增速(%): the upper head belongs to another table, or one of the two was left over. */
function amountUnderRate(phrases: readonly Phrase[]): boolean {
  const rate = phrases.findIndex(({ units }) => units.includes("%"));
  return (
    rate >= 0 &&
    phrases.slice(rate + 1).some(({ units }) => units.length > 0 && !units.some((unit) => /[%‰点]/.test(unit)))
  );
}

/** 工业 over 固定资产投资 may be 工业固定资产投资, or only the group in which the latter stands. */
function joinsToOther(phrases: readonly Phrase[], read: ReadPhrase): boolean {
  return phrases.some(({ name, indicator }, index) => {
    const groups = phrases.slice(0, index).filter((group) => group.name !== "" && !group.indicator && !group.region);
    const joined = indicator ? groups.map((group) => read(`${group.name}${name}`).indicator) : [];
    return joined.some((other) => other && other.code !== indicator?.code);
  });
}

/** 增长 over 位次 is a rank, 比上年同期 over 增减额 a change; any other two quantities over one column contradict each other. */
function contradict(measures: readonly Measure[]): boolean {
  const telling = measures.filter(({ bare }, index) => !bare || index === measures.length - 1);
  const quantities = telling.flatMap(({ quantity }) => quantity ?? []);
  return new Set(quantities).size > 1 && quantities.at(-1) !== "rank";
}
