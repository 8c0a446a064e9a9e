import type { Column } from "./columns.ts";
import { isPlaceHead } from "./head-words.ts";
import type { NamedIndicator, Names } from "./names.ts";
import { splitOrdinal, splitPartMark } from "./normalise.ts";
import type { LabelledRow } from "./rows.ts";

/** What the rows of a table are about. */
export type RowKind = "indicators" | "regions" | "periods";

/** Whom and what a row's figures are about, as far as its label says. */
export interface Subject {
  readonly indicator: NamedIndicator | null;
  readonly region: string | null;
  readonly scopes: readonly string[];
  readonly unknown: "indicator" | "region" | null; // the label should name one, and nobody knows it
}

const NOTHING: Subject = { indicator: null, region: null, scopes: [], unknown: null };

/** Tells what the rows are about by what most of their labels are, or, where nobody knows them, by their head: 地区. */
export function rowKind(rows: readonly LabelledRow[], names: Names, columns: readonly Column[]): RowKind {
  const labels = rows.filter(({ figures, phrase }) => figures && phrase);
  const regions = labels.filter((row) => regionOf(row, names) !== undefined && !knownIndicator(row));
  const real = regions.filter((row) => regionOf(row, names) !== names.city);
  const periods = labels.filter(isPeriodRow);
  if (real.length > 0 && regions.length * 2 >= labels.length) return "regions";
  if (periods.length * 2 > labels.length) return "periods";
  const headed = columns.some(
    ({ role, cells }) => role === "label" && cells.some(({ squashed }) => isPlaceHead(squashed)),
  );
  return headed && !labels.some(knownIndicator) ? "regions" : "indicators";
}

/** Tells whether columns name all of the city's counties, so that their 合计 is the city. */
export function addsUpCity(columns: readonly Column[], names: Names): boolean {
  return names.hasAllCounties(new Set(columns.flatMap(({ region }) => region ?? [])));
}

/** What the row 合计 adds up: all of the city's counties, places of which some are missing, or things that are no places. */
export type SumOf = "city" | "places" | "things";

/**
 * Makes a function that tells by the columns, or by the rows of a row's section, what its 合计 adds up.
 *
 * @param titled whether a title names the one indicator of the table
 */
export function citySections(
  rows: readonly LabelledRow[],
  columns: readonly Column[],
  { kind, names, titled }: { readonly kind: RowKind; readonly names: Names; readonly titled: boolean },
): (at: LabelledRow) => SumOf {
  const inColumns = addsUpCity(columns, names);
  let sections: Map<string, Set<string>> | undefined; // what is rarely asked for is counted when it is
  return (at) => {
    sections ??= regionsBySection(rows, names);
    const places = sections.get(sectionOf(at));
    if (inColumns || names.hasAllCounties(places ?? new Set())) return "city";
    return kind === "indicators" && !titled && places === undefined ? "things" : "places";
  };
}

function regionsBySection(rows: readonly LabelledRow[], names: Names): Map<string, Set<string>> {
  const sections = new Map<string, Set<string>>();
  for (const row of rows) {
    const region = row.figures && !isSumRow(row, names) ? regionOf(row, names) : undefined;
    if (region === undefined) continue;
    const section = sectionOf(row);
    sections.set(section, (sections.get(section) ?? new Set()).add(region));
  }
  return sections;
}

/**
 * Reads whom and what a row is about, with the rows it stands under in mind.
 *
 * @param sumOf tells what a 合计 in this row adds up
 */
export function subjectOf(row: LabelledRow, kind: RowKind, names: Names, sumOf: () => SumOf): Subject {
  const { phrase } = row;
  if (!phrase || kind === "periods") return NOTHING;
  const sum = isSumRow(row, names) ? sumOf() : "city";
  if (sum === "things") return { ...NOTHING, unknown: "indicator" };
  if (sum === "places") return { ...NOTHING, indicator: sectionIndicator(row), unknown: "region" };
  if (row.spokenOf) return spokenSubject(row.spokenOf, names);
  if (kind === "regions") return regionSubject(row, names);
  const found = indicatorSubject(row, names);
  if (found) return found;
  if (phrase.name === "" && phrase.scopes.length === 0) return NOTHING; // 本月, 同比: the columns name the indicators
  const region = namesNothingElse(row) ? regionOf(row, names) : undefined;
  if (region !== undefined) return { ...NOTHING, region, indicator: sectionIndicator(row) };
  return { ...NOTHING, region: phrase.region, scopes: phrase.scopes, unknown: "indicator" };
}

/** 同比增长(%) below 一般公共预算收入 is of what that row is of, known or not. */
function spokenSubject(row: LabelledRow, names: Names): Subject {
  const region = knownIndicator(row) ? undefined : regionOf(row, names);
  if (region !== undefined) return { ...NOTHING, region, indicator: sectionIndicator(row) };
  return (
    indicatorSubject(row, names) ?? {
      ...NOTHING,
      region: row.phrase?.region ?? null,
      scopes: row.phrase?.scopes ?? [],
      unknown: "indicator",
    }
  );
}

/** The indicator of the section that a row stands in: the nearest row above it in the hierarchy that names one. */
export function sectionIndicator({ parents }: LabelledRow): NamedIndicator | null {
  return parents.findLast(({ phrase }) => phrase?.indicator)?.phrase?.indicator ?? null;
}

function regionSubject(row: LabelledRow, names: Names): Subject {
  const region = regionOf(row, names);
  if (region !== undefined)
    return { ...NOTHING, region, indicator: sectionIndicator(row), scopes: row.phrase?.scopes ?? [] };
  const indicator = row.phrase?.indicator;
  if (indicator)
    return { indicator, region: row.phrase?.region ?? null, scopes: row.phrase?.scopes ?? [], unknown: null };
  return { ...NOTHING, indicator: sectionIndicator(row), unknown: "region" };
}

/** The rows without figures that a row stands under: counties may be listed under each indicator anew. */
function sectionOf({ parents }: LabelledRow): string {
  return parents.flatMap(({ row, figures }) => (figures ? [] : [row])).join("|");
}

function isSumRow({ phrase }: LabelledRow, names: Names): boolean {
  return phrase !== null && names.isSum(splitPartMark(splitOrdinal(phrase.squashed).rest).rest);
}

function regionOf({ phrase }: LabelledRow, names: Names): string | undefined {
  if (!phrase) return undefined;
  const text = splitPartMark(splitOrdinal(phrase.squashed).rest).rest;
  return names.findRegion(text, { wholes: true }) ?? names.findRegion(phrase.name, { wholes: true });
}

function knownIndicator({ phrase }: LabelledRow): boolean {
  return phrase?.indicator != null;
}

function namesNothingElse({ phrase }: LabelledRow): boolean {
  return phrase !== null && phrase.measure === null && phrase.time === null;
}

function isPeriodRow({ phrase, time, cell }: LabelledRow): boolean {
  if (!cell || phrase?.indicator) return false;
  return (
    cell.content.kind === "date" ||
    /^(?:19|20)\d\d$/.test(cell.squashed) ||
    (phrase?.name === "" && (phrase.time ?? time) !== null)
  );
}

/** By a person's answer, by the label itself, by the label behind its parent's, or as 口径 of its parent. */
function indicatorSubject(row: LabelledRow, names: Names): Subject | undefined {
  const { phrase, parents } = row;
  if (!phrase) return undefined;
  const { region, scopes } = phrase;
  if (row.answer) return { indicator: row.answer, region, scopes, unknown: null };
  const joinedTo = ({ phrase: over }: LabelledRow) =>
    names.findIndicatorUnder(over?.name ?? "", phrase.name) ?? valueAddedOf(over?.name ?? "", phrase.name, names);
  const above = phrase.name === "" ? undefined : parents.findLast((parent) => joinedTo(parent) !== undefined);
  const combined = above && joinedTo(above);
  const own = above?.phrase?.indicator ? null : phrase.indicator; // 工业, and below it 固定资产投资: which of the two?
  const either = combined && own && combined.code !== own.code;
  if (combined) return either ? undefined : { indicator: combined, region, scopes, unknown: null };
  if (phrase.indicator) {
    return borrowsName(row, phrase.indicator, names)
      ? undefined
      : { indicator: phrase.indicator, region, scopes, unknown: null };
  }
  const parent = phrase.name === "" && scopes.length > 0 ? sectionIndicator(row) : null;
  return parent ? { indicator: parent, region, scopes, unknown: null } : undefined;
}

/** 采矿业 under 规模以上工业增加值 is 采矿业增加值. */
function valueAddedOf(parent: string, name: string, names: Names): NamedIndicator | undefined {
  return parent.endsWith("业增加值") ? names.findIndicator(`${name}增加值`) : undefined;
}

/**
 * 第二产业 is short for 第二产业增加值 under 地区生产总值, but means something else under 固定资产投资: a label that is
 * the beginning of its indicator's name counts only under a row that says the rest.
 */
function borrowsName({ parents, phrase }: LabelledRow, { code }: NamedIndicator, names: Names): boolean {
  const name = names.getIndicator(code)?.name ?? "";
  const label = phrase?.name ?? "";
  if (!name.startsWith(label) || name === label) return false;
  const parent = parents.findLast((other) => other.phrase?.indicator);
  const other = parent?.phrase?.indicator;
  if (!other || other.code === code) return false;
  const missing = name.slice(label.length);
  const parentName = names.getIndicator(other.code)?.name ?? "";
  return !parentName.includes(missing) && !(missing === "增加值" && parentName.includes("生产总值"));
}

/** The indicator or the region that a column's own header names. */
export function columnSubject({ indicator, region, scopes, name }: Column, kind: RowKind): Subject {
  return {
    indicator,
    region,
    scopes,
    unknown: name !== null && region === null && kind !== "indicators" ? "indicator" : null,
  };
}
