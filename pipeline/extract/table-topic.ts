import { makeResidueReader } from "./caption-residue.ts";
import type { Names } from "./names.ts";
import { squash } from "./normalise.ts";
import type { TypedCell } from "./typed-cell.ts";

/** Reads what a title or a sheet's name is about, without places, times and words of form: "" where nothing is left. */
export type ReadTopic = (squashed: string) => string;

/**
 * Makes a reader of topics: 2023年6月规模以上工业主要指标 is about 规模以上工业 in every month.
 *
 * The topic tells apart labels that two tables share: 单位数 of 工业 is not 单位数 of 商贸.
 */
export function makeTopicReader(names: Names): ReadTopic {
  const read = makeResidueReader({ ...names, withoutNames: (squashed) => squashed });
  return (squashed) => {
    const { topic, scopes } = read(squashed);
    return [...scopes, topic].join("");
  };
}

/** What a table is about: by its titles, or by its sheet's name where it has none. */
export function tableTopic(titles: readonly TypedCell[], sheetName: string, read: ReadTopic): string {
  const texts = titles.length > 0 ? titles.map(({ squashed }) => squashed) : [squash(sheetName)];
  return texts.map(read).join("");
}
