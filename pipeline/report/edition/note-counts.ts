import type { Figure } from "../../model/figure.ts";
import { display } from "./display.ts";
import type { EditionFacts } from "./facts.ts";
import type { NoteNumber } from "./note-agreement.ts";
import { PLAIN_WORDS } from "./note-vocabulary.ts";

/** A count of the paper that a note may repeat. */
export interface NoteCount {
  readonly figure: Figure;
  readonly words: readonly string[]; // by which it is called
}

/** The counts that a note may speak of: targets by light and verdict, projects and tasks. */
export function noteCounts({ counts, milestones }: Pick<EditionFacts, "counts" | "milestones">): readonly NoteCount[] {
  return [
    { figure: counts.total, words: ["量化目标"] },
    { figure: counts.judged, words: ["可以评价", "可评价"] },
    ...Object.values(counts.lights).map((figure) => ({ figure, words: [figure.name] })),
    ...Object.entries(counts.verdicts).map(([verdict, figure]) => ({ figure, words: [verdict] })),
    { figure: milestones.total, words: ["项目和任务"] },
    { figure: milestones.known, words: ["有进展报送"] },
  ];
}

/** Words that a count may stand among. */
const BESIDE_COUNTS = [...PLAIN_WORDS, "目标", "有", "为", "是", "亮", "中", "计划", "指标", "今年", "目前", "全市"];

/**
 * The count that a number with 项 is, by the words right before it, else by those right behind; null where they say none,
 * say two, or say more than the count's name: 工业领域4项严重滞后 is no count of the paper.
 */
export function findCount({ text, before, after }: NoteNumber, counts: readonly NoteCount[]): Figure | null {
  const lead = before.slice(before.search(/[^，。；：！？\d]*$/)).replace(/^项/, "");
  const rest = /^项[^，。；：！？、\d]*/.exec(after)?.[0].slice(1);
  if (rest === undefined) return null;
  const called = [calledIn(lead, counts), calledIn(rest, counts)];
  if (called.includes(null)) return null;
  const own = called.flatMap((one) => one ?? []);
  const narrow = own.filter(({ words }) => !words.includes("量化目标"));
  const [first, ...others] = new Set((narrow.length > 0 ? narrow : own).map(({ figure }) => figure));
  return first !== undefined && others.length === 0 && display(first, "prose") === text ? first : null;
}

/** The counts that words call; null where the words hold any others. */
function calledIn(words: string, counts: readonly NoteCount[]): readonly NoteCount[] | null {
  const called: NoteCount[] = [];
  const names = [
    ...counts.flatMap((count) => count.words.map((word) => ({ word, count }))),
    ...BESIDE_COUNTS.map((word) => ({ word, count: null })),
  ];
  for (let at = 0; at < words.length; ) {
    const found = names
      .filter(({ word }) => words.startsWith(word, at))
      .sort((a, b) => b.word.length - a.word.length)[0];
    if (!found) return null;
    if (found.count) called.push(found.count);
    at += found.word.length;
  }
  return called;
}
