import type { Residue } from "./caption-residue.ts";
import type { NamedIndicator, Names } from "./names.ts";
import type { LabelledRow } from "./rows.ts";
import { scopesIn } from "./scope-words.ts";
import type { RowKind } from "./subjects.ts";
import type { TypedCell } from "./typed-cell.ts";

/** What a title or a section says about all the figures below it. */
export interface Limit extends Residue {
  readonly cell: TypedCell;
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
  { row, kind, named, names }: LimitedSpot,
  titles: readonly Limit[],
  read: (squashed: string) => Residue,
): readonly Limit[] {
  const sections = row.parents.flatMap(({ cell, phrase, figures }) => {
    if (!cell || !phrase || phrase.indicator || phrase.region || (figures && kind !== "indicators")) return [];
    const joined = names.findIndicator(`${phrase.name}${row.phrase?.name ?? ""}`);
    return joined?.code === named.code && phrase.name !== "" ? [] : [{ ...read(phrase.squashed), cell }];
  });
  return [...titles, ...sections];
}

/** The limit that makes a figure something else than it seems; undefined where all is known. */
export function openLimit({ placed }: LimitedSpot, limits: readonly Limit[]): Limit | undefined {
  return limits.find(({ foreign, limit }) => limit !== null || (foreign !== null && !placed));
}

/** 口径 that titles and sections give to a figure, unless its own name says them already. */
export function inheritedScopes({ row, named, names }: LimitedSpot, limits: readonly Limit[]): readonly string[] {
  const own = scopesIn(`${row.phrase?.squashed ?? ""}|${names.getIndicator(named.code)?.name ?? ""}`);
  return limits.flatMap(({ scopes }) => scopes).filter((scope) => !own.includes(scope));
}
