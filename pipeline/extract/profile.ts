import type { SourceProfile } from "../model/source.ts";
import type { Column } from "./columns.ts";
import { makeNameTest } from "./name-test.ts";
import { nameKey } from "./normalise.ts";
import { remembered } from "./remembered.ts";
import type { LabelledRow } from "./rows.ts";

/** What a source's profile says about one row. */
export interface RowFacts {
  readonly left: boolean; // not read
  readonly rate: boolean; // only its growth is published
  readonly unit: string | null; // of its values, where the sheet states none; 上年同期=100 for an index
  readonly unitIsOwn: boolean; // given to this label, not to the whole sheet
}

/** A profile laid out for lookup; words and names count after normalisation. */
export interface ProfileFacts {
  readonly profile: SourceProfile | null;
  leavesSheet(name: string): boolean;
  /** @param titles what stands over a table, and its leftmost head */
  leavesTable(titles: readonly string[]): boolean;
  hasProjects(titles: readonly string[]): boolean;
  leavesColumn(column: Pick<Column, "cells">): boolean;
  ofRow(row: LabelledRow): RowFacts;
  /** The names of sheets and the words of titles that the profile wants to take, and the book does not have. */
  missing(sheets: readonly string[], titles: readonly string[]): readonly string[];
}

const NO_FACTS: RowFacts = { left: false, rate: false, unit: null, unitIsOwn: false };

/** Lays out the profile of a book's source; without one nothing is left out and nothing added. */
export function makeProfileFacts(profile: SourceProfile | null): ProfileFacts {
  if (!profile) return WITHOUT_PROFILE;
  const { take, leave, rates, projects, units } = profile;
  const keyOf = remembered(nameKey);
  const columns = new Set(leave.columns.map(nameKey));
  const rows = new Set(leave.rows.map(nameKey));
  const rateRows = new Set(rates.map(nameKey));
  const unitOf = new Map(Object.entries(units).map(([label, unit]) => [nameKey(label), unit]));
  const [taken, left] = [take.sheets.map(makeNameTest), leave.sheets.map(makeNameTest)];
  const says = (words: readonly string[], titles: readonly string[]) => words.some((word) => contains(titles, word));
  return {
    profile,
    leavesSheet: (name) => left.some((fits) => fits(name)) || (taken.length > 0 && !taken.some((fits) => fits(name))),
    leavesTable: (titles) => says(leave.tables, titles) || (take.tables.length > 0 && !says(take.tables, titles)),
    hasProjects: (titles) => says(projects, titles),
    leavesColumn: ({ cells }) =>
      cells.some(({ squashed }) =>
        [squashed, squashed.replace(/\([^()]*\)$/, "")].some((head) => columns.has(nameKey(head))),
      ),
    ofRow: ({ label, phrase }) => {
      const keys = [keyOf(label), keyOf(phrase?.name || label)];
      const unit = keys.map((key) => unitOf.get(key)).find((own) => own !== undefined);
      return {
        left: keys.some((key) => rows.has(key)),
        rate: keys.some((key) => rateRows.has(key)),
        unit: unit ?? profile.unit,
        unitIsOwn: unit !== undefined,
      };
    },
    missing: (sheets, titles) => [
      ...take.sheets.filter((_, index) => !sheets.some((name) => taken[index]?.(name))),
      ...take.tables.filter((word) => !contains(titles, word)),
    ],
  };
}

const WITHOUT_PROFILE: ProfileFacts = {
  profile: null,
  leavesSheet: () => false,
  leavesTable: () => false,
  hasProjects: () => false,
  leavesColumn: () => false,
  ofRow: () => NO_FACTS,
  missing: () => [],
};

function contains(titles: readonly string[], word: string): boolean {
  return titles.some((title) => nameKey(title).includes(nameKey(word)));
}
