import { problemAt, type SeedProblem, type SeedRow } from "../model/seed-row.ts";
import type { TextSpan } from "../model/target.ts";

interface Quoting {
  readonly chapter: number;
  readonly source: TextSpan;
}

/**
 * Holds what rows quote against the plan's text: the words must stand at their offsets, in the chapter that the row names.
 *
 * @param starts where each chapter starts, as `chapterStarts` gives them
 */
export function checkQuotations(
  rows: readonly SeedRow<Quoting>[],
  text: string,
  starts: readonly number[],
): readonly SeedProblem[] {
  return rows.flatMap((row) => {
    const { chapter, source } = row.value;
    if (text.slice(source.start, source.end) !== source.text) {
      const found = text.indexOf(source.text);
      const remedy = found < 0 ? "原文里没有这句话" : `这句话在 ${found}–${found + source.text.length}`;
      return [problemAt(row, `：原文 ${source.start}–${source.end} 处不是所引的文字，${remedy}`)];
    }
    const actual = starts.filter((start) => start <= source.start).length - 1;
    return actual === chapter ? [] : [problemAt(row, `“chapter”栏：所引的文字在第${actual}部分，不在第${chapter}部分`)];
  });
}

/**
 * Where each chapter starts in the text; the opening at 0. A title may differ from the text in the width of its commas.
 *
 * @returns -1 for a title that does not stand in the text, or not after the one before it
 */
export function chapterStarts(text: string, chapters: readonly string[]): readonly number[] {
  const plain = text.replaceAll("，", ",");
  let from = 0;
  return chapters.map((title, index) => {
    if (index === 0) return 0;
    const start = plain.indexOf(title.replaceAll("，", ","), from);
    from = Math.max(from, start + 1);
    return start;
  });
}
