import { makeTell } from "./ask-figure.ts";
import type { BookSetting } from "./book-setting.ts";
import type { Column } from "./columns.ts";
import { farTime } from "./far-time.ts";
import type { TableSetting } from "./figure-spot.ts";
import type { IssueList } from "./issue-list.ts";
import { monthsApart } from "./months-apart.ts";
import { squash } from "./normalise.ts";
import type { Remark } from "./remarks.ts";
import type { LabelledRow } from "./rows.ts";
import { tableRegion } from "./settle-region.ts";
import type { RowKind } from "./subjects.ts";
import { tableLimits } from "./table-limits.ts";
import type { TableWords } from "./table-words.ts";
import type { TypedCell } from "./typed-cell.ts";

/** The labels and heads of a part of a table, as they are read. */
export interface TableParts {
  readonly kind: RowKind;
  readonly rows: readonly LabelledRow[];
  readonly heads: readonly Column[];
  readonly remarks: readonly Remark[];
  readonly open: TypedCell | null; // a line above the head that may be the first of several sections
}

/** Settles what the words around a part of a table, its source and its book say about all of its figures. */
export function tableSetting(
  words: TableWords,
  { kind, rows, heads, remarks, open }: TableParts,
  { book, issues }: { readonly book: BookSetting; readonly issues: IssueList },
): TableSetting {
  const { names, told, hints, residue, read } = book;
  const { region } = tableRegion(words, {
    city: names.city,
    profileRegion: told.profile?.region ?? null,
    hintRegion: hints.region ?? null,
    cityIsSure: book.cityIsSure,
  });
  const at = words.top?.address ?? null;
  const regionWords = words.top?.text ?? words.sheet;
  return {
    sheet: words.sheet,
    ...{ kind, names, told, residue, remarks, issues, read },
    projects: told.hasProjects(words.own.map(({ text }) => text)),
    ...{ far: farTime(words), headsLag: words.headsLag, apart: monthsApart(heads) },
    hint: hints.period ?? null,
    years: statedYears(rows, heads),
    region: region ?? names.answers.region(squash(regionWords)) ?? null,
    ...{ regionCell: at, regionWords, placedRanks: placedRanks(rows) },
    ...{ titleCell: at, title: words.naming, titleName: words.unknownName, topic: words.topic },
    limits: tableLimits(words, heads, { region, book }).map((limit) =>
      open !== null && limit.cell === open ? { ...limit, limit: limit.words } : limit,
    ),
    units: words.titles.map(({ units }) => units),
    tell: makeTell(issues),
  };
}

function placedRanks(rows: readonly LabelledRow[]): ReadonlySet<number | null> {
  const ranks = new Set<number | null>();
  for (const { parents } of rows)
    for (const { figures, phrase } of parents)
      if (!figures && phrase?.region && !phrase.indicator) ranks.add(phrase.rank);
  return ranks;
}

function statedYears(rows: readonly LabelledRow[], heads: readonly Column[]): ReadonlySet<number | null> {
  return new Set([
    ...heads.map(({ time }) => time?.year ?? null),
    ...rows.flatMap(({ time }) => (time ? [time.year] : [])),
  ]);
}
