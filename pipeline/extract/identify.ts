import { quote } from "../model/issue.ts";
import type { Caption } from "./captions.ts";
import type { Column } from "./columns.ts";
import type { IssueList } from "./issue-list.ts";
import type { NamedIndicator, Names } from "./names.ts";
import type { LabelledRow } from "./rows.ts";
import { columnSubject, type RowKind, type Subject } from "./subjects.ts";

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
  readonly regionCell: string | null; // where to ask for it
  readonly regionWords: string; // what stands there
}

/** Whom and what a figure is about, as far as it is known. */
export interface Identity {
  readonly named: NamedIndicator | null;
  readonly scopes: readonly string[];
  readonly region: string | null;
}

/** A head that names something else than the row, or something that nobody knows, beside rows of indicators. */
export function namesTwice({ row, column, subject }: NamedSpot, kind: RowKind): boolean {
  const both =
    column.indicator !== null && row.phrase?.indicator != null && column.indicator.code !== row.phrase.indicator.code;
  const unknown = kind === "indicators" && column.name !== null && column.region === null;
  return (
    both ||
    (unknown && (subject.indicator !== null || subject.unknown !== null)) ||
    (column.region !== null && subject.region !== null && column.region !== subject.region)
  );
}

/** Whom and what: the row, then the column, then the section and the title. */
export function identity(spot: NamedSpot, { kind, projects, title, region }: IdentitySetting) {
  const { subject, column, row } = spot;
  const own = columnSubject(column, kind);
  const byName = own.unknown === "indicator" || subject.unknown === "indicator";
  const fromTitle = byName || column.name !== null ? null : (title?.indicator ?? null);
  const byColumn = own.indicator ?? (own.unknown ? null : subject.indicator);
  const byRow = subject.indicator ?? (subject.unknown ? null : own.indicator);
  const named: NamedIndicator | null = projects ? null : ((kind === "indicators" ? byRow : byColumn) ?? fromTitle);
  const titleScopes = named !== null && named === fromTitle ? (title?.scopes ?? []) : [];
  const rowScopes = row.phrase?.measure?.scopes ?? [];
  const section = row.parents.findLast(({ phrase }) => phrase?.region)?.phrase?.region ?? null;
  const placed = subject.region ?? own.region ?? section;
  return {
    placed: placed !== null,
    named,
    scopes: [...(named?.scope ? [named.scope] : []), ...subject.scopes, ...rowScopes, ...own.scopes, ...titleScopes],
    region: subject.unknown === "region" ? null : (placed ?? region),
  };
}

/**
 * Asks who or what is meant where nobody knows: at the label, at the head, or at the title.
 *
 * @returns whether both are known
 */
export function askIdentity(
  { row, column, subject }: NamedSpot,
  setting: IdentitySetting,
  named: NamedIndicator | null,
  region: string | null,
  ask: IssueList["add"],
): boolean {
  if (!named && !setting.projects) {
    const fromRow = subject.unknown === "indicator";
    const cell = fromRow ? row.cell : column.name !== null ? column.nameCell : null;
    const label = fromRow ? row.label : (column.name ?? "");
    const near = setting.names.nearest(fromRow ? (row.phrase?.name ?? "") : label);
    const candidates = near.length === 0 ? "" : `；相近的有${near.map(quote).join("、")}`;
    const problem = label === "" ? "没有写明这是什么指标" : `指标名称 ${quote(label)} 不在指标库中`;
    const place = setting.kind === "indicators" ? row.cell?.address : undefined;
    ask("unknown-indicator", cell?.address ?? place ?? setting.titleCell, { problem, candidates });
  }
  if (region === null) {
    const unknown = subject.unknown === "region";
    const words = unknown ? row.label : setting.regionWords;
    const problem = words === "" ? "没有写明是哪个地区的数" : `地区名称 ${quote(words)} 不在本市旗县市区名录中`;
    ask("unknown-region", unknown ? (row.cell?.address ?? null) : setting.regionCell, { problem });
  }
  return (named !== null || setting.projects) && region !== null;
}
