import { saysMeasure } from "./answered-rows.ts";
import type { ReadResidue } from "./caption-residue.ts";
import type { Caption } from "./captions.ts";
import type { Column } from "./columns.ts";
import type { NamedIndicator, Names } from "./names.ts";
import type { ReadPhrase } from "./phrase.ts";
import { headWords } from "./question-words.ts";
import type { LabelledRow } from "./rows.ts";
import { columnSubject, type RowKind, type Subject } from "./subjects.ts";
import { repeatsTail } from "./tail-names.ts";

/** The row and column of a figure, and what the row's label means. */
export interface NamedSpot {
  readonly row: LabelledRow;
  readonly column: Column;
  readonly subject: Subject;
}

/** What around a table may say whom and what its figures are about. */
export interface IdentitySetting {
  readonly kind: RowKind;
  readonly projects: boolean; // the rows name projects, which are no indicators
  readonly names: Names;
  readonly title: Caption | null; // the nearest caption that names an indicator
  readonly titleCell: string | null; // where to ask for a title's missing words
  readonly region: string | null; // of figures whose row and column name none
  readonly placedRanks: ReadonlySet<number | null>; // of the ordinals of sections that name a place
  readonly regionCell: string | null; // where to ask for it
  readonly regionWords: string; // what stands there
  readonly topic: string; // what the table is about; "" where its titles do not say
  readonly titleName: string; // what a title names and nobody knows; "" for nothing
  readonly read: ReadPhrase;
  readonly residue: ReadResidue;
}

/** Whom and what a figure is about, as far as it is known. */
export interface Identity {
  readonly named: NamedIndicator | null;
  readonly scopes: readonly string[];
  readonly region: string | null;
  readonly placed: boolean; // its own row, column or section names its region
}

/** A head that names something else than the row, or something that nobody knows, beside rows of indicators. */
export function namesTwice({ row, column, subject }: NamedSpot, kind: RowKind, names: Names): boolean {
  const both =
    column.indicator !== null && row.phrase?.indicator != null && column.indicator.code !== row.phrase.indicator.code;
  const repeated =
    column.name !== null && subject.indicator !== null && repeatsTail(column.name, subject.indicator, names);
  const unknown = kind === "indicators" && column.name !== null && column.region === null && !repeated;
  return (
    both ||
    (unknown && (subject.indicator !== null || subject.unknown !== null)) ||
    (column.region !== null && subject.region !== null && column.region !== subject.region)
  );
}

/** Whom and what: the row, then the column, then the section and the title. */
export function identity(spot: NamedSpot, setting: IdentitySetting): Identity {
  const { subject, column, row } = spot;
  const { kind, projects, title, region } = setting;
  const own = headSubject(spot, setting);
  const byName = own.unknown === "indicator" || subject.unknown === "indicator";
  const fromTitle = byName || column.name !== null ? null : (title?.indicator ?? null);
  const byColumn = own.indicator ?? (own.unknown ? null : subject.indicator);
  const byRow = subject.indicator ?? (subject.unknown ? null : own.indicator);
  const named: NamedIndicator | null = projects ? null : ((kind === "indicators" ? byRow : byColumn) ?? fromTitle);
  const titleScopes = named !== null && named === fromTitle ? (title?.scopes ?? []) : [];
  const rowScopes = row.phrase?.measure?.scopes ?? [];
  const section = row.parents.findLast(({ phrase }) => phrase?.region)?.phrase?.region ?? null;
  const placed = subject.region ?? own.region ?? section;
  const around = isBesidePlaces(row, setting) ? null : region;
  return {
    placed: placed !== null,
    named,
    scopes: [...(named?.scope ? [named.scope] : []), ...subject.scopes, ...rowScopes, ...own.scopes, ...titleScopes],
    region: subject.unknown === "region" ? null : (placed ?? around),
  };
}

/** 三、其他 after 一、科尔沁区 and 二、开鲁县 is not the city. */
function isBesidePlaces({ parents }: LabelledRow, { placedRanks }: IdentitySetting): boolean {
  return parents.some(
    ({ figures, phrase }) => !figures && phrase !== null && !phrase.indicator && placedRanks.has(phrase.rank),
  );
}

/** What a column's head names, by the seeds or by a person's answer; one that also says how it is counted stays asked. */
function headSubject({ row, column }: NamedSpot, { kind, topic, read, names }: IdentitySetting): Subject {
  const own = columnSubject(column, kind);
  if (own.unknown !== "indicator") return own;
  const { label, path } = headWords(row, column, topic, read);
  const answer = names.answers.indicator(label, path);
  if (!answer || saysMeasure(label, answer, names, column.units.includes("%"))) return own;
  return { ...own, indicator: answer, unknown: null };
}
