import type { ReadResidue, Residue } from "./caption-residue.ts";
import type { NamedIndicator, Names } from "./names.ts";
import { squash } from "./normalise.ts";
import type { LabelledRow } from "./rows.ts";
import { scopesIn } from "./scope-words.ts";
import type { RowKind } from "./subjects.ts";
import type { TypedCell } from "./typed-cell.ts";

/** What a title or a section says about all the figures below it. */
export interface Limit extends Residue {
  readonly cell: TypedCell | null; // null for the sheet's or the file's name
  readonly words: string; // as they stand there
}

/** The limit that a cell states. */
export function limitOf(cell: TypedCell, read: ReadResidue): Limit {
  const { topic, scopes, foreign, limit } = read(cell.squashed);
  return { topic, scopes, foreign, limit, cell, words: cell.text };
}

/**
 * The limit that the name of a sheet or a file states. Names are often made up, so words that nobody knows do not count,
 * nor 口径 among other words.
 */
export function limitOfName(name: string, read: ReadResidue): Limit {
  const residue = read(squash(name));
  return { ...residue, scopes: residue.topic === "" ? residue.scopes : [], cell: null, words: name };
}

/** What is known about a figure where its limits are asked for. */
export interface LimitedSpot {
  readonly row: LabelledRow;
  readonly kind: RowKind;
  readonly named: NamedIndicator;
  readonly placed: boolean; // its own row, column or section names its region
  readonly names: Names;
}

/** The titles' and sections' words over a row, nearest last; a section that the row's own name completes is part of the name. */
export function limitsOver(
  { row, kind, named: { code }, names }: LimitedSpot,
  titles: readonly Limit[],
  read: ReadResidue,
): readonly Limit[] {
  if (row.parents.length === 0) return titles;
  const sections = row.parents.flatMap(({ cell, phrase, figures }) => {
    const named = phrase !== null && (phrase.indicator !== null || phrase.region !== null);
    if (!cell || !phrase || (figures && (named || kind !== "indicators"))) return [];
    if (!limitsAnything(read(cell.squashed))) return [];
    const joined = names.findIndicatorUnder(phrase.name, row.phrase?.name ?? "");
    return joined?.code === code && phrase.name !== "" ? [] : [limitOf(cell, read)];
  });
  return sections.length === 0 ? titles : [...titles, ...sections];
}

/** Most sections only name what stands below them. */
function limitsAnything({ scopes, foreign, limit }: Residue): boolean {
  return scopes.length > 0 || foreign !== null || limit !== null;
}

/** The limit that makes a figure something else than it seems; undefined where all is known. */
export function openLimit({ placed }: LimitedSpot, limits: readonly Limit[]): Limit | undefined {
  return limits.find(({ foreign, limit }) => limit !== null || (foreign !== null && !placed));
}

/** 口径 that titles and sections give to a figure, unless its own name says them already. */
export function inheritedScopes({ row, named, names }: LimitedSpot, limits: readonly Limit[]): readonly string[] {
  if (limits.every(({ scopes }) => scopes.length === 0)) return [];
  const given = limits.flatMap(({ scopes }) => scopes);
  const own = scopesIn(`${row.phrase?.squashed ?? ""}|${names.getIndicator(named.code)?.name ?? ""}`);
  return given.filter((scope) => !own.includes(scope));
}
