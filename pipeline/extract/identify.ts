import type { IndicatorCode } from "../model/indicator.ts";
import { quote } from "../model/issue.ts";
import type { QuestionWords } from "../model/question.ts";
import { saysMeasure } from "./answered-rows.ts";
import type { Caption } from "./captions.ts";
import type { Column } from "./columns.ts";
import type { AskedWords, IssueList } from "./issue-list.ts";
import type { NamedIndicator, Names } from "./names.ts";
import { squash } from "./normalise.ts";
import type { ReadPhrase } from "./phrase.ts";
import { headWords, rowName, rowWords } from "./question-words.ts";
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
  readonly regionCell: string | null; // where to ask for it
  readonly regionWords: string; // what stands there
  readonly topic: string; // what the table is about; "" where its titles do not say
  readonly titleName: string; // what a title names and nobody knows; "" for nothing
  readonly read: ReadPhrase;
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
  return {
    placed: placed !== null,
    named,
    scopes: [...(named?.scope ? [named.scope] : []), ...subject.scopes, ...rowScopes, ...own.scopes, ...titleScopes],
    region: subject.unknown === "region" ? null : (placed ?? region),
  };
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

/** Whether whom and what a figure is about is known, asked for, or none of the city's as a person says. */
export type Identified = "known" | "asked" | "set-aside";

/** Asks who or what is meant where nobody knows: at the label, at the head, or at the title. */
export function askIdentity(
  spot: NamedSpot,
  setting: IdentitySetting,
  { named, region }: Pick<Identity, "named" | "region">,
  tell: Tell,
): Identified {
  const what = named || setting.projects ? "known" : askIndicator(spot, setting, tell);
  if (what === "set-aside") return what;
  const where = region === null ? askRegion(spot, setting, tell) : "known";
  return where === "known" ? what : where;
}

/** Where issues and questions of a figure go. */
export interface Tell {
  readonly add: IssueList["add"];
  readonly has: IssueList["has"];
  readonly question: (words: AskedWords, cell: string | null) => void;
}

function askIndicator(spot: NamedSpot, setting: IdentitySetting, tell: Tell): Identified {
  const { names } = setting;
  const { row, column, subject } = spot;
  const { words, place } = indicatorWords(spot, setting);
  const answer = names.answers.find(words);
  if (answer?.verdict === "none") return setAside(words, place, tell);
  const isSum = names.isSum(words.label); // 合计 of another table would be answered with it
  if (!isSum) askWords(words, place, tell);
  if (place !== null && tell.has("unknown-indicator", place)) return "asked";
  const fromRow = subject.unknown === "indicator";
  const label = fromRow ? row.label : (column.name ?? "");
  const near = names.nearest(fromRow ? (row.phrase?.name ?? "") : label);
  const candidates = near.length === 0 ? "" : `；相近的有${near.map(quote).join("、")}`;
  const named = isSum ? `${quote(label)} 没有写明是什么指标的合计` : `指标名称 ${quote(label)} 不在指标库中`;
  const problem = label === "" ? "没有写明这是什么指标" : named;
  const lost = answer && !names.getIndicator(answer.code as IndicatorCode) ? lostCode(answer.code) : "";
  tell.add("unknown-indicator", place, { problem: `${problem}${lost}`, candidates });
  return "asked";
}

/** Puts the question what a figure's name means, where it has one; for figures that wait beside some other issue as well. */
export function askForName(spot: NamedSpot, setting: IdentitySetting, tell: Tell): void {
  if (setting.projects) return;
  const { words, place } = indicatorWords(spot, setting);
  if (!setting.names.isSum(words.label)) askWords(words, place, tell);
}

function askWords({ kind, label, path }: QuestionWords, place: string | null, tell: Tell): void {
  if (label !== "") tell.question({ kind, label, path, fileOnly: false }, place);
}

/** The words whose meaning is open, at the row's label, the column's head or the title, and where to ask. */
function indicatorWords({ row, column, subject }: NamedSpot, setting: IdentitySetting) {
  const { kind, topic, titleName, titleCell, read } = setting;
  const near = (kind === "indicators" ? row.cell?.address : undefined) ?? titleCell;
  if (subject.unknown === "indicator") return { words: rowWords(row, topic), place: row.cell?.address ?? near };
  if (column.name !== null)
    return { words: headWords(row, column, topic, read), place: column.nameCell?.address ?? near };
  const words: QuestionWords = { kind: "indicator", label: titleName, path: [] };
  return { words, place: near };
}

/** A 合计 is settled by the rows beside it, never by its name. */
function askRegion({ row, subject }: NamedSpot, setting: IdentitySetting, tell: Tell): Identified {
  const unknown = subject.unknown === "region";
  const found = unknown ? row.label : setting.regionWords;
  const place = unknown ? (row.cell?.address ?? null) : setting.regionCell;
  const words = { kind: "region", label: unknown ? rowName(row) : squash(found), path: [] } as const;
  const answer = setting.names.answers.find(words);
  if (answer?.verdict === "none") return setAside(words, place, tell);
  const problem = found === "" ? "没有写明是哪个地区的数" : `地区名称 ${quote(found)} 不在本市旗县市区名录中`;
  const lost = answer && setting.names.answers.region(words.label) === undefined ? lostCode(answer.code) : "";
  tell.add("unknown-region", place, { problem: `${problem}${lost}` });
  if (words.label !== "" && !setting.names.isSum(words.label)) tell.question({ ...words, fileOnly: !unknown }, place);
  return "asked";
}

function setAside({ kind, label }: QuestionWords, place: string | null, { add }: Tell): Identified {
  add("set-aside", place, { found: `${kind === "indicator" ? "指标" : "地区"} ${quote(label)} ` });
  return "set-aside";
}

function lostCode(code: string): string {
  return `（以前答复的代码 ${code} 已不在名录中，没有采用）`;
}
