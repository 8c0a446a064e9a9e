import type { LabelLine } from "./row-labels.ts";
import type { LabelledRow } from "./rows.ts";

/** How far in a label stands; the rows below it that stand farther in belong under it. */
export interface Level {
  readonly depth: number;
  readonly marked: boolean;
  readonly indent: number;
  readonly nameStart: number; // where the name begins behind 其中： and blanks: what follows may be aligned under it
}

/** A row that others may belong under. */
export interface LevelRow {
  readonly level: Level;
  readonly row: LabelledRow;
}

const MARK_DEPTH = 1; // 其中 in front counts as moved in, however the text is aligned
const RANK_DEPTH = 1000; // an ordinal outranks any indent
const SECTION_DEPTH = -10 * RANK_DEPTH; // a line merged over the whole table outranks any ordinal
const MOST_LEVELS = 50; // far deeper than any sheet is; without an end, every row would carry all the rows above it

/** Finds how far in a label stands among the rows above it; null for a row without a label. */
export function levelOf(line: LabelLine, levels: readonly LevelRow[]): Level | null {
  const { cell, phrase, holds, section, part } = line;
  if (!cell || !phrase) return null;
  const { indent } = cell;
  const nameStart = nameWidth(cell.text);
  const marked = phrase.marked || part;
  if (phrase.rank !== null && !marked)
    return { depth: (phrase.rank - 6) * RANK_DEPTH, marked: false, indent, nameStart };
  if (section) return { depth: SECTION_DEPTH, marked: false, indent, nameStart };
  const previous = levels.findLast((above) => above.level.marked)?.level;
  const aligned = previous && indent >= previous.indent && indent > 0 && indent <= previous.nameStart + 2;
  if (!marked && aligned) return { ...previous, marked: true };
  const depth = indent + (marked ? MARK_DEPTH : 0);
  return { depth: holds ? depth - MARK_DEPTH / 2 : depth, marked, indent, nameStart };
}

/** The rows that a label of a level belongs under, outermost first; without a label, all that are open. */
export function levelsOver(level: Level | null, levels: readonly LevelRow[]): readonly LevelRow[] {
  return (level ? levels.filter((above) => above.level.depth < level.depth) : levels).slice(-MOST_LEVELS);
}

/** Blanks and 其中： in front of a name, in half-width characters. */
function nameWidth(text: string): number {
  const front = /^[\s\u3000]*(?:其中|在?总[计额]中|#)?[:：,、]?[\s\u3000]*/.exec(text)?.[0] ?? "";
  return [...front].reduce((width, character) => width + (/[\u2e80-\uffef\u3000]/.test(character) ? 2 : 1), 0);
}
