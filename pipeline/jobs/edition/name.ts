import type { EditionKind } from "../../model/edition.ts";
import { type Period, parsePeriod } from "../../model/period.ts";

/** An edition as people name it: 2023-06-monthly, or 2023-06-monthly/v2. */
export interface NamedEdition {
  readonly name: string; // without the version
  readonly period: Period;
  readonly kind: EditionKind;
  readonly version: number | null; // null: the latest
}

const EDITION = /^((\d{4}-\d{2})-(monthly|quarterly|annual))(?:[/\\]v(\d+))?[/\\]?$/;

/** Reads an edition's name; null for any other text. */
export function parseEditionName(words: string): NamedEdition | null {
  const [, name = "", month = "", kind, version] = EDITION.exec(words) ?? [];
  const period = parsePeriod(month);
  if (period === undefined) return null;
  return { name, period, kind: kind as EditionKind, version: version === undefined ? null : Number(version) };
}
