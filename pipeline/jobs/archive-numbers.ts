import { createHash } from "node:crypto";
import type { ArchiveSetting, ItemKind } from "../model/archive-setting.ts";
import { grouped } from "../model/grouped.ts";
import { type Period, yearOf } from "../model/period.ts";
import { type ItemSeries, listSeries, type Numbered, type NumberedItem } from "../store/packages.ts";
import type { ArchivedPaper } from "./archive-papers.ts";
import type { ArchivedOriginal } from "./archive-payload.ts";
import type { OpenHome } from "./open-home.ts";

/** What is to be numbered, and after what. */
export interface NumberingSources {
  readonly setting: ArchiveSetting;
  readonly papers: readonly ArchivedPaper[];
  readonly originals: readonly ArchivedOriginal[];
  readonly before: readonly NumberedItem[]; // the 件 of the package that is corrected
}

/** Gives each paper, then the quarter's sheets, the next number of its series; what is as it was before keeps its number. */
export async function numberItems(
  open: OpenHome,
  { setting, papers, originals, before }: NumberingSources,
): Promise<readonly NumberedItem[]> {
  const year = yearOf(papers[0]?.edition.period ?? ("0000-00" as Period));
  const sheets = createHash("sha256")
    .update(originals.map(({ sha256 }) => `${sha256}\n`).join(""))
    .digest("hex");
  const wanted: readonly (readonly [item: string, kind: ItemKind, contentSha256: string])[] = [
    ...papers.map(({ item, edition }) => [item, edition.kind, edition.contentSha256] as const),
    ["originals", "originals", sheets],
  ];
  const ends = new Map<string, number>();
  const items: NumberedItem[] = [];
  for (const [item, kind, contentSha256] of wanted) {
    const series = seriesOf(setting, year, kind);
    const kept = before.find((one) => isSameItem({ ...series, ordinal: one.ordinal, item, contentSha256 }, one));
    const key = JSON.stringify(series);
    const end = ends.get(key) ?? (await listSeries(open.store, series)).at(-1)?.ordinal ?? 0;
    if (!kept) ends.set(key, end + 1);
    items.push(kept ?? { ...series, ordinal: end + 1, item, contentSha256 });
  }
  return items;
}

/** Tells whether a 件 has the number and the content of another. */
export function isSameItem(one: NumberedItem, other: NumberedItem): boolean {
  const key = ({ fonds, year, retention, department, ordinal, item, contentSha256 }: NumberedItem) =>
    JSON.stringify([fonds, year, retention, department, ordinal, item, contentSha256]);
  return one.contentSha256 !== null && key(one) === key(other);
}

/** What is wrong with the numbers in the series of a package's 件, all packages taken together; Chinese. */
export async function findNumberFaults(
  open: OpenHome,
  name: string,
  items: readonly NumberedItem[],
): Promise<readonly string[]> {
  const series = new Map(items.map((item) => [JSON.stringify(seriesKey(item)), seriesKey(item)]));
  const faults: string[] = [];
  for (const [key, one] of series) {
    const own = items.filter((item) => JSON.stringify(seriesKey(item)) === key);
    const others = (await listSeries(open.store, one)).filter((given) => given.package !== name);
    faults.push(
      ...faultsOf(`${one.year}-${one.retention}`, [...others, ...own.map((item) => ({ ...item, package: name }))]),
    );
  }
  return faults;
}

function faultsOf(series: string, given: readonly Numbered[]): readonly string[] {
  const byOrdinal = grouped(given, ({ ordinal }) => String(ordinal));
  const last = Math.max(...given.map(({ ordinal }) => ordinal));
  const absent = Array.from({ length: last }, (_, index) => index + 1).filter(
    (ordinal) => !byOrdinal.has(String(ordinal)),
  );
  const twice = [...byOrdinal].filter(([, same]) => {
    return new Set(same.map(({ item }) => item)).size > 1 || new Set(same.map((one) => one.package)).size < same.length;
  });
  return [
    ...absent.map((ordinal) => `${series} 缺第 ${ordinal} 号`),
    ...twice.map(([ordinal, same]) => `${series} 第 ${ordinal} 号给了 ${same.map(({ item }) => item).join("、")}`),
  ];
}

function seriesOf({ fonds, prefix, department, retention }: ArchiveSetting, year: number, kind: ItemKind): ItemSeries {
  return { fonds: fonds ?? prefix, year, retention: retention[kind], department };
}

function seriesKey({ fonds, year, retention, department }: ItemSeries): ItemSeries {
  return { fonds, year, retention, department };
}
