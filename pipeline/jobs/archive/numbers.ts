import { createHash } from "node:crypto";
import { PipelineError } from "../../errors.ts";
import type { ArchiveSetting, ItemKind } from "../../model/archive-setting.ts";
import { grouped } from "../../model/grouped.ts";
import { type Period, yearOf } from "../../model/period.ts";
import {
  findFirstFonds,
  type ItemSeries,
  listSeries,
  type Numbered,
  type NumberedItem,
} from "../../store/package-items.ts";
import type { OpenHome } from "../open-home.ts";
import type { ArchivedPaper } from "./papers.ts";
import type { ArchivedOriginal } from "./payload.ts";

/** What is to be numbered, and after what. */
export interface NumberingSources {
  readonly setting: ArchiveSetting;
  readonly papers: readonly ArchivedPaper[];
  readonly originals: readonly ArchivedOriginal[];
  readonly before: readonly NumberedItem[]; // the 件 of the package that is corrected
}

/**
 * Gives each paper, then the quarter's sheets, the next number of its series; what is as it was before keeps its number.
 *
 * What was numbered while the 全宗号 was not known is of the first that is filled in, and its numbers run on there; another
 * 全宗号 after that is another fonds, whose numbers start at 1.
 *
 * @throws PipelineError ARCHIVE_REFUSED where a 全宗号 was known and is left empty now: whether it is the same, nobody can tell
 */
export async function numberItems(
  open: OpenHome,
  { setting, papers, originals, before }: NumberingSources,
): Promise<readonly NumberedItem[]> {
  const first = await findFirstFonds(open.store);
  if (setting.fonds === null && first !== null) throw emptied(first);
  const own = before.filter(({ fonds }) => (fonds ?? first ?? setting.fonds) === setting.fonds);
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
    const kept = own.find((one) => isSameItem({ ...series, ordinal: one.ordinal, item, contentSha256 }, one));
    const key = JSON.stringify(series);
    const end = ends.get(key) ?? (await listSeries(open.store, series)).at(-1)?.ordinal ?? 0;
    if (!kept) ends.set(key, end + 1);
    items.push({ ...series, ordinal: kept?.ordinal ?? end + 1, item, contentSha256 });
  }
  return items;
}

function emptied(fonds: string): PipelineError {
  return new PipelineError("ARCHIVE_REFUSED", `全宗号空着，以前的件已经编入全宗 ${JSON.stringify(fonds)}，没有归档`, {
    location: { file: "seeds/archive.yaml" },
    hint: `请填写 fonds: ${fonds}；全宗号改了的，填写新的，件号从 1 起编`,
  });
}

/** Tells whether a 件 has the number and the content of an earlier one, whose 全宗号 may not have been known yet. */
export function isSameItem(one: NumberedItem, earlier: NumberedItem): boolean {
  const key = ({ year, retention, department, ordinal, item, contentSha256 }: NumberedItem) =>
    JSON.stringify([year, retention, department, ordinal, item, contentSha256]);
  const isOfFonds = earlier.fonds === null || earlier.fonds === one.fonds;
  return isOfFonds && one.contentSha256 !== null && key(one) === key(earlier);
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

function seriesOf({ fonds, department, retention }: ArchiveSetting, year: number, kind: ItemKind): ItemSeries {
  return { fonds, year, retention: retention[kind], department };
}

function seriesKey({ fonds, year, retention, department }: ItemSeries): ItemSeries {
  return { fonds, year, retention, department };
}
