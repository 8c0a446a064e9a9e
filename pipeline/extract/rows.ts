import type { Grid } from "./grid.ts";
import type { NamedIndicator } from "./names.ts";
import type { TimeWords } from "./period-words.ts";
import type { Phrase, ReadPhrase } from "./phrase.ts";
import { remembered } from "./remembered.ts";
import { labelLines } from "./row-labels.ts";
import { type LevelRow, levelOf, levelsOver } from "./row-levels.ts";
import { rowTime } from "./row-time.ts";
import { sectionUnits, statedUnits } from "./row-units.ts";
import type { Segment } from "./segments.ts";
import type { TypedCell } from "./typed-cell.ts";
import { parseUnits } from "./unit-words.ts";

/** A label with what it says; parents are the rows that it belongs under, outermost first. */
export interface LabelledRow {
  readonly row: number;
  readonly cell: TypedCell | null; // of the label; null where the row has none
  readonly label: string; // as read, without ordinal, unit and 其中
  readonly phrase: Phrase | null;
  readonly parents: readonly LabelledRow[];
  readonly path: readonly string[]; // labels of the parents
  readonly spokenOf: LabelledRow | null; // for 同比增长(%) as a label: the row above that it speaks of
  readonly figures: boolean;
  readonly unitCell: TypedCell | null;
  readonly units: readonly string[] | null; // that `unitCell` states, 〃 what the row above states; null where it is none or states none
  readonly time: TimeWords | null; // of a period column
  readonly sectionUnits: readonly string[]; // of a unit line inside the table
  readonly answer?: NamedIndicator; // what a person said that the label means under these parents
}

/**
 * Reads the labels of a segment's rows and finds what each belongs under: by ordinal (一、 over （一） over 1.), by
 * 其中 and #, and by indent. A row of words only holds everything down to the next of its kind.
 */
export function readRows(grid: Grid, segment: Segment, read: ReadPhrase): readonly LabelledRow[] {
  const rows: LabelledRow[] = [];
  let levels: readonly LevelRow[] = [];
  const inSection = sectionUnits(grid, segment);
  const parse = remembered(parseUnits);
  for (const line of labelLines(grid, segment, read)) {
    const { row, cell, label, phrase, figures, outer } = line;
    const level = levelOf(line, levels);
    const under = levelsOver(level, levels);
    const parents = [...under.map((parent) => parent.row), ...outer];
    const unitCell = segment.unit === null ? null : (grid.over(row, segment.unit) ?? null);
    const labelled: LabelledRow = {
      row,
      cell,
      label,
      phrase,
      parents,
      path: parents.map((parent) => parent.label),
      spokenOf: cell && isMeasureRow(phrase) ? (outer.at(-1) ?? spokenOf(rows, cell, phrase)) : null,
      figures,
      unitCell,
      units: statedUnits(unitCell, rows, parse),
      time: rowTime(grid, segment, { row, read }),
      sectionUnits: inSection.get(row) ?? [],
    };
    if (level && !isMeasureRow(phrase)) levels = [...under, { level, row: labelled }];
    rows.push(labelled);
  }
  return rows;
}

/** Words of measure and nothing else: 同比增长(%), 总量(亿元). 合计 is a row of its own. */
function isMeasureRow(phrase: Phrase | null): boolean {
  if (phrase === null || phrase.name !== "" || phrase.measure === null || phrase.time !== null) return false;
  return !/合计|总计|小计/.test(phrase.squashed);
}

/**
 * For a growth or a share the row right above, or the one that it speaks of as well; none where that one has no name or
 * is moved in farther. 总额 below another row may be of anything.
 */
function spokenOf(rows: readonly LabelledRow[], { indent }: TypedCell, phrase: Phrase | null): LabelledRow | null {
  if (phrase?.measure?.quantity === "value") return null;
  const above = rows.at(-1);
  const named = above?.spokenOf ?? above;
  if (!named?.cell || !named.figures || !named.phrase?.name) return null;
  return named.cell.indent <= indent ? named : null;
}
